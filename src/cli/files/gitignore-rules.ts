import { addTo } from '../../collections.ts';

/** What the rules of one `.gitignore` decide about a path; undefined if none of them matches (gitignore(5)). */
export type Rules = (path: string) => 'ignored' | 'kept' | undefined;

interface Rule {
  readonly order: number;
  readonly verdict: 'ignored' | 'kept';
  readonly directoryOnly: boolean;
  /** A pattern without a slash matches the name of any file, others match the whole path below the `.gitignore`. */
  readonly anchored: boolean;
  readonly pieces: readonly Piece[];
}

/** A part of a pattern between slashes: a name, or `**` for any number of directories. */
type Piece = '**' | readonly Token[];

/** A test of one or more characters of a name. */
type Token = string | ((character: string) => boolean);

const [any, star] = ['any character', 'any number of them'];

/**
 * Parses the text of a `.gitignore`; with `anyCase`, upper and lower case are the same. The time for a match is at most
 * proportional to the product of pattern and path.
 */
export function rulesIn(text: string, anyCase = false): Rules {
  const cased = (one: string): string => inBytes(anyCase ? one.toLowerCase() : one);
  const literal = new Map<string, Rule[]>();
  const globs: Rule[] = [];
  const globsBelow = new Map<string, Rule[]>();
  for (const [order, line] of cased(text).split(/\r?\n/).entries()) {
    const rule = ignoreRule(line, order);
    if (rule === undefined) continue;
    const key = literalOf(rule);
    const first = firstNameOf(rule);
    if (key === undefined && first !== undefined) addTo(globsBelow, first, rule);
    else if (key === undefined) globs.push(rule);
    else
      literal.set(key, [rule, ...(literal.get(key) ?? []).filter((one) => one.directoryOnly !== rule.directoryOnly)]);
  }
  return (path) => {
    const isDirectory = path.endsWith('/');
    const names = cased(isDirectory ? path.slice(0, -1) : path).split('/');
    const counts = (rule: Rule): boolean => isDirectory || !rule.directoryOnly;
    const found = [...(literal.get(names.at(-1) ?? '') ?? []), ...(literal.get(`/${names.join('/')}`) ?? [])]
      .filter(counts)
      .reduce<Rule | undefined>(
        (last, rule) => (last === undefined || rule.order > last.order ? rule : last),
        undefined,
      );
    const order = found?.order ?? -1;
    const matches = (rule: Rule): boolean => rule.order < order || (counts(rule) && matchesRule(rule, names));
    const later = [globs, globsBelow.get(names[0] ?? '') ?? []]
      .flatMap((rules) => rules.findLast(matches) ?? [])
      .reduce<Rule | undefined>((last, rule) => (rule.order > (last?.order ?? order) ? rule : last), undefined);
    return (later ?? found)?.verdict;
  };
}

/** git matches bytes: `?` is one of the two bytes of an é. */
function inBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function ignoreRule(line: string, order: number): Rule | undefined {
  const kept = line.startsWith('!');
  let pattern = withoutTrailingSpaces(kept ? line.slice(1) : line);
  if (line.startsWith('#') || pattern === '') return undefined;
  const directoryOnly = pattern.endsWith('/');
  if (directoryOnly) pattern = pattern.slice(0, -1);
  const anchored = pattern.includes('/');
  const pieces = pattern
    .replace(/^\//, '')
    .split('/')
    .map((piece) => (anchored && /^\*\*+$/.test(piece) ? '**' : patternTokens(piece)));
  if (pattern === '' || pieces.includes(undefined)) return undefined;
  return {
    order,
    verdict: kept ? 'kept' : 'ignored',
    directoryOnly,
    anchored,
    pieces: pieces as readonly Piece[],
  };
}

/** Trailing spaces count only after a backslash. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' && !isEscaped(line, end - 1)) end -= 1;
  return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
  let start = at;
  while (line[start - 1] === '\\') start -= 1;
  return (at - start) % 2 === 1;
}

/** The name with which each path begins that a rule matches; undefined if there is none, or if it has special characters. */
function firstNameOf({ anchored, pieces: [first] }: Rule): string | undefined {
  if (!anchored || first === undefined || first === '**' || !first.every(isLiteral)) return undefined;
  return first.join('');
}

function isLiteral(token: Token): boolean {
  return typeof token === 'string' && token.length === 1;
}

/** The only path, or name if the pattern has no slash, that a rule matches; undefined if it has special characters. */
function literalOf({ anchored, pieces }: Rule): string | undefined {
  const names: string[] = [];
  for (const piece of pieces) {
    if (piece === '**' || !piece.every(isLiteral)) return undefined;
    names.push(piece.join(''));
  }
  return anchored ? `/${names.join('/')}` : names[0];
}

function patternTokens(piece: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < piece.length; at += 1) {
    const character = piece[at] ?? '';
    if (character === '\\') {
      at += 1;
      if (at >= piece.length) return undefined;
      tokens.push(piece[at] ?? '');
    } else if (character === '*') {
      if (tokens.at(-1) !== star) tokens.push(star);
    } else if (character === '?') tokens.push(any);
    else if (character === '[') {
      const set = setAt(piece, at);
      if (set === undefined) return undefined;
      tokens.push(set.test);
      at = set.end;
    } else tokens.push(character);
  }
  return tokens;
}

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /^[A-Za-z0-9]$/,
  alpha: /^[A-Za-z]$/,
  digit: /^[0-9]$/,
  lower: /^[a-z]$/,
  upper: /^[A-Z]$/,
  space: /^\s$/,
  punct: /^[!-/:-@[-`{-~]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

/** A set of characters, `[a-z]`; undefined if it does not end. */
function setAt(piece: string, start: number): { test: (character: string) => boolean; end: number } | undefined {
  const negated = piece[start + 1] === '!' || piece[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  const tests: ((character: string) => boolean)[] = [];
  let at = first;
  for (; piece[at] !== ']' || at === first; at += 1) {
    if (at >= piece.length) return undefined;
    const named = /^\[:([a-z]+):\]/.exec(piece.slice(at, at + 20));
    if (named !== null) {
      const known = classes[named[1] ?? ''];
      tests.push((character) => known?.test(character) === true);
      at += named[0].length - 1;
      continue;
    }
    if (piece[at] === '\\') at += 1;
    const low = piece[at] ?? '';
    if (piece[at + 1] !== '-' || piece[at + 2] === ']' || piece[at + 2] === undefined) {
      tests.push((character) => character === low);
      continue;
    }
    at += piece[at + 2] === '\\' ? 3 : 2;
    const high = piece[at] ?? '';
    // git tries the first one by itself, so that it matches even if the range is empty (wildmatch.c).
    tests.push((character) => character === low || (character >= low && character <= high));
  }
  return { test: (character) => tests.some((test) => test(character)) !== negated, end: at };
}

function matchesRule({ anchored, pieces }: Rule, names: readonly string[]): boolean {
  const [first] = pieces;
  if (!anchored) return first !== undefined && first !== '**' && matchesName(first, names.at(-1) ?? '');
  return matchesPath(pieces, names);
}

/** A final `**` matches what is in a directory, not the directory itself: at least one name. */
function matchesPath(pieces: readonly Piece[], names: readonly string[]): boolean {
  const steps: readonly Piece[] = pieces.at(-1) === '**' ? [...pieces, [star]] : pieces;
  return matchesAll(
    names.length,
    steps.length,
    (index) => steps[index] === '**',
    (index, at) => {
      const tokens = steps[index];
      return tokens !== undefined && tokens !== '**' && matchesName(tokens, names[at] ?? '');
    },
  );
}

function matchesName(tokens: readonly Token[], name: string): boolean {
  return matchesAll(
    name.length,
    tokens.length,
    (index) => tokens[index] === star,
    (token, at) => {
      const wanted = tokens[token];
      const character = name[at] ?? '';
      return typeof wanted === 'function' ? wanted(character) : wanted === any || wanted === character;
    },
  );
}

/**
 * Whether a pattern matches all of a text: each step matches once, each star any number of times. The time is
 * proportional to the product of both.
 */
function matchesAll(
  length: number,
  steps: number,
  isStar: (step: number) => boolean,
  fits: (step: number, at: number) => boolean,
): boolean {
  let [at, step] = [0, 0];
  let back: { step: number; at: number } | undefined;
  while (at < length) {
    if (step < steps && isStar(step)) {
      back = { step, at };
      step += 1;
    } else if (step < steps && fits(step, at)) [at, step] = [at + 1, step + 1];
    else if (back !== undefined) {
      back = { step: back.step, at: back.at + 1 };
      [at, step] = [back.at, back.step + 1];
    } else return false;
  }
  while (step < steps && isStar(step)) step += 1;
  return step === steps;
}
