import { once } from '../collections.ts';
import type { UnitConversion } from '../convert.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { KustomizedFile } from '../run.ts';
import { itemPlaceOf, yamlPathOf, type ItemPlace } from './item-index.ts';

/**
 * Reports the files that are left without an item although a kustomization among the items names them: kpt deletes such a
 * file, and the kustomization cannot be built any more. `openAfter` opens the items as they are after the conversion.
 */
export function emptiedItemFiles(
  { splits, removed }: UnitConversion,
  fileOfItem: (item: Manifest) => KustomizedFile | undefined,
  openAfter: () => (path: string) => readonly ItemPlace[],
): readonly Diagnostic[] {
  const itemsAfter = once(openAfter);
  const seen = new Set<string>();
  return [...splits.map(({ manifest }) => manifest), ...removed].flatMap((manifest) => {
    const [place, file] = [itemPlaceOf(manifest.object), fileOfItem(manifest)];
    if (place === undefined || file === undefined || seen.has(file.path)) return [];
    seen.add(file.path);
    const naming = new Set(file.kustomize.namedBy(file.path).map(({ path }) => path));
    const has = (path: string): boolean =>
      itemsAfter()(path).some(({ packagePath }) => packagePath === place.packagePath);
    if (naming.size === 0 || has(place.path)) return [];
    const asYaml = yamlPathOf(place.path);
    const kustomizations = several([...naming]);
    return {
      code: 'file-emptied',
      message: `no item is left in ${place.path}, so kpt deletes it`,
      fix: has(asYaml)
        ? `name ${asYaml} in its place in ${kustomizations}`
        : `remove the entry that names it from ${kustomizations}`,
      at: { manifest, field: [] },
    };
  });
}
