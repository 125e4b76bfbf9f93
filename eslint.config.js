import js from '@eslint/js';
import ts from 'typescript-eslint';

/** The architecture as lint: which imports a folder may not have (ARCHITECTURE.md). */
const layer = (files, ...forbidden) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: forbidden.map((regex) => ({ regex, message: 'ARCHITECTURE.md: imports go one way' })) },
    ],
  },
});

export default ts.config(
  { ignores: ['dist/', 'fixtures/', 'node_modules/', 'examples/', 'src/config.generated.js'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/main.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'console'], 'no-console': 'error' },
  },
  layer(['src/mesh/**'], '^node:', '^yaml$', '/yaml/', '/cli/', '\\.\\./(?!kubernetes\\.ts$|findings\\.ts$)'),
  layer(['src/yaml/**'], '^node:', '\\.\\./'),
  layer(['src/*.ts'], '^node:', '/cli/'),
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly' } },
  },
);
