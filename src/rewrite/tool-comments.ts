import type { Manifest } from '../manifests/manifest.ts';
import { cut } from '../yaml/cut.ts';
import type { Page } from '../yaml/read.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { lineStart, withoutLineEnd } from './positions.ts';

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

/**
 * The comments for tools above a document that is removed or replaced, up to the start of its source or the document above:
 * they are about the old one. yaml-language-server reads a modeline before the first `---`, too.
 */
export function misplacedAbove({ page, start: own, parent }: Manifest, isRemoved: boolean): readonly Edit[] {
  const { text } = page;
  const edits: Edit[] = [];
  for (let at = lineStart(text, own); at > 0 && parent === undefined;) {
    const above = lineStart(text, at - 1);
    // A byte order mark is no part of the line.
    const start = text[above] === '\ufeff' ? above + 1 : above;
    const line = text.slice(start, at).trim();
    if (line !== '' && !line.startsWith('#')) {
      const comment = /^---[ \t]+(?=#)/.exec(line)?.[0].length;
      if (comment !== undefined && isForTool(line.slice(comment))) {
        const [from, to] = isRemoved ? [start + comment, at] : [start + 3, withoutLineEnd(text, at)];
        edits.push({ page, start: from, end: to, text: '' });
      }
      return /^---(?:[ \t]|$)/.test(line) ? [...edits, ...atTop(page, start)] : edits;
    }
    if (isForTool(line)) edits.push({ page, start, end: at, text: '' });
    at = above;
  }
  return edits;
}

/** The comments for tools above the first separator of a source, if there is nothing else above it. */
function atTop(page: Page, separator: number): readonly Edit[] {
  const { source, start } = page.slice;
  if (start > 0 && separator > 0) return [];
  const above = start > 0 ? cut(source, 'documents').at(start - 1) : undefined;
  if (above !== undefined && above.start > 0) return [];
  const top = above === undefined ? page : readUtf8(above);
  const text = top?.text.slice(0, above === undefined ? separator : undefined) ?? '';
  if (top === undefined || !/^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*$/.test(text)) return [];
  const lines = [...text.matchAll(/(?<=^\ufeff?[ \t]*)#.*\r?\n/gm)].filter(([line]) => isForTool(line));
  return lines.map(({ 0: line, index }) => ({ page: top, start: index, end: index + line.length, text: '' }));
}
