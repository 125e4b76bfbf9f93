import type { Document } from 'yaml';
import { visit } from 'yaml';
import { memoisedFor } from '../collections.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { findWord } from '../yaml/byte-search.ts';
import type { Page } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';
import { isYttLine } from './actions.ts';
import { pathOf } from './names.ts';

/** An action in a comment, which decides what is rendered. */
export interface CommentAction {
  /** What runs it. */
  readonly program: 'Helm' | 'ytt';
  /** Where the comment begins, in characters of the page; undefined if it is in another part of the file. */
  readonly offset?: number;
  /** The line that the comment is in. */
  readonly line: string;
}

/** How the actions of a program are found in the comments of a document. */
interface Search {
  readonly program: CommentAction['program'];
  /** What no such comment is without. */
  readonly sign: string;
  /** Where the comment with an action begins in a line; -1 if there is none. */
  readonly commentIn: (line: string) => number;
}

/** An action that decides which lines are rendered. */
const control = /\{\{-?[ \t]*(?:if|else|end|range|with|define|block)\b/;

const helm: Search = {
  program: 'Helm',
  sign: '{{',
  commentIn: (line) => {
    const comment = line.search(/(?:^|\s)#/);
    return comment !== -1 && control.test(line.slice(comment)) ? line.indexOf('#', comment) : -1;
  },
};

const ytt: Search = {
  program: 'ytt',
  sign: '#@',
  commentIn: (line) => (isYttLine(line) ? line.indexOf('#@') : -1),
};

/**
 * Returns a function that finds the first comment with such an action in the document of a manifest: the object may be rendered
 * under a condition, or many times. Each document is searched once, however many objects it holds.
 */
function finderOf(search: Search): (manifest: Manifest) => CommentAction | undefined {
  const mayHold = memoisedFor((page: Page) => page.text.includes(search.sign));
  const inPage = memoisedFor((page: Page) =>
    memoisedFor((document: Document.Parsed) => firstIn(document, page, search)),
  );
  // The document is asked for only if it has to be searched: it may have to be parsed again.
  return (manifest) => (mayHold(manifest.page) ? inPage(manifest.page)(manifest.document) : undefined);
}

function firstIn(document: Document.Parsed, page: Page, search: Search): CommentAction | undefined {
  const found = commentsIn(page, document, search);
  const offset = found.length === 0 ? undefined : outsideOf(textsIn(document, page, search), found);
  if (offset === undefined) return undefined;
  const start = page.text.lastIndexOf('\n', offset) + 1;
  const [line = ''] = page.text.slice(start).split('\n', 1);
  return { program: search.program, offset, line };
}

const actionOfHelm = finderOf(helm);
const actionOfYtt = finderOf(ytt);

/**
 * A statement or an annotation of ytt at the start of a line, anywhere in a file: it may hold for documents after it. A text in
 * a document is indented.
 */
const yttStatement = memoisedFor(({ bytes }: Source): string | undefined => {
  for (let at = findWord(bytes, ytt.sign); at !== -1;) {
    const end = bytes.indexOf(lineEnd, at);
    const line = lineDecoder.decode(bytes.subarray(bytes.lastIndexOf(lineEnd, at) + 1, end === -1 ? undefined : end));
    if (/^(?:---[ \t]+)?#@/.test(line) && isYttLine(line)) return line;
    at = end === -1 ? -1 : findWord(bytes, ytt.sign, end);
  }
  return undefined;
});

const lineEnd = 0x0a;
const lineDecoder = new TextDecoder();

/**
 * The action in a comment on which it depends whether an object is rendered. Helm runs actions in the comments of the
 * templates of charts, too; those of ytt are comments.
 */
export function actionInComment(
  manifest: Manifest,
  kustomize: Pick<Kustomize, 'chartOf'> | undefined,
): CommentAction | undefined {
  const found = actionOfHelm(manifest);
  if (found !== undefined && kustomize?.chartOf(pathOf(manifest)) !== undefined) return found;
  const line = yttStatement(manifest.page.slice.source);
  return actionOfYtt(manifest) ?? (line === undefined ? undefined : { program: 'ytt', line });
}

/** The offsets of what may be such comments. */
function commentsIn(
  { text, documents }: Page,
  document: Document.Parsed,
  { sign, commentIn }: Search,
): readonly number[] {
  const index = documents.indexOf(document);
  const found: number[] = [];
  // What is between `...` and the content of a document is above its own range.
  let start = documents[index - 1]?.range[2] ?? 0;
  const until = index + 1 === documents.length ? text.length : document.range[2];
  for (const line of text.slice(start, until).split('\n')) {
    const comment = line.includes(sign) ? commentIn(line) : -1;
    if (comment !== -1) found.push(start + comment);
    start += line.length + 1;
  }
  return found;
}

/** Where the strings of a document with the sign of an action begin and end, in order. */
function textsIn(document: Document.Parsed, { text }: Page, { sign }: Search): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  visit(document, {
    Scalar(_, { range }) {
      if (range && text.slice(range[0], range[1]).includes(sign)) found.push([range[0], range[1]]);
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
