import { groupBy } from '../collections.ts';
import { text, type KubernetesObject } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { CallObject, Run } from '../run.ts';
import { kustomizedFile } from './kustomized-file.ts';
import { directoryOf, pathOf } from './names.ts';
import { inNamespaceBy, type InNamespace } from './in-namespace.ts';
import { mayBeIn, sharing } from './namespaces.ts';

/** The objects of one name that were found for a split. */
export interface Seen {
  /**
   * One object if the unit of the split has it; otherwise all copies in the rest of the call: a statement about them
   * has to be true for each.
   */
  readonly copies: readonly Manifest[];
  /** Where it was found, for a message: empty, or ` in FILE` if it is not in the unit of the split. */
  readonly where: string;
}

/** Finds an object of one kind for a split, nearest first; undefined if the call has none. */
export type Find = (placed: LocatedSplit, name: string, namespace: string) => Seen | undefined;

/**
 * Returns a function that finds objects by name: in the split's file, directory or unit, or in what is deployed with
 * it, where an object counts as one in the requested namespace if it is deployed there, or has none. In the rest of the
 * call only objects with a known namespace count. Patches of kustomizations are no objects.
 */
export function finderOf(
  near: readonly Manifest[],
  inCall: (objects: readonly CallObject[]) => InNamespace,
  run: Run,
): Find {
  const deployed = near.filter((one) => !isPatch(one, run));
  const byName = groupBy(deployed, ({ object }) => text(object, 'metadata', 'name'));
  return (placed, name, namespace) => {
    const named = byName.get(name) ?? [];
    const isOwn = namespace === placed.split.namespace;
    const same = isOwn ? sharing(named, placed, run) : named.filter((one) => mayBeIn(namespace, one, run));
    const [first, ...more] = same;
    if (first !== undefined) {
      const nearest = more.reduce(
        (best, one) => (stepsTo(one, placed, run) <= stepsTo(best, placed, run) ? one : best),
        first,
      );
      return { copies: [nearest], where: '' };
    }
    const copies = run.inCall(inCall)(name, namespace);
    return copies.length === 0 ? undefined : { copies, where: inFileOf(copies) };
  };
}

/** Whether an object is in a file that a kustomization uses as a patch: such a file is not deployed. */
export function isPatch(manifest: Manifest, run: Pick<Run, 'unit'>): boolean {
  const file = kustomizedFile(manifest, run);
  return file?.kustomize.patch(file.path) !== undefined;
}

/** Returns an index of those objects of a call that pass a test, have a known namespace, and are no patches. */
export function byNameInCall(
  isMeant: (object: KubernetesObject) => boolean,
): (objects: readonly CallObject[]) => InNamespace {
  return (objects) => {
    const meant = objects.filter(({ manifest, isPatch }) => !isPatch && isMeant(manifest.object));
    return inNamespaceBy(meant, ({ metadata }) => [text(metadata, 'name')]);
  };
}

/** The file of an object that is not in the unit of the split, for a message. */
export function inFileOf([first]: readonly Manifest[]): string {
  return first === undefined ? '' : ` in ${pathOf(first)}`;
}

/** The distance of an object from a split: in its file, its directory, its unit, or deployed with it. */
function stepsTo(manifest: Manifest, placed: LocatedSplit, { unit }: Run): number {
  const [from, to] = [pathOf(placed.manifest), pathOf(manifest)];
  if (from === to) return 0;
  if (directoryOf(from) === directoryOf(to)) return 1;
  return unit.inUnit?.(to) === false ? 3 : 2;
}
