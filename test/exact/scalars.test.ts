import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { cut } from '../../src/yaml/cut.ts';
import { printBlock, printFlow } from '../../src/yaml/print.ts';
import { readSlice } from '../../src/yaml/read.ts';
import type { Read } from './second-parser.ts';
import { startSecondParser } from './second-parser.ts';

/** Texts that some reader takes for something else, or that would break a line, a flow collection or a terminal. */
const odd = [
  ...['yes', 'No', 'ON', 'off', 'y', 'n', 'true', 'False', 'null', 'NULL', '~', '', '=', '<<', '-', '?', ':'],
  ...[
    '1',
    '-1',
    '+1',
    '010',
    '0o17',
    '0x1F',
    '0b11',
    '1_000',
    '1e3',
    '1E+3',
    '.5',
    '1.',
    '1.50',
    '08',
    '0_8',
    '190:20:30',
  ],
  ...['.inf', '-.INF', '.NaN', '1:30', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '500m', '1k', '1Ki', '1e3m'],
  ...[
    '# c',
    'a #c',
    'a: b',
    'a:',
    ': a',
    '- a',
    '-a',
    '? a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '"a"',
    "'a'",
    "it's",
  ],
  ...[
    '[a]',
    '{a}',
    'a, b',
    'a]',
    '---',
    '...',
    '--- a',
    ' a',
    'a ',
    '\ta',
    'a\tb',
    'a\nb',
    'a\n',
    '\n',
    'a\r\nb',
    '\\',
    '\\n',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u202e',
    '\ud83d\ude80',
    'h\u00e9',
  ],
];

/** Every style in which we print a text, as a value and, where it may be one, as a key. */
function printings(text: string): readonly string[] {
  const style = { eol: '\n', indent: 2, dash: 0, gap: 2 } as const;
  const value = { kind: 'ServiceProfile', key: text, list: [text], map: { [`k${text}`]: text } };
  return [
    `${printBlock(value, { ...style, quote: '"' }, 0)}\n`,
    `${printBlock(value, { ...style, quote: "'" }, 0)}\n`,
    `${printFlow(value, { json: false, unit: '', eol: '\n', spaced: false, tightColon: false, tightComma: false })}\n`,
    `${printFlow(value, { json: true, unit: '  ', eol: '\n', spaced: true, tightColon: false, tightComma: false })}\n`,
    `${printFlow(value, { json: true, unit: '', eol: '\n', spaced: false, tightColon: true, tightComma: true })}\n`,
  ];
}

function wanted(text: string): unknown {
  return { kind: 'ServiceProfile', key: text, list: [text], map: { [`k${text}`]: text } };
}

/** What Kubernetes' reader makes of a document. */
function asKubernetes(document: string): unknown {
  const source = { path: 'a.yaml', bytes: Buffer.from(document) };
  return [...cut(source).all()].flatMap((slice) =>
    manifestsOf(readSlice(slice)).manifests.map(({ object }) => object),
  )[0];
}

describe('a printed string', () => {
  test('is the same string for Kubernetes, YAML 1.1, YAML 1.2 and PyYAML', async () => {
    const parser = await startSecondParser();
    const check = async (text: string): Promise<void> => {
      for (const printed of printings(text)) {
        const readings = [
          parse(printed, { version: '1.2' }),
          parse(printed, { version: '1.1' }),
          asKubernetes(printed),
        ];
        expect(readings, printed).toEqual([wanted(text), wanted(text), wanted(text)]);
        const second = await parser?.read(Buffer.from(printed));
        if (parser !== undefined) expect(objectOf(second), printed).toEqual(wanted(text));
      }
    };
    for (const text of odd) await check(text);
    const asked = process.env.SMI2LINKERD_RUNS;
    const runs = asked === undefined ? { numRuns: 200, seed: 4 } : { numRuns: Number(asked) };
    await fc.assert(fc.asyncProperty(fc.oneof(anyText, like), check), runs);
    parser?.close();
  });

  test('that is long is a block scalar where that is safe, and the same string for every reader', async () => {
    const parser = await startSecondParser();
    const lines = ['# c', '  deeper', '', '---', 'a: b ', '- x', '%a', '"', '...'].join('\n').repeat(3000);
    const texts: readonly (readonly [string, boolean])[] = [
      [`a${lines}`, true],
      [`a${lines}\n`, true],
      ['a'.repeat(70000), true],
      [`a${lines}\n\n`, false],
      [`\n${lines}`, false],
      [` ${lines}`, false],
      [`${lines}\ta`, false],
      [`${lines}é`, false],
      [`${lines}\r\n`, false],
    ];
    for (const [text, isBlock] of texts) {
      const value = { kind: 'ServiceProfile', key: text, map: { inner: text, last: 'a' } };
      const printed = `${printBlock(value, { eol: '\n', indent: 2, dash: 0, gap: 2, quote: '"' }, 0)}\n`;
      expect(printed.includes('key: |')).toBe(isBlock);
      const second = await parser?.read(Buffer.from(printed));
      const readings = [parse(printed, { version: '1.2' }), parse(printed, { version: '1.1' }), asKubernetes(printed)];
      if (parser !== undefined) readings.push(objectOf(second));
      for (const reading of readings) expect(isDeepStrictEqual(reading, value)).toBe(true);
    }
    parser?.close();
  });

  test('that is long keeps the comment of its line', () => {
    const comments = { after: new Map([['/key', '# c']]), above: new Map<string, readonly string[]>() };
    const style = { eol: '\n', indent: 2, dash: 0, gap: 2, quote: '"' } as const;
    expect(printBlock({ key: 'a'.repeat(70000) }, style, 0, comments)).toMatch(/^key: \|- # c\n {2}aaa/);
  });

  test('has quotes only if some reader needs them', () => {
    expect(
      printBlock(
        ['web-v1', 'web.shop.svc.cluster.local', '500m', 'v1.2.0'],
        { eol: '\n', indent: 2, dash: 0, gap: 2, quote: '"' },
        0,
      ),
    ).toBe('- web-v1\n- web.shop.svc.cluster.local\n- 500m\n- v1.2.0');
  });
});

/** Any text without half of a surrogate pair, which UTF-8 cannot carry. */
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });

/** Texts close to numbers, dates and the words of YAML 1.1. */
const like = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abefox+-._:eEinmkyYnNTZ ~=<')), maxLength: 8 });

function objectOf(second: readonly Read[] | undefined): unknown {
  return second?.[0]?.object;
}
