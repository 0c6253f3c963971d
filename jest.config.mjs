/** Layers are told apart by file name: `*.spec.ts` is pure, `*.db.spec.ts` needs a real Postgres, the rest lives under test/. */
const layer = process.env.ACCORD_TEST_LAYER ?? 'all';

const patterns = {
  pure: { testMatch: ['<rootDir>/{libs,services}/**/*.spec.ts'], testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '/dist/'] },
  database: { testMatch: ['<rootDir>/{libs,services}/**/*.db.spec.ts'] },
  contracts: { testMatch: ['<rootDir>/test/contracts/**/*.spec.ts'] },
  journeys: { testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  browser: { testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  faults: { testMatch: ['<rootDir>/test/faults/**/*.spec.ts'] },
  all: { testMatch: ['<rootDir>/{libs,services,test}/**/*.spec.ts'] },
};

export default {
  ...patterns[layer],
  testEnvironment: 'node',
  // Opens a desk at which a spec asks for Postgres or Kafka; nothing is started before one does.
  globalSetup: '<rootDir>/libs/testing/servers/jest-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/servers/jest-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@accord/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic' },
            useDefineForClassFields: false,
          },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/.accord/', '/.nx/'],
  injectGlobals: false,
  testTimeout: 30_000,
};
