import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcomesOf } from './outcomes.ts';

const corpus = process.env.SMI2LINKERD_CORPUS ?? '';
const present = existsSync(join(corpus, 'trafficsplits'));
if (!present) console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so its TrafficSplits are not converted');

test.skipIf(!present)(
  'every TrafficSplit of the corpus is converted, or gets the finding that the specification names',
  async () => {
    const outcomes = await outcomesOf(corpus);
    const table = [...outcomes].map(([outcome, files]) => `${String(files.length).padStart(4)}  ${outcome}`);
    console.info(['TrafficSplits of the corpus, with -n default:', ...table].join('\n'));
    expect(Object.fromEntries([...outcomes].map(([outcome, files]) => [outcome, files.length]))).toEqual({
      converted: 72,
      'matches-unsupported': 1,
      'nothing controller-owned splits-at-run-time': 2,
    });
  },
);
