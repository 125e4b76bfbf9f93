import { escapeControls } from '../diagnostics/escape.ts';

/** A diff for a terminal: added lines in green, removed ones in red, control characters escaped. */
export function coloredDiff(diff: Uint8Array): string {
  const lines = new TextDecoder().decode(diff).split('\n');
  return lines.map((line) => paintLine(line)).join('\n');
}

function paintLine(line: string): string {
  const shown = escapeControls(line.replaceAll('\t', '    '));
  const color = /^(?:---|\+\+\+) /.test(line)
    ? '1'
    : line.startsWith('@@')
      ? '36'
      : { '+': '32', '-': '31' }[line[0] ?? ''];
  return color === undefined ? shown : `\u001b[${color}m${shown}\u001b[0m`;
}
