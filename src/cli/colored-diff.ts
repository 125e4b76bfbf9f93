import { escapeControls } from '../diagnostics/escape.ts';

/** The diff of a file for a terminal: added lines in green, removed ones in red, control characters escaped. */
export function coloredDiff(diff: Uint8Array): string {
  const lines = new TextDecoder().decode(diff).split('\n');
  return lines.map((line, index) => paintLine(line, index < 2)).join('\n');
}

/** The first two lines are the head; a removed `-- ` looks like one. */
function paintLine(line: string, isHead: boolean): string {
  const shown = escapeControls(line.replaceAll('\t', '    '));
  const color = isHead ? '1' : line.startsWith('@@') ? '36' : { '+': '32', '-': '31' }[line[0] ?? ''];
  return color === undefined ? shown : `\u001b[${color}m${shown}\u001b[0m`;
}
