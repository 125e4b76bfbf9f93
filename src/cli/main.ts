import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import type { HeldSignals, Host } from './host.ts';
import { InputTooLarge } from './host.ts';
import { run } from './run.ts';

const chunkSize = 1 << 20;

/** Waits without using the CPU: a pipe that another process made non-blocking returns EAGAIN. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function readOnce(into: Uint8Array, at: number, length: number): number {
  for (;;) {
    try {
      return readSync(0, into, at, length, null);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/**
 * Reads into a small buffer first, then into one that holds the whole file, or into one of the maximum size for a pipe:
 * only pages that are written to use memory, and nothing is copied twice. (Each allocation of that size takes 3 ms.)
 */
function readAll(limit: number): Uint8Array {
  let buffer: Buffer = Buffer.allocUnsafeSlow(chunkSize);
  let length = 0;
  for (;;) {
    if (length === buffer.length) {
      if (length > limit) throw new InputTooLarge();
      const larger = reserve(length === chunkSize ? sizeOfInput(limit) : limit + 1, length);
      buffer.copy(larger);
      buffer = larger;
    }
    const count = readOnce(buffer, length, Math.min(chunkSize, buffer.length - length));
    if (count === 0) return buffer.subarray(0, length);
    length += count;
  }
}

/** One byte more than the size of standard input if it is a file, else one more than the limit. */
function sizeOfInput(limit: number): number {
  const status = fstatSync(0);
  return status.isFile() ? Math.min(limit, Math.max(status.size, chunkSize)) + 1 : limit + 1;
}

/**
 * Allocates as much memory as possible, if the process may not have all that is wanted: at least twice the current
 * length.
 */
function reserve(wanted: number, length: number): Buffer {
  for (let size = wanted; size > 2 * length; size = Math.ceil(size / 2)) {
    try {
      return Buffer.allocUnsafeSlow(size);
    } catch {
      // the process has a limit: half of it may be available
    }
  }
  return Buffer.allocUnsafeSlow(2 * length);
}

function writeFully(fd: 1 | 2, chunk: Uint8Array | string): boolean {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at, Math.min(bytes.length - at, 1 << 24));
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') pause();
      // The report is not the result: a full disk for a log does not undo the work.
      else if (fd === 2 || codeOf(error) === 'EPIPE') return false;
      else throw error;
    }
  }
  return true;
}

/** node:tty brings the network modules with it, 5 ms of a start: it is asked about devices only, and not about the null device. */
function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    const status = fstatSync(fd);
    if (!status.isCharacterDevice() || status.rdev === statSync(devNull).rdev) return false;
    return process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    return false; // closed
  }
}

/** The signals by which a terminal or a service manager ends a process. */
const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function holdSignals(): HeldSignals {
  let first: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals): void => {
    first ??= signal;
  };
  for (const signal of ending) process.on(signal, note);
  return {
    came: () => first !== undefined,
    release: () => {
      for (const signal of ending) process.off(signal, note);
      if (first !== undefined) process.kill(process.pid, first);
    },
  };
}

const host: Host = {
  // A filter needs no working directory, which may have been deleted.
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  isTerminal,
  read: readAll,
  write: writeFully,
  holdSignals,
};

void run(process.argv.slice(2), host).then((code) => {
  process.exitCode = code;
});
