import { addTo, memoisedFor } from '../collections.ts';
import type { Alias, Document, Node, Pair } from 'yaml';
import { isAlias, isNode, visit } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';

/**
 * Whether an alias elsewhere in the document, which is not gone, refers to an anchor on or inside a part; the whole object if
 * absent.
 */
export function isReferred(
  manifest: Manifest,
  { part, isGone }: { readonly part?: Pair | Node; readonly isGone?: (alias: Alias) => boolean } = {},
): boolean {
  if (!manifest.page.text.includes('&')) return false;
  const anchors = new Set<string>();
  const inside = new Set<unknown>();
  visitPart(part ?? manifest.node, (node) => {
    inside.add(node);
    if (!isAlias(node) && node.anchor !== undefined) anchors.add(node.anchor);
  });
  if (anchors.size === 0) return false;
  const aliases = aliasesOf(manifest.document);
  return [...anchors].some(
    (anchor) => aliases.get(anchor)?.some((alias) => !inside.has(alias) && isGone?.(alias) !== true) === true,
  );
}

/** Whether an alias refers to the anchor of a node itself: a change inside the node would change that place, too. */
export function isShared({ page, document }: Manifest, node: Node): boolean {
  if (isAlias(node) || node.anchor === undefined || !page.text.includes('&')) return false;
  return aliasesOf(document).has(node.anchor);
}

/** Whether a manifest is in a list that an alias repeats elsewhere: what is put into it, or taken out, changes there, too. */
export function isInSharedList(manifest: Manifest): boolean {
  const { parent, list } = manifest;
  return [parent, list?.node].some((node) => node !== undefined && isShared(manifest, node));
}

/** The aliases of a document by the anchor that they name, searched once. */
const aliasesOf = memoisedFor((document: Document.Parsed): ReadonlyMap<string, readonly Alias[]> => {
  const found = new Map<string, Alias[]>();
  visit(document, {
    Alias: (_, alias: Alias) => {
      addTo(found, alias.source, alias);
    },
  });
  return found;
});

function visitPart(part: Pair | Node, each: (node: Node) => void): void {
  const node = isNode(part) ? part : (part.value as Node | null);
  if (!isNode(node)) return;
  each(node);
  visit(node, {
    Node: (_, child) => {
      each(child);
    },
  });
}
