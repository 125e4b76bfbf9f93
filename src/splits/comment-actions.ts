import type { Document } from 'yaml';
import { visit } from 'yaml';
import { memoisedFor } from '../collections.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Page } from '../yaml/read.ts';
import { pathOf } from './names.ts';

/** An action that decides which lines are rendered. */
const control = /\{\{-?[ \t]*(?:if|else|end|range|with|define|block)\b/;

/**
 * The offset of a comment of the document of a manifest with an action that decides which lines are rendered: Helm runs
 * actions in comments, too, so the object may be rendered under a condition, or many times. Undefined if there is none.
 */
const controlInComment = memoisedFor(({ page, document }: Manifest): number | undefined => {
  const found = commentsIn(page, document);
  return found.length === 0 ? undefined : outsideOf(textsIn(document, page), found);
});

/** Such a comment of a manifest in a template of a chart: where it begins, and its line. */
export function conditionOf(
  manifest: Manifest,
  kustomize: Pick<Kustomize, 'chartOf'> | undefined,
): { readonly offset: number; readonly line: string } | undefined {
  if (kustomize?.chartOf(pathOf(manifest)) === undefined) return undefined;
  const offset = controlInComment(manifest);
  if (offset === undefined) return undefined;
  const [line = ''] = /[^\n]*/.exec(manifest.page.text.slice(offset)) ?? [];
  return { offset, line };
}

/** The offsets of what may be such comments. */
function commentsIn({ text, documents }: Page, document: Document.Parsed): readonly number[] {
  const index = documents.indexOf(document);
  const found: number[] = [];
  const until = documents[index + 1]?.range[0] ?? text.length;
  let start = index === 0 ? 0 : document.range[0];
  for (const line of text.slice(start, until).split('\n')) {
    const comment = line.includes('{{') ? line.search(/(?:^|\s)#/) : -1;
    if (comment !== -1 && control.test(line.slice(comment))) found.push(start + line.indexOf('#', comment));
    start += line.length + 1;
  }
  return found;
}

/** Where the strings of a document with actions begin and end, in order. */
function textsIn(document: Document.Parsed, { text }: Page): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  visit(document, {
    Scalar(_, { range }) {
      if (range && text.slice(range[0], range[1]).includes('{{')) found.push([range[0], range[1]]);
    },
  });
  return found;
}

/** The first of some offsets, in order, that is in none of some ranges. */
function outsideOf(ranges: readonly (readonly [number, number])[], offsets: readonly number[]): number | undefined {
  let at = 0;
  for (const offset of offsets) {
    while ((ranges[at]?.[1] ?? Infinity) <= offset) at += 1;
    if ((ranges[at]?.[0] ?? Infinity) > offset) return offset;
  }
  return undefined;
}
