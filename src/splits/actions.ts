import { addTo } from '../collections.ts';

/** The start of what Helm (`{{`), Jinja (`{%`), envsubst and Flux (`${X}`, `$X`), Kustomize (`$(X)`) and ERB (`<%`) replace. */
const opening = /\{[{%]|\$[{(A-Za-z_]|<%/;

/**
 * An action in the brackets that gomplate and Consul Template are often given: `[[.x]]`, and `[[ x ]]` by its two ends.
 * `[[:alpha:]]` and `[[a-z]]` are of regular expressions.
 */
const bracketed = /\[\[[.$][A-Za-z][\w.]*\]\]/;
const spacedStart = /\[\[-?\s/;
const spacedEnd = /\s-?\]\]/;

/** A line with such an action; `[[` only as a value or alone, since shells have `[[`, too, and not before a text or a list. */
const actionInLine =
  /\{[{%]|\$[{(A-Za-z_]|<%|^[ \t-]*(?:[\w./][\w./-]*:[ \t]+)?["']?\[\[(?:-?[ \t]+[^\s"'[\]{]|[.$][A-Za-z]).*\]\]["']?[ \t\r]*$/;

/**
 * A line of ytt, whose actions are comments: a statement that decides which lines are rendered, one of ytt's annotations such
 * as that of an overlay, or the value of a key or an item. Others write names of packages and teams such as `#@org/team`.
 */
const yttLine =
  /^[ \t]*#@(?:[ \t]+(?:[a-z]+\/end\b|(?:(?:if|elif|else|for|while|def)\b.*:|end)[ \t\r]*(?:$|#))|(?:assert|data|library|overlay|schema|template|yaml)\/[a-z])|^[^#]*(?:[:-]|---)[ \t]+#@[ \t]+\S/;

/** Whether a line has an action of ytt. */
export function isYttLine(line: string): boolean {
  return line.includes('#@') && yttLine.test(line);
}

/** Whether a text has a template action outside of its comments, or one of ytt. */
export function holdsAction(source: string): boolean {
  return source.split(/\r?\n/).some((line) => actionInLine.test(line.replace(/(?:^|\s)#.*$/, '')) || isYttLine(line));
}

/** Whether a value has a template action. */
export function isTemplated(value: string): boolean {
  if (opening.test(value) || bracketed.test(value)) return true;
  const start = spacedStart.exec(value);
  return start !== null && spacedEnd.test(value.slice(start.index + start[0].length));
}

/** The names that a name with template actions may become. */
interface NamePattern {
  test(name: string): boolean;
}

/** The names that a name with template actions may become; undefined if it has none. */
export function namePattern(name: string): NamePattern | undefined {
  if (!isTemplated(name)) return undefined;
  const [before = '', ...others] = piecesOf(name);
  const after = others.pop();
  return { test: (other) => (after === undefined ? other === name : isBetween(other, before, others, after)) };
}

/**
 * Returns a function that finds the values that have one of some names, or a name with template actions that may become
 * one: for each name first those that have it, then the others.
 */
export function finderByName<T>(
  all: readonly T[],
  namesOf: (one: T) => Iterable<string>,
): (names: readonly string[]) => readonly T[] {
  const plain = new Map<string, T[]>();
  const patterns: { readonly pattern: NamePattern; readonly one: T }[] = [];
  for (const one of all)
    for (const name of new Set(namesOf(one))) {
      const pattern = namePattern(name);
      if (pattern === undefined) addTo(plain, name, one);
      else patterns.push({ pattern, one });
    }
  return (names) =>
    names.flatMap((name) => [
      ...(plain.get(name) ?? []),
      ...patterns.filter(({ pattern }) => pattern.test(name)).map(({ one }) => one),
    ]);
}

/** Whether a text has all pieces one after the other, the first at its start and the last at its end. */
function isBetween(value: string, before: string, between: readonly string[], after: string): boolean {
  if (!value.startsWith(before) || !value.endsWith(after)) return false;
  let at = before.length;
  for (const piece of between) {
    const found = value.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at + after.length <= value.length;
}

const openings = /\{\{|\{%|\$\{|\$\(|\$[A-Za-z_][A-Za-z0-9_]*|<%|\[\[/g;

/** What ends an action, and whether it ends at the last of these rather than at the first. */
const endings: Readonly<Record<string, { readonly close: string; readonly isLast: boolean }>> = {
  '{{': { close: '}}', isLast: true },
  '{%': { close: '%}', isLast: true },
  '${': { close: '}', isLast: false },
  '$(': { close: ')', isLast: false },
  '<%': { close: '%>', isLast: true },
  '[[': { close: ']]', isLast: true },
};

/** The parts of a name around its actions. */
function piecesOf(name: string): readonly string[] {
  const pieces: string[] = [];
  const unclosed = new Set<string>();
  let rest = 0;
  for (const { 0: open, index } of name.matchAll(openings)) {
    if (index < rest || unclosed.has(open)) continue;
    const end = endOfAction(name, open, index + open.length);
    if (end === undefined) {
      unclosed.add(open);
      continue;
    }
    pieces.push(name.slice(rest, index));
    rest = end;
  }
  return [...pieces, name.slice(rest)];
}

function endOfAction(name: string, open: string, from: number): number | undefined {
  const ending = endings[open];
  if (ending === undefined) return from;
  const { close, isLast } = ending;
  const at = isLast ? name.lastIndexOf(close) : name.indexOf(close, from);
  return at < from ? undefined : at + close.length;
}

/** The part of a dotted name before its first dot; the dots in a template action do not count. */
export function firstPartOf(name: string): string {
  const joined = piecesOf(name).join('{{}}');
  const dot = joined.indexOf('.');
  return dot === -1 ? joined : joined.slice(0, dot);
}
