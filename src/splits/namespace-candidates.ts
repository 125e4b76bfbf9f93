import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Source } from '../yaml/source.ts';
import { decode } from '../yaml/source.ts';

/** What the namespace of a split could be, and where that was seen. */
export interface Candidate {
  readonly value: string;
  readonly by: string;
}

/**
 * Namespaces that stand near a split without one, nearest first: those of other objects of its file, then those in the
 * names of profiles of its apex. Read as text, for a person to choose from: nothing is decided by it.
 */
export function namespacesNear(own: Source, sources: readonly Source[], { apex }: TrafficSplit): readonly Candidate[] {
  const inFile = matchesIn(
    own,
    /^[ \t]*["']?namespace["']?:[ \t]*["']?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)["']?[ \t]*\r?$/gm,
  );
  const name = new RegExp(`\\bname["']?:[ \\t]*["']?${apex}\\.([a-z0-9-]{1,63})\\.svc\\.`, 'g');
  const profiles = [own, ...sources.filter((source) => source !== own)].flatMap((source) =>
    matchesIn(source, name).map((value) => ({ value, by: `a ServiceProfile in ${source.path}` })),
  );
  const seen = [...inFile.map((value) => ({ value, by: 'in the same file' })), ...profiles];
  return seen.filter(({ value }, index) => seen.findIndex((one) => one.value === value) === index);
}

function matchesIn({ bytes }: Source, pattern: RegExp): readonly string[] {
  try {
    return [...decode(bytes).matchAll(pattern)].map(([, value = '']) => value);
  } catch {
    return []; // not UTF-8: another finding says so
  }
}
