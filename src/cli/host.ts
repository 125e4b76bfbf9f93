/** The process as an argument: everything that the program needs from its environment, except files. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  isTerminal(fd: 0 | 1 | 2): boolean;
  /** Reads all of standard input. Throws InputTooLarge above `limit` bytes. */
  read(limit: number): Uint8Array;
  /** Writes all of a chunk, in several writes if needed. Returns false if the reader has closed the pipe. */
  write(fd: 1 | 2, chunk: Uint8Array | string): boolean;
  /** Keeps signals that end the process from doing so until they are released. */
  holdSignals?(): HeldSignals;
}

/** The signals SIGINT, SIGTERM and SIGHUP, while they are held. */
export interface HeldSignals {
  /** Whether one came, as far as the event loop has seen it. */
  came(): boolean;
  /** Lets signals end the process again; it ends here if one came. */
  release(): void;
}

/** Larger input is refused: below 2 GiB, offsets and buffers are exact. */
export const inputLimit = 2 ** 31;

/** Thrown if standard input is larger than the limit. */
export class InputTooLarge extends Error {
  override readonly name = 'InputTooLarge';
}

/** Exit codes, as documented in --help. */
export const exit = { done: 0, findings: 1, usage: 2, bug: 70 } as const;

/** An error that the caller has to correct before anything can be done: a message, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly fix: string | undefined;
  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** Thrown where something fails after files were written: `cause` is what failed. */
export class ErrorAfterWriting extends Error {
  override readonly name = 'ErrorAfterWriting';
  constructor(cause: unknown) {
    super('', { cause });
  }
}

/** Whether an error is a UsageError. Compared by name, because each chunk of the bundle has its own classes. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}
