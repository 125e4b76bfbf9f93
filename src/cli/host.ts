/** The process as an argument: all that the program asks of the world it runs in, files apart. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  isTerminal(fd: 0 | 1 | 2): boolean;
  /** All of standard input. Throws InputTooLarge above `limit` bytes. */
  read(limit: number): Uint8Array;
  /** Writes all of it, however short single writes are. Returns false where the reader has gone. */
  write(fd: 1 | 2, chunk: Uint8Array | string): boolean;
}

/** Input above 2 GiB is refused: offsets and buffers stay exact below it. */
export const inputLimit = 2 ** 31;

/** Standard input held more than we read. */
export class InputTooLarge extends Error {
  override readonly name = 'InputTooLarge';
}

/** Exit codes, as the command line documents them. */
export const exit = { done: 0, findings: 1, usage: 2, bug: 70 } as const;

/** Something the caller has to correct before anything can be done: a message, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly fix: string | undefined;
  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** Whether an error is a UsageError. Told by name: each chunk of the bundle has classes of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}
