// Prints the bill of materials of dist/ as CycloneDX JSON: of all that npm installs, the libraries that are bundled.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const libraries = new Set((await bundled()).map(({ name, version }) => `${name}@${version}`));
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
