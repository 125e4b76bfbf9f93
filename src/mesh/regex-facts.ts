import type { LinkerdRegex, RegexNode, Sequence } from './linkerd-regex.ts';

/**
 * How to write a pattern for the whole or for the beginning of a text so that Linkerd matches it. Its proxies take the
 * leftmost-first match and test whether it spans the whole path or value (linkerd2-proxy,
 * http/route/src/http/match/path.rs and header.rs): `/a|/ab` finds `/a` in `/ab`, so it does not match.
 */

/**
 * The pattern for a path regex, which SMI anchors to the beginning of the path but not to its end; undefined if it
 * matches any path.
 */
export function pathPattern(pattern: string, regex: LinkerdRegex): string | undefined {
  if (/^\^?\/?(?:\.\*\$?)?$/.test(pattern)) return undefined;
  const [only] = regex.branches;
  if (regex.branches.length > 1 || only === undefined || regex.flagged) return `(?:${pattern}).*`;
  return isOpen(only.at(-1)) || isEnd(only.at(-1)) ? pattern : `${pattern}.*`;
}

/** Whether a path regex of a route, which has to span the whole path, is one of the usual ones that all paths match. */
export function isAnyPath(pattern: string): boolean {
  return /^\^?\/?(?:\.\*|\(\.\*\))\$?$/.test(pattern);
}

/** The pattern for a header regex, which has to match the whole value. */
export function headerPattern(pattern: string, regex: LinkerdRegex): string {
  const [only] = regex.branches;
  if (only === undefined || regex.branches.length > 1 || regex.flagged) return `^(?:${pattern})$`;
  if (isOpen(only.at(-1)) || isEnd(only.at(-1))) return pattern;
  return !regex.alternates && !regex.lazy && findsTheLongest(only) ? pattern : `^(?:${pattern})$`;
}

/**
 * Whether the leftmost-first match of a sequence is a match of the whole text whenever there is one. Alternations rule
 * this out, and greedy quantifiers alone do not ensure it: `a?(ab)?` finds `a` in `ab`. With a single quantifier, the
 * length of the match depends only on the repeated part, and the longest one that fits is tried first. A second
 * quantifier changes nothing if it is last and repeats another character than the one before it: then the match of the
 * first cannot extend into its part.
 */
function findsTheLongest(sequence: Sequence): boolean {
  const repeats = sequence.filter((node) => node.kind === 'repeat' || node.kind === 'group');
  if (!repeats.every(isSimple)) return false;
  if (repeats.length < 2) return true;
  const [before, last] = sequence.slice(-2);
  if (repeats.length > 2 || last?.kind !== 'repeat' || before?.kind !== 'char') return false;
  const [one, other] = [before.literal, last.of.kind === 'char' ? last.of.literal : undefined];
  return one !== undefined && other !== undefined && one !== other;
}

function isSimple(node: RegexNode): boolean {
  return node.kind === 'repeat' && node.of.kind === 'char';
}

/** Whether a node is a greedy `.*`. */
function isOpen(node: RegexNode | undefined): boolean {
  return node?.kind === 'repeat' && node.of.kind === 'char' && node.of.dot === true && node.sign === '*' && !node.lazy;
}

function isEnd(node: RegexNode | undefined): boolean {
  return node?.kind === 'assertion' && (node.sign === '$' || node.sign === '\\z');
}

function isBeginning(node: RegexNode | undefined): boolean {
  return node?.kind === 'assertion' && (node.sign === '^' || node.sign === '\\A');
}

/** Whether a header regex has `.*` or an anchor at both ends. */
export function isDecided(regex: LinkerdRegex): boolean {
  const [only] = regex.branches;
  if (only === undefined || regex.branches.length > 1) return false;
  const [first, last] = [only[0], only.at(-1)];
  return (isWild(first) || isBeginning(first)) && (isWild(last) || isEnd(last));
}

/** Whether a node is `.*`, lazy or not. */
function isWild(node: RegexNode | undefined): boolean {
  return node?.kind === 'repeat' && node.of.kind === 'char' && node.of.dot === true && node.sign === '*';
}

/** Whether a path, which starts with `/`, can start with a match. */
export function matchesSomePath(regex: LinkerdRegex): boolean {
  return regex.branches.some((branch) => beginsWithSlash(branch) !== 'no');
}

/** Whether a match can start with `/`; `empty` if it can be empty, so that what follows decides. */
function beginsWithSlash(sequence: Sequence): 'yes' | 'no' | 'empty' {
  for (const node of sequence) {
    const beginning = beginningOf(node);
    if (beginning !== 'empty') return beginning;
  }
  return 'empty';
}

function beginningOf(node: RegexNode): 'yes' | 'no' | 'empty' {
  if (node.kind === 'char') return node.slash ? 'yes' : 'no';
  if (node.kind === 'assertion') return isEnd(node) ? 'no' : 'empty';
  if (node.kind === 'group') return best(node.branches.map(beginsWithSlash));
  return best([beginningOf(node.of), ...(node.min === 0 ? (['empty'] as const) : [])]);
}

function best(beginnings: readonly ('yes' | 'no' | 'empty')[]): 'yes' | 'no' | 'empty' {
  return beginnings.find((one) => one === 'yes') ?? beginnings.find((one) => one === 'empty') ?? 'no';
}

/**
 * A character of a path regex that no path can hold, because it begins a query or a fragment; undefined if there is
 * none.
 */
export function outsidePath({ branches }: LinkerdRegex): string | undefined {
  return branches.flatMap((branch) => branch.flatMap(outsideOf))[0];
}

function outsideOf(node: RegexNode): readonly string[] {
  if (node.kind === 'char') return node.outsidePath === undefined ? [] : [node.outsidePath];
  if (node.kind === 'assertion') return [];
  return node.kind === 'group' ? node.branches.flatMap((branch) => branch.flatMap(outsideOf)) : outsideOf(node.of);
}
