import { beforeEach, expect, test, vi } from 'vitest';
import { shapes } from '../../bench/shapes.js';
import type * as Authority from '../../src/mesh/authority.ts';
import type * as ByteSearch from '../../src/yaml/name-search.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

/** How often the name of a profile was split into its parts, and how often bytes were searched for names. */
let [names, searches] = [0, 0];

vi.mock('../../src/mesh/authority.ts', async (original) => {
  const module = await original<typeof Authority>();
  const parseProfileName: typeof module.parseProfileName = (name) => {
    names += 1;
    return module.parseProfileName(name);
  };
  return { ...module, parseProfileName };
});

vi.mock('../../src/yaml/name-search.ts', async (original) => {
  const module = await original<typeof ByteSearch>();
  const anyOf: typeof module.anyOf = (words) => {
    const holds = module.anyOf(words);
    return (bytes, start, end) => {
      searches += 1;
      return holds(bytes, start, end);
    };
  };
  return { ...module, anyOf };
});

beforeEach(() => {
  [names, searches] = [0, 0];
});

test('units that are deployed together look at what they have in common once', async () => {
  const units = 20;
  const shape = shapes['one profile name under one kustomization'](units);
  const { tree, args } = shape as { tree: readonly [string, string][]; args: readonly string[] };
  const { code } = await runWith(args, { cwd: treeOf(Object.fromEntries(tree)) });
  expect(code).toBe(1);
  expect(names).toBeGreaterThan(units);
  expect(names).toBeLessThan(12 * units);
  expect(searches).toBeGreaterThan(units);
  expect(searches).toBeLessThan(40 * units);
});
