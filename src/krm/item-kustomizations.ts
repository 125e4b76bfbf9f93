import { groupBy, memoised, once } from '../collections.ts';
import type { KustomizeFiles } from '../kustomize/files.ts';
import { kustomizationNames } from '../kustomize/files.ts';
import { kustomize } from '../kustomize/kustomize.ts';
import { shownPath } from '../kustomize/referenced.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { isMapping, list } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { slicesAt } from '../manifests/page-cache.ts';
import type { KustomizedFile } from '../run.ts';
import { offsetsOfWord } from '../yaml/byte-search.ts';
import type { Cut } from '../yaml/cut.ts';
import { encode } from '../yaml/source.ts';
import { itemObjects, itemOf, itemPlaceOf, type ItemPlace } from './item-index.ts';

/** An item, and its place in the files of kpt. */
interface PlacedItem {
  readonly object: KubernetesObject;
  readonly place: ItemPlace;
}

/** Returns the items of the files with a name, by their file. */
type FilesNamed = (name: string) => ReadonlyMap<string, readonly PlacedItem[]>;

/**
 * Returns the file of an item with the kustomizations among the items, which kpt gives a function: their overlays would
 * deploy other names, as when the files are converted in place. Undefined without one: what Kustomize builds has none. The
 * kustomizations are read when it is first asked for a file.
 */
export function filesOfItems(root: Manifest, cut: Cut): (item: Manifest) => KustomizedFile | undefined {
  const built = once(() => {
    const named = (name: string, items = placedItems(root, cut, name)): readonly PlacedItem[] =>
      items.filter(({ place }) => baseName(place.path) === name);
    const filesNamed = memoised((name: string) => groupBy(named(name), ({ place }) => fileOf(place)));
    const candidates = placedItems(root, cut, inKustomizationNames);
    const kustomizations = [...kustomizationNames].flatMap((name) => named(name, candidates));
    return kustomizations.length === 0 ? undefined : kustomize(filesOf(kustomizations, filesNamed));
  });
  return (manifest) => {
    const place = itemPlaceOf(itemOf(manifest).object);
    const all = place && built();
    return all && { kustomize: all, path: fileOf(place) };
  };
}

/** A part of all names of kustomizations: one search finds them all. */
const inKustomizationNames = 'ustomization';

/** Objects as files: what a kustomization among the items may name is an item, too, or it is unknown. */
function filesOf(kustomizations: readonly PlacedItem[], filesNamed: FilesNamed): KustomizeFiles {
  const found = kustomizations.map((item) => ({
    path: item.place.path,
    directory: directoryOf(fileOf(item.place)),
    bytes: bytesOf([item]),
  }));
  return {
    locate: (path) => path,
    resolve: shownPath,
    bytes: (file) => {
      const items = filesNamed(baseName(file)).get(file);
      return items && bytesOf(items);
    },
    kustomizations: found,
    charts: [],
    deployers: () => [],
    directories: found.map(({ directory }) => directory),
    holds: () => true,
    roots: () => [],
  };
}

function bytesOf(items: readonly PlacedItem[]): Uint8Array {
  return encode(items.map(({ object }) => JSON.stringify(object)).join('\n---\n'));
}

/** The path of an item in the file system as far as kpt tells it; from `/` without a package. */
function fileOf({ path, packagePath }: ItemPlace): string {
  return shownPath(packagePath, path);
}

function directoryOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The items with a place: of a list that is cut those that hold a word. */
function placedItems(root: Manifest, cut: Cut, word: string): readonly PlacedItem[] {
  const objects =
    cut.envelope === undefined
      ? list(root.object, 'items').filter(isMapping)
      : slicesAt(cut, offsetsOfWord(cut.source.bytes, word)).flatMap(itemObjects);
  return objects.flatMap((object) => {
    const place = itemPlaceOf(object);
    return place === undefined ? [] : [{ object, place }];
  });
}
