import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Program } from './cases.ts';
import { tool } from './tools.ts';

/** Wine of Debian, which does not put its programs on PATH. */
const folder = '/usr/lib/wine';

/** How Windows programs are started here, or undefined where there is no Wine. */
export interface Wine {
  /** A program of Windows, as a command. */
  program(...words: readonly string[]): Program;
}

/** A path of this system as Windows sees it. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** A Node for Windows, by its version; undefined where `.ci/tools` could not install it. */
export function windowsNode(version: string): string | undefined {
  return tool(`windows-node-${version}.exe`);
}

/** Starts Wine with an empty Windows below `scratch`, stopped after the tests of the file. */
export function wine(scratch: string): Wine | undefined {
  const wine64 = join(folder, 'wine64');
  if (!existsSync(wine64)) {
    console.warn('SKIPPED: wine64 is not on this machine; .ci/tools says how it is installed');
    return undefined;
  }
  const prefix = join(scratch, 'wine');
  mkdirSync(prefix);
  // Node refuses Windows 8.1, which Wine says it is.
  const env = {
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    NODE_SKIP_PLATFORM_CHECK: '1',
    HOME: scratch,
    // Without it, Wine takes arguments for ASCII.
    LC_ALL: 'C.UTF-8',
  };
  const start = (name: string, ...words: readonly string[]): void => {
    // Without streams: a server that stays would keep them open.
    spawnSync(join(folder, name), words, { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 120_000 });
  };
  start('wineserver64', '-p'); // stays: each start is then five times faster
  start('wine64', 'cmd', '/c', 'exit');
  afterAll(() => {
    start('wineserver64', '-k');
  });
  return { program: (...words) => ({ command: [wine64, ...words], env, timeout: 60_000 }) };
}
