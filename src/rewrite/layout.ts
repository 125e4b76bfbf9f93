import { memoisedFor } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { contentEnd, isFlow, mapColumn } from './positions.ts';
import { styleOf } from './style.ts';

/** What the nodes of a manifest show of where an object is printed after it or in its place. */
interface Layout {
  readonly isFlow: boolean;
  /** The column of its keys. */
  readonly column: number;
  /** The end of its content, in characters of its page. */
  readonly end: number;
}

/** The layout of a manifest, determined once. */
export const layoutOf = memoisedFor((manifest: Manifest): Layout => {
  const { page, node } = manifest;
  return {
    isFlow: isFlow(node),
    column: mapColumn(page.text, node),
    end: contentEnd(page.text, node),
  };
});

/**
 * Determines the layout and the style of a manifest that was just read, if its nodes are not kept: most splits are then
 * converted without being parsed again.
 */
export function noteLayout(manifest: Manifest): void {
  if (manifest.page.onlyObject !== undefined && !layoutOf(manifest).isFlow) styleOf(manifest);
}
