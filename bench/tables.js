// Tables of results, and how they get into a page.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/** A table with a head. */
export function table(head, rows) {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const digits = (number) => (number >= 20 ? number.toFixed(0) : number < 0.2 ? number.toFixed(3) : number.toFixed(2));

function cell(result) {
  if (result === undefined) return '';
  if (result.skipped !== undefined) return `SKIPPED: ${result.skipped}`;
  const { middle, least, most, met } = result;
  const spread = least === most ? '' : ` (${digits(least)}–${digits(most)})`;
  const verdict = met === undefined ? '' : met ? ' met' : ' **MISSED**';
  return `${digits(middle)}${spread}${verdict}`;
}

/** The rows of promises, one column for each version of Node; `whole`: with a head, and the count of what is met. */
export function tableOf(rows, versions, whole) {
  const lines = rows.map(({ promise, what, limit, results }) => [
    promise,
    what,
    limit,
    ...versions.map((version) => cell(results.get(version))),
  ]);
  if (!whole) return line(lines[0]);
  const results = rows.flatMap((row) => [...row.results.values()]).filter(({ met }) => met !== undefined);
  const met = results.filter((result) => result.met).length;
  const counted = `${results.length} measured, ${met} met, ${results.length - met} missed.`;
  return `${table(['', 'what', 'at most', ...versions.map((version) => `Node ${version.slice(1)}`)], lines)}\n\n${counted}`;
}

/** Puts a text between the marks `<!-- NAME -->` and `<!-- end of NAME -->` of a page. Throws where they are missing. */
export async function putTable(page, name, text) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const before = readFileSync(page, 'utf8');
  const [at, to] = [before.indexOf(start), before.indexOf(end)];
  if (at === -1 || to < at) throw new Error(`${page} has no place for ${name}`);
  const put = `${before.slice(0, at + start.length)}\n\n${text}\n\n${before.slice(to)}`;
  writeFileSync(page, await format(put, { ...(await resolveConfig(page)), filepath: page }));
}
