import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { runWith } from '../host.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
spec:
  service: web
  backends:
  - service: web-v1
    weight: 1
`;

const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-options-'));
mkdirSync(join(cwd, '.git'));
writeFileSync(join(cwd, 'split.yaml'), split);
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

type Values = Readonly<Record<string, string>>;
/** What came of a call: whether the value was taken, and what was said. */
interface Told {
  readonly taken: boolean;
  readonly said: string;
}

async function run(args: readonly string[], stdin?: string, env: Record<string, string> = {}): Promise<Told> {
  const input = stdin === undefined ? {} : { stdin: Buffer.from(stdin) };
  const { code, stdout, stderr } = await runWith(args, { cwd, env, ...input });
  return { taken: code !== 2, said: stderr + stdout.toString().replaceAll('\\"', '"') };
}

function flagOf(key: string): string {
  return key === 'ports' ? 'port' : nameOf(key);
}

function nameOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const booleans = new Map([
  ['true', true],
  ['false', false],
]);

/** Values as the library and a config of our kind take them: booleans are no strings. */
function typed(values: Values): Record<string, unknown> {
  const isBoolean = (key: string): boolean => ['drop', 'skipAnnotation', 'profiles'].includes(key);
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isBoolean(key) ? (booleans.get(value) ?? value) : value]),
  );
}

function asConfig(values: Values): string {
  return JSON.stringify({ apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'TrafficSplitTransformer', ...typed(values) });
}

function asConfigMap(values: Values): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', data: values });
}

function resourceList(config: string): string {
  const item = split.trimEnd().replaceAll('\n', '\n  ');
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nfunctionConfig: ${config}\nitems:\n- ${item}\n`;
}

async function configFile(config: string): Promise<Told> {
  writeFileSync(join(cwd, 'config.json'), config);
  const told = await run(['--config', 'config.json'], split);
  rmSync(join(cwd, 'config.json'));
  return told;
}

function library(values: Values): Promise<Told> {
  try {
    convert([{ path: 'split.yaml', text: split }], typed(values));
    return Promise.resolve({ taken: true, said: '' });
  } catch (error) {
    return Promise.resolve({ taken: false, said: String(error) });
  }
}

/** All ways in which values are given; a flag without a value has none. */
function ways(values: Values, key: string): Readonly<Record<string, () => Promise<Told>>> {
  const flags = Object.entries(values).map(([name, value]) => `--${flagOf(name)}=${value}`);
  const parameters = Object.entries(values).map(([name, string]) => ({ name: nameOf(name), string }));
  return {
    ...(!['drop', 'skipAnnotation', 'profiles'].includes(key) && {
      'a flag before a stream': () => run(flags, split),
      'a flag before a path': () => run([...flags, '-l', '.']),
    }),
    // Argo CD sets it empty where an Application has none.
    ...(key === 'namespace' &&
      values.namespace !== '' && {
        'the environment': () => run([], split, { ARGOCD_APP_NAMESPACE: values.namespace ?? '' }),
      }),
    'a functionConfig': () => run([], resourceList(asConfig(values))),
    'a ConfigMap as functionConfig': () => run([], resourceList(asConfigMap(values))),
    'a config file': () => configFile(asConfig(values)),
    'a ConfigMap as config file': () => configFile(asConfigMap(values)),
    'the library': () => library(values),
    // The plugins announce these as empty: then they are not set.
    ...(!(values[key] === '' && ['namespace', 'skipAnnotation', 'ports'].includes(key)) && {
      'a parameter of Argo CD': () =>
        run(['.'], undefined, { ARGOCD_APP_NAME: 'shop', ARGOCD_APP_PARAMETERS: JSON.stringify(parameters) }),
    }),
  };
}

const label = 'a DNS label: lower-case letters, digits and dashes, at most 63 characters';
const domain = 'a DNS name such as cluster.local: lower case, no final dot';
const ports = 'ports such as 8080,9090 or web=8080';
const long = 'a'.repeat(64);

/** An option, what it has to be, what is taken and what is not, and the options that it needs beside it. */
interface Row {
  readonly key: string;
  readonly need: string;
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly beside?: Values;
}

const routes = { target: 'httproute', ports: '80' };
const table: readonly Row[] = [
  {
    key: 'namespace',
    need: label,
    good: ['shop', '1', 'true', 'null', long.slice(1)],
    bad: ['', '=shop', 'Shop', 'shop.', 'a.b', '-a', 'a-', long, 'shop ', ' shop', 'sh\u00f6p', 'shop\n'],
  },
  {
    key: 'clusterDomain',
    need: domain,
    good: ['cluster.local', 'a', '1', 'true', 'prod.example'],
    bad: ['', 'cluster.local.', '.cluster', 'Cluster.local', 'a..b', 'a_b', long, 'cluster.local ', 'x/y'],
  },
  {
    key: 'target',
    need: 'serviceprofile or httproute',
    good: ['serviceprofile', 'httproute'],
    bad: ['', 'HTTPRoute', 'route', 'httproute '],
  },
  { key: 'failOn', need: 'error or warning', good: ['error', 'warning'], bad: ['', 'info', 'Error'] },
  {
    key: 'ports',
    need: ports,
    good: ['80', 'web=80', '80,90', 'web=80 api=90', '65535'],
    bad: ['', '0', '65536', '80,', 'web=', '=80', 'http', ' 80', '80 ', '08', '1e3', '0x50', '-1', '80.0', 'true'],
    beside: { target: 'httproute' },
  },
  { key: 'routeVersion', need: 'v1 or v1beta1', good: ['v1', 'v1beta1'], bad: ['', 'v1alpha2', 'V1'], beside: routes },
  { key: 'drop', need: 'true or false', good: ['true', 'false'], bad: ['', 'yes', '1', 'True'] },
  { key: 'skipAnnotation', need: 'true or false', good: ['true', 'false'], bad: ['', 'yes', 'TRUE'] },
  { key: 'profiles', need: 'true or false', good: ['true', 'false'], bad: ['', 'no'], beside: routes },
];

describe('an option is checked against one schema, however it is given', () => {
  test.each(table)('$key has to be $need', async ({ key, need, good, bad, beside = {} }) => {
    const wrong: string[] = [];
    for (const value of [...good, ...bad]) {
      for (const [way, call] of Object.entries(ways({ ...beside, [key]: value }, key))) {
        const { taken, said } = await call();
        const told = `${way}, ${JSON.stringify(value)}: ${taken ? 'taken' : 'refused'}, ${said.slice(0, 200)}`;
        if (taken !== good.includes(value)) wrong.push(told);
        else if (!taken && !said.includes(`has to be ${need}`)) wrong.push(told);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('the names of a mapping of ports are checked as in a text', async () => {
  const told: unknown[] = [];
  const names = ['web', 'a-1', long.slice(1), 'Web', 'web ', '', '-a', 'a.b', long, 'web=', 'w\n', 'constructor'];
  for (const name of names) {
    const options: object = { target: 'httproute', ports: { [name]: 8080 } };
    const ways = [
      await run([], resourceList(asConfig(options as Values))),
      await configFile(asConfig(options as Values)),
      await library(options as Values),
    ];
    for (const { taken, said } of ways) if (!taken) expect(said).toContain(`has to be ${ports}`);
    told.push([name, ...ways.map(({ taken }) => taken)]);
  }
  const good = (name: string): boolean => ['web', 'a-1', long.slice(1), 'constructor'].includes(name);
  expect(told).toEqual(names.map((name) => [name, good(name), good(name), good(name)]));
});
