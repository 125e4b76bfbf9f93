import type { LocatedSplit } from './located-split.ts';

const kindsOfAll: readonly string[] = [
  'ServiceProfile',
  'Service',
  'HTTPRoute',
  'GRPCRoute',
  'Canary',
  'Rollout',
  'AppProject',
];
const kindsOfRoutes = ['HTTPRouteGroup', 'TCPRoute', 'TLSRoute', 'Namespace'];

/** The kinds that can matter to a split: the words of the second round of reading. */
export function kindsThatMatter(target: 'serviceprofile' | 'httproute'): readonly string[] {
  return target === 'httproute' ? [...kindsOfAll, ...kindsOfRoutes] : kindsOfAll;
}

/** The names by which the surroundings may mention the splits. */
export function namesOf(splits: readonly LocatedSplit[]): ReadonlySet<string> {
  const names = splits.flatMap(({ split }) => [
    split.name,
    split.apex,
    ...split.backends.map((backend) => backend.service),
    ...split.matches.map((match) => match.name),
  ]);
  return new Set(names.filter((name) => name !== ''));
}
