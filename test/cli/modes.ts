import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tree } from '../fixtures.ts';
import { runWith } from '../host.ts';

/** Whether git is there: it applies the diffs. */
export const git = hasGit();

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs something in a copy of a directory that goes away afterwards. */
export async function inCopy<T>(folder: string, use: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-modes-'));
  try {
    cpSync(folder, cwd, { recursive: true, verbatimSymlinks: true });
    makeWritable(cwd);
    return await use(cwd);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** A corpus may be stored read-only. */
function makeWritable(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || entry.isDirectory()) chmodSync(path, statSync(path).mode | 0o200);
  }
}

/** The files of a directory as text that shows every byte. */
export function filesOf(cwd: string): Record<string, string> {
  return Object.fromEntries([...tree(cwd)].map(([path, bytes]) => [path, bytes.toString('latin1')]));
}

/** The paths whose content differs. */
export function changedPaths(before: Record<string, string>, after: Record<string, string>): readonly string[] {
  return Object.keys(after)
    .filter((path) => after[path] !== before[path])
    .sort();
}

/**
 * Where the modes disagree about a directory: -l names and --check counts the files that -w changes, `git apply` of -d
 * gives the files of -w, and after -w nothing is left to do. Empty where all agree.
 */
export async function disagreements(
  folder: string,
  options: readonly string[],
  paths: readonly string[] = ['.'],
  withGit = git,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  await inCopy(folder, async (cwd) => {
    const before = filesOf(cwd);
    const run = (mode: string): ReturnType<typeof runWith> => runWith([mode, ...options, ...paths], { cwd });
    const [list, diff, check] = [await run('-l'), await run('-d'), await run('--check')];
    if (JSON.stringify(filesOf(cwd)) !== JSON.stringify(before)) wrong.push('a mode that only looks wrote something');
    const write = await run('-w');
    const after = filesOf(cwd);
    const changed = changedPaths(before, after);
    const listed = list.stdout
      .toString()
      .split('\n')
      .filter((line) => line !== '');
    if (listed.map(normal).sort().join('\n') !== changed.join('\n'))
      wrong.push(`-l names ${listed.join(', ')}; -w changes ${changed.join(', ')}`);
    if (!check.stdout.equals(list.stdout)) wrong.push('--check prints something else than -l');
    if (write.code < 2 && check.code !== (changed.length > 0 || write.code === 1 ? 1 : 0))
      wrong.push(`--check ends with ${check.code}, -w with ${write.code}`);
    if (withGit) wrong.push(...(await applied(folder, diff.stdout, after)));
    const again = await run('-w');
    if (JSON.stringify(filesOf(cwd)) !== JSON.stringify(after)) wrong.push('the second -w changes something');
    const rest = await run('-l');
    if (rest.stdout.length > 0) wrong.push(`after -w, -l names ${rest.stdout.toString()}`);
    if (again.code !== write.code) wrong.push(`the second -w ends with ${again.code}, the first with ${write.code}`);
  });
  return wrong;
}

/** A path as it is on disk: control characters are printed escaped. */
function normal(path: string): string {
  const raw = path.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return raw.replace(/^(?:\.\/)+/, '');
}

function applied(folder: string, diff: Buffer, wanted: Record<string, string>): Promise<readonly string[]> {
  return inCopy(folder, (cwd) => {
    if (diff.length > 0) {
      try {
        execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
          cwd,
          input: diff,
          stdio: ['pipe', 'ignore', 'pipe'],
          env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
        });
      } catch (error) {
        return Promise.resolve([`git apply refuses the diff: ${String(error).slice(0, 200)}`]);
      }
    }
    const got = filesOf(cwd);
    const different = changedPaths(got, wanted);
    return Promise.resolve(
      different.length === 0 ? [] : [`git apply of -d gives other files than -w: ${different.join(', ')}`],
    );
  });
}

/** The files in which a migration in two steps ends otherwise than that in one. */
export async function migrations(folder: string, options: readonly string[]): Promise<readonly string[]> {
  const [once = {}, ...others] = await Promise.all(
    [[['--drop']], [[], ['--drop']], [['--skip-annotation'], ['--drop']]].map((steps) =>
      inCopy(folder, async (cwd) => {
        for (const step of steps) await runWith(['-w', ...options, ...step, '.'], { cwd });
        return filesOf(cwd);
      }),
    ),
  );
  return [...new Set(others.flatMap((other) => changedPaths(once, other)))];
}
