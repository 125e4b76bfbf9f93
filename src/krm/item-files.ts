import { once } from '../collections.ts';
import type { SplitOutcome, UnitConversion } from '../convert.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { KustomizedFile } from '../run.ts';
import { besideOf, itemOf, itemPlaceOf, yamlPathOf, type ItemPlace } from './item-index.ts';

/** A file of items, and the kustomizations among the items that name it. */
interface NamedFile {
  readonly manifest: Manifest;
  readonly place: ItemPlace;
  readonly naming: readonly string[];
  /** The path of new items for its splits, and those of the kustomizations that do not name that. */
  readonly asYaml: string;
  readonly unnaming: readonly string[];
}

/**
 * Reports the files of items for which a kustomization among the items has to be changed: one that is left without an item,
 * which kpt deletes although it is named, and one that is made because kpt writes YAML, and is not named. `openAfter` opens
 * the items as they are after the conversion.
 */
export function itemFileFindings(
  { splits, removed }: UnitConversion,
  fileOfItem: (item: Manifest) => KustomizedFile | undefined,
  openAfter: () => (path: string) => readonly ItemPlace[],
): readonly Diagnostic[] {
  const itemsAfter = once(openAfter);
  const seen = new Set<string>();
  const moved = new Set(splits.filter(isInYamlOfJson).map(({ manifest }) => manifest));
  return [...moved, ...removed].flatMap((manifest) => {
    const file = namedFile(manifest, fileOfItem(manifest), seen);
    if (file === undefined) return [];
    const { place } = file;
    const isLeft = itemsAfter()(place.path).some(({ packagePath }) => packagePath === place.packagePath);
    if (!isLeft) return emptied(file, moved.has(manifest));
    return moved.has(manifest) && file.unnaming.length > 0 ? unnamed(file) : [];
  });
}

/** Whether a split is in a `.json` file, and what it becomes in the `.yaml` file beside it. */
function isInYamlOfJson({ manifest, outcome, profile, routes = [] }: SplitOutcome): boolean {
  const path = itemPlaceOf(besideOf(manifest).object)?.path ?? '';
  if (!path.endsWith('.json') || (outcome !== 'converted' && outcome !== 'up-to-date')) return false;
  return [...(profile === undefined ? [] : [profile]), ...routes].some(
    ({ existing }) => existing === undefined || itemPlaceOf(existing.object)?.path === yamlPathOf(path),
  );
}

/** The file of an item, if a kustomization names it; undefined for one that was seen. */
function namedFile(manifest: Manifest, file: KustomizedFile | undefined, seen: Set<string>): NamedFile | undefined {
  const place = itemPlaceOf(itemOf(manifest).object);
  if (place === undefined || file === undefined || seen.has(file.path)) return undefined;
  seen.add(file.path);
  const namedBy = (path: string): ReadonlySet<string> =>
    new Set(file.kustomize.namedBy(path).map((mention) => mention.path));
  const [naming, namingYaml] = [[...namedBy(file.path)], namedBy(yamlPathOf(file.path))];
  if (naming.length === 0) return undefined;
  const unnaming = naming.filter((path) => !namingYaml.has(path));
  return { manifest, place, naming, asYaml: yamlPathOf(place.path), unnaming };
}

function emptied({ manifest, place, naming, asYaml, unnaming }: NamedFile, isMoved: boolean): Diagnostic {
  const renaming = isMoved ? unnaming : [];
  const removing = naming.filter((path) => !renaming.includes(path));
  const fixes = [
    ...(renaming.length > 0 ? [`name ${asYaml} in its place in ${several(renaming)}`] : []),
    ...(removing.length > 0 ? [`remove the entry that names it from ${several(removing)}`] : []),
  ];
  return {
    code: 'file-emptied',
    message: `no item is left in ${place.path}, so kpt deletes it`,
    fix: fixes.join(', and '),
    at: { manifest, field: [] },
  };
}

function unnamed({ manifest, asYaml, unnaming }: NamedFile): Diagnostic {
  return {
    code: 'file-unnamed',
    message: `what it becomes is in ${asYaml}, which is not named in ${several(unnaming)}`,
    fix: `name ${asYaml} there too`,
    at: { manifest, field: [] },
  };
}
