import { findWord, partOf } from '../yaml/byte-search.ts';
import { anyOf, type Holds } from '../yaml/name-search.ts';
import type { LocatedSplit } from './located-split.ts';

const kindsOfAll: readonly string[] = [
  'Service', // first: most of what matters is one, and the search ends at the first word that it finds
  'ServiceProfile',
  'HTTPRoute',
  'GRPCRoute',
  'Canary',
  'Rollout',
  'AppProject',
  // Their items may have no kind.
  'ServiceList',
  'ServiceProfileList',
  'CanaryList',
  'RolloutList',
];
const kindsOfRoutes = ['HTTPRouteGroup', 'TCPRoute', 'TLSRoute', 'Namespace', 'HTTPRouteList', 'HTTPRouteGroupList'];

/** Whether bytes may hold a Service. */
export const mentionsService = anyOf(new Set(['Service', 'ServiceList']));

/** The kinds that can matter to a split: the words of the second round of reading. */
export function kindsThatMatter(target: 'serviceprofile' | 'httproute'): readonly string[] {
  return target === 'httproute' ? [...kindsOfAll, ...kindsOfRoutes] : kindsOfAll;
}

/** The names by which other manifests may refer to the splits. */
export function namesOfSplits(splits: readonly LocatedSplit[]): ReadonlySet<string> {
  const names = splits.flatMap(({ split, formerNames = [] }) => [
    ...formerNames,
    split.name,
    split.apex,
    ...split.backends.map((backend) => backend.service),
    ...split.matches.map((match) => match.name),
  ]);
  return new Set(names.filter((name) => name !== ''));
}

/**
 * Whether bytes may hold a Canary, or a Rollout that routes traffic. It looks for short words that start with a rare
 * letter, which Node finds several times faster.
 */
export const mayWriteSplits: Holds = (bytes, start, end) => {
  const content = partOf(bytes, start, end);
  const holds = (word: string): boolean => findWord(content, word) !== -1;
  return (holds('Canar') && holds('flagger.app')) || (holds('Routi') && holds('trafficRouting'));
};
