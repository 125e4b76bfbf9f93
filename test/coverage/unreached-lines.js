/**
 * The lines of src/ that no test of `npm run coverage` runs, each file with the reason. `npm run coverage` fails where another
 * line is not run, and where one of these is run.
 * @type {readonly { file: string, lines: readonly string[], reason: string }[]}
 */
export const unreachedLines = [
  {
    file: 'cli/files/gitignore.ts',
    lines: ['return false;'],
    reason: 'every file is below the root, so that the loop always ends at the last slash',
  },
  {
    file: 'cli/files/open-directory.ts',
    lines: [
      'if (realPathOf(directory) !== directory) return false;',
      'const [one, other] = [fstatSync(descriptor, { bigint: true }), lstatSync(directory, { bigint: true })];',
      'return one.ino === other.ino && one.dev === other.dev;',
      'return undefined;',
    ],
    reason: 'systems without /proc; test/e2e/windows.test.ts runs them',
  },
  {
    file: 'cli/files/other-names.ts',
    lines: ['return Buffer.alloc(0);'],
    reason: 'a file that is gone, or may not be read, a moment after its directory was listed',
  },
  {
    file: 'cli/files/paths.ts',
    lines: ["return 'cannot be read';"],
    reason: 'a path that cannot be read and can be read a moment later',
  },
  {
    file: 'cli/files/write-files.ts',
    lines: ["throw new Error('the file belongs to another user or group, which replacing it would change');"],
    reason: 'needs a user who may replace the file of another one, but not give files away: not tried',
  },
  {
    file: 'cli/files/rename.ts',
    lines: [
      'const { code } = error as NodeJS.ErrnoException;',
      "if (!onWindows || !['EPERM', 'EACCES', 'EBUSY'].includes(code ?? '')) throw error;",
      "if (attempts === again.times) throw new Error('another program holds the file open', { cause: error });",
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, again.pause);',
    ],
    reason: 'files that other programs hold open on Windows; test/e2e/windows.test.ts runs them',
  },
  {
    file: 'cli/options.ts',
    lines: ['getErrHelpWidth: () => 80,', 'getErrHasColors: () => false,'],
    reason: 'commander asks for them only where it prints its own errors, which this program prints itself',
  },
  {
    file: 'cli/print/stream-documents.ts',
    lines: ['throw error;'],
    reason: 'an error of the YAML library that is none of its own: not known to happen',
  },
  {
    file: 'krm/item-kustomizations.ts',
    lines: ['holds: () => true,', 'roots: () => [],'],
    reason: 'asked for what is outside of a call and for deployers, of which a list of items has none',
  },
  {
    file: 'kustomize/deployers.ts',
    lines: ['renamesBelow: () => false,', 'configs: () => [],'],
    reason: 'asked for configurations and transformers, which a deployer does not have; the type wants them',
  },
  {
    file: 'mesh/linkerd-regex-atoms.ts',
    lines: ['throw new RegexProblem(`has ${escape.sign} in a class`, at);'],
    reason: 'readEscape gives assertions only outside of classes; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/read-back.ts',
    lines: ["throw readBackError(page, 'the empty list is read otherwise');"],
    reason: 'guards against faults of this program; none is known that comes here',
  },
  {
    file: 'yaml/list-scan/spans.ts',
    lines: ['return refuseSpan(scan);', 'return refuseSpan(scan);'],
    reason: 'a quoted text or flow collection that never ends: the range that is scanned ends with it',
  },
  {
    file: 'yaml/read.ts',
    lines: [
      'throw error;',
      'return { documents: [], problems: [{ document: 0, offset: firstContent(text), message: problemReason(error) }] };',
      'return Math.max(0, text.search(/[^\\s\\ufeff]/));',
    ],
    reason:
      'errors that the YAML library throws while it parses; nesting that is too deep is found later (test/yaml/read.test.ts)',
  },
  {
    file: 'yaml/source.ts',
    lines: ['try {', 'decode(bytes);', 'return true;', 'return false;'],
    reason: "browsers, which have no isUtf8 of Node's; test/e2e/site.test.ts runs them",
  },
];
