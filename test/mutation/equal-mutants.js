/** Files that keep what was computed of a source, page or node, with the name of the map. */
const caches = {
  'yaml/page-offsets.ts': 'marksByPage',
  'yaml/source.ts': 'counted',
  'yaml/cut.ts': 'cutsBySource|cuts',
  'kustomize/step-index.ts': 'indexes',
  'rewrite/style.ts': 'around|observed|flows',
  'rewrite/references.ts': 'aliasesFound',
  'manifests/manifest.ts': 'places',
  'splits/namespace-candidates.ts': 'holders|namespacesBySource',
};

/**
 * Mutants that cannot change a result, so that no test can notice them: `npm run mutate` does not count them where they survive.
 * A rule names a file below src/, functions of it (none: all), the line of code and the change, as far as needed, and the reason.
 * @type {readonly { file: string, within?: string, code?: RegExp, change?: RegExp, reason: string }[]}
 */
export const equalMutants = [
  ...Object.entries(caches).map(([file, names]) => ({
    file,
    code: new RegExp(`^(?:${names})\\.set\\(`),
    change: /not called$/,
    reason: 'without the cache, the same is computed again',
  })),
  {
    file: 'yaml/name-search.ts',
    code: /bytesPerCall/,
    reason: 'decides which of two searches is used: both find the same, one is faster',
  },
  {
    file: 'yaml/read.ts',
    within: 'memoryFor',
    reason: 'an estimate from measurements: a small difference decides nothing that a test can rely on',
  },
  {
    file: 'krm/item-index.ts',
    within: 'isOdd',
    reason:
      'what is called odd is parsed, which is slower; test/krm/item-index.test.ts tries each ASCII letter for the opposite',
  },
  {
    file: 'krm/item-index.ts',
    code: /index < (?:hashes|places)\.length/,
    change: /<=$/,
    reason: 'one more, behind the end, is no offset of a path',
  },
];
