import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
const paths = listed.status === 0 ? listed.stdout.split('\0').filter((path) => path !== '') : [];
if (paths.length === 0) console.warn('SKIPPED: this is no git checkout, so its paths are not looked at');

/** What Windows refuses in a name, besides the devices that it has in every directory (Win32 "Naming Files"). */
const refused = /[<>:"\\|?*\p{Cc}]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

describe.skipIf(paths.length === 0)('paths of the repository', () => {
  test('are short enough for a clone on Windows with its default settings', () => {
    expect(paths.filter((path) => path.length >= 150)).toEqual([]);
  });

  test('are valid on Windows', () => {
    expect(paths.filter((path) => path.split('/').some((name) => refused.test(name)))).toEqual([]);
  });

  test('differ in more than upper and lower case', () => {
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });
});

function runScript(script: string, ...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(root, script), ...words], { encoding: 'utf8' });
}

test.each([
  ['scripts/fuzz.js', ['--bytes', 'x'], "--bytes takes a whole number, not 'x'"],
  ['bench/run.js', ['--rounds', '1.5'], "--rounds takes a whole number, not '1.5'"],
  ['bench/run.js', ['T99'], 'there is no promise T99, but T1, '],
])('%s %s is refused in one line', (script, words, sentence) => {
  const { status, stdout, stderr } = runScript(script, ...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^.*; --help prints the usage\n$/);
  expect(stderr.startsWith(sentence)).toBe(true);
});

describe.each(['scripts/fuzz.js', 'bench/run.js'])('%s', (script) => {
  const call = (word: string): ReturnType<typeof runScript> => runScript(script, word);

  test('prints its usage with --help', () => {
    const { status, stdout, stderr } = call('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/`npm run (?:bench|fuzz) .*\[--/);
  });

  test('names an option that it does not have in one line', () => {
    const { status, stdout, stderr } = call('--nonsense');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe("Unknown option '--nonsense'; --help prints the usage\n");
  });
});
