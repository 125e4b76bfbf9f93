import { escapeControls } from '../diagnostics/escape.ts';

/** A part of the traffic of an apex. */
export interface BandPart {
  readonly name: string;
  /** In per cent; absent if it is not known. */
  readonly share?: number;
}

const pictureWidth = 420;
const apexWidth = 130;
const flowStart = 142;
const flowEnd = 230;
const rowHeight = 26;
const bandColors = 8;

/**
 * A picture of how the traffic of an apex is split: an SVG element as text, with bands as wide as their shares, in
 * classes `c0` to `c7` that the page gives colours. It has a text alternative.
 */
export function splitPicture(apex: string, parts: readonly BandPart[]): string {
  const rows = parts.length === 0 ? [{ name: apex, share: 100 }] : parts;
  const height = rows.length * rowHeight + 8;
  const label = html(`${apex}: ${rows.map((part) => `${part.name} ${shareOf(part)}`).join(', ')}`);
  return `<svg class="picture" role="img" aria-label="${label}" viewBox="0 0 ${pictureWidth} ${height}" width="${pictureWidth}" height="${height}"><g aria-hidden="true"><rect class="apex" x="1" y="${round(height / 2 - 13)}" width="${apexWidth}" height="26" rx="4"/><text x="${apexWidth / 2}" y="${round(height / 2 + 5)}" text-anchor="middle">${html(short(apex, 16))}</text>${bandsOf(rows, height)}</g></svg>`;
}

function bandsOf(rows: readonly BandPart[], height: number): string {
  const total = Math.min(height - 8, 60);
  const thickness = rows.map(({ share = 0 }) => Math.max((total * share) / 100, 1));
  let from = height / 2 - thickness.reduce((sum, one) => sum + one, 0) / 2;
  return rows
    .map((part, index) => {
      const thick = thickness[index] ?? 1;
      const middle = 4 + index * rowHeight + rowHeight / 2;
      const band = bandOf(from, thick, middle - Math.min(thick, rowHeight - 4) / 2, Math.min(thick, rowHeight - 4));
      from += thick;
      const none = part.share === 0 ? ' none' : '';
      return `<path class="band c${index % bandColors}${none}" d="${band}"/><text x="${flowEnd + 8}" y="${round(middle + 5)}"><tspan class="share">${shareOf(part)}</tspan> ${html(short(part.name, 18))}</text>`;
    })
    .join('');
}

/** A band from the apex to a backend: two curves and straight ends. */
function bandOf(from: number, thick: number, to: number, end: number): string {
  const middle = (flowStart + flowEnd) / 2;
  const [a, b, c, d] = [from, to, to + end, from + thick].map(round);
  return `M${flowStart} ${a}C${middle} ${a} ${middle} ${b} ${flowEnd} ${b}V${c}C${middle} ${c} ${middle} ${d} ${flowStart} ${d}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `12.5 %`; `?` if it is not known. */
function shareOf({ share }: BandPart): string {
  return share === undefined ? '?' : `${share} %`;
}

function short(text: string, length: number): string {
  const characters = Array.from(escapeControls(text));
  if (characters.length <= length) return characters.join('');
  const end = Math.floor((length - 1) / 2);
  return `${characters.slice(0, length - 1 - end).join('')}…${characters.slice(-end).join('')}`;
}

/** Escapes text for HTML, in an element or an attribute. */
export function html(text: string): string {
  return escapeControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Prose as HTML: what is between backticks is code. */
export function htmlProse(text: string): string {
  return html(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
