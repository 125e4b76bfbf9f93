import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RouteMatch, RouteRule } from '../../src/mesh/http-route.ts';
import { toHttpRoutes } from '../../src/mesh/http-route.ts';
import { readRouteGroup } from '../../src/mesh/route-group.ts';
import { isEverything, toRouteMatches } from '../../src/mesh/route-matches.ts';

interface Row {
  readonly id: string;
  readonly matches: readonly unknown[];
  readonly rules: readonly RouteRule[];
  /** `METHOD path name:value`, and where SMI sends it. */
  readonly requests: readonly (readonly [request: string, goes: 'split' | 'apex'])[];
}

const rows = readFileSync(join(import.meta.dirname, '../vectors/httproute/golden-matches.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const quiet = (): undefined => undefined;

function rulesOf({ matches }: Row): readonly RouteRule[] {
  const group = readRouteGroup({ kind: 'HTTPRouteGroup', spec: { matches } }, quiet, quiet) ?? [];
  const made = group.flatMap((match) => toRouteMatches(match, quiet, quiet) ?? []);
  const backends = ['web', 'web-v2'].map((service, index) => ({ service, namespace: '', weight: '1', index }));
  const split = { name: 'web', namespace: '', apex: 'web', backends, matches: [], labels: {}, annotations: {} };
  const parts = { version: 'v1', ports: [8080], weights: [90, 10], marked: false } as const;
  const routes = toHttpRoutes(split, made.some(isEverything) ? parts : { ...parts, matches: made });
  return routes[0]?.spec.rules ?? [];
}

/** Whether Linkerd finds that a match holds: the first match of its engine, leftmost-first as JavaScript's, spans it all. */
function holds({ method, path, headers = [] }: RouteMatch, request: string): boolean {
  const [, verb = '', target = '', name, value = ''] = /^(\S+) (\S+)(?: ([^:]+):(.*))?$/.exec(request) ?? [];
  const spans = (pattern: string, text: string): boolean => new RegExp(pattern).exec(text)?.[0] === text;
  return (
    (method === undefined || method === verb) &&
    (path.type === 'PathPrefix' || spans(path.value, target)) &&
    headers.every((header) => header.name === name && spans(header.value, value))
  );
}

function goesTo(rules: readonly RouteRule[], request: string): 'split' | 'apex' | '404' {
  const first = rules.findIndex(({ matches }) => matches.some((match) => holds(match, request)));
  if (first === -1) return '404';
  return first < rules.length - 1 || rules.length === 1 ? 'split' : 'apex';
}

/**
 * Where the rules differ from those of the golden file, and requests go where they go there all the same: a header pattern
 * with several quantifiers is wrapped, since the first match that greedy quantifiers find need not be the longest.
 */
describe('matches of an HTTPRouteGroup', () => {
  test.each(rows.map((row) => [row.id, row] as const))('%s: the route has the expected rules', (_, row) => {
    expect(unwrapped(rulesOf(row))).toEqual(unwrapped(row.rules));
  });

  test.each(rows.map((row) => [row.id, row] as const))('%s: requests go to the backends that SMI defines', (_, row) => {
    const rules = rulesOf(row);
    expect(row.requests.map(([request]) => [request, goesTo(rules, request)])).toEqual(row.requests);
  });

  test('a header pattern with a first match that is not the longest is anchored', () => {
    const [rule] = rulesOf({ id: '', matches: [{ headers: { x: 'a?(ab)?' } }], rules: [], requests: [] });
    expect(rule?.matches[0]?.headers?.[0]?.value).toBe('^(?:a?(ab)?)$');
  });
});

function unwrapped(rules: readonly RouteRule[]): unknown {
  return JSON.parse(JSON.stringify(rules).replace(/"\^\(\?:((?:[^"\\]|\\.)*)\)\$"/g, '"$1"'));
}
