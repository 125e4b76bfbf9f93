import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Converted } from './invariants.ts';
import { broken, convertAll, ways } from './invariants.ts';
import { contentOf } from './objects.ts';
import { streamOf } from './random.ts';
import { startSecondParser } from './second-parser.ts';

/** The same 120 streams each time; SMI2LINKERD_RUNS=20000 is a night's worth of new ones. */
const asked = process.env.SMI2LINKERD_RUNS;
const runs = asked === undefined ? { numRuns: 120, seed: 4 } : { numRuns: Number(asked) };

describe('random streams in random styles', () => {
  test('are converted by all invariants, and a second parser reads the same objects', async () => {
    const parser = await startSecondParser();
    const seen = { streams: 0, valid: 0, conversions: 0, second: 0 };
    const property = fc.asyncProperty(fc.uint8Array({ minLength: 40, maxLength: 220 }), async (tape) => {
      const { text, path } = streamOf(tape);
      const source = { path, bytes: Buffer.from(text) };
      seen.streams += 1;
      if (contentOf(source)?.broken === 0) seen.valid += 1;
      const before = await parser?.read(source.bytes);
      for (const way of ways) {
        expect(broken([source], way).problems).toEqual([]);
        const [one] = convertAll([source], way).converted;
        if (one === undefined || one.edits.length === 0) continue;
        seen.conversions += 1;
        expect(undone(one).equals(source.bytes)).toBe(true);
        const after = before && (await parser?.read(one.after));
        // A stream of JSON values is no YAML to PyYAML: kubectl and kustomize print and read it.
        if (before === undefined || (after === undefined && /^\ufeff?\{/.test(text))) continue;
        seen.second += 1;
        expect(after?.filter(isOther).map(({ digest }) => digest)).toEqual(
          before.filter(isOther).map(({ digest }) => digest),
        );
      }
    });
    await fc.assert(property, runs);
    parser?.close();
    console.info(`random streams: ${JSON.stringify(seen)}, ${parser?.version ?? 'no second parser'}`);
    expect(seen.valid).toBeGreaterThan(seen.streams * 0.9);
    expect(seen.conversions).toBeGreaterThan(seen.streams);
  });
});

function isOther({ kind }: { readonly kind: string }): boolean {
  return !['ServiceProfile', 'TrafficSplit', 'HTTPRoute'].includes(kind);
}

/** The output with every edit taken back. */
function undone({ source, after, edits }: Converted): Buffer {
  let shift = 0;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, bytes } of edits) {
    parts.push(after.subarray(at, start + shift), source.bytes.subarray(start, end));
    at = start + shift + bytes.length;
    shift += bytes.length - (end - start);
  }
  return Buffer.concat([...parts, after.subarray(at)]);
}
