/** Boundaries inside the projects; those between them are the linter's. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'lifecycles-and-rules-are-pure',
      comment: 'A lifecycle or rule can be read and tested without a framework or a database.',
      severity: 'error',
      from: { path: '[.](lifecycle|rules)[.]ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|fastify|kafkajs)|[.](entity|service|controller|module)[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'entities-know-no-service',
      severity: 'error',
      from: { path: '[.]entity[.]ts$' },
      to: { path: 'node_modules/@nestjs|[.](service|controller|module)[.]ts$' },
    },
    { name: 'controllers-know-no-database', severity: 'error', from: { path: '[.]controller[.]ts$', pathNot: 'health[.]controller' }, to: { path: 'node_modules/(typeorm|pg)/' } },
    { name: 'kafkajs-stays-in-messaging', severity: 'error', from: { pathNot: '^libs/messaging/src/log/kafka|^test/(bench|contracts|faults)/' }, to: { path: 'node_modules/kafkajs/' } },
    { name: 'no-barrels-in-services', severity: 'error', from: { path: '^services/' }, to: { path: '^services/[^/]+/src/.*index[.]ts$' } },
    { name: 'specs-and-builders-stay-in-tests', severity: 'error', from: { pathNot: '[.](spec|builder)[.]tsx?$|^test/|/testing/' }, to: { path: '[.](spec|builder)[.]tsx?$' } },
    { name: 'testing-lib-only-in-tests', severity: 'error', from: { pathNot: '[.](spec|builder)[.]ts$|^test/|^libs/testing/|/testing/' }, to: { path: '^libs/testing/' } },
    { name: 'libs-know-no-service', severity: 'error', from: { path: '^libs/' }, to: { path: '^services/' } },
    { name: 'services-know-no-service', severity: 'error', from: { path: '^services/([^/]+)/' }, to: { path: '^services/', pathNot: '^services/$1/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
