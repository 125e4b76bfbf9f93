import type { SeededRandom } from './seeded-random.ts';
import { mutate } from './mutate.ts';
import type { Seeds } from './seeds.ts';

/** The ways into the program that text of a stranger takes. */
export const entries = ['stream', 'list', 'config', 'files', 'print', 'kustomization'] as const;
export type Entry = (typeof entries)[number];

/** A command line with what it reads: standard input, or the files of its directory. */
export interface FuzzCase {
  readonly entry: Entry;
  readonly args: readonly string[];
  readonly stdin?: Buffer;
  readonly files?: ReadonlyMap<string, Buffer>;
}

/** Of a thousand cases, how many take each way; the ways through files cost a hundred times a stream's. */
const shares: readonly (readonly [Entry, number])[] = [
  ['stream', 830],
  ['list', 120],
  ['config', 30],
  ['files', 8],
  ['print', 6],
  ['kustomization', 6],
];

const options: readonly (readonly string[])[] = [
  [],
  [],
  ['--drop'],
  ['--drop'],
  ['-n', 'fallback'],
  ['--drop', '--no-skip-annotation', '-n', 'fallback'],
  ['--skip-annotation', '--fail-on', 'warning'],
  ['--format', 'json', '-n', 'fallback'],
  ['--format', 'sarif'],
  ['--format', 'github', '--drop'],
  ['-q', '--color', 'always'],
  ['--target', 'httproute', '--port', '80'],
  ['--target', 'httproute', '--port', '80', '--drop', '--profiles'],
];

/** One case of a run: the random decide all of it. */
export function caseOf(seeds: Seeds, random: SeededRandom): FuzzCase {
  const entry = entryOf(random);
  const bytes = bytesOf(seeds, random);
  switch (entry) {
    case 'stream':
      return { entry, args: random.pick(options), stdin: bytes };
    case 'list':
      return { entry, args: random.pick(options), stdin: mutate(resourceList(seeds, random), bytes, random) };
    case 'config':
      return configCase(bytes, random);
    case 'files':
      return { entry, args: [random.pick(modes), ...random.pick(options), '.'], files: filesOf(bytes, seeds, random) };
    case 'print':
      return { entry, args: [...random.pick(options), '.'], files: filesOf(bytes, seeds, random) };
    case 'kustomization':
      return {
        entry,
        args: [random.pick(modes), ...random.pick(options), '.'],
        files: kustomized(bytes, seeds, random),
      };
  }
}

const modes = ['-w', '-w', '-l', '-d', '--check'];

function entryOf(random: SeededRandom): Entry {
  let rest = random.below(1000);
  return shares.find(([, share]) => (rest -= share) < 0)?.[0] ?? 'stream';
}

/** One text in three begins as a split: parsing is most of the cost of a case, and searching must be tried as well. */
function bytesOf(seeds: Seeds, random: SeededRandom): Buffer {
  const base = random.pick(random.below(3) === 0 ? seeds.splits : seeds.others);
  const other = random.pick(random.below(4) === 0 ? seeds.splits : seeds.others);
  return mutate(base, other, random);
}

/** A text as the only item of a ResourceList. */
function resourceList(seeds: Seeds, random: SeededRandom): Buffer {
  const item = random.pick(random.below(2) === 0 ? seeds.splits : seeds.others).toString('latin1');
  const first = (item.split(/^---.*\n/m).find((part) => part.trim() !== '') ?? '').replace(/^#.*\n/gm, '');
  const lines = first.split('\n').filter((line) => line !== '');
  const indented = lines.map((line, index) => (index === 0 ? '- ' : '  ') + line).join('\n');
  const version = random.pick(['v1', 'v1', 'v1beta1', 'v2']);
  const head = `apiVersion: config.kubernetes.io/${version}\nkind: ResourceList\n`;
  return Buffer.from(`${head}items:\n${indented}\n${random.pick(configs)}${random.pick(earlier)}`, 'latin1');
}

const configs: readonly string[] = [
  '',
  'functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data: {drop: "true", namespace: shop}\n',
  'functionConfig:\n  apiVersion: smi2linkerd.dev/v1alpha1\n  kind: TrafficSplitTransformer\n  failOn: warning\n',
  'functionConfig: {}\n',
];

const earlier: readonly string[] = ['', '', 'results:\n- message: earlier\n  severity: info\n', 'results: []\n'];

function configCase(bytes: Buffer, random: SeededRandom): FuzzCase {
  const plain = random
    .pick(configs)
    .replace(/^functionConfig:\n/, '')
    .replace(/^ {2}/gm, '');
  const config = mutate(Buffer.from(plain), bytes, random);
  return {
    entry: 'config',
    args: ['--config', 'config.yaml'],
    stdin: bytes,
    files: new Map([['config.yaml', config]]),
  };
}

function filesOf(bytes: Buffer, seeds: Seeds, random: SeededRandom): ReadonlyMap<string, Buffer> {
  return new Map([
    ['a.yaml', bytes],
    ['b.yaml', bytesOf(seeds, random)],
    [random.pick(['c.json', 'c.yml', 'deep/c.yaml']), random.pick(seeds.others)],
  ]);
}

const kustomizations: readonly string[] = [
  'resources:\n- ../base\nnamespace: other\npatches:\n- target: {kind: TrafficSplit, name: web.*}\n  patch: |\n    - op: remove\n',
  'resources: [../base]\npatchesStrategicMerge:\n- patch.yaml\ncomponents: [../base]\n',
  'kind: Component\nresources: [a.yaml, ../overlay]\nnamePrefix: x-\nreplacements:\n- path: b.yaml\n',
  'resources: [a.yaml, b.yaml]\nnamespace: shop\n',
];

function kustomized(bytes: Buffer, seeds: Seeds, random: SeededRandom): ReadonlyMap<string, Buffer> {
  const kustomization = (): Buffer => mutate(Buffer.from(random.pick(kustomizations)), bytes, random);
  return new Map([
    ['base/a.yaml', random.pick(seeds.splits)],
    ['base/b.yaml', bytes],
    ['base/kustomization.yaml', kustomization()],
    ['overlay/kustomization.yaml', kustomization()],
    ['overlay/patch.yaml', random.pick(seeds.splits)],
  ]);
}
