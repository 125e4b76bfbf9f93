import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/config.ts';
import { convert } from '../../src/index.ts';
import { convertAll } from '../exact/invariants.ts';
import { flowSplit, profileOf, splitOf } from './texts.ts';

/** A text in which `<S>` and `<T>` are splits, with `<E>` and `<G>` as entries of a list, `<F>` and `<H>` as pairs of a flow mapping. */
function filled(text: string): string {
  const entry = (name: string, pad: string): string => `${splitOf(name).trimEnd().replaceAll('\n', `\n${pad}`)}\n`;
  const parts: Readonly<Record<string, string>> = {
    S: splitOf('web'),
    s: splitOf('web').trimEnd(),
    T: splitOf('api'),
    E: entry('web', '  '),
    e: entry('web', '    '),
    G: entry('api', '  '),
    F: flowSplit('web'),
    H: flowSplit('api'),
    L: 'kind: List\napiVersion: v1\n',
    R: 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n',
  };
  const whole = text.replace(/<(\w)>/g, (_, name: string) => parts[name] ?? '');
  return text.includes('\r\n') ? whole.replaceAll(/\r?\n/g, '\r\n') : whole;
}

/** What a file becomes without its splits, which have profiles in another file. */
function withoutSplits(text: string): string | undefined {
  const profiles = `${profileOf('web')}---\n${profileOf('api')}`;
  const files = [
    { path: 'profiles.yaml', text: profiles },
    { path: 'splits.yaml', text: filled(text) },
  ];
  const made = convert(files, { drop: true, skipAnnotation: false });
  expect(made.files[0]?.text).toBe(profiles);
  return made.files[1]?.text;
}

describe('a split is removed with what belongs to it', () => {
  test.each<[string, string, string]>([
    ['the only document', '<S>', ''],
    ['the only document, with a marker', '---\n<S>', ''],
    ['the only document, after a byte order mark', '\ufeff<S>', '\ufeff'],
    ['the only document, after a byte order mark and a marker', '\ufeff---\n<S>', '\ufeff'],
    ['the only document, with comments around it', '# above\n<S># below\n', '# above\n# below\n'],
    ['the first document', '<S>---\na: 1\n', '---\na: 1\n'],
    ['the first document after a byte order mark', '\ufeff<S>---\na: 1\n', '\ufeff---\na: 1\n'],
    ['the first document, with a marker and a licence', '# licence\n---\n<S>---\na: 1\n', '# licence\n---\na: 1\n'],
    ['the first document after a byte order mark and a marker', '\ufeff---\n<S>---\na: 1\n', '\ufeff---\na: 1\n'],
    [
      'the first document after a byte order mark, on the line of its marker',
      '\ufeff--- {<F>}\n---\na: 1\n',
      '\ufeff---\na: 1\n',
    ],
    [
      'the first document after a byte order mark, a comment and a marker',
      '\ufeff# one\n---\n<S>---\na: 1\n',
      '\ufeff# one\n---\na: 1\n',
    ],
    ['a document between two', 'a: 1\n---\n<S>---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    ['a document between two, with blank lines', 'a: 1\n\n---\n\n<S>\n\n---\nb: 2\n', 'a: 1\n\n---\nb: 2\n'],
    ['a document below a comment at its marker', 'a: 1\n--- # one\n<S>---\nb: 2\n', 'a: 1\n# one\n---\nb: 2\n'],
    [
      'a document below comments',
      'a: 1\n---\n# one\n\n# two\n<S># three\n---\nb: 2\n',
      'a: 1\n# one\n\n# two\n# three\n---\nb: 2\n',
    ],
    [
      'a document below a byte order mark and comments',
      'a: 1\n---\n\ufeff# one\n<S>---\nb: 2\n',
      'a: 1\n# one\n---\nb: 2\n',
    ],
    ['a document with comments indented above it', 'a: 1\n---\n  # one\n<S>---\nb: 2\n', 'a: 1\n  # one\n---\nb: 2\n'],
    ['the last document', 'a: 1\n---\n<S>', 'a: 1\n'],
    ['the last document with an end', 'a: 1\n---\n<S>...\n', 'a: 1\n'],
    ['the last document with an end and a comment', 'a: 1\n---\n<S>... # end\n', 'a: 1\n# end\n'],
    ['the last document with several ends', 'a: 1\n---\n<S>...\n# one\n...\n', 'a: 1\n# one\n'],
    ['a document with an end before a marker', 'a: 1\n---\n<S>...\n---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    ['a document with an end before a document without a marker', 'a: 1\n---\n<S>...\nb: 2\n', 'a: 1\n...\nb: 2\n'],
    ['a document with an end after an end', 'a: 1\n...\n---\n<S>...\nb: 2\n', 'a: 1\n...\n...\nb: 2\n'],
    ['a first document with an end before a document without a marker', '<S>...\nb: 2\n', 'b: 2\n'],
    [
      'a first document with an end and a comment before a document without a marker',
      '<S>... # one\nb: 2\n',
      '# one\nb: 2\n',
    ],
    ['a first document with an end and dots that are text', '<S>...\n...a: 1\n', '...a: 1\n'],
    ['a document below an end with a comment', 'a: 1\n... # one\n<S>---\nb: 2\n', 'a: 1\n... # one\n---\nb: 2\n'],
    ['a document with a directive', 'a: 1\n...\n%YAML 1.2\n---\n<S>', 'a: 1\n...\n'],
    [
      'a document with a directive of its own and comments',
      'a: 1\n...\n# one\n%YAML 1.2\n# two\n---\n# three\n<S>',
      'a: 1\n...\n# one\n# two\n# three\n',
    ],
    ['a document with a directive for tags', 'a: 1\n...\n%TAG !e! tag:example.com,2000:\n---\n<S>', 'a: 1\n...\n'],
    ['a document with an unknown directive', 'a: 1\n...\n%FOO bar\n---\n<S>', 'a: 1\n...\n'],
    ['the first document with a directive', '%YAML 1.2\n---\n<S>---\na: 1\n', '---\na: 1\n'],
    [
      'the first document with directives after a byte order mark',
      '\ufeff%YAML 1.2\n%FOO bar\n---\n<S>---\na: 1\n',
      '\ufeff---\na: 1\n',
    ],
    [
      'the document below a scalar of several lines with a percent sign',
      'a: |\n  b\n---\n"one\n%two"\n---\n<S>---\nb: 2\n',
      'a: |\n  b\n---\n"one\n%two"\n---\n---\nb: 2\n',
    ],
    [
      'a document below a bare marker and a line with a percent sign',
      'a: 1\n---\n%FOO\n---\n<S>---\nb: 2\n',
      'a: 1\n---\n---\nb: 2\n',
    ],
    [
      'a document below an end and lines with a percent sign',
      '"a"\n...\n%FOO\n# one\n---\n<S>---\nb: 2\n',
      '"a"\n...\n# one\n---\nb: 2\n',
    ],
    ['a document that begins on the line of its marker', 'a: 1\n--- {<F>}\n---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    [
      'a document that begins on the line of its marker, below a percent sign',
      '"a\n%b"\n--- {<F>}\n---\nb: 2\n',
      '"a\n%b"\n---\n---\nb: 2\n',
    ],
    [
      'a document that begins on the line of its marker, below a percent sign, with CRLF',
      '"a\r\n%b"\r\n--- {<F>}\r\n\r\n---\r\nb: 2\r\n',
      '"a\r\n%b"\r\n---\r\n---\r\nb: 2\r\n',
    ],
    [
      'the last document that begins on the line of its marker, below a percent sign',
      '"a\n%b"\n--- {<F>}',
      '"a\n%b"\n---',
    ],
    ['a document below a percent sign and its marker', '"a\n%b"\n---\n<S>---\nb: 2\n', '"a\n%b"\n---\n---\nb: 2\n'],
    ['a document with a marker and a tag', 'a: 1\n--- !!map\n<S>---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    [
      'a document with a tag and an anchor at its marker, and a comment',
      'a: 1\n--- !!map &a # one\n<S>---\nb: 2\n',
      'a: 1\n# one\n---\nb: 2\n',
    ],
    ['a document with a tag below its marker', 'a: 1\n---\n!!map\n<S>---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    [
      'a document with a tag, an anchor and comments below its marker',
      'a: 1\n---\n# one\n!!map # two\n# three\n&a\n<S>---\nb: 2\n',
      'a: 1\n# one\n# two\n# three\n---\nb: 2\n',
    ],
    ['a first document with an anchor', '&a\n<S>---\nb: 2\n', '---\nb: 2\n'],
    ['a document with an anchor of many signs', `a: 1\n---\n&${'!'.repeat(50_000)}\n<S>`, 'a: 1\n'],
    ['a document with an anchor with a number sign', 'a: 1\n---\n&a#b !!map\n<S>', 'a: 1\n'],
    ['a document with an anchor with a number sign at its marker', 'a: 1\n--- &a#b # one\n<S>', 'a: 1\n# one\n'],
    ['a first document with a tag below a comment', '# one\n!!map\n<S>---\nb: 2\n', '# one\n---\nb: 2\n'],
    ['CRLF between two', 'a: 1\r\n---\r\n<S>---\r\nb: 2\r\n', 'a: 1\r\n---\r\nb: 2\r\n'],
    ['CRLF with ends', 'a: 1\r\n---\r\n<S>...\r\n---\r\nb: 2\r\n', 'a: 1\r\n---\r\nb: 2\r\n'],
    ['the last document without a line end', 'a: 1\n---\n<s>', 'a: 1\n'],
    ['a document with tabs at its marker', 'a: 1\n---\t\n<S>---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    ['two documents in a row', 'a: 1\n---\n<S>---\n<T>---\nb: 2\n', 'a: 1\n---\nb: 2\n'],
    ['all of two documents', '<S>---\n<T>', ''],
    ['an entry', '<L>items:\n- a: 1\n- <E>- b: 2\n', '<L>items:\n- a: 1\n- b: 2\n'],
    ['the first entry', '<L>items:\n- <E>- b: 2\n', '<L>items:\n- b: 2\n'],
    ['the last entry', '<L>items:\n- a: 1\n- <E>', '<L>items:\n- a: 1\n'],
    ['the only entry', '<L>items:\n- <E>', '<L>items: []\n'],
    ['the only entry, with a comment', '<L>items: # all\n# one\n- <E># two\n', '<L>items: [] # all\n# one\n# two\n'],
    [
      'the only entry of a list with an anchor and a key after it',
      '<L>items: &i\n- <E>metadata: {}\n',
      '<L>items: &i []\nmetadata: {}\n',
    ],
    [
      'the only entry of a list with a tag',
      '<L>items: !!seq\n- <E>metadata: {}\n',
      '<L>items: !!seq []\nmetadata: {}\n',
    ],
    [
      'the only entry of a list of lists',
      '<L>items:\n- kind: List\n  apiVersion: v1\n  items:\n  - <e>- b: 2\n',
      '<L>items:\n- kind: List\n  apiVersion: v1\n  items: []\n- b: 2\n',
    ],
    [
      'an entry with comments',
      '<L>items:\n# one\n- a: 1 # two\n# three\n- <E>  # four\n# five\n- b: 2\n',
      '<L>items:\n# one\n- a: 1 # two\n# three\n  # four\n# five\n- b: 2\n',
    ],
    ['both entries', '<L>items:\n- <E>- <G>', '<L>items: []\n'],
    ['an entry with blank lines', '<L>items:\n- a: 1\n\n- <E>\n\n- b: 2\n', '<L>items:\n- a: 1\n\n\n\n- b: 2\n'],
    ['an entry of a flow list', '<L>items: [{a: 1}, {<F>}, {b: 2}]\n', '<L>items: [{a: 1}, {b: 2}]\n'],
    ['the first of a flow list', '<L>items: [{<F>}, {b: 2}]\n', '<L>items: [{b: 2}]\n'],
    ['the first of a flow list with space', '<L>items: [ {<F>} , {b: 2} ]\n', '<L>items: [ {b: 2} ]\n'],
    ['the last of a flow list', '<L>items: [{a: 1}, {<F>}]\n', '<L>items: [{a: 1}]\n'],
    ['the last of a flow list with a comma', '<L>items: [{a: 1}, {<F>},]\n', '<L>items: [{a: 1},]\n'],
    ['the only one of a flow list', '<L>items: [{<F>}]\n', '<L>items: []\n'],
    [
      'the only one of a flow list with a comma and comments',
      '<L>items: [ # one\n  {<F>}, # two\n]\n',
      '<L>items: []\n',
    ],
    ['two of a flow list', '<L>items: [{<F>}, {<H>}, {b: 2}]\n', '<L>items: [{b: 2}]\n'],
    ['two of a flow list apart', '<L>items: [{<F>}, {b: 2}, {<H>}]\n', '<L>items: [{b: 2}]\n'],
    [
      'lines of a flow list',
      '<L>items: [\n  {a: 1},\n  {<F>},\n  {b: 2}\n]\n',
      '<L>items: [\n  {a: 1},\n  {b: 2}\n]\n',
    ],
    ['the last line of a flow list', '<L>items: [\n  {a: 1},\n  {<F>}\n]\n', '<L>items: [\n  {a: 1}\n]\n'],
    ['the first line of a flow list', '<L>items: [\n  {<F>},\n  {b: 2}\n]\n', '<L>items: [\n  {b: 2}\n]\n'],
    [
      'lines of a flow list with comments',
      '<L>items: [\n  {a: 1}, # one\n  # two\n  {<F>}, # three\n  {b: 2} # four\n]\n',
      '<L>items: [\n  {a: 1}, # one\n  # two\n  {b: 2} # four\n]\n',
    ],
    [
      'the last line of a flow list with comments',
      '<L>items: [\n  {a: 1}, # one\n  # two\n  {<F>} # three\n]\n',
      '<L>items: [\n  {a: 1} # one\n  # two\n]\n',
    ],
    [
      'the last line of a flow list, after a comment before its comma',
      '<L>items: [\n  {a: 1} # one\n  ,\n  {<F>}\n]\n',
      '<L>items: [\n  {a: 1} # one\n]\n',
    ],
    ['commas first', '<L>items: [\n    {a: 1}\n  , {<F>}\n  , {b: 2}\n]\n', '<L>items: [\n    {a: 1}\n  , {b: 2}\n]\n'],
    ['commas first, the last', '<L>items: [\n    {a: 1}\n  , {<F>}\n]\n', '<L>items: [\n    {a: 1}\n]\n'],
    [
      'commas first after a comment, the last',
      '<L>items: [\n    {a: 1} # one\n  , {<F>}\n]\n',
      '<L>items: [\n    {a: 1} # one\n]\n',
    ],
    [
      'commas first after a comment, between two',
      '<L>items: [\n    {a: 1} # one\n  , {<F>}\n  , {b: 2}\n]\n',
      '<L>items: [\n    {a: 1} # one\n  , {b: 2}\n]\n',
    ],
    ['commas first, the first', '<L>items: [\n    {<F>}\n  , {b: 2}\n]\n', '<L>items: [\n    {b: 2}\n]\n'],
    [
      'commas first with comments',
      '<L>items: [\n    {a: 1} # one\n  , {<F>} # two\n  , {b: 2} # three\n]\n',
      '<L>items: [\n    {a: 1} # one\n   # two\n  , {b: 2} # three\n]\n',
    ],
    [
      'a comma on a line of its own',
      '<L>items: [\n  {a: 1}\n  ,\n  {<F>}\n  ,\n  {b: 2}\n]\n',
      '<L>items: [\n  {a: 1}\n  ,\n  {b: 2}\n]\n',
    ],
    [
      'a comma on a line of its own after comments',
      '<L>items: [\n  {a: 1} # one\n  , # two\n  {<F>} # three\n  , # four\n  {b: 2}\n]\n',
      '<L>items: [\n  {a: 1} # one\n   # two\n  , # four\n  {b: 2}\n]\n',
    ],
    [
      'two on one line of several',
      '<L>items: [\n  {a: 1}, {<F>}, # one\n  {b: 2}\n]\n',
      '<L>items: [\n  {a: 1}, # one\n  {b: 2}\n]\n',
    ],
    [
      'the first on the line of the bracket',
      '<L>items: [{<F>}, # one\n  {b: 2}\n]\n',
      '<L>items: [ # one\n  {b: 2}\n]\n',
    ],
    ['the last on the line of the bracket', '<L>items: [{a: 1}, # one\n  {<F>}]\n', '<L>items: [{a: 1} # one\n  ]\n'],
    ['an item with a tag in a flow list', '<L>items: [{a: 1}, !!map {<F>}, {b: 2}]\n', '<L>items: [{a: 1}, {b: 2}]\n'],
    [
      'the second of two that go, after comments',
      '<L>items: [\n  {<F>}, # one\n  {<H>}, # two\n  {b: 2}\n]\n',
      '<L>items: [\n  {b: 2}\n]\n',
    ],
    [
      'the last two, after comments',
      '<L>items: [\n  {a: 1}, # one\n  {<F>}, # two\n  {<H>} # three\n]\n',
      '<L>items: [\n  {a: 1} # one\n]\n',
    ],
    [
      'the last two, after comments before commas',
      '<L>items: [\n  {a: 1} # one\n  , {<F>} # two\n  , {<H>} # three\n]\n',
      '<L>items: [\n  {a: 1} # one\n   # two\n   # three\n]\n',
    ],
  ])('%s', (_, before, after) => {
    expect(withoutSplits(before)).toBe(filled(after));
  });
});

/** What a file with a ResourceList becomes, which is cut at its entries. */
function listWithoutSplits(text: string): string | undefined {
  const profiles = `${profileOf('web')}---\n${profileOf('api')}`;
  const sources = [
    { path: 'profiles.yaml', bytes: Buffer.from(profiles) },
    { path: 'list.yaml', bytes: Buffer.from(filled(text)) },
  ];
  const options = resolveOptions({ drop: true, skipAnnotation: false });
  return convertAll(sources, { together: true, options }).converted[1]?.after.toString();
}

describe('a split is removed from a file with a ResourceList', () => {
  test.each<[string, string, string]>([
    ['that keeps an entry', '<R>items:\n- a: 1\n- <E>', '<R>items:\n- a: 1\n'],
    ['that keeps entries on both sides', '<R>items:\n- a: 1\n- <E>- b: 2\n', '<R>items:\n- a: 1\n- b: 2\n'],
    ['that keeps one of three', '<R>items:\n- <E># one\n- <G>- b: 2\n', '<R>items:\n# one\n- b: 2\n'],
    ['that has no other entry', '<R>items:\n- <E>', '<R>items: []\n'],
    ['with another key below', '<R>items:\n- <E>functionConfig: {}\n', '<R>items: []\nfunctionConfig: {}\n'],
    ['with a letter of two bytes above', '# é\n<R>items:\n- <E>- <G>', '# é\n<R>items: []\n'],
    ['with comments', '<R>items: # one\n- <E># two\n- <G># three\n', '<R>items: [] # one\n# two\n# three\n'],
    ['with CRLF', '<R>items:\r\n- <E>', '<R>items: []\r\n'],
    [
      'with a list as its entry',
      '<R>items:\n- kind: List\n  apiVersion: v1\n  items:\n  - <e>- a: 1\n',
      '<R>items:\n- kind: List\n  apiVersion: v1\n  items: []\n- a: 1\n',
    ],
  ])('%s', (_, before, after) => {
    expect(listWithoutSplits(before)).toBe(filled(after));
  });
});
