// Puts the tools that a run of .ci/run used, with their versions, into docs/stability.md: node scripts/tested.js LOG,
// where LOG is what .ci/run printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * The tools of a log's line `real tools run: kpt 1.0.0, …`, sorted; those without a version count as well.
 * @param {string} log
 * @returns {{ name: string, version: string }[]}
 */
export function toolsIn(log) {
  const line = log.match(/^real tools run: (.*)$/m)?.[1];
  if (line === undefined) throw new Error('the log has no line "real tools run: "');
  return line
    .split(', ')
    .map((tool) => tool.split(' '))
    .map(([name, version = 'not recorded']) => ({ name, version }))
    .filter(
      ({ name, version }, _, all) =>
        version !== 'not recorded' || all.every((one) => one.name !== name || one.version === version),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The page with a new table.
 * @param {string} page
 * @param {{ name: string, version: string }[]} tools
 * @returns {string}
 */
export function withTools(page, tools) {
  const rows = tools.map(({ name, version }) => `| ${name} | ${version} |`).join('\n');
  const [before, rest] = page.split('<!-- tested -->\n');
  const after = rest.slice(rest.indexOf('<!-- end -->'));
  return `${before}<!-- tested -->\n\n| tool | version |\n| --- | --- |\n${rows}\n\n${after}`;
}

if (process.argv[2] !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/stability.md');
  const page = withTools(readFileSync(path, 'utf8'), toolsIn(readFileSync(process.argv[2], 'utf8')));
  writeFileSync(path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }));
}
