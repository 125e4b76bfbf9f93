import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/config.ts';
import type { KubernetesObject } from '../../src/kubernetes.ts';
import { text } from '../../src/kubernetes.ts';
import type { Source } from '../../src/yaml/source.ts';
import { cases } from '../fixtures.ts';
import { runWith } from '../host.ts';
import { corpusFiles, present, warnIfAbsent } from './corpus.ts';
import { convertAll } from './invariants.ts';
import { contentOf } from './objects.ts';

warnIfAbsent('no real TrafficSplit is printed');

const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-print-'));
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

// Kubernetes reads each document without its directives, so that it refuses a tag that needs one, printed or not.
const fixtures: readonly Source[] = cases(join(import.meta.dirname, '../../fixtures')).flatMap(({ name, stdin }) =>
  stdin === undefined || stdin.includes('%TAG') ? [] : [{ path: `${name}.yaml`, bytes: stdin }],
);

describe('a printed file has the same objects as the converted file', () => {
  test('every stream of a fixture that is printed has the same objects', async () => {
    expect(await printAll(fixtures)).toBeGreaterThan(fixtures.length / 2);
  });

  test.skipIf(!present)('in every real TrafficSplit', async () => {
    expect(await printAll(corpusFiles('trafficsplits'))).toBeGreaterThan(100);
  });
});

/** Prints each file both ways; returns how many times it was not refused. */
async function printAll(sources: readonly Source[]): Promise<number> {
  let printed = 0;
  for (const [index, { bytes }] of sources.entries()) {
    const path = `${index}.yaml`;
    writeFileSync(join(cwd, path), bytes);
    for (const drop of [false, true]) {
      const { code, stdout } = await runWith(['-n', 'fallback', ...(drop ? ['--drop'] : []), path], { cwd });
      if (code !== 0) continue;
      printed += 1;
      const way = { together: true, options: resolveOptions({ drop, namespace: 'fallback' }) };
      const [one] = convertAll([{ path, bytes }], way).converted;
      const stream = contentOf({ path: 'stdout.yaml', bytes: stdout });
      // A broken manifest is printed as it is: the cluster's reader is the one to refuse it.
      if (contentOf({ path, bytes: one?.after ?? bytes })?.broken !== 0) continue;
      expect(stream?.broken, sources[index]?.path).toBe(0);
      expect(stream?.objects, sources[index]?.path).toEqual(manifests(path, one?.after));
      expect(stdout.subarray(0, 3).toString()).toBe('---');
    }
  }
  return printed;
}

/** The objects of a file that have an apiVersion and a kind: others are not printed. A kind that is no text is for the cluster to refuse. */
function manifests(path: string, bytes: Buffer = Buffer.of()): readonly KubernetesObject[] | undefined {
  return contentOf({ path, bytes })?.objects.filter(
    (object) => text(object, 'apiVersion') !== '' && (text(object, 'kind') !== '' || typeof object.kind === 'object'),
  );
}
