import { addTo } from '../collections.ts';
import { text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { CallObject, Run } from '../run.ts';

/** Objects of one name, found for a split. */
export interface Seen {
  /** One, where the split's unit has it; else all copies that the rest of the call has: a fact has to hold for each. */
  readonly copies: readonly Manifest[];
  /** Where it was found, as a message says it: empty, or ` in FILE` for what is not of the split's unit. */
  readonly where: string;
}

/** Finds an object of one kind for a split, nearest first; undefined where the call has none. */
export type Find = (placed: LocatedSplit, name: string, namespace: string) => Seen | undefined;

/** Objects by namespace and name. */
export type ByName = ReadonlyMap<string, readonly Manifest[]>;

/**
 * Finds objects by name: in the split's file, directory or unit, or in what is deployed with it; there one without a namespace
 * counts as in the one that is asked for. In the rest of the call only an object whose namespace is known counts.
 */
export function finderOf(
  near: readonly Manifest[],
  inCall: (objects: readonly CallObject[]) => ByName,
  run: Run,
): Find {
  const byName = new Map<string, Manifest[]>();
  for (const manifest of near) addTo(byName, text(manifest.object, 'metadata', 'name'), manifest);
  return (placed, name, namespace) => {
    const same = (byName.get(name) ?? []).filter(({ object }) =>
      ['', namespace].includes(text(object, 'metadata', 'namespace')),
    );
    const [first, ...more] = same;
    if (first !== undefined) {
      const nearest = more.reduce((best, one) => (isNotFarther(one, best, placed, run) ? one : best), first);
      return { copies: [nearest], where: '' };
    }
    const copies = run.inCall(inCall).get(`${namespace}/${name}`);
    return copies && { copies, where: whereOf(copies) };
  };
}

/** An index of the objects of a call of one kind whose namespace is known. */
export function byNameInCall(isMeant: (manifest: Manifest) => boolean): (objects: readonly CallObject[]) => ByName {
  return (objects) => {
    const found = new Map<string, Manifest[]>();
    for (const { manifest, namespace } of objects) {
      if (namespace === '' || !isMeant(manifest)) continue;
      addTo(found, `${namespace}/${text(manifest.object, 'metadata', 'name')}`, manifest);
    }
    return found;
  };
}

/** How a message names the file of what is not of the split's unit. */
export function whereOf([first]: readonly Manifest[]): string {
  return first === undefined ? '' : ` in ${pathOf(first)}`;
}

function isNotFarther(one: Manifest, other: Manifest, placed: LocatedSplit, run: Run): boolean {
  return distance(one, placed, run) <= distance(other, placed, run);
}

/** The steps from a split to an object: its file, its directory, its unit, what is deployed with it. */
function distance(manifest: Manifest, placed: LocatedSplit, { unit }: Run): number {
  const [from, to] = [pathOf(placed.manifest), pathOf(manifest)];
  if (from === to) return 0;
  if (directoryOf(from) === directoryOf(to)) return 1;
  return unit.inUnit?.(to) === false ? 3 : 2;
}

function pathOf(manifest: Manifest): string {
  return manifest.page.slice.source.path;
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
