import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runWith } from '../host.ts';

const folder = join(import.meta.dirname, '../vectors/krm-captures');
const captures = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.includes('legacy-exec'));

/** ResourceLists with a split that has no backends. */
const invalid = captures.filter((name) => /[.]simple[.+]/.test(name));
/** ResourceLists whose functionConfig is another function's, or has keys that are not ours. */
const foreign = captures.filter((name) => !isOurs((read(name) as { functionConfig?: Config }).functionConfig));

interface Config {
  readonly kind?: string;
  readonly data?: Readonly<Record<string, string>>;
}

function isOurs(config: Config | undefined): boolean {
  return config === undefined || (config.kind === 'ConfigMap' && Object.keys(config.data ?? {}).length === 0);
}

function bytes(name: string): Buffer {
  return readFileSync(join(folder, name));
}

function read(name: string): unknown {
  return parse(bytes(name).toString());
}

/** The list as the tool wrote it, without its functionConfig: the last key of it, in all of them. */
function withoutConfig(name: string): Buffer {
  return Buffer.from(
    bytes(name)
      .toString()
      .replace(/^functionConfig:[\s\S]*$/m, ''),
  );
}

/** Lines of the output that the input lacks, where taking them out gives the input again; undefined where it does not. */
function added(input: string, output: string): readonly string[] | undefined {
  const wanted = input.split('\n');
  const more: string[] = [];
  let at = 0;
  for (const line of output.split('\n')) {
    if (line === wanted[at]) at += 1;
    else more.push(line);
  }
  return at === wanted.length ? more : undefined;
}

describe('ResourceLists that real kpt and kubectl wrote', () => {
  test('the captures are thirteen lists, three with an invalid split, and ten with a functionConfig of another function', () => {
    expect([captures.length, invalid.length, foreign.length]).toEqual([13, 3, 10]);
  });

  test.each(captures.filter((name) => !invalid.includes(name)))('%s: only new items are added', async (name) => {
    const input = withoutConfig(name);
    const { stdout, code } = await runWith([], { stdin: input });
    expect(code).toBe(0);
    const more = added(input.toString(), stdout.toString());
    expect(more).toBeDefined();
    const objects = parse(stdout.toString()) as { items: unknown[] };
    const before = parse(input.toString()) as { items: unknown[] };
    const fresh = objects.items.filter(
      (item) => !before.items.some((old) => JSON.stringify(old) === JSON.stringify(item)),
    );
    expect(fresh.map((item) => (item as { kind: string }).kind)).toEqual(fresh.map(() => 'ServiceProfile'));
    expect(objects.items.length).toBe(before.items.length + fresh.length);
    const splits = before.items.filter((item) => (item as { kind: string }).kind === 'TrafficSplit');
    expect(fresh.length).toBe(splits.length);
  });

  test.each(invalid)('%s: a split without backends is refused, the items stay', async (name) => {
    const input = withoutConfig(name);
    const { stdout, code } = await runWith([], { stdin: input });
    expect(code).toBe(1);
    expect(stdout.toString().startsWith(input.toString())).toBe(true);
    expect(stdout.toString().slice(input.length)).toMatch(/^results:\n- message: [^\n]*spec\.backends[^\n]*\n/);
  });

  test.each(foreign)(
    '%s: a functionConfig of another function is refused, and the error names the allowed kinds',
    async (name) => {
      const { stdout, code } = await runWith([], { stdin: bytes(name) });
      expect(code).toBe(2);
      expect(stdout.subarray(0, bytes(name).length).equals(bytes(name))).toBe(true);
      const results = (parse(stdout.toString()) as { results: { message: string; severity: string }[] }).results;
      for (const { message, severity } of results) {
        expect(severity).toBe('error');
        expect(message).toMatch(/allowed are/);
      }
    },
  );
});
