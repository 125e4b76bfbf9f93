import { objectsIn } from './read.ts';
import { encode } from '../yaml/source.ts';

type Brackets = readonly [open: string, close: string];

/** What is around the template actions of a ResourceSet. */
export const setActions: Brackets = ['<<', '>>'];

/**
 * A text with something else in place of its template actions, such as `{{ .Values.path }}`. Searched without a regular
 * expression: one would read the text to its end again for each action that is not closed.
 */
export function replaceActions(
  written: string,
  replacement: (action: string) => string,
  [open, close]: Brackets = ['{{', '}}'],
): string {
  const parts: string[] = [];
  let rest = 0;
  for (;;) {
    const start = written.indexOf(open, rest);
    const end = start === -1 ? -1 : written.indexOf(close, start + open.length);
    if (end === -1) return parts.join('') + written.slice(rest);
    const after = end + close.length;
    parts.push(written.slice(rest, start), replacement(written.slice(start, after)));
    rest = after;
  }
}

/** Characters of no meaning, for private use (Unicode, chapter 23.5), around the number of an action. */
const standIn = (index: number): string => `\uE000${index}\uE001`;

/**
 * The objects in the template of a stream, as Helm and Argo CD have them: lines that hold only actions are left out, and other
 * actions are kept as they are written, as parts of strings. Both branches of a condition count; of a key that occurs
 * twice, the last one does.
 */
export function objectsInTemplate(written: string, brackets?: Brackets): readonly unknown[] {
  const actions: string[] = [];
  const readable = written
    .split(/^(?=---)/m)
    .map((document) => replaceActions(document, (action) => standIn(actions.push(action) - 1), brackets))
    .join('')
    .replace(/^[ \t]*(?:\uE000\d+\uE001[ \t]*)+\r?$/gm, '');
  const restored = JSON.stringify(objectsIn(encode(readable))).replace(/\uE000(\d+)\uE001/g, (_, index: string) =>
    JSON.stringify(actions[Number(index)] ?? '').slice(1, -1),
  );
  return JSON.parse(restored) as readonly unknown[];
}

/** A text with something else in place of its template actions and its variables. */
export function withoutTemplates(written: string, replacement = ''): string {
  const all: readonly Brackets[] = [['{{', '}}'], setActions, ['${', '}']];
  return all.reduce((rest, brackets) => replaceActions(rest, () => replacement, brackets), written);
}

/** Whether a text has template actions. */
export function holdsActions(written: string): boolean {
  return /\{\{|<</.test(written);
}
