import { readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Host } from './host.ts';
import { InputTooLarge } from './host.ts';
import { run } from './run.ts';

const chunkSize = 1 << 20;

/** Waits without spinning: a pipe that another process made non-blocking answers EAGAIN. */
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

/** One buffer of the largest size: only the pages that are written to cost memory, and nothing is ever copied. */
function readAll(limit: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(limit + 1);
  let length = 0;
  for (;;) {
    const count = readOnce(buffer, length, Math.min(chunkSize, buffer.length - length));
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) throw new InputTooLarge();
  }
}

function writeAll(fd: 1 | 2, chunk: Uint8Array | string): boolean {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at, Math.min(bytes.length - at, 1 << 24));
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return false;
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
  return true;
}

const host: Host = {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: (fd) => isatty(fd),
  read: readAll,
  write: writeAll,
};

void run(process.argv.slice(2), host).then((code) => {
  process.exitCode = code;
});
