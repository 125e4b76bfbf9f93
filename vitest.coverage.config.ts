import { defineConfig } from 'vitest/config';

/**
 * Coverage of src/ by the tests that run its code in this process and take a minute or two together. What other tests run (the
 * built program, generated input, the corpus) is not counted. The thresholds are what is reached; they go up with new tests.
 * test/coverage/ has the lines and branches that none of them reaches, with the reason.
 */
export default defineConfig({
  test: {
    include: [
      'test/{fixtures,forms,findings,library,gitops,profile-validity,reliability,route-runs,report}.test.ts',
      'test/{checks,config,conversion,diagnostics,findings,fixes,golden,krm,kustomize,manifests,mesh,plan,report,rewrite,splits,yaml}/**/*.test.ts',
      'test/exact/{scalars,named,large,read-back,refused-scalars,styles}.test.ts',
      'test/{fuzz/slice,fast/neighbours}.test.ts',
      'test/cli/{calls,closed-output,command,diff,failures,from-reports,gitignore,inputs,interruptible,json-documents,links,option-values,other-names,print,progress,quick-options,repository-around,search,write}.test.ts',
    ],
    testTimeout: 1_800_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Types alone, code that libraries generate, and the process itself, which test/e2e runs.
      exclude: ['src/**/*.d.ts', 'src/**/*.generated.*', 'src/cli/main.ts'],
      reporter: ['text-summary', 'html', 'json'],
      reportOnFailure: true,
      reportsDirectory: 'node_modules/.cache/coverage',
      thresholds: { statements: 99, branches: 95, functions: 99, lines: 99 },
    },
  },
});
