/** Prints values as YAML or JSON, in the style of the text around them. */

/** A value to print, as in JSON. */
export type Value = Leaf | readonly Value[] | { readonly [key: string]: Value };
type Leaf = string | number | boolean | null;

/** The YAML style of the surrounding text. */
export interface Style {
  readonly eol: '\n' | '\r\n';
  /** Columns from a key to the keys of the mapping below it. */
  readonly indent: number;
  /** Columns from a key to the dashes of the list below it: 0 is a compact list. */
  readonly dash: number;
  /** Columns from a dash to what follows it: 2 is `- `. */
  readonly gap: number;
  readonly quote: '"' | "'";
}

/** Comments for the lines of a printed value, by the path of the value on the line; with the `#`. */
export interface Comments {
  /** At the end of the line. */
  readonly after: ReadonlyMap<string, string>;
  /** On lines of their own, above the value. */
  readonly above: ReadonlyMap<string, readonly string[]>;
}

/**
 * Words that some readers of YAML 1.1 do not take for strings; also an exponent alone, which some take for a number.
 */
const ambiguousWords = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?[0-9_]+)$/i;

/** Whether every YAML reader (1.1, 1.2, Kubernetes') reads the plain text as this string. */
function isPlainSafe(text: string): boolean {
  if (text === '/' || /^[0-9]+(?:\.[0-9]+)?(?:n|u|m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi|Ei)$/.test(text)) return true;
  return /^[A-Za-z](?:[A-Za-z0-9_./-]*[A-Za-z0-9_/-])?$/.test(text) && !ambiguousWords.test(text);
}

/** A string as a scalar: plain if that is safe, otherwise in the given quotes. */
export function printString(text: string, quote: '"' | "'" = '"'): string {
  if (isPlainSafe(text)) return text;
  return quoteString(text, quote);
}

/** A string in quotes: in single quotes only if the text needs no escape. */
export function quoteString(text: string, quote: '"' | "'"): string {
  if (quote === "'" && /^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return escapeUnsafe(JSON.stringify(text));
}

/** JSON text with escapes for the characters that a terminal, a log or a YAML 1.1 reader could misread. */
export function escapeUnsafe(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Prints a value as block YAML with its keys at a column. The first line is not indented, the last has no line end. */
export function printBlock(value: Value, style: Style, column: number, comments?: Comments): string {
  return blockLines({ style, comments }, value, column, '').join(style.eol);
}

/** What all values are printed with. */
interface Printing {
  readonly style: Style;
  readonly comments: Comments | undefined;
}

function blockLines(printing: Printing, value: Value, column: number, path: string): string[] {
  if (isLeaf(value)) return [printLeaf(value, printing.style.quote) + afterOf(printing, path)];
  return isList(value)
    ? value.flatMap((entry, index) => entryLines(printing, entry, column, `${path}/${index}`))
    : pairLines(printing, value, column, path);
}

/** The lines of a list entry, whose index is the last part of its path; the first line of the first one is not indented. */
function entryLines(printing: Printing, entry: Value, column: number, path: string): string[] {
  const { style, comments } = printing;
  const first = path.endsWith('/0');
  const pad = ' '.repeat(column);
  const [head = '', ...rest] = blockLines(printing, entry, column + style.gap, path);
  const line = `${first ? '' : pad}-${' '.repeat(style.gap - 1)}${head}`;
  const above = (comments?.above.get(path) ?? []).map((comment, index) => (first && index === 0 ? '' : pad) + comment);
  if (above.length > 0 && first) return [...above, pad + line, ...rest];
  return [...above, line, ...rest];
}

function pairLines(printing: Printing, value: Readonly<Record<string, Value>>, column: number, path: string): string[] {
  const pad = ' '.repeat(column);
  return Object.entries(value).flatMap((pair, index) => {
    const here = `${path}/${pair[0]}`;
    const above = printing.comments?.above.get(here) ?? [];
    const lines = [...above, ...linesOfPair(printing, pair, column, here)];
    return lines.map((line, at) => (at <= above.length && (index > 0 || at > 0) ? pad + line : line));
  });
}

/** The lines of one pair; the line of its key is not indented. */
function linesOfPair(
  printing: Printing,
  [key, value]: readonly [string, Value],
  column: number,
  path: string,
): string[] {
  const { style } = printing;
  const start = `${printString(key, style.quote)}:`;
  if (isLongText(value)) return literalLines(start, value, column + style.indent, afterOf(printing, path));
  if (isLeaf(value)) return [`${start} ${printLeaf(value, style.quote)}${afterOf(printing, path)}`];
  if (isEmptyValue(value)) return [`${start} ${isList(value) ? '[]' : '{}'}`];
  const below = column + (isList(value) ? style.dash : style.indent);
  const [first = '', ...rest] = blockLines(printing, value, below, path);
  return [start + afterOf(printing, path), ' '.repeat(below) + first, ...rest];
}

/** Above this length a text of several lines becomes a block scalar: the library reads one in quotes letter by letter. */
const longText = 2 ** 16;

/** Whether a string is long and every YAML reader reads it as a literal block scalar (YAML 1.2, 8.1.2). */
function isLongText(value: Value): value is string {
  if (typeof value !== 'string' || value.length <= longText) return false;
  return /^[!-~]/.test(value) && !value.endsWith('\n\n') && !/[^\n -~]/.test(value);
}

/** A key with a literal block scalar below it; the line of the key is not indented. */
function literalLines(key: string, text: string, column: number, comment: string): string[] {
  const [body, chomping] = text.endsWith('\n') ? [text.slice(0, -1), ''] : [text, '-'];
  const pad = ' '.repeat(column);
  return [`${key} |${chomping}${comment}`, ...body.split('\n').map((line) => pad + line)];
}

function afterOf({ comments }: Printing, path: string): string {
  const comment = comments?.after.get(path);
  return comment === undefined ? '' : ` ${comment}`;
}

/** The layout of a flow collection: on one line, or over several lines like pretty-printed JSON. */
export interface Flow {
  /** All keys and strings in double quotes. */
  readonly json: boolean;
  /** The additional indentation of each level; '' prints on one line. */
  readonly unit: string;
  readonly eol: '\n' | '\r\n';
  /** `{ a: 1 }` instead of `{a: 1}`, on one line. */
  readonly spaced: boolean;
  /** `"a":1` instead of `"a": 1`; in JSON only, since after a plain key the colon needs the space (YAML 1.2, 7.4.2). */
  readonly tightColon: boolean;
  /** `1,2` instead of `1, 2`. */
  readonly tightComma: boolean;
}

/** Prints a value as a flow collection that begins at the end of a line indented by `indentation`. */
export function printFlow(value: Value, flow: Flow, indentation = ''): string {
  if (isLeaf(value)) return typeof value === 'string' ? flowString(value, flow) : printLeaf(value, '"');
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  if (isEmptyValue(value)) return open + close;
  const below = indentation + flow.unit;
  const parts = isList(value)
    ? value.map((entry) => printFlow(entry, flow, below))
    : Object.entries(value).map(([key, entry]) => `${printFlowKey(key, flow)}${printFlow(entry, flow, below)}`);
  if (flow.unit !== '') {
    return `${open}${flow.eol}${below}${parts.join(`,${flow.eol}${below}`)}${flow.eol}${indentation}${close}`;
  }
  const space = flow.spaced && !isList(value) ? ' ' : '';
  return `${open}${space}${parts.join(flow.tightComma ? ',' : ', ')}${space}${close}`;
}

/** A key of a flow mapping with its colon. */
export function printFlowKey(key: string, flow: Flow): string {
  return `${flowString(key, flow)}:${flow.json && flow.tightColon ? '' : ' '}`;
}

function flowString(text: string, flow: Flow): string {
  return flow.json ? quoteString(text, '"') : printString(text);
}

/** A scalar that is valid in YAML and JSON. */
export function printLeaf(value: Leaf, quote: '"' | "'"): string {
  return typeof value === 'string' ? printString(value, quote) : JSON.stringify(value);
}

function isLeaf(value: Value): value is Leaf {
  return typeof value !== 'object' || value === null;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isEmptyValue(value: Exclude<Value, Leaf>): boolean {
  return (isList(value) ? value : Object.keys(value)).length === 0;
}
