import { describe, expect, test } from 'vitest';
import { problemReason, toPlain } from '../../src/yaml/plain-value.ts';
import { memoryShort, parseText, readSlice } from '../../src/yaml/read.ts';

/** The problems of a text, as `document@offset message`. */
function problemsOf(text: string): readonly string[] {
  return parseText(text, true).problems.map(({ document, offset, message }) => `${document}@${offset} ${message}`);
}

/** Long enough that duplicate keys and aliases are searched by the reader itself. */
const padding = `p: ${'a'.repeat(1_100_000)}\n`;
const lineBreak = 'a line break that YAML readers disagree about (lone CR, NEL, LS or PS)';
const odd = 'a key that is null, a list or a mapping';

describe('a quoted text whose line ends with an escaped quote', () => {
  test('goes on in a line at column 0, so that what follows in it is no entry of the list', () => {
    const text = 'a:\n- b: 1\n  note: "one \\"\n- b: 2\n  note: two \\""\n';
    const { documents, problems } = parseText(text, true);
    expect(problems).toEqual([]);
    expect(documents[0]?.toJS()).toEqual({ a: [{ b: 1, note: 'one " - b: 2 note: two "' }] });
  });

  // Kubernetes' reader cuts documents at a separator, whatever is open before it.
  test.each([
    ["a: 'one ''\n---\nb: 1\n", "0@20 Missing closing 'quote"],
    ['a: "one \\"\n---\nb: 1\n', '0@20 Missing closing "quote'],
    ["a: 1\n---\nb: 'one ''\n", "1@20 Missing closing 'quote"],
  ])('%j ends too early', (text, problem) => {
    expect(problemsOf(text)[0]).toBe(problem);
  });

  test.each(["a: 'it'''\n---\nb: 1\n", 'a: "one \\\\"\n---\nb: 1\n', "a: ''\nb: 1\n"])('%j is closed', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test('that ends at column 0 before a separator ends its document', () => {
    const { documents, problems } = parseText('a: "b\n"\n---\nc: d\n', true);
    expect(problems).toEqual([]);
    expect(documents.map((document): unknown => document.toJS())).toEqual([{ a: 'b ' }, { c: 'd' }]);
  });

  test('that ends at column 0 before a document with an open bracket has the errors of YAML 1.2', () => {
    expect(problemsOf('a: "b\n"\n---\nc: [\n')).toEqual(['0@5 Missing closing "quote']);
  });

  test('that has a tab at the start of a line is not read, whatever follows', () => {
    expect(problemsOf('a: "b\n\tc\n"\n---\nd: e\n')[0]).toMatch(/^0@/);
  });

  test('in a text that is nested too deeply is not looked for', () => {
    expect(problemsOf(`a: 'x'''\nb: "\\""\n${'['.repeat(100_000)}`)).toEqual([
      expect.stringMatching(/^0@\d+ nested too deeply to be read$/),
    ]);
  });
});

describe('lines inside brackets that are not indented', () => {
  const tooLittle = 'must be sufficiently indented and end with a';

  test.each<[string, unknown]>([
    ['a: [{b: 1} # c\n, {d: 1}]\n', [{ b: 1 }, { d: 1 }]],
    ['a:\n- {b: {c: 1} # c\n, d: "e\nf"\n}\n', [{ b: { c: 1 }, d: 'e f' }]],
    ['a: [b # c\n\n\n, c\nd]\n', ['b', 'c d']],
  ])('%j', (text, value) => {
    const { documents, problems } = parseText(text, true);
    expect(problems).toEqual([]);
    expect(documents[0]?.toJS()).toEqual({ a: value });
  });

  test('keep the offsets of the text', () => {
    const [document] = parseText('a: [{b: 1} # c\n, {d: 1}]\ne: f\n', true).documents;
    expect(document?.getIn(['a', 1], true)).toMatchObject({ range: [17, 23, 23] });
    expect(document?.get('e', true)).toMatchObject({ range: [28, 29, 30] });
  });

  test.each<[string, readonly unknown[]]>([
    ['a: [b\nc: d\n', [expect.stringMatching(`^0@6 .*${tooLittle} ]`)]],
    ['a: [b,\n\t c]\n', [expect.stringContaining(tooLittle)]],
    ['a: [b,\n---c]\n', [expect.stringContaining(tooLittle)]],
    ['a: [b,\nc]\n---\nd: [e\nf: g\n', [expect.stringMatching(`^1@20 .*${tooLittle}`)]],
  ])('%j has a problem', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('problems of a text', () => {
  test.each<[string, readonly string[]]>([
    ['a: b\n', []],
    ['a: b\r\nc: d\r\n', []],
    ['', []],
    ['a: "b\rc"\n', [`0@5 ${lineBreak}`]],
    ['a: b\u0085\n', [`0@4 ${lineBreak}`]],
    ['a: b\u2028\n', [`0@4 ${lineBreak}`]],
    ['a: b\u2029\n', [`0@4 ${lineBreak}`]],
    ['a: b\n---\nc: d\u2028\n', [`1@13 ${lineBreak}`]],
    ['\ufeffa: b\n', []],
    ['a: b\n--- # c\n\ufeffd: e\n', []],
    ['a: b\n---\r\n\ufeffd: e\n', []],
    ['null: b\n', [`0@0 ${odd}`]],
    ['a:\n  ? [b]\n  : c\n', [`0@7 ${odd}`]],
    ['a:\n  ? {b: c}\n  : d\n', [`0@7 ${odd}`]],
    ['a: 1\na: 2\n', ['0@5 Map keys must be unique']],
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test('duplicate keys of a long document are found, and merge keys are no duplicates', () => {
    expect(problemsOf(`${padding}a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n`)).toEqual([
      `0@${padding.length + 27} Map keys must be unique`,
    ]);
    expect(problemsOf(`${padding}a: &a {}\nb: {<<: *a, <<: *a}\nc: {b: 1}\n`)).toEqual([]);
  });

  test('as many aliases as the library would search for minutes are a problem of a long document', () => {
    const aliases = (count: number): string => `${padding}a: &a b\nc: [${'*a,'.repeat(count)}]\n`;
    expect(problemsOf(aliases(400))).toEqual([]);
    expect(problemsOf(aliases(600))).toEqual([
      expect.stringMatching(/^0@11\d{5} too many aliases for a document of this size$/),
    ]);
  });

  test('merge keys of lists that name each other many times over are followed up to a limit', () => {
    const list = (level: number): string => `- &a${level} {<<: [${`*a${level - 1},`.repeat(10)}], k${level}: 1}\n`;
    const levels = Array.from({ length: 11 }, (_, index) => list(index + 1)).join('');
    expect(problemsOf(`- &a0 {k: 1}\n${levels}`)).toEqual([
      expect.stringMatching(/^0@\d+ a merge key \(<<\) after a key that it also sets: YAML readers disagree$/),
    ]);
  });

  test('nesting that is too deep for the parser is one problem', () => {
    const text = `\n  ${'['.repeat(100_000)}`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^0@\d+ nested too deeply to be read$/)]);
  });
});

describe('what is too large to be read is a problem', () => {
  const slice = { source: { path: '-', bytes: Buffer.from('a: 1') }, start: 0, part: 'documents' } as const;

  test('by its size, without what is left out', () => {
    const message = 'a document of 65 MiB: those above 64 MiB are not read';
    const tooLarge = { text: '', documents: [], problems: [{ document: 0, offset: 0, message }] };
    expect(readSlice({ ...slice, end: 2 ** 26 + 1 })).toMatchObject(tooLarge);
    expect(readSlice({ ...slice, end: 2 ** 26 }).problems).toEqual([]);
    expect(readSlice({ ...slice, start: 2, end: 2 ** 26 + 2 }).problems).toEqual([]);
    expect(readSlice({ ...slice, end: 2 ** 26 + 2, gap: { start: 2, end: 4 } }).problems).toEqual([]);
  });

  test.each(Array.from('\n,-:[{'))('by the memory that it needs: %j', (character) => {
    const needed = Math.ceil((2 ** 23 * 1348) / 2 ** 20);
    expect(memoryShort(character.repeat(2 ** 23))).toMatch(
      new RegExp(`^reading it needs ${needed} MiB of memory, and Node may use \\d+ MiB$`),
    );
  });

  test('but not other characters', () => {
    expect(memoryShort('a'.repeat(2 ** 22))).toBeUndefined();
    expect(memoryShort('')).toBeUndefined();
  });
});

describe('the plain value of a document', () => {
  const unresolved = 'Unresolved alias (the anchor must be set before the alias)';
  const unmergeable = 'Merge sources must be maps or map aliases';
  const plainOf = (text: string): unknown => {
    const [document] = parseText(text, false).documents;
    return document && toPlain(document);
  };

  test.each<[string, unknown]>([
    ['a: [1, b, null]\n', { value: { a: [1, 'b', null] } }],
    ['a: &a {b: 1}\nc: [*a, *a]\n', { value: { a: { b: 1 }, c: [{ b: 1 }, { b: 1 }] } }],
    ['a: &a {b: *a}\n', { problem: 'an anchor whose value contains itself', offset: 10 }],
    ['a: &a [[*a]]\n', { problem: 'an anchor whose value contains itself', offset: 8 }],
    ['b: &b {}\na: [*b, *c]\n', { problem: `${unresolved}: c`, offset: 17 }],
    ['a: *b\nb: &b 1\n', { problem: `${unresolved}: b`, offset: 3 }],
    ['a: 1\n<<: 5\n', { problem: unmergeable, offset: 9 }],
    ['a: &a 1\n<<: *a\n', { problem: unmergeable, offset: 12 }],
    ['a: &a {b: 1}\n<<: [*a, {c: 1}, d]\n', { problem: unmergeable, offset: 30 }],
    ['a: &a [b]\nc: {<<: *a}\n', { problem: unmergeable, offset: 18 }],
    ['"<<": 5\na: &a {b: 1}\nc: {<<: [*a], d: *e}\n', { problem: `${unresolved}: e`, offset: 38 }],
  ])('%j', (text, value) => {
    expect(plainOf(text)).toEqual(value);
  });

  test('a message is one line of at most 160 characters', () => {
    const { problem } = plainOf(`a: *${'b'.repeat(200)}\n`) as { problem: string };
    expect(problem).toHaveLength(160);
    expect(problem.endsWith('bbb...')).toBe(true);
  });
});

describe('aliases of one anchor', () => {
  const withAliases = (count: number): unknown => {
    const [document] = parseText(
      `a: &a 1\nb: [${Array.from({ length: count }, () => '*a').join(', ')}]\n`,
      false,
    ).documents;
    return document && toPlain(document);
  };

  test('1,000 of them are followed', () => {
    expect(withAliases(1000)).toEqual({ value: { a: 1, b: Array.from({ length: 1000 }, () => 1) } });
  });

  test('fewer are followed in a large document', () => {
    const large = `a: &a {${Array.from({ length: 30_000 }, (_, at) => `k${at}: 1`).join(', ')}}\nb: [${'*a, '.repeat(300)}]\n`;
    const [document] = parseText(large, false).documents;
    expect(document && toPlain(document)).toMatchObject({ problem: 'an anchor with more than 156 aliases' });
  });

  test('more are a problem with a fix', () => {
    expect(withAliases(1001)).toEqual({
      problem: 'an anchor with more than 1000 aliases',
      fix: 'replace the aliases by the value',
    });
  });
});

test.each<[unknown, string]>([
  [new RangeError('Maximum call stack size exceeded'), 'nested too deeply to be read'],
  [new Error('a\n  b'), 'a b'],
  ['a', 'a'],
])('the reason of %j is %j', (error, reason) => {
  expect(problemReason(error)).toBe(reason);
});

test('a merge key of a mapping with a list as a key sets its other keys', () => {
  const problems = problemsOf('a: &a {? [b] : 1, c: 2}\nd: {c: 3, <<: *a}\n');
  expect(problems).toContainEqual(expect.stringMatching(/^0@\d+ a merge key/));
});
