import { escapeControls } from '../diagnostics/escape.ts';

/** A diff for a terminal: what is new in green, what goes in red; nothing in it is obeyed by the terminal. */
export function coloredDiff(diff: Uint8Array): string {
  const lines = new TextDecoder().decode(diff).split('\n');
  return lines.map((line) => paint(line)).join('\n');
}

function paint(line: string): string {
  const shown = escapeControls(line.replaceAll('\t', '    '));
  const color = /^(?:---|\+\+\+) /.test(line)
    ? '1'
    : line.startsWith('@@')
      ? '36'
      : { '+': '32', '-': '31' }[line[0] ?? ''];
  return color === undefined ? shown : `\u001b[${color}m${shown}\u001b[0m`;
}
