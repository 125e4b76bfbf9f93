import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/yaml/source.ts';
import type { Case } from '../fixtures.ts';
import { cases, runCase, tree } from '../fixtures.ts';
import { isInShare } from '../sample.ts';
import type { Way } from './invariants.ts';
import { broken, differInTwoSteps, ways } from './invariants.ts';

const all = cases(join(import.meta.dirname, '../../fixtures'));

/** The files of a case, and its standard input. */
function sourcesOf({ folder, stdin }: Case): readonly Source[] {
  const files = [...tree(join(folder, 'before'))].filter(([path]) => /\.(?:ya?ml|json)$/.test(path));
  const sources = files.map(([path, bytes]) => ({ path, bytes }));
  return stdin === undefined ? sources : [{ path: '-', bytes: stdin }, ...sources];
}

/** A stream is deployed together, and files each by itself; one case in four is converted as the other form, too. */
function waysOf({ name, stdin }: Case): readonly Way[] {
  return ways.filter(({ together }) => together === (stdin !== undefined) || isInShare(name, 4));
}

describe('invariants of every fixture, and keeping and then dropping ends in the text of dropping at once', () => {
  test.each(all.filter((one) => sourcesOf(one).length > 0))('$name', (one) => {
    const sources = sourcesOf(one);
    const problems = waysOf(one).flatMap((way) => [
      ...broken(sources, way).problems,
      ...differInTwoSteps(sources, way),
    ]);
    expect(problems).toEqual([]);
  });
});

describe('what a fixture gave comes out as it is when it is given again', () => {
  // An audit (`--check -`) prints a report, which is no stream.
  test.each(all.filter(({ stdin, args }) => stdin !== undefined && !args.includes('--check')))(
    'filter: $name',
    async (one) => {
      const { code, stdout } = await runCase(one);
      if (code !== 0) return;
      const again = await runCase(one, undefined, stdout);
      expect(withoutResults(again.stdout)).toBe(withoutResults(stdout));
    },
  );

  test.each(all.filter(({ args }) => args.includes('-w') || args.includes('--write')))('files: $name', async (one) => {
    const { after } = await runCase(one);
    const start = mkdtempSync(join(tmpdir(), 'smi2linkerd-again-'));
    try {
      for (const [path, content] of after) {
        mkdirSync(dirname(join(start, path)), { recursive: true });
        writeFileSync(join(start, path), content);
      }
      expect(texts((await runCase(one, start)).after)).toEqual(texts(after));
    } finally {
      rmSync(start, { recursive: true, force: true });
    }
  });
});

/** A function appends its results at every run; they come last. */
function withoutResults(stdout: Buffer): string {
  return stdout.toString('latin1').replace(/^results:[^]*/m, '');
}

function texts(files: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, content]) => [path, content.toString('latin1')]));
}
