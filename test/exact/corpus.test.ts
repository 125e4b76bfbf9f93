import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { text } from '../../src/kubernetes.ts';
import { isServiceProfile } from '../../src/mesh/service-profile.ts';
import type { Source } from '../../src/yaml/source.ts';
import { tree } from '../fixtures.ts';
import { runWith } from '../host.ts';
import { corpusFiles, present, warnIfAbsent } from './corpus.ts';
import { broken, ways } from './invariants.ts';
import { contentOf } from './objects.ts';

warnIfAbsent('no real manifest is put through the invariants');

describe.skipIf(!present)('real manifests', () => {
  test('without a split are printed by the filter unchanged', async () => {
    let refused = 0;
    let functions = 0;
    const files = corpusFiles('fidelity');
    for (const { path, bytes } of files) {
      const { code, stdout, stderr } = await runWith([], { stdin: bytes });
      if (isList(bytes)) {
        functions += 1;
        expect(code === 0 ? stdout.equals(bytes) : stdout.length === 0, path).toBe(true);
        continue;
      }
      const holdsNothing = !Buffer.from(bytes).includes('apiVersion');
      if (holdsNothing) refused += 1;
      expect([path, code, stderr === '']).toEqual([path, holdsNothing ? 2 : 0, !holdsNothing]);
      expect(stdout.equals(holdsNothing ? Buffer.of() : bytes), path).toBe(true);
    }
    console.info(
      `fidelity: ${files.length - refused - functions} files through the filter unchanged, ${refused} are no manifest, ${functions} ResourceLists`,
    );
    expect(files.length - refused).toBeGreaterThan(400);
  });

  test('without a split are not written, and printed with the same lines', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-fidelity-'));
    try {
      const files = corpusFiles('fidelity').map(({ bytes }, index) => ({ path: `${index}.yaml`, bytes }));
      for (const { path, bytes } of files) writeFileSync(join(cwd, path), bytes);
      for (const args of [['-w'], ['-w', '--drop']]) {
        const { code, stdout, stderr } = await runWith([...args, '.'], { cwd });
        expect([code, stdout.length, stderr.includes('error')]).toEqual([0, 0, false]);
        const after = tree(cwd);
        expect(files.filter(({ path, bytes }) => after.get(path)?.equals(bytes) !== true)).toEqual([]);
      }
      for (const { path, bytes } of files) {
        const { code, stdout } = await runWith([path], { cwd });
        if (code === 0) expect(strayLines(bytes, stdout), path).toEqual([]);
        else expect([path, code, stdout.length]).toEqual([path, 2, 0]);
      }
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });

  test.each(['fidelity', 'trafficsplits', 'serviceprofiles', 'trees', 'yaml-test-suite'])(
    'of %s hold every invariant',
    (folder) => {
      const files = corpusFiles(folder);
      const problems: string[] = [];
      let changed = 0;
      for (const file of files) {
        const one = [file];
        for (const way of ways) {
          const found = broken(one, way);
          problems.push(...found.problems.map((problem) => `${problem} (${JSON.stringify(way)})`));
          changed += found.changed;
        }
      }
      expect(problems).toEqual([]);
      console.info(`${folder}: ${files.length} files, ${ways.length} ways each, ${changed} conversions`);
    },
  );

  test('with a profile and a matching split change only the overrides of the profile', () => {
    const files = corpusFiles('serviceprofiles').flatMap(withSplits);
    let changed = 0;
    for (const file of files) {
      const one = [file];
      for (const way of ways) {
        const found = broken(one, way);
        expect(found.problems).toEqual([]);
        changed += found.changed;
      }
    }
    console.info(`serviceprofiles with splits made for them: ${files.length} files, ${changed} conversions`);
    expect(changed).toBeGreaterThan(files.length);
  });
});

/** A ResourceList is a call of the function: one of another function's configuration is refused. */
function isList(bytes: Uint8Array): boolean {
  return /^kind: ResourceList\s*$/m.test(Buffer.from(bytes).toString('latin1'));
}

/** Lines that are printed and not in the file, in order; separators and what a printed stream leaves out do not count. */
function strayLines(bytes: Uint8Array, stdout: Buffer): readonly string[] {
  // UTF-16 is printed as UTF-8.
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? Buffer.from(bytes.subarray(2)).toString('utf16le') : undefined;
  const lines = (text === undefined ? Buffer.from(bytes) : Buffer.from(text))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n/);
  let at = 0;
  return stdout
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => {
      if (line === '---') return false;
      const found = lines.indexOf(line, at);
      if (found !== -1) at = found + 1;
      return found === -1 && line !== '';
    });
}

/** A file of profiles, once for each profile that a split can be made for. */
function withSplits(file: Source): readonly Source[] {
  const profiles = (contentOf(file)?.objects ?? []).filter(isServiceProfile);
  return profiles.flatMap((profile, index) => {
    const [, apex, namespace] = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(text(profile, 'metadata', 'name')) ?? [];
    if (apex === undefined || namespace === undefined) return [];
    const body = Buffer.from(file.bytes).toString();
    const split = `apiVersion: split.smi-spec.io/v1alpha1\nkind: TrafficSplit\nmetadata:\n  name: made\n  namespace: ${namespace}\nspec:\n  service: ${apex}\n  backends:\n  - service: ${apex}-a\n    weight: 900m\n  - service: ${apex}-b\n    weight: 0\n`;
    const path = `${basename(file.path)}-${index}`;
    return [
      { path, bytes: Buffer.from(`${split}---\n${body}`) },
      { path, bytes: Buffer.from(`${body.trimEnd()}\n---\n${split}`) },
    ];
  });
}
