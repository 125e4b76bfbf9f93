import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Ran } from './host.ts';
import { runWith } from './host.ts';

/** A case is a folder: args? env? stdin? before/? → stdout? stderr? after/? exit?; what is absent is empty, or 0. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly stdin: Buffer | undefined;
}

/** All cases, by name. */
export function cases(root: string): readonly Case[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const folder = join(root, name);
      return {
        name,
        folder,
        args: lines(join(folder, 'args')),
        env: envOf(join(folder, 'env')),
        stdin: bytes(join(folder, 'stdin')),
      };
    });
}

/** The bytes of a file, or undefined where there is none. */
export function bytes(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

function lines(path: string): readonly string[] {
  const text = bytes(path)?.toString() ?? '';
  return text.split('\n').filter((line) => line !== '');
}

function envOf(path: string): Record<string, string> {
  return Object.fromEntries(
    lines(path).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** A run of a case, with what it left in its directory. */
export interface CaseRun extends Ran {
  readonly after: ReadonlyMap<string, Buffer>;
}

/** Runs a case in a directory of its own; `before` replaces the case's own files and standard input. */
export async function runCase(
  one: Case,
  start: string = join(one.folder, 'before'),
  stdin = one.stdin,
  args = one.args,
): Promise<CaseRun> {
  const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-'));
  try {
    if (existsSync(start)) cpSync(start, cwd, { recursive: true, verbatimSymlinks: true });
    const ran = await runWith(args, { cwd, stdin, env: one.env });
    return { ...ran, after: tree(cwd) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** The files below a directory, by relative path. */
export function tree(root: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(root)) return new Map();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(root, path).replaceAll(sep, '/'), readFileSync(path)]));
}

/** Makes the expectation of a case what its run gave. */
export function accept(one: Case, run: CaseRun): void {
  put(join(one.folder, 'stdout'), run.stdout);
  put(join(one.folder, 'stderr'), Buffer.from(run.stderr));
  put(join(one.folder, 'exit'), Buffer.from(run.code === 0 ? '' : `${String(run.code)}\n`));
  if (!existsSync(join(one.folder, 'before'))) return;
  const after = join(one.folder, 'after');
  rmSync(after, { recursive: true, force: true });
  const before = tree(join(one.folder, 'before'));
  const same =
    run.after.size === before.size && [...run.after].every(([path, content]) => before.get(path)?.equals(content));
  if (same) return;
  for (const [path, content] of run.after) {
    mkdirSync(join(after, path, '..'), { recursive: true });
    writeFileSync(join(after, path), content);
  }
}

function put(path: string, content: Buffer): void {
  if (content.length === 0) rmSync(path, { force: true });
  else writeFileSync(path, content);
}
