import js from '@eslint/js';
import ts from 'typescript-eslint';
import { forbiddenImports, layers } from './layers.js';

/** The layers of src/ as lint: what the files of a layer may not import (layers.js). */
const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  files: [layer.endsWith('.ts') ? `src/${layer}` : `src/${layer}/**`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: forbiddenImports(layer, allowed), message: 'layers.js: imports go one way' }] },
    ],
  },
}));

export default ts.config(
  { ignores: ['dist/', 'site/dist/', 'fixtures/', 'node_modules/', 'examples/', 'src/**/*.generated.js'] },
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
    rules: {
      'no-restricted-globals': ['error', 'process', 'console'],
      'no-console': 'error',
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', 60],
    },
  },
  ...layerRules,
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly' } },
  },
);
