/**
 * The single characters, escapes and classes of the regular expressions that Linkerd's proxies compile (Rust's `regex`
 * crate, documentation of its syntax), as far as RE2 and JavaScript read them in the same way.
 */

/** Thrown for a regular expression that is refused; `offset` counts code points. */
export class RegexProblem extends Error {
  override readonly name = 'RegexProblem';
  readonly offset: number;
  readonly fix?: string;

  constructor(message: string, offset: number, fix?: string) {
    super(message);
    this.offset = offset;
    if (fix !== undefined) this.fix = fix;
  }
}

/** The code points of a pattern, and the position of the reader. */
export interface Cursor {
  readonly text: readonly string[];
  at: number;
}

/** Matches one character. */
export interface CharNode {
  readonly kind: 'char';
  /** Whether it matches `/`, the first character of every path. */
  readonly slash: boolean;
  /** The approximate number of states in the automaton of Linkerd's engine, which has a limit. */
  readonly cost: number;
  /** The character, if it matches only one. */
  readonly literal?: string;
  /** Whether it is written `.`. */
  readonly dot?: true;
  /** Its characters that no path can hold: `?` and `#` begin what comes after the path. */
  readonly outsidePath?: string;
}

/** Matches a place between characters: `^`, `$`, `\b` and similar. */
export interface AssertionNode {
  readonly kind: 'assertion';
  readonly sign: string;
}

const asciiCost = 1;
/** The cost of an automaton over UTF-8 that matches all characters but a few. */
const wideCost = 20;
/** `\w` takes 15 to 25 KB, where the limit is 10 MB for a pattern (regex-automata, Config::nfa_size_limit). */
const unicodeCost = 600;

/** A literal character. */
export function literalNode(character: string): CharNode {
  const outside = character === '?' || character === '#';
  return {
    kind: 'char',
    slash: character === '/',
    cost: character < '\u0080' ? asciiCost : 4,
    literal: character,
    ...(outside && { outsidePath: character }),
  };
}

/** The dot: any character but a line end. */
export const dotNode: CharNode = { kind: 'char', slash: true, cost: wideCost, dot: true };

const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\u0007' };
/** Perl classes, and whether each matches `/`. */
const perl: Readonly<Record<string, boolean>> = { d: false, D: true, w: false, W: true, s: false, S: true };

/**
 * Reads an escape; the cursor is after its backslash. Throws RegexProblem for an escape that not all engines support.
 */
export function readEscape(cursor: Cursor, inClass: boolean): CharNode | AssertionNode {
  const at = cursor.at - 1;
  const letter = cursor.text[cursor.at];
  if (letter === undefined) throw new RegexProblem('ends in a backslash', at);
  cursor.at += 1;
  const control = controls[letter];
  if (control !== undefined) return literalNode(control);
  const slash = perl[letter];
  if (slash !== undefined) return { kind: 'char', slash, cost: unicodeCost };
  if (letter === 'x') return literalNode(readHexadecimal(cursor, at));
  if (letter === 'p' || letter === 'P') return readProperty(cursor, at, letter === 'P');
  if (/[!-/:;=?@[-`{-~]/.test(letter)) return literalNode(letter);
  if (!inClass && /[bBAz]/.test(letter)) return { kind: 'assertion', sign: `\\${letter}` };
  throw unknownEscape(letter, at, inClass);
}

const insteadOf: Readonly<Record<string, string>> = {
  Z: 'write \\z',
  h: 'write [ \\t]',
  H: 'write [^ \\t]',
  Q: 'write the backslash before each character that needs one',
  E: 'write the backslash before each character that needs one',
  R: 'write \\r?\\n',
};

function unknownEscape(letter: string, at: number, inClass: boolean): RegexProblem {
  if (/[0-9k]/.test(letter)) return new RegexProblem(`has a back-reference \\${letter}`, at);
  const where = inClass ? ' in a class' : '';
  return new RegexProblem(`has an escape \\${letter} that not every engine knows${where}`, at, insteadOf[letter]);
}

/** Reads `\x41` or `\x{41}`; the cursor is after the x. */
function readHexadecimal(cursor: Cursor, at: number): string {
  const rest = cursor.text.slice(cursor.at, cursor.at + 12).join('');
  const found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,8})\})/.exec(rest);
  const point = parseInt(found?.[1] ?? found?.[2] ?? '', 16);
  const isScalar = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
  if (found === null || !isScalar)
    throw new RegexProblem('has an escape \\x that is not a character', at, 'write \\x41');
  cursor.at += found[0].length;
  return String.fromCodePoint(point);
}

/** General categories that RE2 and Rust support: Rust has no surrogates, RE2 no Cn and LC. */
const categories = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfo]?)$/;
/** Scripts that have been in Unicode for a long time. */
const scripts = new Set(
  'Arabic Armenian Bengali Bopomofo Braille Cherokee Common Coptic Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew Hiragana Inherited Kannada Katakana Khmer Lao Latin Malayalam Mongolian Myanmar Ogham Oriya Runic Sinhala Syriac Tamil Telugu Thaana Thai Tibetan'.split(
    ' ',
  ),
);

/** Reads `\pL` or `\p{Greek}`; the cursor is after the letter. */
function readProperty(cursor: Cursor, at: number, negated: boolean): CharNode {
  const rest = cursor.text.slice(cursor.at, cursor.at + 40).join('');
  const found = /^(?:([A-Z])|\{([A-Za-z]+)\})/.exec(rest);
  const name = found?.[1] ?? found?.[2] ?? '';
  if (found === null || !(categories.test(name) || scripts.has(name)))
    throw new RegexProblem(
      'has an escape \\p of a property that not every engine supports',
      at,
      'write \\pL or \\p{Greek}',
    );
  cursor.at += found[0].length;
  const holdsSlash = ['P', 'Po', 'Common'].includes(name);
  return { kind: 'char', slash: holdsSlash !== negated, cost: unicodeCost };
}

const posix: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  ascii: /[\0-\x7f]/,
  blank: /[\t ]/,
  cntrl: /[\0-\x1f\x7f]/, // eslint-disable-line no-control-regex -- the class of control characters
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t\n\v\f\r ]/,
  upper: /[A-Z]/,
  word: /[0-9A-Za-z_]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** Reads a class; the cursor is after its bracket. Throws RegexProblem for a class that engines read differently. */
export function readClass(cursor: Cursor): CharNode {
  const open = cursor.at - 1;
  const negated = cursor.text[cursor.at] === '^';
  if (negated) cursor.at += 1;
  if (cursor.text[cursor.at] === ']')
    throw new RegexProblem('has a class that starts with ]', open, 'write \\] for the bracket');
  let [slash, cost, outsidePath] = [false, negated ? wideCost : asciiCost, ''];
  while (cursor.text[cursor.at] !== ']') {
    if (cursor.at >= cursor.text.length) throw new RegexProblem('has a class without its end', open);
    const item = readItem(cursor);
    const upTo = readRangeEnd(cursor, item);
    slash ||= upTo === undefined ? item.slash : inRange('/', item, upTo);
    cost += item.cost;
    outsidePath += upTo === undefined ? (item.outsidePath ?? '') : '';
  }
  cursor.at += 1;
  return { kind: 'char', slash: slash !== negated, cost, ...(outsidePath !== '' && !negated && { outsidePath }) };
}

function inRange(character: string, { literal = '' }: CharNode, upTo: string): boolean {
  return pointOf(literal) <= pointOf(character) && pointOf(character) <= pointOf(upTo);
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function readItem(cursor: Cursor): CharNode {
  const { text, at } = cursor;
  const character = text[at] ?? '';
  const pair = `${character}${text[at + 1] ?? ''}`;
  if (['&&', '--', '~~'].includes(pair))
    throw new RegexProblem(`has ${pair} in a class`, at, `write \\${character} for the character`);
  cursor.at += 1;
  if (character === '[') return readPosix(cursor, at);
  if (character !== '\\') return literalNode(character);
  const escape = readEscape(cursor, true);
  if (escape.kind === 'char') return escape;
  throw new RegexProblem(`has ${escape.sign} in a class`, at);
}

function readPosix(cursor: Cursor, at: number): CharNode {
  const found = /^:([a-z]+):\]/.exec(cursor.text.slice(cursor.at, cursor.at + 12).join(''));
  const members = posix[found?.[1] ?? ''];
  if (found === null || members === undefined)
    throw new RegexProblem('has a [ in a class', at, 'write \\[ for the bracket');
  cursor.at += found[0].length;
  return { kind: 'char', slash: members.test('/'), cost: asciiCost };
}

/** The last character of a range, if a `-` and a character follow; undefined for a single character or class. */
function readRangeEnd(cursor: Cursor, first: CharNode): string | undefined {
  const { text, at } = cursor;
  if (text[at] !== '-' || text[at + 1] === ']' || text[at + 1] === undefined) return undefined;
  if (text[at + 1] === '-') throw new RegexProblem('has -- in a class', at, 'write \\- for the character');
  cursor.at += 1;
  const last = readItem(cursor);
  if (first.literal === undefined || last.literal === undefined)
    throw new RegexProblem('has a range that ends in a class', at, 'write \\- for the character');
  if (pointOf(first.literal) > pointOf(last.literal))
    throw new RegexProblem('has a range with its bounds in the wrong order', at);
  return last.literal;
}
