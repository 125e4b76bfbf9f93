import { append } from '../collections.ts';
import type { AssertionNode, CharNode, Cursor } from './linkerd-regex-atoms.ts';
import { dotNode, literalNode, readClass, readEscape, RegexProblem } from './linkerd-regex-atoms.ts';

/** A parsed regular expression that Rust's `regex` crate, RE2 and JavaScript read in the same way. */
export interface LinkerdRegex {
  readonly branches: readonly Sequence[];
  /** Whether it has a `|`, in groups too. */
  readonly alternates: boolean;
  /** Whether it has a flag such as `(?i)`, in a group or not. */
  readonly flagged: boolean;
  /** Whether it has a lazy quantifier. */
  readonly lazy: boolean;
}

/** Why a regular expression is refused: the end of a message that starts with its name. */
interface RegexRefusal {
  readonly problem: string;
  /** In code points, from 0. */
  readonly offset: number;
  readonly fix?: string;
}

/** What has to match one after the other. */
export type Sequence = readonly RegexNode[];
/** A part of a regular expression. */
export type RegexNode = CharNode | AssertionNode | GroupNode | RepeatNode;

/** A group in parentheses: one of its branches has to match. */
interface GroupNode {
  readonly kind: 'group';
  readonly branches: readonly Sequence[];
}

/** A part with a quantifier. */
interface RepeatNode {
  readonly kind: 'repeat';
  readonly of: CharNode | GroupNode;
  /** The quantifier as written, without the `?` of a lazy one. */
  readonly sign: string;
  readonly lazy: boolean;
  readonly min: number;
  /** Absent if there is no limit. */
  readonly max?: number;
}

interface State extends Cursor {
  readonly names: Set<string>;
  depth: number;
  alternates: boolean;
  flagged: boolean;
  lazy: boolean;
}

/** The limit for nested groups; Rust's parser allows 250. */
const deepest = 100;
/** A fraction of Rust's limit for the compiled program, in the units of `cost`. */
const costLimit = 100_000;

/**
 * Parses a regular expression as Linkerd's proxies do (linkerd2-proxy, http/route/src/http/match/path.rs: Rust's
 * `regex` crate). Refuses what that crate refuses, and what RE2 or JavaScript read differently.
 */
export function parseLinkerdRegex(pattern: string): LinkerdRegex | RegexRefusal {
  const state: State = {
    text: Array.from(pattern),
    at: 0,
    names: new Set(),
    depth: 0,
    alternates: false,
    flagged: false,
    lazy: false,
  };
  try {
    const branches = readBranches(state);
    if (state.at < state.text.length) throw new RegexProblem('has a ) without its beginning', state.at, 'write \\)');
    if (regexCost(branches) > costLimit) throw new RegexProblem('repeats too much for the limit of Linkerd', 0);
    const { alternates, flagged, lazy } = state;
    return { branches, alternates, flagged, lazy };
  } catch (error) {
    if (!(error instanceof RegexProblem)) throw error;
    const { message, offset, fix } = error;
    return { problem: message, offset, ...(fix !== undefined && { fix }) };
  }
}

function readBranches(state: State): readonly Sequence[] {
  const branches: RegexNode[][] = [[]];
  for (;;) {
    const character = state.text[state.at];
    if (character === undefined || character === ')') return branches;
    if (character === '|') {
      state.at += 1;
      state.alternates = true;
      branches.push([]);
    } else append(branches.at(-1) ?? [], readTerm(state));
  }
}

/** Reads one atom with its quantifier; returns nothing for a flag, which applies to what follows. */
function readTerm(state: State): readonly RegexNode[] {
  const start = state.at;
  const atom = readAtom(state);
  const quantified = isQuantifier(state.text[state.at]);
  if (quantified && (atom === undefined || atom.kind === 'assertion'))
    throw new RegexProblem('has a quantifier with nothing to repeat', state.at, 'write the backslash before it');
  if (atom === undefined) return [];
  if (!quantified || atom.kind === 'assertion') return [atom];
  const repeat = readQuantifier(state, atom, start);
  if (isQuantifier(state.text[state.at]))
    throw new RegexProblem('has two quantifiers in a row', state.at, 'keep one of the two');
  return [repeat];
}

function isQuantifier(character: string | undefined): boolean {
  return character !== undefined && '*+?{'.includes(character);
}

function readAtom(state: State): CharNode | AssertionNode | GroupNode | undefined {
  const character = state.text[state.at] ?? '';
  if (character === '{') throw notACount(state);
  if (isQuantifier(character))
    throw new RegexProblem('has a quantifier with nothing to repeat', state.at, `write \\${character}`);
  state.at += 1;
  if (character === '.') return dotNode;
  if (character === '^' || character === '$') return { kind: 'assertion', sign: character };
  if (character === '\\') return readEscape(state, false);
  if (character === '[') return readClass(state);
  if (character === '(') return readRegexGroup(state);
  return literalNode(character);
}

/** Reads a group; the cursor is after its bracket. Returns undefined for flags alone. */
function readRegexGroup(state: State): GroupNode | undefined {
  const open = state.at - 1;
  if (readGroupHead(state, open) === 'flags') return undefined;
  state.depth += 1;
  if (state.depth > deepest) throw new RegexProblem('has too many groups inside each other', open);
  const branches = readBranches(state);
  if (state.text[state.at] !== ')') throw new RegexProblem('has a group without its end', open, 'write \\( or add )');
  state.at += 1;
  state.depth -= 1;
  return { kind: 'group', branches };
}

/** Kinds of group that are refused, by what follows `(?`, with a replacement if there is one. */
const foreignGroups: readonly (readonly [start: string, what: string, fix?: string])[] = [
  ['=', 'has a look-ahead', 'say what matches instead: Linkerd has no look-around'],
  ['!', 'has a look-ahead', 'say what matches instead: Linkerd has no look-around'],
  ['<=', 'has a look-behind', 'say what matches instead: Linkerd has no look-around'],
  ['<!', 'has a look-behind', 'say what matches instead: Linkerd has no look-around'],
  ['>', 'has an atomic group', 'write (?: for the group'],
  ['#', 'has a comment', 'remove it'],
];

function readGroupHead(state: State, open: number): 'group' | 'flags' {
  if (state.text[state.at] !== '?') return 'group';
  const rest = state.text.slice(state.at + 1, state.at + 80).join('');
  const foreign = foreignGroups.find(([start]) => rest.startsWith(start));
  if (foreign !== undefined) throw new RegexProblem(foreign[1], open, foreign[2]);
  const name = /^P?<([A-Za-z_][A-Za-z0-9_]*)>/.exec(rest);
  if (name?.[1] !== undefined) {
    if (state.names.has(name[1])) throw new RegexProblem(`names two groups ${name[1]}`, open);
    state.names.add(name[1]);
    state.at += 1 + name[0].length;
    return 'group';
  }
  const flags = /^([ismU]*)(-[ismU]+)?([:)])/.exec(rest);
  const letters = `${flags?.[1] ?? ''}${flags?.[2] ?? ''}`;
  if (flags === null || new Set(letters).size < letters.length || (letters === '' && flags[3] === ')'))
    throw new RegexProblem('has a group that not every engine supports', open, 'write (?: for the group');
  if (letters !== '') state.flagged = true;
  state.at += 1 + flags[0].length;
  return flags[3] === ')' ? 'flags' : 'group';
}

const counts: Readonly<Record<string, Pick<RepeatNode, 'min' | 'max'>>> = {
  '*': { min: 0 },
  '+': { min: 1 },
  '?': { min: 0, max: 1 },
};

function readQuantifier(state: State, of: CharNode | GroupNode, start: number): RepeatNode {
  const sign = state.text[state.at] === '{' ? readCount(state, start) : (state.text[state.at] ?? '');
  state.at += sign.length;
  const lazy = state.text[state.at] === '?';
  if (lazy) {
    state.at += 1;
    state.lazy = true;
  }
  return { kind: 'repeat', of, sign, lazy, ...(counts[sign] ?? countOf(sign)) };
}

function countOf(sign: string): Pick<RepeatNode, 'min' | 'max'> {
  const [min = '', max] = sign.slice(1, -1).split(',');
  return { min: Number(min), ...(max !== '' && { max: Number(max ?? min) }) };
}

const largestCount = 1000;

function readCount(state: State, start: number): string {
  const sign = /^\{\d{1,9}(?:,\d{0,9})?\}/.exec(state.text.slice(state.at, state.at + 24).join(''))?.[0];
  if (sign === undefined) throw notACount(state);
  const { min, max = min } = countOf(sign);
  if (max < min) throw new RegexProblem('has a count with its bounds in the wrong order', state.at);
  if (max > largestCount)
    throw new RegexProblem(`repeats more than ${largestCount} times`, start, 'write * or + for the count');
  return sign;
}

function notACount({ text, at }: State): RegexProblem {
  const rest = text.slice(at, at + 60).join('');
  const parameter = /^\{[A-Za-z_][\w.-]*\}/.exec(rest)?.[0];
  const upTo = /^\{,(\d+)\}/.exec(rest)?.[1];
  const known = upTo === undefined ? 'write \\{ for the bracket' : `write {0,${upTo}}`;
  return new RegexProblem(
    'has a { that does not start a count',
    at,
    parameter === undefined ? known : `write [^/]+ for ${parameter}`,
  );
}

function regexCost(branches: readonly Sequence[]): number {
  return branches.flat().reduce((sum, node) => sum + costOfNode(node), 1);
}

function costOfNode(node: RegexNode): number {
  if (node.kind === 'char') return node.cost;
  if (node.kind === 'assertion') return 1;
  if (node.kind === 'group') return regexCost(node.branches);
  return Math.max(node.max ?? node.min + 1, 1) * costOfNode(node.of);
}
