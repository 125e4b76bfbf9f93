import type { Manifest } from '../manifests/manifest.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { lineEnd, lineStart } from './positions.ts';

/**
 * Whether a tool reads a comment: kpt's setters and merge names (kpt.dev, apply-setters; kpt pkg update), those of kustomize
 * and Flux (`{"$ref": …}`, `{"$imagepolicy": …}`, and `{"type": …, "x-kustomize": …}` of before), the modeline of
 * yaml-language-server, and `$schema:` of JetBrains' editors.
 */
export function isForTool(comment: string): boolean {
  return /^#\s*(?:kpt-(?:set|merge)\b|\{\s*"\$|\{.*"x-(?:kustomize|k8s-cli)"|yaml-language-server\s*:|\$schema\s*:)/.test(
    comment,
  );
}

/**
 * The fields of a profile or a route that have the same value as in the split, so that a comment for a tool keeps its
 * meaning.
 */
const sameFields =
  /^\/(?:metadata\/(?:namespace|labels(?:\/.*)?|annotations\/.+)|spec\/(?:dstOverrides|rules\/0\/backendRefs)\/\d+\/weight)$/;

/** Remarks without those that a tool would read differently in their new place; these are given apart. */
export function withoutMisplaced(remarks: readonly Remark[]): {
  readonly kept: readonly Remark[];
  readonly misplaced: readonly string[];
} {
  const isMisplaced = ({ text, path, isAbove }: Remark): boolean =>
    isForTool(text) && (isAbove || !sameFields.test(path));
  return {
    kept: remarks.filter((remark) => !isMisplaced(remark)),
    misplaced: remarks.filter(isMisplaced).map(({ text }) => text),
  };
}

/** The comments for tools above a document that is removed or replaced: they are about the old one. */
export function misplacedAbove({ page, node, parent }: Manifest): readonly Edit[] {
  const { text } = page;
  const edits: Edit[] = [];
  for (let at = lineStart(text, node.range[0]); at > 0 && parent === undefined;) {
    const start = lineStart(text, at - 1);
    const line = text.slice(start, lineEnd(text, start)).trim();
    if (line !== '' && !line.startsWith('#')) break;
    if (isForTool(line)) edits.push({ page, start, end: at, text: '' });
    at = start;
  }
  return edits;
}
