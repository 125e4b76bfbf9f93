import { memoised } from '../collections.ts';
import type { Options } from '../config/config.ts';
import type { UnitConversion } from '../convert.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { KustomizeFiles } from '../kustomize/files.ts';
import { kustomizationNames } from '../kustomize/files.ts';
import { kustomize } from '../kustomize/kustomize.ts';
import { shownPath } from '../kustomize/referenced.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { isMapping, list } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { manifestsOf } from '../manifests/manifest.ts';
import { slicesAt } from '../manifests/page-cache.ts';
import { describeRewrites, selectable } from '../splits/rewritten.ts';
import { findWord, offsetsOfWord } from '../yaml/byte-search.ts';
import type { Cut } from '../yaml/cut.ts';
import { readUtf8 } from '../yaml/read.ts';
import { encode } from '../yaml/source.ts';
import { itemPlaceOf, pathKeys, type ItemPlace } from './item-index.ts';

/** An item, and its place in the files of kpt. */
interface PlacedItem {
  readonly object: KubernetesObject;
  readonly place: ItemPlace;
}

/**
 * Reports each split in a file that a kustomization among the items changes, as when the files are converted in place:
 * kpt gives a function the kustomizations of a package, and their overlays would deploy other names. Nothing without one:
 * what Kustomize builds has none.
 */
export function reportKustomizations(
  splits: UnitConversion['splits'],
  { root, cut }: { readonly root: Manifest; readonly cut: Cut },
  { options, report }: { readonly options: Options; readonly report: Report },
): void {
  if (findWord(cut.source.bytes, pathKeys[1]) === -1) return;
  const itemsNear = memoised((word: string) => placedItems(root, cut, word));
  const files = [...kustomizationNames].flatMap((name) =>
    itemsNear(name).filter(({ place }) => baseName(place.path) === name),
  );
  if (files.length === 0) return;
  const built = kustomize(filesOf(files, itemsNear));
  for (const { manifest, outcome, split } of splits) {
    const place = itemPlaceOf(manifest.object);
    if (place === undefined || !(outcome === 'converted' || outcome === 'up-to-date')) continue;
    const file = fileOf(place);
    const own = selectable(manifest);
    const selected = { ...own, namespace: split?.namespace ?? own.namespace, drops: options.drop };
    const rewrites = built.rewrites(file, selected);
    const patch = built.patch(file);
    if (rewrites.length === 0 && patch === undefined) continue;
    const message = patch === undefined ? describeRewrites(rewrites) : `is a patch in ${patch.by}`;
    report({ code: 'kustomize-rewrites', message, at: { manifest, field: ['metadata', 'name'] } });
  }
}

/** Objects as files: what a kustomization among the items may name is an item, too, or it is unknown. */
function filesOf(
  kustomizations: readonly PlacedItem[],
  itemsNear: (word: string) => readonly PlacedItem[],
): KustomizeFiles {
  const found = kustomizations.map(({ object, place }) => ({
    path: place.path,
    directory: directoryOf(fileOf(place)),
    bytes: encode(JSON.stringify(object)),
  }));
  return {
    locate: (path) => path,
    resolve: shownPath,
    bytes: (file) => {
      const texts = itemsNear(baseName(file)).filter(({ place }) => fileOf(place) === file);
      return texts.length === 0 ? undefined : encode(texts.map(({ object }) => JSON.stringify(object)).join('\n---\n'));
    },
    kustomizations: found,
    charts: [],
    deployers: () => [],
    directories: found.map(({ directory }) => directory),
    holds: () => true,
    roots: () => [],
  };
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
      : slicesAt(cut, offsetsOfWord(cut.source.bytes, word)).flatMap((slice) => {
          const page = readUtf8(slice);
          return page === undefined
            ? []
            : manifestsOf(page)
                .manifests.slice(0, 1)
                .map(({ object }) => object);
        });
  return objects.flatMap((object) => {
    const place = itemPlaceOf(object);
    return place === undefined ? [] : [{ object, place }];
  });
}
