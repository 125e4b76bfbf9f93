import { beforeEach, expect, test, vi } from 'vitest';
import { shapes } from '../../bench/shapes.js';
import type * as Authority from '../../src/mesh/authority.ts';
import type * as RouteEquality from '../../src/mesh/route-equality.ts';
import type * as ByteSearch from '../../src/yaml/name-search.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

/**
 * How often the name of a profile was split into its parts, how often bytes were searched for names, and how often a route
 * was asked for its parents.
 */
let [names, searches, routes] = [0, 0, 0];

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

vi.mock('../../src/mesh/route-equality.ts', async (original) => {
  const module = await original<typeof RouteEquality>();
  const parentRefsOf: typeof module.parentRefsOf = (route, namespace) => {
    routes += 1;
    return module.parentRefsOf(route, namespace);
  };
  return { ...module, parentRefsOf };
});

beforeEach(() => {
  [names, searches, routes] = [0, 0, 0];
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

test.for(['serviceprofile', 'httproute'])(
  'splits of one apex in many namespaces look at their own: %s',
  async (target) => {
    const namespaces = 40;
    const { stdin } = shapes['one apex in many namespaces'](namespaces) as { stdin: string };
    await runWith(['--target', target], { stdin: Buffer.from(stdin) });
    expect(routes).toBeGreaterThanOrEqual(namespaces);
    expect(routes).toBeLessThan(16 * namespaces);
    expect(names).toBeLessThan(20 * namespaces);
  },
);
