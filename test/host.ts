import type { Host } from '../src/cli/host.ts';
import { InputTooLarge } from '../src/cli/host.ts';
import { run } from '../src/cli/run.ts';

/** What a run left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a command line in this process, with a standard input and an environment of its own. */
export async function runWith(
  args: readonly string[],
  {
    cwd = '.',
    stdin,
    env = {},
    terminal = false,
  }: { cwd?: string; stdin?: Uint8Array | undefined; env?: Record<string, string>; terminal?: boolean } = {},
): Promise<Ran> {
  const written: Readonly<Record<1 | 2, Buffer[]>> = { 1: [], 2: [] };
  const host: Host = {
    cwd,
    env,
    isTerminal: (fd) => (fd === 0 ? stdin === undefined : terminal),
    read(limit) {
      if ((stdin?.length ?? 0) > limit) throw new InputTooLarge();
      return Buffer.from(stdin ?? '');
    },
    write(fd, chunk) {
      written[fd].push(Buffer.from(chunk));
      return true;
    },
  };
  const code = await run(args, host);
  return { code, stdout: Buffer.concat(written[1]), stderr: Buffer.concat(written[2]).toString() };
}
