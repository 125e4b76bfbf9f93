/**
 * The branches of src/ that no test of `npm run coverage` takes, each with the text of its line (once for each branch on it) and
 * each file with the reason. Branches of lines in `unreached-lines.js`, and those that a rule in `branches.js` covers, are not repeated.
 * @type {readonly { file: string, lines: readonly string[], reason: string }[]}
 */
export const unreachedBranches = [];

/** The folders and files of src/ with branches that are neither tested nor explained: those are counted alone. */
export const unexplained = [
  'checks/',
  'cli/',
  'config/',
  'conversion/',
  'convert.ts',
  'diagnostics/',
  'findings/',
  'index.ts',
  'krm/',
  'kubernetes.ts',
  'kustomize/',
  'manifests/',
  'mesh/',
  'plan/',
  'platform.ts',
  'report/',
  'rewrite/',
  'splits/',
  'yaml/',
];
