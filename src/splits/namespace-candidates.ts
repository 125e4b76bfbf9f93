import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Source } from '../yaml/source.ts';
import { decode } from '../yaml/source.ts';

/** What the namespace of a split could be, and where that was seen. */
export interface Candidate {
  readonly value: string;
  readonly by: string;
}

/**
 * Namespaces seen near a split without one, nearest first: those of other objects of its file, then those in the names of
 * profiles of its apex. Read as text, for a person to choose from: nothing is decided by it.
 */
export function namespacesNear(own: Source, sources: readonly Source[], { apex }: TrafficSplit): readonly Candidate[] {
  const profiles = [own, ...sources.filter((source) => source !== own)].flatMap((source) =>
    (textOf(source).profiles.get(apex) ?? []).map((value) => ({ value, by: `a ServiceProfile in ${source.path}` })),
  );
  const seen = [...textOf(own).namespaces.map((value) => ({ value, by: 'in the same file' })), ...profiles];
  const byValue = new Map<string, Candidate>();
  for (const one of seen) if (!byValue.has(one.value)) byValue.set(one.value, one);
  return [...byValue.values()];
}

/** The namespaces that a text holds, and those in the names of profiles, by Service. */
interface Namespaces {
  readonly namespaces: readonly string[];
  readonly profiles: ReadonlyMap<string, readonly string[]>;
}

/** So that a thousand splits of one source do not search it a thousand times. */
const known = new WeakMap<Source, Namespaces>();

function textOf(source: Source): Namespaces {
  const found = known.get(source) ?? namespacesIn(textOrNothing(source));
  known.set(source, found);
  return found;
}

/** Nothing where the source is not UTF-8: another finding says so. */
function textOrNothing({ bytes }: Source): string {
  try {
    return decode(bytes);
  } catch {
    return '';
  }
}

function namespacesIn(text: string): Namespaces {
  const namespaces = new Set<string>();
  for (const [, value = ''] of text.matchAll(ownNamespace)) namespaces.add(value);
  const profiles = new Map<string, string[]>();
  for (const [, service = '', namespace = ''] of text.matchAll(profileName)) {
    const same = profiles.get(service);
    if (same === undefined) profiles.set(service, [namespace]);
    else if (!same.includes(namespace)) same.push(namespace);
  }
  return { namespaces: [...namespaces], profiles };
}

const ownNamespace = /^[ \t]*["']?namespace["']?:[ \t]*["']?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)["']?[ \t]*\r?$/gm;
const profileName = /\bname["']?:[ \t]*["']?([a-z0-9-]{1,63})\.([a-z0-9-]{1,63})\.svc\./g;
