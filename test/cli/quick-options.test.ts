import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/cli/options.ts';
import { parseQuickly, versionText } from '../../src/cli/quick-options.ts';

const short = ['-w', '-l', '-d', '-q'];
const long = [
  '--write',
  '--list',
  '--diff',
  '--check',
  '--drop',
  '--quiet',
  '--skip-annotation',
  '--no-skip-annotation',
];
const others = ['-n', 'shop', '--format', 'json', '-wq', '--chec', '--', '--help', '-V', '--drop=true', '--target', ''];
const paths = ['.', 'k8s/', '-', 'a b.yaml', 'help', '*.yaml', 'x=y'];

/** What reading comes to: its result, or the error's message and fix. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof Error && 'fix' in error ? [error.message, error.fix] : error;
  }
}

describe('parseQuickly', () => {
  test('gives the same call as commander', () => {
    const words = fc.constantFrom(...short, ...long, ...others, ...paths);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (args) => {
        const quick = outcome(() => parseQuickly(args));
        if (quick === undefined) return;
        const parsed = outcome(() => parse(args)) as { readonly call?: unknown };
        expect(quick).toEqual(parsed.call ?? parsed);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([...short, ...long])('reads %s', (option) => {
    expect(outcome(() => parseQuickly([option, 'k8s']))).toEqual((parse([option, 'k8s']) as { call: unknown }).call);
  });

  test.each(others.filter((word) => word.startsWith('-') || word === ''))('%j is left to commander', (word) => {
    expect(parseQuickly(['--check', word, '.'])).toBeUndefined();
  });

  test('--version prints what commander prints', () => {
    expect(parse(['--version'])).toEqual({ print: `${versionText}\n` });
  });
});
