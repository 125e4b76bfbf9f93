import { defineConfig } from 'vitest/config';

/** The real tools, one after the other: they share ports, caches and two processors. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    fileParallelism: false,
    reporters: ['default'],
  },
});
