import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../src/config/advice.ts';

describe('a word in a command is what bash reads', () => {
  test.each([
    ['web.yaml', 'web.yaml'],
    ["it's", String.raw`'it'\''s'`],
    ['a b$c', "'a b$c'"],
    ['a\u200cb.yaml', String.raw`$'a\u200cb.yaml'`],
    ["it's\n\\a\tb", String.raw`$'it\'s\u000a\\a\u0009b'`],
    ['a\u{e0041}é', String.raw`$'a\U000e0041é'`],
  ])('%j is written as %s', (word, written) => {
    expect(quoted(word)).toBe(written);
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    expect(execFileSync('bash', ['-c', `printf %s ${written}`], { encoding: 'utf8', env })).toBe(word);
  });
});
