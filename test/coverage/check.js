/**
 * Compares the lines and branches that `npm run coverage` did not reach with those that have a reason: `unreached-lines.js` and
 * `unreached-branches.js`.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rules, untakenBranches } from './branches.js';
import { unreachedBranches } from './unreached-branches.js';
import { unreachedLines } from './unreached-lines.js';

const root = join(import.meta.dirname, '../..');
const report = JSON.parse(readFileSync(join(root, 'node_modules/.cache/coverage/coverage-final.json'), 'utf8'));

/** The lines of a file on which no statement ran, with their texts. */
function unreachedIn(source, { statementMap, s: counts }) {
  const runs = new Map();
  for (const [id, { start }] of Object.entries(statementMap))
    runs.set(start.line, Math.max(runs.get(start.line) ?? 0, counts[id]));
  const text = source.split('\n');
  return [...runs].filter(([, count]) => count === 0).map(([line]) => ({ line, text: text[line - 1].trim() }));
}

/** The entries of a list, one for each line; a line that is listed twice stands for two branches. */
const entriesOf = (listed) => listed.flatMap(({ file, lines }) => lines.map((text) => ({ file, text })));

/** Takes the entry for a line of a file out of those that are left; false: it has none. */
function take(left, file, text) {
  const at = left.findIndex((one) => one.file === file && one.text === text);
  if (at !== -1) left.splice(at, 1);
  return at !== -1;
}

const lines = entriesOf(unreachedLines);
const branches = entriesOf(unreachedBranches);
const counts = { lines: lines.length, branches: branches.length, rules: rules.map(() => 0) };
const problems = [];
for (const [path, coverage] of Object.entries(report)) {
  const file = relative(join(root, 'src'), path).split(sep).join('/');
  const source = readFileSync(path, 'utf8');
  const unreached = unreachedIn(source, coverage);
  for (const { line, text } of unreached)
    if (!take(lines, file, text)) problems.push(`src/${file}:${line} is not run by a test: ${text}`);
  for (const { line, text, rule } of untakenBranches(source, coverage)) {
    if (unreached.some((one) => one.line === line)) continue;
    if (rule !== -1) counts.rules[rule] += 1;
    else if (!take(branches, file, text)) problems.push(`src/${file}:${line}: branch not taken: ${text}`);
  }
}
for (const { file, text } of lines) problems.push(`src/${file} runs, or has no more, a line that is listed: ${text}`);
for (const { file, text } of branches)
  problems.push(`src/${file} takes, or has no more, a branch that is listed: ${text}`);
if (problems.length > 0) {
  console.error([...problems, 'write a test, or bring the lists in test/coverage/ up to date'].join('\n'));
  process.exitCode = 1;
} else console.log(`${counts.lines} lines are not run and ${counts.branches} branches not taken, each with a reason`);
for (const [index, count] of counts.rules.entries()) console.log(`${count} branches: ${rules[index].reason}`);
