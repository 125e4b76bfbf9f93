// flux build kustomization NAME --path DIR --kustomization-file FILE --dry-run --strict-substitute [-n NAMESPACE]
// by Flux's library (flux/main.go). As flux does (flux2, internal/build: unMarshallKustomization), it looks in the file
// for the Kustomization of this name and namespace: flux-system, unless another one is given.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    path: { type: 'string' },
    'kustomization-file': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'strict-substitute': { type: 'boolean' },
    namespace: { type: 'string', short: 'n', default: 'flux-system' },
  },
});
const [, , name] = positionals;
const { path = '', namespace, 'kustomization-file': file = '' } = values;

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) fail(`invalid resource path "${path}"`);
const found = parseAllDocuments(readFileSync(file, 'utf8'))
  .map((document) => document.toJS())
  .find(
    (one) =>
      String(one?.apiVersion).startsWith('kustomize.toolkit.fluxcd.io/') &&
      one.kind === 'Kustomization' &&
      one.metadata?.name === name &&
      [namespace, '', undefined].includes(one.metadata.namespace),
  );
if (found === undefined)
  fail(`failed find kustomization with name '${name}' and namespace '${namespace}' in '${file}'`);
const work = mkdtempSync(join(tmpdir(), 'flux-build-'));
const alone = join(work, 'kustomization.json');
writeFileSync(alone, JSON.stringify({ ...found, spec: { ...found.spec, path } }));
const { status } = spawnSync(process.env.FLUX_LIBRARY, ['build', alone, '.', '--strict-substitute'], {
  stdio: 'inherit',
});
rmSync(work, { recursive: true });
process.exitCode = status ?? 1;
