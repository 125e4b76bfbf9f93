// Prints the bill of materials of dist/ as CycloneDX JSON: of all that npm installs, the libraries that are bundled.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Name and version of each library that the entries of dist/ bundle. */
async function bundled() {
  const { metafile } = await build({
    entryPoints: [join(root, 'src/cli/main.ts'), join(root, 'src/index.ts')],
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
  });
  const folders = Object.keys(metafile.inputs).map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  const found = [...new Set(folders)].filter((path) => path !== undefined);
  return new Set(
    found.map((path) => {
      const { name, version } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      return `${name}@${version}`;
    }),
  );
}

const libraries = await bundled();
const printed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
const all = JSON.parse(printed);
const components = all.components
  .filter(({ name, version }) => libraries.has(`${name}@${version}`))
  .map((one) => ({ ...one, scope: 'required' }));
const { metadata } = all;
const reference = metadata.component['bom-ref'];
const kept = {
  ...all,
  metadata: { ...metadata, component: { ...metadata.component, name: 'smi2linkerd' } },
  components,
  dependencies: [
    { ref: reference, dependsOn: components.map((one) => one['bom-ref']) },
    ...components.map((one) => ({ ref: one['bom-ref'], dependsOn: [] })),
  ],
};
console.log(JSON.stringify(kept, undefined, 2));
