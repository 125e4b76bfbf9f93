import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { movedError, within } from './open-directory.ts';
import { errorReason } from './paths.ts';
import { renameOver, syncDirectory } from './rename.ts';

/** A file to rewrite. */
export interface Plan {
  /** As shown to the user. */
  readonly path: string;
  /** Its real path, without symbolic links, as the search found it. */
  readonly file: string;
  /** What was read, on which the change is based. */
  readonly before: Uint8Array;
  readonly after: readonly Uint8Array[];
}

/** The results; each path is in one of the three lists. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  readonly notWritten: readonly string[];
}

/**
 * Rewrites files. Each is replaced by a rename in its directory, so that a file is old or new and never partial, even
 * if the process is killed. No file is renamed before all new files are complete on disk: if one is read-only or was
 * changed meanwhile, if a directory is not writable, or if the disk is full, all files are unchanged. A failed rename
 * ends the work; files that were renamed before stay so. Mode and owner are kept; access control lists, extended
 * attributes and other hard links of a file are not. Never throws the errors of the file system.
 */
export function writeFiles(plans: readonly Plan[]): WriteResult {
  const steps = writing(plans);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps: it pauses after each new file. If it is ended there, no file is changed and no new one is left. */
export function* writing(plans: readonly Plan[]): Generator<undefined, WriteResult> {
  const checks = plans.map((plan) => attempt(plan, () => checkUnchanged(plan)));
  const refused = checks.filter((one) => one.failure !== undefined);
  if (refused.length > 0) return outcome(plans, [], refused.map(failedPath));
  const staged: Staged[] = [];
  let isComplete = false;
  try {
    for (const [index, plan] of plans.entries()) {
      const target = checks[index]?.value;
      if (target === undefined) continue;
      const { value, failure } = attempt(plan, () => stage(plan, target));
      if (value === undefined) return outcome(plans, [], [{ path: plan.path, reason: failure ?? '' }]);
      staged.push(value);
      yield;
    }
    isComplete = true;
  } finally {
    if (!isComplete) staged.forEach(discard);
  }
  return commit(plans, staged);
}

/** A new file that is complete beside the one that it will replace. */
interface Staged {
  readonly plan: Plan;
  /** Its name in the directory. */
  readonly temporary: string;
  readonly status: BigIntStats;
}

function commit(plans: readonly Plan[], staged: readonly Staged[]): WriteResult {
  const written: string[] = [];
  const failed: { path: string; reason: string }[] = [];
  for (const [index, one] of staged.entries()) {
    const { failure } = attempt(one.plan, () => {
      replaceFile(one);
    });
    if (failure !== undefined) {
      staged.slice(index).forEach(discard);
      failed.push({ path: one.plan.path, reason: failure });
      break;
    }
    written.push(one.plan.path);
  }
  new Set(staged.slice(0, written.length).map(({ plan }) => dirname(plan.file))).forEach(syncDirectory);
  return outcome(plans, written, failed);
}

interface Attempt<T> {
  readonly plan: Plan;
  readonly value?: T;
  readonly failure?: string;
}

/** Runs a step and converts what it throws to a reason; the steps below need no other catch. */
function attempt<T>(plan: Plan, step: () => T): Attempt<T> {
  try {
    return { plan, value: step() };
  } catch (error) {
    return { plan, failure: errorReason(error) };
  }
}

function failedPath(failed: Attempt<unknown>): { path: string; reason: string } {
  return { path: failed.plan.path, reason: failed.failure ?? '' };
}

function outcome(plans: readonly Plan[], written: readonly string[], failed: WriteResult['failed']): WriteResult {
  const tried = new Set([...written, ...failed.map(({ path }) => path)]);
  return { written, failed, notWritten: plans.map(({ path }) => path).filter((path) => !tried.has(path)) };
}

/** Throws unless the file is still the one that was read and may be written. */
function checkUnchanged({ file, before }: Plan): BigIntStats {
  return within(dirname(file), (directory) => {
    const path = join(directory, basename(file));
    const status = plainFile(path);
    // Root may write anything, but a file without write permission is meant to stay unchanged.
    if ((status.mode & 0o222n) === 0n) throw new Error('the file is read-only');
    accessSync(path, constants.W_OK);
    accessSync(directory, constants.W_OK | constants.X_OK);
    if (status.size !== BigInt(before.length) || Buffer.compare(readFileSync(path), before) !== 0) throw changed();
    return status;
  });
}

/** The status of a file; throws if the path is a symbolic link or not a file. */
function plainFile(path: string): BigIntStats {
  const status = lstatSync(path, { bigint: true });
  if (!status.isFile()) throw movedError();
  return status;
}

function changed(): Error {
  return new Error('another program changed the file after it was read');
}

function stage(plan: Plan, status: BigIntStats): Staged {
  return within(dirname(plan.file), (directory) => {
    const { descriptor, name } = openTemporary(directory, basename(plan.file));
    try {
      for (const chunk of plan.after) writeWhole(descriptor, chunk);
      keepOwner(descriptor, status);
      fchmodSync(descriptor, Number(status.mode & 0o7777n)); // after the owner: chown clears set-user-ID
      fsyncSync(descriptor);
    } catch (error) {
      unlinkSync(join(directory, name));
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return { plan, temporary: name, status };
  });
}

/** Creates a new file, readable only by its owner until it gets the mode of its target. */
function openTemporary(directory: string, target: string): { readonly descriptor: number; readonly name: string } {
  for (let attempts = 1; ; attempts += 1) {
    const name = temporaryName(target);
    try {
      return { descriptor: openSync(join(directory, name), 'wx', 0o600), name };
    } catch (error) {
      if (attempts === 100 || (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A hidden name beside the target, of at most 255 bytes (NAME_MAX); `isTemporary` recognises it. */
function temporaryName(name: string): string {
  // A cut inside of a character leaves a replacement character of three bytes.
  const start = Buffer.from(name).subarray(0, 220).toString();
  const random = Math.floor(Math.random() * 36 ** 8);
  return `.${start}.smi2linkerd-${random.toString(36)}.tmp`;
}

function writeWhole(descriptor: number, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length;) at += writeSync(descriptor, chunk, at, chunk.length - at);
}

function keepOwner(descriptor: number, { uid, gid }: BigIntStats): void {
  const own = fstatSync(descriptor, { bigint: true });
  if (own.uid === uid && own.gid === gid) return;
  try {
    fchownSync(descriptor, Number(uid), Number(gid));
  } catch {
    throw new Error('the file belongs to another user or group, which replacing it would change');
  }
}

/** Replaces the old file by the new one, unless the old one was changed since it was checked. */
function replaceFile({ plan, temporary, status }: Staged): void {
  within(dirname(plan.file), (directory) => {
    const path = join(directory, basename(plan.file));
    const now = plainFile(path);
    const same = now.ino === status.ino && now.size === status.size && now.mtimeNs === status.mtimeNs;
    if (!same) throw changed();
    renameOver(join(directory, temporary), path);
  });
}

function discard({ plan, temporary }: Staged): void {
  try {
    within(dirname(plan.file), (directory) => {
      unlinkSync(join(directory, temporary));
    });
  } catch {
    // The next run finds it, ignores it and reports it.
  }
}
