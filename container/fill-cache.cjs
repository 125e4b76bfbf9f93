// Run while the image is built, as root: fills the code cache of V8 that the program in the image starts with. It belongs to
// this Node on this machine type, and to a user id, which Node puts into the name of the directory; what is in it is the
// same for all, so that usual ones get a link: the image's own, Argo CD's, and the first ones of a machine.
const { spawnSync } = require('node:child_process');
const { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const cache = '/opt/smi2linkerd/cache';
const users = [65532, 999, 1000, 1001];

const split = (name) => `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: ${name}, namespace: shop}
spec:
  service: ${name}
  backends:
  - service: ${name}-v1
    weight: 90
  - service: ${name}-v2
    weight: 10
`;
const entry = `- ${split('web').trimEnd().replaceAll('\n', '\n  ')}\n`;

function run(args, input, cwd) {
  const { status, stderr } = spawnSync('/usr/local/bin/smi2linkerd', args, { cwd, input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`smi2linkerd ${args.join(' ')} ended with ${status}: ${stderr}`);
}

mkdirSync(cache);
const work = mkdtempSync(join(tmpdir(), 'fill-'));
writeFileSync(join(work, 'split.yaml'), split('web'));
run(['--diff', '.'], '', work);
run([], `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${entry}`, work);
run(['--target', 'httproute', '--port', '80'], split('web'), work);
rmSync(work, { recursive: true });

const [own] = readdirSync(cache);
chmodSync(join(cache, own), 0o755);
for (const name of readdirSync(join(cache, own))) chmodSync(join(cache, own, name), 0o644);
for (const user of users) symlinkSync(own, join(cache, own.replace(/-0$/, `-${user}`)));
