import type { LocatedSplit } from './located-split.ts';

/** The kinds that can matter to a split: the words of the second round of reading. */
export const kindsThatMatter: readonly string[] = [
  'ServiceProfile',
  'Service',
  'HTTPRoute',
  'GRPCRoute',
  'Canary',
  'Rollout',
  'AppProject',
];

/** The names by which the surroundings may mention the splits. */
export function namesOf(splits: readonly LocatedSplit[]): ReadonlySet<string> {
  const names = splits.flatMap(({ split }) => [
    split.name,
    split.apex,
    ...split.backends.map((backend) => backend.service),
  ]);
  return new Set(names.filter((name) => name !== ''));
}
