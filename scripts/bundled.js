// Which libraries dist/ bundles, for the bill of materials and the notices.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutProcesses } from './build.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The libraries that the entries of dist/ bundle, sorted by name.
 * @returns {Promise<readonly { name: string, version: string }[]>} */
export async function bundled() {
  const { metafile } = await build({
    entryPoints: [join(root, 'src/cli/main.ts'), join(root, 'src/index.ts')],
    absWorkingDir: root,
    bundle: true,
    alias: withoutProcesses,
    metafile: true,
    write: false,
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
  });
  const folders = Object.keys(metafile.inputs).map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  const found = [...new Set(folders)].filter((path) => path !== undefined);
  return found
    .map((path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')))
    .map(({ name, version }) => ({ name, version }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
