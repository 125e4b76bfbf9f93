import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Ran } from '../host.ts';
import { runWith } from '../host.ts';
import { unreadableTexts } from './unreadable-texts.ts';

const root = mkdtempSync(join(tmpdir(), 'smi2linkerd-named-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\n';

/** The text between two valid documents; one that is not in UTF-8 alone. */
function between(text: Buffer): Buffer {
  if (text.includes('\0\0') || text.subarray(0, 4).filter((byte) => byte === 0).length > 1 || (text[0] ?? 0) > 0xf0)
    return text;
  const end = text.at(-1) === 10 ? '' : '\n';
  return Buffer.concat([Buffer.from(`${other}---\n`), text, Buffer.from(`${end}---\n${other}`)]);
}

/** The text as an item of a ResourceList. */
function asItem(text: Buffer): Buffer {
  const item = text.toString('latin1').replace(/\n(?=.)/g, '\n  ');
  return Buffer.from(`apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${item}`, 'latin1');
}

/** Whether a run said anything of what it was given: a finding, a refusal of the call, or the conversion. */
function isNamed({ code, stdout, stderr }: Ran): boolean {
  if (code !== 0 && code !== 1 && code !== 2) return false;
  return (
    code === 2 ||
    /(?:error|warning|info) [a-z0-9-]+:|converted|^keep the adaptor/.test(stderr) ||
    /results:|ServiceProfile|: no profile$/m.test(stdout.toString())
  );
}

const texts = [...unreadableTexts()];

async function unnamed(run: (bytes: Buffer) => Promise<Ran>, make: (text: Buffer) => Buffer): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, text] of texts) {
    const ran = await run(make(text));
    if (!isNamed(ran)) problems.push(`${name}: ${ran.code} ${ran.stderr}`);
  }
  return problems;
}

describe('a text that mentions a TrafficSplit and cannot be read is named', () => {
  test.each([
    ['as a filter', []],
    ['as an audit', ['--check', '-']],
  ])('%s', async (_, args) => {
    expect(texts.length).toBeGreaterThan(500);
    expect(await unnamed((stdin) => runWith(args, { stdin }), between)).toEqual([]);
  });

  test('as an item of a function', async () => {
    const problems = await unnamed((stdin) => runWith([], { stdin }), asItem);
    expect(problems.filter((what) => !what.startsWith('UTF-'))).toEqual([]);
  });

  test.each([
    ['printed', ['.']],
    ['checked', ['--check', '.']],
    ['listed as a route', ['-l', '--target', 'httproute', '--port', '80', '.']],
  ])('%s', async (name, args) => {
    const cwd = join(root, name);
    mkdirSync(join(cwd, '.git'), { recursive: true });
    const run = (bytes: Buffer): Promise<Ran> => {
      writeFileSync(join(cwd, 'f.yaml'), bytes);
      return runWith(args, { cwd });
    };
    expect(await unnamed(run, between)).toEqual([]);
  });
});
