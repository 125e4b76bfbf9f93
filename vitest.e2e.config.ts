import { defineConfig } from 'vitest/config';

/** Files whose tests share nothing but the checkout, which they only read: two of them run at once. */
const independent = [
  'deployer-forms',
  'docs',
  'examples',
  'executables',
  'fixes',
  'fixtures',
  'forms',
  'hostile-values',
  'kpt-forms',
  'kustomize',
  'kustomize-forms',
  'kustomize-trees',
  'npm',
  'printed',
  'release',
  'report',
  'repository',
  'sarif',
  'shells',
  'windows',
  'write',
].map((name) => `test/e2e/${name}.test.ts`);

const limits = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };

/** The other files run one after the other: they share ports, caches of the tools, and both processors. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      { test: { ...limits, name: 'independent', include: independent, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      {
        test: {
          ...limits,
          name: 'one at a time',
          include: ['test/e2e/**/*.test.ts'],
          exclude: independent,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
