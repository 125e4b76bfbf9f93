// `node bench/monorepo.js [--files 200000] [--rounds 5] [--dir DIR]`: one TrafficSplit among many files, by --check and by grep.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from '../scripts/arguments.js';
import { median, peakMemory, time } from './measure.js';

const { values } = readArguments(
  import.meta.url,
  {
    options: {
      files: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '5' },
      dir: { type: 'string', default: join(tmpdir(), 'smi2linkerd-bench') },
    },
  },
  ['files', 'rounds'],
);
const files = Number(values.files);
const tree = join(values.dir, `monorepo-${files}`);

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 90
  - service: web-v2
    weight: 10
`;

/** A Deployment of about 0.8 kB. */
function deployment(index) {
  const args = Array.from({ length: 16 }, (_, at) => `        - --option-${at}=value-${index}-${at}\n`).join('');
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${index}
  namespace: team-${index % 100}
spec:
  replicas: 2
  template:
    spec:
      containers:
      - name: app
        image: registry.example.com/team/app:${index}
        args:
${args}`;
}

function make() {
  if (existsSync(join(tree, 'split.yaml'))) return;
  const perDirectory = 100;
  for (let index = 0; index < files - 1; index += 1) {
    const directory = join(tree, `${Math.floor(index / 10_000)}`, `${Math.floor(index / perDirectory)}`);
    if (index % perDirectory === 0) mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `app-${index}.yaml`), deployment(index));
  }
  writeFileSync(join(tree, 'split.yaml'), split);
}

make();
const bundle = fileURLToPath(new URL('../dist/smi2linkerd.cjs', import.meta.url));
const commands = [
  { name: 'smi2linkerd --check', command: `'${process.execPath}' '${bundle}' --check '${tree}'`, exit: 1 },
  { name: 'grep -rl', command: `grep -rl TrafficSplit '${tree}'`, exit: 0 },
];
const cpu = commands.map(() => []);
for (let round = -1; round < Number(values.rounds); round += 1) {
  for (const [at, { command, exit }] of commands.entries()) {
    const took = time(command, { exit });
    if (round >= 0) cpu[at].push(took.cpu); // the first round fills the caches
  }
}
for (const [at, { name, command }] of commands.entries()) {
  const memory = at === 0 ? `, ${peakMemory(command)?.toFixed(0) ?? '?'} MB at most` : '';
  console.log(`${files} files, ${name}: ${(median(cpu[at]) / 1000).toFixed(2)} s of processor time${memory}`);
}
