import { isCollection, visit } from 'yaml';
import type { Page } from '../yaml/read.ts';
import { positionOf } from '../yaml/source.ts';

/** A kustomization that cannot be read, by Kustomize neither, so that it is not known what it changes. */
export interface UnreadableKustomization {
  /** Its path as shown to the user, with line and column if they are known. */
  readonly place: string;
  /** Why, on one line. */
  readonly reason: string;
  /** Whether it is a template, which another program makes a kustomization of. */
  readonly isTemplate: boolean;
}

/** What the kustomization in a file is, if it cannot be read. */
export function unreadable(path: string, page: Page | undefined): UnreadableKustomization {
  if (page === undefined) return { place: path, reason: 'not UTF-8', isTemplate: false };
  const { text, problems } = page;
  const isTemplate = /\{\{|\{%|<%/.test(withoutComments(text)) && !/^<{7} /m.test(text);
  const [problem] = problems;
  if (isTemplate) return { place: path, reason: 'a template action', isTemplate };
  if (problem === undefined) return { place: path, reason: 'an alias without a value', isTemplate };
  const { line, column } = positionOf(page, problem.offset);
  return { place: `${path}:${line}:${column}`, reason: problem.message, isTemplate };
}

/**
 * Whether a document of a page has a template action that is parsed as a mapping, `namespace: {{ name }}`: Kustomize refuses
 * such a key.
 */
export function holdsMappedAction(page: Page | undefined, document: number): boolean {
  if (page?.text.includes('{{') !== true) return false;
  let found = false;
  visit(page.documents[document] ?? null, {
    Pair: (_, { key }) => {
      found ||= isCollection(key);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** More words than a kustomization has are not compared with files: each of them is searched on the disk. */
const mostWords = 20_000;

/** The words of a text that may be paths, outside of comments. */
export function wordsOf(text: string): readonly string[] {
  const words = withoutComments(text).match(/[^\s,[\]{}"'`#:]+/g) ?? [];
  return [...new Set(words)].filter((word) => /\w|^\.\.$/.test(word)).slice(0, mostWords);
}

function withoutComments(text: string): string {
  return text.replace(/(^|\s)#.*/gm, '$1');
}
