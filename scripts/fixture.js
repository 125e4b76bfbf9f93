// Makes a fixture: `npm run fixture -- "the sentence that it proves" [--args='--check .'] [FILE]...`. The files become its
// before/; without a file the manifests come from standard input, and become its stdin. What comes out is then expected.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A sentence as the name of a folder.
 * @param {string} sentence @returns {string} */
export function nameOf(sentence) {
  return sentence
    .toLowerCase()
    .replaceAll(/['’"`]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function make(sentence, files, args) {
  const name = nameOf(sentence);
  const folder = join(root, 'fixtures', name);
  if (name.length < 10 || name.length > 100)
    throw new Error(`a name of 10 to 100 characters is needed, not ${name.length}: ${name}`);
  if (existsSync(folder)) throw new Error(`fixtures/${name} is there already`);
  const stdin = files.length === 0 ? readFileSync(0) : undefined;
  mkdirSync(folder, { recursive: true });
  if (stdin !== undefined) writeFileSync(join(folder, 'stdin'), stdin);
  for (const file of files) cpSync(file, join(folder, 'before', basename(file)), { recursive: true });
  const words = args ?? (files.length === 0 ? '' : '--write .');
  if (words !== '') writeFileSync(join(folder, 'args'), `${words.split(' ').join('\n')}\n`);
  return name;
}

const { values, positionals } = readArguments(import.meta.url, {
  options: { args: { type: 'string' } },
  allowPositionals: true,
});
try {
  const [sentence, ...files] = positionals;
  if (sentence === undefined) throw new Error('the sentence is missing; --help prints the usage');
  const name = make(sentence, files, values.args);
  const env = { ...process.env, UPDATE: '1' };
  spawnSync('npx', ['vitest', 'run', 'test/fixtures.test.ts', '-t', name], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  console.log(`fixtures/${name}: look at what it expects, then npm run docs`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
