import { describe, expect, test } from 'vitest';
import { cut } from '../../src/yaml/cut.ts';
import { byteAt, characterAt } from '../../src/yaml/page-offsets.ts';
import type { Page } from '../../src/yaml/read.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

function pageOf(text: string, at = 0): Page {
  const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'documents').at(at));
  if (page === undefined) throw new Error('is not UTF-8');
  return page;
}

/** Offsets that lie between two characters. */
function offsetsIn(text: string): readonly number[] {
  const near = [0, 1, 2, 4094, 4095, 4096, 4097, 4098, 8191, 8192, 8193, 8194, text.length - 1, text.length];
  return near.filter((at) => at <= text.length && !/[\ud800-\udbff]/.test(text[at - 1] ?? ''));
}

const longer = (unit: string): string => `# ${unit.repeat(Math.ceil(9000 / unit.length))}\n`;

describe('offsets in characters and in bytes', () => {
  test.each([
    ['ASCII', `# a\n`],
    ['letters of two bytes', '# é\n'],
    ['one letter of two bytes in many', `# é${'a'.repeat(9000)}\n`],
    ['one letter of two bytes at the end', `# ${'a'.repeat(9000)}é\n`],
    ['many letters of two bytes', longer('é')],
    ['letters of four bytes at even places', longer('\u{1f680}')],
    ['letters of four bytes at odd places', longer('\u{1f680}').replace('# ', '#')],
    ['letters of one to four bytes', longer('aé☃\u{1f680}')],
    ['exactly one stretch', `#é${'a'.repeat(4093)}\n`],
  ])('are converted: %s', (_, text) => {
    const page = pageOf(text);
    for (const at of offsetsIn(text)) {
      const bytes = Buffer.byteLength(text.slice(0, at));
      expect([byteAt(page, at), characterAt(page, bytes)], String(at)).toEqual([bytes, at]);
    }
  });

  test.each([
    ['ASCII', 'a: 1\n---\nb: 2\n'],
    ['other letters', 'a: é\n---\nb: é\n'],
  ])('of a later document begin where it begins: %s', (_, text) => {
    const start = Buffer.byteLength('a: é\n') - (text.includes('é') ? 0 : 1);
    const page = pageOf(text, start + 5);
    const end = start + Buffer.byteLength(page.text.slice(0, 8));
    expect([byteAt(page, 0), byteAt(page, 8), characterAt(page, end)]).toEqual([start, end, 8]);
  });

  test('continue below what was left out', () => {
    const list = '# é\napiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- a: é\n- b: é\nx: é\n';
    const { envelope } = cut({ path: '-', bytes: Buffer.from(list) });
    if (envelope === undefined) throw new Error('is not cut');
    const at = (word: string): number => Buffer.byteLength(list.slice(0, list.indexOf(word)));
    expect(envelope.text).not.toContain('b: é');
    for (const word of ['apiVersion', 'kind', 'items', 'x: é'])
      expect(byteAt(envelope, envelope.text.indexOf(word)), word).toBe(at(word));
    expect(byteAt(envelope, envelope.text.length)).toBe(Buffer.byteLength(list));
  });
});
