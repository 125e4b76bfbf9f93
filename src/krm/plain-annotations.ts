/**
 * Reads the annotations with the place of an item from the text of a list entry that has its metadata in the format of
 * kpt and Kustomize: a plain key and a value on each line. Returns undefined for any other format: then the entry has
 * to be parsed.
 */
export function plainAnnotations(entry: string): Readonly<Record<string, string>> | undefined {
  const lines = entry.split(/\r?\n/);
  const column = /^ *- +/.exec(lines[0] ?? '')?.[0].length;
  if (column === undefined) return undefined;
  lines[0] = ' '.repeat(column) + (lines[0] ?? '').slice(column);
  const metadata = linesBelow(lines, 'metadata', column);
  if (metadata === undefined) return undefined;
  const [first] = metadata;
  const annotations = linesBelow(metadata, 'annotations', indentOf(first ?? ''));
  return annotations && pairsOf(annotations);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The lines below the only key of a name at a column; undefined if there is none, or if something follows it on its
 * line.
 */
function linesBelow(lines: readonly string[], key: string, column: number): readonly string[] | undefined {
  const head = `${' '.repeat(column)}${key}:`;
  const at = lines.indexOf(head);
  if (at === -1 || lines.some((line, index) => index !== at && line.startsWith(head))) return undefined;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line !== '' && indentOf(line) <= column);
  return end === -1 ? rest : rest.slice(0, end);
}

/** A value that is read as it is written; unquoted, it is a decimal number or a text that is no boolean and not null. */
const plainValue =
  /^(?:(?!(?:null|true|false|yes|no|on|off|[yn])$)([a-z_/][-\w./]*|0|[1-9]\d{0,9})|'([-\w./ #:]*)'|"([-\w./ #:]*)")$/i;
const itemAnnotations = /^(?:internal\.)?config\.kubernetes\.io\/(?:path|index|package-path)$/;

/** The pairs of lines at one column; the values of other keys may be block scalars. */
function pairsOf(lines: readonly string[]): Readonly<Record<string, string>> | undefined {
  const column = indentOf(lines[0] ?? '');
  const found: Record<string, string> = {};
  let isBlock = false;
  for (const line of lines) {
    if (line.trim() === '' || (isBlock && indentOf(line) > column)) continue;
    const [, key = '', value = ''] = /^ *([-\w./]+): (.+)$/.exec(line) ?? [];
    if (key === '' || indentOf(line) !== column || Object.hasOwn(found, key)) return undefined;
    isBlock = /^[|>][-+]?$/.test(value);
    if (!isBlock) {
      const plain = plainValue.exec(value);
      if (plain === null && (itemAnnotations.test(key) || !/^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")$/.test(value)))
        return undefined;
      if (itemAnnotations.test(key)) found[key] = plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? '';
    } else if (itemAnnotations.test(key)) return undefined;
  }
  return found;
}
