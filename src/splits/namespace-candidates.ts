import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Source } from '../yaml/source.ts';
import { decode } from '../yaml/source.ts';

/** What the namespace of a split could be, and where that was seen. */
export interface Candidate {
  readonly value: string;
  readonly by: string;
}

/** Where namespaces are looked for: the file itself, those of its directory, and what else mentions the apex. */
interface Places {
  readonly own: Source;
  readonly beside: readonly Source[];
  readonly around: readonly Source[];
}

/**
 * Namespaces seen near a split without one, nearest first: those of other objects of its file, then of the files beside it,
 * then those in the names of profiles of its apex. Read as text, for a person to choose from: nothing is decided by it.
 */
export function namespacesNear({ own, beside, around }: Places, { apex }: TrafficSplit): readonly Candidate[] {
  const others = beside.filter(({ path }) => path !== own.path);
  const profiles = [own, ...around.filter((source) => source !== own)].flatMap((source) =>
    (textOf(source).profiles.get(apex) ?? []).map((value) => ({ value, by: `a ServiceProfile in ${source.path}` })),
  );
  const seen = [
    ...textOf(own).namespaces.map((value) => ({ value, by: 'in the same file' })),
    ...others.flatMap((source) => textOf(source).namespaces.map((value) => ({ value, by: source.path }))),
    ...others.flatMap((source) =>
      textOf(source).objects.map((value) => ({ value, by: `a Namespace in ${source.path}` })),
    ),
    ...profiles,
  ];
  const byValue = new Map<string, Candidate>();
  for (const one of seen) if (!byValue.has(one.value)) byValue.set(one.value, one);
  return [...byValue.values()].slice(0, shownCandidates);
}

/** More help nobody to choose. */
const shownCandidates = 5;

/** The namespaces that a text holds, and those in the names of profiles, by Service. */
interface Namespaces {
  readonly namespaces: readonly string[];
  readonly profiles: ReadonlyMap<string, readonly string[]>;
  /** The names of Namespace objects. */
  readonly objects: readonly string[];
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
  const objects = Array.from(text.matchAll(namespaceObject), ([, name = '']) => name);
  return { namespaces: [...namespaces], profiles, objects };
}

const ownNamespace =
  /(?:^|[{,])[ \t]*["']?namespace["']?:[ \t]*["']?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)["']?[ \t]*(?=[,}]|\r?$)/gm;
const profileName = /\bname["']?:[ \t]*["']?([a-z0-9-]{1,63})\.([a-z0-9-]{1,63})\.svc\./g;
const namespaceObject =
  /^kind:[ \t]*Namespace[ \t]*\r?\nmetadata:[ \t]*(?:\{[ \t]*|\r?\n[ \t]+)name:[ \t]*([a-z0-9-]{1,63})/gm;
