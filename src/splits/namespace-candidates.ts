import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Source } from '../yaml/source.ts';
import { decode } from '../yaml/source.ts';

/** A namespace that a split could be in, and where it was found. */
export interface Candidate {
  readonly value: string;
  readonly by: string;
}

/** Where to look for namespaces: the file itself, the other files of its directory, and files that mention the apex. */
interface Places {
  readonly own: Source;
  readonly beside: readonly Source[];
  readonly around: readonly Source[];
}

/**
 * Namespaces near a split that has none, nearest first: those of other objects in its file, then in the files beside
 * it, then those in the names of profiles of its apex. They are found in the text without parsing it: they are only
 * suggestions for the user.
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
const known = new WeakMap<Source, Namespaces>();

function textOf(source: Source): Namespaces {
  const found = known.get(source) ?? namespacesIn(textOrNothing(source));
  known.set(source, found);
  return found;
}

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
