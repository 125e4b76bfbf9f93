import type { Manifest } from '../manifests/manifest.ts';
import type { Comments } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import { lineEnd, lineStart } from './lines.ts';

/**
 * Whether a tool reads a comment: kpt's setters and merge names (kpt.dev, apply-setters; kpt pkg update), those of kustomize
 * and Flux (`{"$ref": …}`, `{"$imagepolicy": …}`), the modeline of yaml-language-server.
 */
function isForTool(comment: string): boolean {
  return /^#\s*(?:kpt-(?:set|merge)\b|\{\s*"\$|yaml-language-server\s*:)/.test(comment);
}

/** The places of a profile or a route whose value is that of the split: there such a comment keeps its meaning. */
const same =
  /^\/(?:metadata\/(?:namespace|labels(?:\/.*)?|annotations\/.+)|spec\/(?:dstOverrides|rules\/0\/backendRefs)\/\d+\/weight)$/;

/** Comments without those that a tool would read otherwise where they would stand now; these are given apart. */
export function withoutMisplaced({ after, above }: Comments): { comments: Comments; dropped: readonly string[] } {
  const isMisplaced = ([path, comment]: readonly [string, string]): boolean => isForTool(comment) && !same.test(path);
  const ends = [...after];
  const heads = [...above].map(([path, lines]) => [path, lines.filter((line) => !isForTool(line))] as const);
  return {
    comments: {
      after: new Map(ends.filter((one) => !isMisplaced(one))),
      above: new Map(heads.filter(([, lines]) => lines.length > 0)),
    },
    dropped: [
      ...[...above.values()].flat().filter(isForTool),
      ...ends.filter(isMisplaced).map(([, comment]) => comment),
    ],
  };
}

/** The lines for tools above a document that goes or becomes another one: they speak of what it was. */
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
