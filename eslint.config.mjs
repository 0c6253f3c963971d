import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { accordRules } from './test/checks/eslint-rules.mjs';

/** Who may import whom. A service never imports a service, a lib never a service, the console contracts only. */
const BOUNDARIES = [
  { sourceTag: 'layer:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:pure', onlyDependOnLibsWithTags: ['layer:pure'] },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:pure', 'layer:platform'] },
  { sourceTag: 'kind:service', onlyDependOnLibsWithTags: ['kind:lib'] },
  { sourceTag: 'kind:console', onlyDependOnLibsWithTags: ['layer:contracts'] },
  { sourceTag: 'kind:deploy', onlyDependOnLibsWithTags: ['kind:lib'] },
];

/** A lib's specs use the testing lib, which uses the lib; between files there is no cycle, and dependency-cruiser sees to that. */
const THROUGH_SPECS = ['messaging', 'postgres', 'http', 'service-kit', 'contracts', 'case-model'].flatMap((lib) => [
  [lib, 'testing'],
  [lib, 'local'],
]);

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.accord/**', 'services/console/dev/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, accord: accordRules },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          ignoredCircularDependencies: THROUGH_SPECS,
          depConstraints: BOUNDARIES,
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'accord/guarded-route': 'error',
      'accord/telling-file-name': 'error',
      'accord/no-default-export': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['services/**/*.ts'],
    ignores: ['services/console/**', '**/*.spec.ts', '**/migrations/**'],
    rules: { 'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }], 'max-params': 'off' },
  },
  {
    files: ['**/*.spec.ts'],
    rules: { 'accord/guarded-route': 'off', 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['test/bench/**'], rules: { '@nx/enforce-module-boundaries': 'off' } }, // the peer of the bench runs a service's own handler
  { files: ['**/*.config.ts', '**/vite.config.ts'], rules: { 'accord/no-default-export': 'off' } },
  {
    // Nest reads parameter types at run time, so a class that is injected must not become a type import.
    files: [
      'libs/{http,postgres,messaging,service-kit,testing}/**/*.ts',
      'services/{early-warning,disputes,worklist,supervision,gateway}/**/*.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
);
