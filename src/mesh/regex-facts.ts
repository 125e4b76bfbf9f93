import type { LinkerdRegex, RegexNode, Sequence } from './linkerd-regex.ts';

/**
 * How the pattern of a whole, or of the beginning of a text, is to be written for Linkerd. Its proxies look for the
 * leftmost-first match and ask whether that spans the whole path or value (linkerd2-proxy,
 * http/route/src/http/match/path.rs and header.rs): of `/a|/ab` they find `/a` in `/ab`, and say no.
 */

/** A path regex, which SMI anchors to the beginning of the path and leaves open at its end; undefined: any path. */
export function pathPattern(pattern: string, regex: LinkerdRegex): string | undefined {
  if (/^\^?\/?(?:\.\*\$?)?$/.test(pattern)) return undefined;
  const [only] = regex.branches;
  if (regex.branches.length > 1 || only === undefined || regex.flagged) return `(?:${pattern}).*`;
  return isOpen(only.at(-1)) || isEnd(only.at(-1)) ? pattern : `${pattern}.*`;
}

/** A header regex, which is taken for the whole value. */
export function headerPattern(pattern: string, regex: LinkerdRegex): string {
  const [only] = regex.branches;
  if (only === undefined || regex.branches.length > 1 || regex.flagged) return `^(?:${pattern})$`;
  if (isOpen(only.at(-1)) || isEnd(only.at(-1))) return pattern;
  return !regex.alternates && !regex.lazy && findsTheLongest(only) ? pattern : `^(?:${pattern})$`;
}

/**
 * Whether the leftmost-first match of a sequence without choices of other kinds is a whole match wherever there is one.
 * Greedy quantifiers alone do not make it so: `a?(ab)?` finds `a` in `ab`. With one quantifier the length of the match is
 * that of what it repeats, and the first one tried that fits is the longest. A second one changes nothing where it stands
 * last and repeats a character other than the one before it: the match of the first cannot be moved into its part.
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

/** Whether a header regex says at both ends what may stand there: `.*` or an anchor. */
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

/** Whether a path, which begins with `/`, can begin with a match. */
export function matchesSomePath(regex: LinkerdRegex): boolean {
  return regex.branches.some((branch) => beginsWithSlash(branch) !== 'no');
}

/** Whether a match can begin with `/`; `empty` where it may be empty, so that what follows decides. */
function beginsWithSlash(sequence: Sequence): 'yes' | 'no' | 'empty' {
  for (const node of sequence) {
    const told = beginningOf(node);
    if (told !== 'empty') return told;
  }
  return 'empty';
}

function beginningOf(node: RegexNode): 'yes' | 'no' | 'empty' {
  if (node.kind === 'char') return node.slash ? 'yes' : 'no';
  if (node.kind === 'assertion') return isEnd(node) ? 'no' : 'empty';
  if (node.kind === 'group') return best(node.branches.map(beginsWithSlash));
  return best([beginningOf(node.of), ...(node.min === 0 ? (['empty'] as const) : [])]);
}

function best(told: readonly ('yes' | 'no' | 'empty')[]): 'yes' | 'no' | 'empty' {
  return told.find((one) => one === 'yes') ?? told.find((one) => one === 'empty') ?? 'no';
}

/** The character of a path regex that no path holds, since a query or a fragment begins with it; undefined: none. */
export function outsidePath({ branches }: LinkerdRegex): string | undefined {
  return branches.flatMap((branch) => branch.flatMap(outsideOf))[0];
}

function outsideOf(node: RegexNode): readonly string[] {
  if (node.kind === 'char') return node.outsidePath === undefined ? [] : [node.outsidePath];
  if (node.kind === 'assertion') return [];
  return node.kind === 'group' ? node.branches.flatMap((branch) => branch.flatMap(outsideOf)) : outsideOf(node.of);
}
