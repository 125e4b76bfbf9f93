import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../fixtures.ts';
import { bytes, cases, tree } from '../fixtures.ts';

const root = join(import.meta.dirname, '../../fixtures');

/** The cases that start the program: some are for the library alone. */
export const programCases: readonly Case[] = cases(root).filter(
  (one) => one.stdin !== undefined || one.args.length > 0,
);

/** The cases with files. */
export const fileCases: readonly Case[] = programCases.filter((one) => existsSync(join(one.folder, 'before')));

/** What a run of a case is judged by: texts as latin1, so that a difference in any byte is seen and can be printed. */
export interface Outcome {
  readonly stderr: string;
  readonly stdout: string;
  readonly status: number | null;
  readonly files: Readonly<Record<string, string>>;
}

/** A program that serves cases: the words that start it, and what is added to the environment of each case. */
export interface Program {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which a run is ended. */
  readonly timeout?: number;
}

/** What a case expects. */
export function expected(one: Case): Outcome {
  const text = (name: string): string => bytes(join(one.folder, name))?.toString('latin1') ?? '';
  const after = join(one.folder, existsSync(join(one.folder, 'after')) ? 'after' : 'before');
  return { stderr: text('stderr'), stdout: text('stdout'), status: Number(text('exit')), files: texts(after) };
}

/** Runs a case through a program, in a process and a directory of its own. */
export function runCase(one: Case, { command, env, timeout }: Program): Outcome {
  const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-'));
  try {
    const before = join(one.folder, 'before');
    if (existsSync(before)) cpSync(before, cwd, { recursive: true, verbatimSymlinks: true });
    const [program = '', ...words] = command;
    const ran = spawnSync(program, [...words, ...one.args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env, ...one.env },
      input: one.stdin ?? '',
      maxBuffer: 1 << 28,
      ...(timeout !== undefined && { timeout, killSignal: 'SIGKILL' }),
    });
    const [stderr, stdout] = [ran.stderr, ran.stdout].map((text) => text.toString('latin1'));
    return { stderr: stderr ?? '', stdout: stdout ?? '', status: ran.status, files: texts(cwd) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function texts(folder: string): Record<string, string> {
  return Object.fromEntries([...tree(folder)].map(([path, content]) => [path, content.toString('latin1')]));
}
