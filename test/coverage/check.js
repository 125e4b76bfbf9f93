/** Compares the lines that `npm run coverage` did not reach with those that have a reason: `unreached-lines.js`. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { unreachedLines } from './unreached-lines.js';

const root = join(import.meta.dirname, '../..');
const report = JSON.parse(readFileSync(join(root, 'node_modules/.cache/coverage/coverage-final.json'), 'utf8'));

/** The texts of the lines of a file on which no statement ran. */
function unreachedIn(path, { statementMap, s: counts }) {
  const runs = new Map();
  for (const [id, { start }] of Object.entries(statementMap))
    runs.set(start.line, Math.max(runs.get(start.line) ?? 0, counts[id]));
  const text = readFileSync(path, 'utf8').split('\n');
  return [...runs].filter(([, count]) => count === 0).map(([line]) => ({ line, text: text[line - 1].trim() }));
}

const open = unreachedLines.flatMap(({ file, lines }) => lines.map((text) => ({ file, text })));
const problems = [];
for (const [path, coverage] of Object.entries(report)) {
  const file = relative(join(root, 'src'), path).split(sep).join('/');
  for (const { line, text } of unreachedIn(path, coverage)) {
    const at = open.findIndex((one) => one.file === file && one.text === text);
    if (at === -1) problems.push(`src/${file}:${line} is not run by a test: ${text}`);
    else open.splice(at, 1);
  }
}
for (const { file, text } of open) problems.push(`src/${file} runs, or has no more, a line that is listed: ${text}`);
if (problems.length > 0) {
  console.error([...problems, 'write a test, or bring test/coverage/unreached-lines.js up to date'].join('\n'));
  process.exitCode = 1;
} else console.log(`${unreachedLines.flatMap(({ lines }) => lines).length} lines are not run, each with a reason`);
