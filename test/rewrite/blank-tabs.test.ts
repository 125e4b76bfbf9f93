import { expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { profileOf, splitOf } from './texts.ts';

const web = splitOf('web');
const made = profileOf('web');
const list = 'kind: List\napiVersion: v1\nitems:\n';
const entry = (text: string): string => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

test.each<[string, string, string]>([
  ['between documents', `${web}\t\n  \t \n---\na: 1\n`, `${made}\n\n---\na: 1\n`],
  ['with CRLF', crlf(`${web}\t\n---\na: 1\n`), crlf(`${made}\n---\na: 1\n`)],
  ['at the end of the file', `${web}\t\n`, `${made}\n`],
  ['in a last line without an end', `${web}\t`, made],
  ['between entries', `${list}${entry(web)}\t\n- a: 1\n`, `${list}${entry(made)}\n- a: 1\n`],
  ['before a comment', `${web}\t\n# c\n`, `${made}\n# c\n`],
  ['after a comment, which stay', `${web}# c\n\t\n`, `${made}# c\n\t\n`],
  ['without tabs, which stay', `${web}  \n---\na: 1\n`, `${made}  \n---\na: 1\n`],
])('tabs of blank lines after new text go, %s', (_, text, wanted) => {
  const { files } = convert([{ path: 'splits.yaml', text }], { drop: true, skipAnnotation: false });
  expect(files[0]?.text).toBe(wanted);
});

test('tabs in lines with text stay', () => {
  const profile = made.replace('"1"', '"2"\t# c').replace('\n', '\t\n');
  const files = [{ path: 'splits.yaml', text: `${web}---\n${profile}` }];
  const { files: after } = convert(files, { drop: true, skipAnnotation: false });
  expect(after[0]?.text).toBe(profile.replace('"2"', '"1"'));
});
