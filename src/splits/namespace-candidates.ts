import { memoisedFor } from '../collections.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Source } from '../yaml/source.ts';
import { decode } from '../yaml/source.ts';

/** A namespace that a split could be in, and where it was found. */
interface Candidate {
  readonly value: string;
  readonly by: string;
}

/** Where to look for namespaces: the file itself, the other files of its directory, and files that mention the apex. */
interface CandidatePlaces {
  readonly own: Source;
  readonly beside: readonly Source[];
  readonly around: readonly Source[];
}

/**
 * Namespaces near a split that has none, nearest first: those of other objects in its file, then in the files beside
 * it, then those in the names of profiles of its apex. They are found in the text without parsing it: they are only
 * suggestions for the user.
 */
export function namespacesNear(places: CandidatePlaces, { apex }: TrafficSplit): readonly Candidate[] {
  const byValue = new Map<string, Candidate>();
  for (const one of seenNear(places, apex)) {
    if (!byValue.has(one.value)) byValue.set(one.value, one);
    if (byValue.size === shownCandidates) break;
  }
  return [...byValue.values()];
}

function* seenNear({ own, beside, around }: CandidatePlaces, apex: string): Generator<Candidate, undefined> {
  const { namespaces, objects } = holdersOf(beside);
  for (const value of namespacesOfSource(own).namespaces) yield { value, by: 'in the same file' };
  for (const [value, path] of namespaces) yield { value, by: path };
  for (const value of namespacesOfSource(own).objects) yield { value, by: 'a Namespace in the same file' };
  for (const [value, path] of objects) yield { value, by: `a Namespace in ${path}` };
  for (const source of [own, ...around.filter((one) => one !== own)])
    for (const value of namespacesOfSource(source).profiles.get(apex) ?? [])
      yield { value, by: `a ServiceProfile in ${source.path}` };
  return undefined;
}

/** The first file that holds a value, by the value. */
type Holders = ReadonlyMap<string, string>;

/** So that a thousand splits of one directory do not look into each of a thousand files. */
const holdersOf = memoisedFor((sources: readonly Source[]) => ({
  namespaces: firstHolders(sources, (source) => namespacesOfSource(source).namespaces),
  objects: firstHolders(sources, (source) => namespacesOfSource(source).objects),
}));

function firstHolders(sources: readonly Source[], valuesIn: (source: Source) => readonly string[]): Holders {
  const found = new Map<string, string>();
  for (const source of sources)
    for (const value of valuesIn(source)) if (!found.has(value)) found.set(value, source.path);
  return found;
}

/** More suggestions would not help. */
const shownCandidates = 5;

/** The namespaces in a text, and those in the names of profiles, by Service. */
interface Namespaces {
  readonly namespaces: readonly string[];
  readonly profiles: ReadonlyMap<string, readonly string[]>;
  /** The names of Namespace objects. */
  readonly objects: readonly string[];
}

/** Kept, so that a thousand splits of one source do not search it a thousand times. */
const namespacesOfSource = memoisedFor((source: Source) => namespacesIn(textOrNothing(source)));

/** Empty if the source is not UTF-8: another finding reports that. */
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
  for (const [, service = '', namespace = ''] of text.matchAll(profileNames)) {
    const same = profiles.get(service);
    if (same === undefined) profiles.set(service, [namespace]);
    else if (!same.includes(namespace)) same.push(namespace);
  }
  const objects = Array.from(text.matchAll(namespaceObject), ([, name = '']) => name);
  return { namespaces: [...namespaces], profiles, objects };
}

const ownNamespace =
  /(?:^|[{,])[ \t]*["']?namespace["']?:[ \t]*(?!null[ \t]*(?:[,}\r\n]|$))["']?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)["']?[ \t]*(?=[,}]|\r?$)/gm;
const profileNames = /\bname["']?:[ \t]*["']?([a-z0-9-]{1,63})\.([a-z0-9-]{1,63})\.svc\./g;
const namespaceObject =
  /^kind:[ \t]*Namespace[ \t]*\r?\nmetadata:[ \t]*(?:\{[ \t]*|\r?\n[ \t]+)name:[ \t]*([a-z0-9-]{1,63})/gm;
