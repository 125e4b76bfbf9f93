import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An object as PyYAML reads it: a digest of its value; of a split, a profile and a route the value too. */
export interface Read {
  readonly kind: string;
  readonly digest: string;
  readonly object?: unknown;
}

/** A parser that shares no code with ours, in one process for the whole test. */
export interface SecondParser {
  readonly version: string;
  /** The objects of a stream, lists opened; undefined where it cannot be read. */
  read(bytes: Uint8Array): Promise<readonly Read[] | undefined>;
  close(): void;
}

/** Starts PyYAML; undefined, loudly, where there is none. */
export async function startSecondParser(): Promise<SecondParser | undefined> {
  const child = spawn('python3', [join(import.meta.dirname, 'second-parser.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failed = new Promise<undefined>((resolve) =>
    child.once('error', () => {
      resolve(undefined);
    }),
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown> | undefined> => {
    const line = await lines.next();
    return line.done === true ? undefined : (JSON.parse(line.value) as Record<string, unknown>);
  };
  const hello = await Promise.race([next(), failed]);
  if (hello?.ready !== true) {
    console.warn('SKIPPED: python3 with PyYAML is not installed, so no second parser reads the outputs');
    child.kill();
    return undefined;
  }
  const waiting: ((answer: Record<string, unknown> | undefined) => void)[] = [];
  void (async () => {
    for (let answer = await next(); ; answer = await next()) {
      if (answer === undefined) {
        waiting.forEach((resolve) => {
          resolve(undefined);
        });
        return;
      }
      waiting.shift()?.(answer);
    }
  })();
  return {
    version: `PyYAML ${String(hello.version)}${hello.c === true ? ' (libyaml)' : ''}`,
    async read(bytes) {
      const answer = new Promise<Record<string, unknown> | undefined>((resolve) => waiting.push(resolve));
      child.stdin.write(`${Buffer.from(bytes).toString('base64')}\n`);
      return (await answer)?.objects as readonly Read[] | undefined;
    },
    close: () => void child.stdin.end(),
  };
}
