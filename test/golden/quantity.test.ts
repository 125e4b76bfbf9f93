import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasDigits, isWholeMilli, milliValue, parseQuantity } from '../../src/mesh/quantity.ts';
import { runWith } from '../host.ts';

/** Vectors that Kubernetes' own code made: a weight as JSON, then what came out of it. */
function vectors(name: string): readonly (readonly string[])[] {
  const text = readFileSync(join(import.meta.dirname, '../vectors', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

describe('resource.Quantity', () => {
  const rows = vectors('quantity-golden.tsv');

  test('the vectors are not empty', () => {
    expect(rows.length).toBe(284);
  });

  test.each(rows)('%s is %s, %s milli', (input = '', canonical = '', milli = '', wire = '') => {
    const value: unknown = JSON.parse(input);
    const quantity = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
    if (canonical === 'ERR') {
      expect(quantity).toBeUndefined();
      return;
    }
    expect(quantity?.canonical).toBe(JSON.parse(canonical));
    // Kubernetes' int64 wraps beyond 2^63; ours is exact, and such weights are refused (weight-out-of-range).
    const exact = milliValue(quantity ?? { mantissa: 0n, exponent: 0 });
    if (exact < 2n ** 63n && exact >= -(2n ** 63n)) {
      expect(String(exact)).toBe(milli);
      expect(String(BigInt.asUintN(32, exact * 10n))).toBe(wire);
    }
  });
});

describe('weights as the smi-adaptor wrote them', () => {
  const rows = vectors('adaptor-weights.tsv');

  /** Which of the weights that the adaptor takes are refused here, and why: nothing else may be. */
  function refusal(input: string): 'invalid-weight' | 'weight-out-of-range' | undefined {
    const value = JSON.parse(input) as string | number;
    const quantity = parseQuantity(value);
    if (quantity === undefined || !hasDigits(String(value)) || quantity.mantissa < 0n) return 'invalid-weight';
    if (!isWholeMilli(quantity) || milliValue(quantity) > 429_496_729n) return 'weight-out-of-range';
    return undefined;
  }

  test('every weight that the adaptor can read has the canonical text of the adaptor', () => {
    const different = rows.flatMap(([input = '', written = '']) => {
      const canonical = parseQuantity(exact(input))?.canonical;
      const wanted = written === 'ERR' ? undefined : (JSON.parse(written) as string);
      return canonical === wanted ? [] : [`${input}: adaptor ${written}, here ${canonical ?? 'refused'}`];
    });
    expect(different).toEqual([]);
  });

  test('every weight has the text of the adaptor or is refused with the expected code', async () => {
    const counts: Record<string, number> = {};
    const different: string[] = [];
    for (const [input = '', written = ''] of rows) {
      const { stdout, stderr, code } = await runWith([], { stdin: Buffer.from(splitOf(input)) });
      const refused = /error ([a-z-]+):/.exec(stderr)?.[1];
      const expected = written === 'ERR' ? 'invalid-weight' : refusal(input);
      const outcome = refused ?? 'converted';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      const weight = /^ {4}weight: (.*)$/m.exec(stdout.toString().split('---\n')[1] ?? '')?.[1] ?? '';
      const same =
        expected === undefined
          ? code === 0 && weight.replace(/^"|"$/g, '') === JSON.parse(written)
          : refused === expected;
      if (!same) different.push(`${input}: adaptor ${written}, here ${weight || outcome}`);
    }
    expect(different).toEqual([]);
    expect(counts).toEqual({ converted: 474, 'invalid-weight': 214, 'weight-out-of-range': 1050 });
  });
});

/** A weight as Kubernetes meets it: whole numbers are an int64 where they fit, where JavaScript's lose their last digits. */
function exact(json: string): string | number {
  return /^-?[0-9]{16,19}$/.test(json) && BigInt(json) < 2n ** 63n ? json : (JSON.parse(json) as string | number);
}

/** A split in block YAML, of which JSON scalars are a part. */
function splitOf(weight: string): string {
  return `apiVersion: split.smi-spec.io/v1alpha1
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web
  backends:
  - service: web-v1
    weight: ${weight}
`;
}
