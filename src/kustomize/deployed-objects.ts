import { isMapping, type KubernetesObject } from '../kubernetes.ts';
import { withListKind } from '../manifests/manifest.ts';
import { decode } from '../yaml/source.ts';
import { documentsIn, itemsOf } from './read.ts';
import { objectsInTemplate } from './template-actions.ts';

/** The objects that are items of lists. */
const items = new WeakSet<KubernetesObject>();

/** The objects in bytes; of a file that is only readable without its template actions, such as a template of a chart, too. */
export function deployedObjects(bytes: Uint8Array): readonly KubernetesObject[] {
  const objects = documentsIn(bytes);
  const written = objects.includes(undefined) ? decode(bytes) : '';
  return (written.includes('{{') ? objectsInTemplate(written) : objects).filter(isMapping).flatMap(opened);
}

/** The object itself, and for a list its items: one without a kind has that of its list. */
function opened(object: KubernetesObject): readonly KubernetesObject[] {
  const found = itemsOf([object]).filter(isMapping);
  if (found[0] === object) return found;
  const all = found.map((item) => withListKind({ object }, item));
  for (const item of all) items.add(item);
  return all;
}

/** Whether one of these objects is an item of a list. */
export function isItem(object: KubernetesObject): boolean {
  return items.has(object);
}
