/**
 * Mutants that cannot change a result, so that no test can notice them: `npm run mutate` does not count them where they survive.
 * A rule names a file below src/, functions of it (none: all), the line of code and the change, as far as needed, and the reason.
 * @type {readonly { file: string, within?: string, code?: RegExp, change?: RegExp, reason: string }[]}
 */
export const equalMutants = [
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
