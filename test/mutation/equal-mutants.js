/** Files that keep what was computed of a source, page or node, with the name of the map. */
const caches = {
  'yaml/page-offsets.ts': 'marksByPage',
  'yaml/source.ts': 'counted',
  'yaml/cut.ts': 'cutsBySource|cuts',
  'kustomize/step-index.ts': 'indexes',
  'kustomize/kustomize.ts': 'leaving',
  'rewrite/style.ts': 'lineEndsAround|observed|flows',
  'rewrite/references.ts': 'aliasesFound',
  'manifests/manifest.ts': 'places',
  'conversion/read-unit.ts': 'results',
  'splits/namespace-candidates.ts': 'holders|namespacesBySource',
};

/**
 * Mutants that cannot change a result, so that no test can notice them: `npm run mutate` does not count them where they survive.
 * A rule names a file or folder below src/, functions of it (none: all), the line of code and the change, as far as needed, and the reason.
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
    file: 'rewrite/',
    code: /range(?:\?\.\[0\])? \?\? (?:\[0, 0\]|0)/,
    change: /^0 → 0 \+ 1$/,
    reason: 'each node that was parsed has a range',
  },
  ...['read-unit', 'services-like'].map((name) => ({
    file: `conversion/${name}.ts`,
    within: 'holds within holdsOverrides besideSearch servicesLike servicesIn templatedOf slicesOfKinds',
    change: /→ (?:true|\|\|)$/,
    reason: 'a search: what it finds too much is read and left',
  })),
  {
    file: 'conversion/read-unit.ts',
    code: /findWord\(|endsWith\('List'\)/,
    change: /→ (?:''|1 \+ 1)$/,
    reason: 'an empty word is found everywhere, and each offset differs from -2: what a search finds too much is left',
  },
  {
    file: 'conversion/route-target.ts',
    within: 'check',
    change: /^'refused' → ''$/,
    reason: 'only asked whether it is a string',
  },
  {
    file: 'manifests/resembling.ts',
    within: 'resembling mayBeWithoutALetter',
    code: /some\(|return false/,
    change: /→ true$/,
    reason: 'what has the hash of a name is compared with it',
  },
  {
    file: 'manifests/cluster-domains.ts',
    within: 'mayHoldProfile',
    change: /→ (?:''|1 \+ 1|\|\|)$/,
    reason: 'a search: what it finds too much is read and left',
  },
  {
    file: 'manifests/searches.ts',
    within: 'mayWriteSplits holds',
    change: /→ (?:''|1 \+ 1|\|\|)$/,
    reason: 'a search: what it finds too much is read and left',
  },
  {
    file: 'manifests/searches.ts',
    within: 'namesOfSplits',
    change: /^'' → 'mutant'$/,
    reason: 'an empty word is not searched for',
  },
  {
    file: 'manifests/page-cache.ts',
    within: 'matchingParts',
    code: /known\.set|return true/,
    change: /not called$|→ 0 \+ 1$|→ true$|false$/,
    reason: 'a part that is known to hold it is searched again',
  },
  {
    file: 'splits/namespace-candidates.ts',
    within: 'firstTwo',
    code: /order = 0|known\.length < 2/,
    change: /^0 → 0 \+ 1$|^2 → |→ (?:<=|\|\|)$/,
    reason: 'from where is counted, and what is kept besides the first two files',
  },
  {
    file: 'splits/large-integers.ts',
    within: 'isRounded',
    change: /^(?:2|63) → /,
    reason: 'an estimate: exactInteger looks whether 64 bits hold it',
  },
  {
    file: 'kustomize/read.ts',
    within: 'fieldLine pageOfBytes',
    code: /=== undefined|isNode|path: ''/,
    change: /→ (?:true|false|always the (?:first|second)|'mutant'|0 \+ 1)$/,
    reason: 'the line is asked for only of a field that is there; the path of the bytes is not shown',
  },
  {
    file: 'kustomize/step-index.ts',
    within: 'meantBy selected',
    change: /^'replacement' → ''$|always the second$/,
    reason: 'an index: what it finds too much is tested by its selector',
  },
  {
    file: 'kustomize/kustomize.ts',
    within: 'buildsOf',
    code: /\.sort\(/,
    change: /^1 → 1 \+ 1$|→ <=$/,
    reason: 'any negative number says that the first one comes first; no path is there twice',
  },
  {
    file: 'checks/embedded-splits.ts',
    within: 'embedsSplit decoded isManifestText',
    change: /→ (?:>=|'mutant'|''|&&)$/,
    reason: 'what is looked at in vain holds no split',
  },
  {
    file: 'checks/emptied-files.ts',
    within: 'isEmptied',
    change: /every\(.*→ some$/,
    reason: 'the text that an edit puts in is a manifest, which the rest shows',
  },
  {
    file: 'checks/leftovers.ts',
    within: 'reportLeftovers isProjectOrLeftover',
    change: /→ \|\|$|always the first$/,
    reason: 'reportThose asks again',
  },
  {
    file: 'cli/files/joined-files.ts',
    code: /last\.groups|byName\.size/,
    change: /→ (?:true|\|\||>=)$/,
    reason: 'the same files are put together again',
  },
  {
    file: 'yaml/name-search.ts',
    code: /bytesPerCall|misses|cost|mostSearches|hash|mask/i,
    reason: 'decides which of two searches is used, or which names are compared: both find the same, one is faster',
  },
  {
    file: 'yaml/byte-search.ts',
    within: 'findWord',
    code: /native === undefined|end === bytes\.length/,
    reason: "the search in JavaScript and Node's find the same, in a view of all bytes, too",
  },
  {
    file: 'yaml/byte-search.ts',
    within: 'mayHoldSplit',
    change: /^1 → |part\) !== -1 → ===$/,
    reason: 'what is let through is searched by splitOffsets',
  },
  {
    file: 'yaml/byte-search.ts',
    within: 'hashOf',
    reason: 'any hash will do: what has the same one is compared',
  },
  {
    file: 'yaml/byte-search.ts',
    within: 'escapeAt skipBlanks',
    code: /bytes\[(?:index|at)\] \?\? 0/,
    change: /^0 → 0 \+ 1$/,
    reason: 'behind the end: neither 0 nor 1 is a digit or a blank',
  },
  {
    file: 'yaml/list-scan/bytes.ts',
    within: 'crossesLine',
    change: /^at < .* → <=$/,
    reason: 'the byte at `end` is a colon',
  },
  {
    file: 'yaml/',
    code: /for \(.*at < bytes\.length; at \+= 1\)/,
    change: /^at < .* → <=$/,
    reason: 'behind the last byte there is none, which ends nothing',
  },
  {
    file: 'yaml/cut.ts',
    within: 'isBelowDirective',
    change: /^2 → 2 \+ 1$|^end < 2 → <=$/,
    reason: 'two lines of which the second is empty are looked at as one',
  },
  {
    file: 'yaml/cut.ts',
    within: 'wordReader',
    code: /seen|same|hash|> 64/,
    reason: 'words that occurred before are not converted again; longer ones are kinds that do not matter',
  },
  {
    file: 'yaml/page-offsets.ts',
    within: 'isAscii',
    reason: 'a page that is all ASCII is counted, too, with the same result',
  },
  {
    file: 'yaml/read.ts',
    within: 'memoryFor',
    reason: 'an estimate from measurements: a small difference decides nothing that a test can rely on',
  },
  {
    file: 'mesh/linkerd-regex.ts',
    change: /^(?:24|60|80) → /,
    reason: 'how far the parser looks ahead: further than any valid text of that place',
  },
  {
    file: 'mesh/linkerd-regex-atoms.ts',
    change: /^(?:12|40) → |Cost|^4 → /,
    reason:
      'how far the parser looks ahead, or an estimate of the memory of a regex, whose limit is far above real ones',
  },
  {
    file: 'cli/run.ts',
    within: 'serve',
    code: /--version|args\.length === 0/,
    reason: 'the parser of all options gives the same, but is loaded for it',
  },
  {
    file: 'cli/stream.ts',
    code: /holdsTrafficSplit|holdsWord\(|1 << 16|config \+ 200|emptyConfig\.test|findWord\(bytes, (?:needle|'functionConfig')\)|more !== undefined|call\.format !==|isPlain\(call|bytes\.length === 0/,
    change: /^(?!false → true$)/,
    reason: 'the conversion is loaded more often, and prints a stream without changes as it is, too',
  },
  {
    file: 'cli/load-conversion.ts',
    within: 'withConversion',
    code: /const edges|const asks|if \(!asks\)/,
    reason: 'which of two chunks is loaded first: both convert what they can, and the other one follows',
  },
  {
    file: 'cli/files/gitignore-rules.ts',
    within: 'firstNameOf isLiteral literalOf rulesIn',
    code: /anchored|typeof token|names\[0\]|key === undefined/,
    reason: 'an index: rules that are not in it are compared one by one',
  },
  {
    file: 'cli/files/gitignore-rules.ts',
    code: /order/,
    change: /→ (?:>=|<=|1 \+ 1)$/,
    reason: 'no two rules have the same order',
  },
  {
    file: 'cli/files/gitignore-rules.ts',
    within: 'patternTokens setAt isEscaped',
    code: /piece\.length|at \+ 20|at - start|low && character|piece\[at \+ 2\] === undefined/,
    change: /→ (?:>|20 \+ 1|\+|2 \+ 1)$/,
    reason:
      'a pattern that ends in it matches nothing; a difference and a sum are odd together; low is compared by itself',
  },
  {
    file: 'cli/files/gitignore-rules.ts',
    within: 'matchesRule matchesPath matchesAll',
    code: /first !== undefined|tokens !== undefined|step < steps/,
    change: /→ (?:\|\||<=|'')$/,
    reason:
      'behind the last piece there is none, which is no star and fits nothing; a pattern without a slash is a name',
  },
  {
    file: 'cli/files/pattern-cost.ts',
    code: /from === undefined|\?\? 0\) > mostStars/,
    change: /→ (?:&&|0 \+ 1)$/,
    reason: 'both parts are there, or none; one is as few as none',
  },
  {
    file: 'cli/files/call-search.ts',
    code: /holdsDeployer\(source\.bytes/,
    change: /→ true$|0 \+ 1$/,
    reason: 'what a search finds too much is read and left',
  },
  {
    file: 'cli/files/files.ts',
    within: 'holdsSource',
    change: /→ (?:''|1 \+ 1|\|\|)$/,
    reason: 'what a search finds too much is read and left',
  },
  {
    file: 'cli/files/gitignore.ts',
    code: /closeSync/,
    reason: 'when a file is closed',
  },
  {
    file: 'cli/files/search.ts',
    code: /Sync\(|length \* |1 << |allocUnsafe/,
    reason: 'in what parts a file is read, and when it is closed',
  },
  {
    file: 'cli/print/pieces.ts',
    within: 'contentStart',
    change: /64/,
    reason: 'more is decoded only if the first bytes are all white space',
  },
  {
    file: 'cli/print/stream-documents.ts',
    change: /^(?:4096|200|4) → /,
    reason: 'how much of a document is decoded to see how it begins',
  },
  {
    file: 'cli/files/write.ts',
    code: /fsyncSync|syncDirectory/,
    reason: 'makes the new files durable, which only a power failure shows',
  },
  {
    file: 'cli/files/write.ts',
    within: 'syncDirectory',
    reason: 'makes the renames durable, which only a power failure shows',
  },
  {
    file: 'cli/files/write.ts',
    within: 'temporaryName',
    reason: 'any name that is new and short enough will do',
  },
  {
    file: 'cli/files/write.ts',
    code: /accessSync/,
    reason: 'root may write any file: test/e2e/write.test.ts runs as another user',
  },
  {
    file: 'cli/files/write.ts',
    within: 'renameOver',
    reason: 'only Windows refuses to replace a file that is open: test/e2e/windows.test.ts runs it',
  },
  {
    file: 'cli/files/open-directory.ts',
    within: 'isSame linkOf',
    reason: 'for systems without /proc: test/e2e/windows.test.ts runs it',
  },
  {
    file: 'krm/item-index.ts',
    within: 'lineValue lineFeedAfter indentAt escapedKeys isEscape unescaped plainStretch isOdd',
    code: /bytes\[at\] |start > 0 &&|indentAt\(|at < bytes\.length|at - lineStart|place - 400|indexOf\(backslash|pathAnnotation\)\)|letter !== |x \?\? u|0x10ffff|bytes\[end - 1\]|quote|isOdd\(|byte |return false/,
    change: /^(?!.*→ (?:false|not called)$)/,
    reason: 'more entries are parsed, or looked at, which is slower: what is read of an entry decides',
  },
  {
    file: 'krm/item-index.ts',
    code: /first\(object, indexKeys\)|isMapping\(item\)|page === undefined/,
    change: /→ (?:''|always the (?:first|second))$/,
    reason: 'an empty text is the number 0, what is no mapping has no annotations, and an entry that was cut is UTF-8',
  },
  {
    file: 'krm/results.ts',
    within: 'order',
    change: /^1 → 1 \+ 1$/,
    reason: 'any positive or negative number says which one comes first',
  },
  {
    file: 'krm/item-index.ts',
    code: /index < (?:hashes|places)\.length/,
    change: /<=$/,
    reason: 'one more, behind the end, is no offset of a path',
  },
];
