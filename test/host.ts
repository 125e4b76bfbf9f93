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
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const host: Host = {
    cwd,
    env,
    isTerminal: (fd) => (fd === 0 ? stdin === undefined : terminal),
    read(limit) {
      if ((stdin?.length ?? 0) > limit) throw new InputTooLarge();
      return Buffer.from(stdin ?? '');
    },
    write(fd, chunk) {
      (fd === 1 ? out : err).push(Buffer.from(chunk));
      return true;
    },
  };
  const code = await run(args, host);
  return { code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() };
}
