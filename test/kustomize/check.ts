import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runWith } from '../host.ts';

/** Runs `--check .` on files. */
export async function check(files: Readonly<Record<string, string>>): ReturnType<typeof runWith> {
  const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    return await runWith(['--check', '.'], { cwd });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
