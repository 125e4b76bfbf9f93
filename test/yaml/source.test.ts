import { describe, expect, test } from 'vitest';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8, type Page } from '../../src/yaml/read.ts';
import { aboveGap, isUtf8, isWide, positionOf } from '../../src/yaml/source.ts';
import { editsBySource, splice, toByteEdits } from '../../src/yaml/splice.ts';

function pageOf(text: string, at = 0): Page {
  const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'documents').at(at));
  if (page === undefined) throw new Error('is not UTF-8');
  return page;
}

/** The position of an offset of a text, counted from its start. */
function counted(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return {
    line: lines.length,
    column: lines.length === 1 && text.startsWith('\ufeff') && offset > 0 ? column - 1 : column,
  };
}

describe('the position of an offset', () => {
  test.each([
    ['short lines', 'a: 1\n'.repeat(3000)],
    ['empty lines', '\n'.repeat(2000)],
    ['exactly as many lines as are remembered', `${'#\n'.repeat(511)}# a`],
    ['one line more', `${'#\n'.repeat(512)}# a`],
    ['one long line', `# ${'a'.repeat(5000)}`],
    ['a byte order mark', '\ufeffa: 1\nb: 2\n'],
    ['no line end', 'a: 1'],
  ])('in %s', (_, text) => {
    const page = pageOf(text);
    const offsets = Array.from({ length: 60 }, (__, at) => Math.floor((text.length * ((at * 37) % 60)) / 59));
    for (const offset of [...offsets, 0, 1, text.length])
      expect(positionOf(page, offset)).toEqual(counted(text, offset));
  });

  test('in a later document', () => {
    const [first, second] = ['a: é\n'.repeat(600).replaceAll('a', '# a'), `---\n${'b: 1\n'.repeat(3)}`];
    const page = pageOf(first + second, Buffer.byteLength(first));
    expect(positionOf(page, 4)).toEqual({ line: 602, column: 1 });
    expect(positionOf(page, 7)).toEqual({ line: 602, column: 4 });
    expect(positionOf(page, 9)).toEqual({ line: 603, column: 1 });
  });

  test('above and below the entries of a list', () => {
    const text = 'kind: ResourceList\nitems:\n- a: 1\n- b: 2\nmore: 3\n';
    const { envelope } = cut({ path: '-', bytes: Buffer.from(text) });
    if (envelope === undefined) throw new Error('is not cut');
    expect(positionOf(envelope, 0)).toEqual({ line: 1, column: 1 });
    expect(positionOf(envelope, envelope.text.indexOf('items') + 1)).toEqual({ line: 2, column: 2 });
    expect(positionOf(envelope, envelope.text.indexOf('more'))).toEqual({ line: 5, column: 1 });
    expect(positionOf(envelope, envelope.text.indexOf('3'))).toEqual({ line: 5, column: 7 });
  });
});

test.each([
  ['', false],
  ['a', false],
  ['ab', false],
  ['\xff\xfea', true],
  ['\xfe\xffa', true],
  ['\xff\xff', false],
  ['\xfe\xfe', false],
  ['\xef\xbb\xbfa', false],
  ['a\0', false],
  ['a\0b\0', true],
  ['\0a\0b', true],
  ['\0a', false],
  ['\0\0', true],
  ['a\0bc', false],
  ['ab\0\0', false],
  ['a\0bc\0\0', false],
])('bytes that begin with %j are UTF-16 or UTF-32: %s', (text, wide) => {
  expect(isWide(Buffer.from(text, 'latin1'))).toBe(wide);
});

test('bytes are UTF-8 or not', () => {
  expect(['a', 'é', '\ufeff'].map((text) => isUtf8(Buffer.from(text)))).toEqual([true, true, true]);
  expect(['\xff', 'a\xc3', '\xed\xa0\x80'].map((text) => isUtf8(Buffer.from(text, 'latin1')))).toEqual([
    false,
    false,
    false,
  ]);
});

describe('edits', () => {
  const page = pageOf('a: é\nb: 2\n');
  const edit = (start: number, end: number, text: string) => ({ page, start, end, text });
  const done = (...edits: ReturnType<typeof edit>[]) => Buffer.concat(splice(page.slice.source, edits)).toString();

  test.each<[string, Parameters<typeof edit>[], string]>([
    ['none', [], 'a: é\nb: 2\n'],
    [
      'at the start and the end',
      [
        [0, 0, 'x'],
        [10, 10, 'y'],
      ],
      'xa: é\nb: 2\ny',
    ],
    [
      'one after the other, as given',
      [
        [5, 5, 'x'],
        [5, 5, 'y'],
      ],
      'a: é\nxyb: 2\n',
    ],
    [
      'in any order',
      [
        [8, 9, '3'],
        [3, 4, 'o'],
      ],
      'a: o\nb: 3\n',
    ],
    [
      'an insertion before what is replaced there',
      [
        [3, 4, 'o'],
        [3, 3, 'x'],
      ],
      'a: xo\nb: 2\n',
    ],
    [
      'beside each other',
      [
        [3, 4, 'o'],
        [4, 5, ''],
      ],
      'a: ob: 2\n',
    ],
    ['of everything', [[0, 10, '']], ''],
  ])('are applied: %s', (_, edits, text) => {
    expect(done(...edits.map((one) => edit(...one)))).toBe(text);
  });

  test('count bytes, and chunks are not empty', () => {
    expect(toByteEdits([edit(4, 5, 'é')])).toEqual([{ start: 5, end: 6, bytes: new TextEncoder().encode('é') }]);
    expect(splice(page.slice.source, [edit(0, 2, ''), edit(10, 10, '')]).map(({ length }) => length)).toEqual([9]);
  });

  test('that overlap are an error of the program', () => {
    expect(() => done(edit(0, 4, ''), edit(3, 5, ''))).toThrow(new RangeError('two edits overlap'));
  });

  test('at one place are ordered by their pages', () => {
    const text = 'kind: ResourceList\nitems:\n- a: 1\nmore: 3\n';
    const source = { path: '-', bytes: Buffer.from(text) };
    const { envelope } = cut(source);
    const entry = readUtf8(cut(source).at(text.indexOf('- a')));
    if (envelope === undefined || entry === undefined) throw new Error('is not cut');
    const edits = [
      { page: envelope, start: envelope.text.indexOf('more'), end: envelope.text.indexOf('more'), text: 'x\n' },
      { page: entry, start: entry.text.length, end: entry.text.length, text: '- b: 2\n' },
    ];
    expect([...editsBySource(edits)]).toEqual([[source, edits]]);
    expect(Buffer.concat(splice(source, edits)).toString()).toBe(text.replace('more', '- b: 2\nx\nmore'));
  });
});

test('a page without a gap is above it as a whole', () => {
  const page = pageOf('a: b\n');
  expect(aboveGap(page)).toBe(page.text.length);
});
