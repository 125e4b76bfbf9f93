import fc from 'fast-check';
import { streamOf } from '../exact/random.ts';
import type { FuzzCase } from './cases.ts';

/** Text that some reader, terminal or log treats in a way of its own. */
const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u001b[2J\u001b[31m',
  'web\n::error file=x::y',
  'a\u202eb',
  'a\u2028b',
  'a\u0085b',
  '\ud800',
  '\u0000',
  '%0A::error::x',
  'x'.repeat(300),
  '{{ .Values.x }}',
  '../../etc/passwd',
  '-',
  '',
  ' ',
  '1e3',
  '0x10',
  'true',
  'web.shop.svc.cluster.local.',
);

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('web', 'api', 'web-v1', 'web.shop', 'web.other.svc') },
  { weight: 1, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1, 0.5, 1e21, 1e-9, 2 ** 60, '500m', '1k', '50%', '1Ei', [], {}),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  hostile,
);

/** Where a mapping of a split is expected, there may be anything. */
const odd = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });

const metadata = odd(
  fc.record(
    {
      name: odd(name),
      namespace: odd(fc.constantFrom('shop', 'other')),
      labels: odd(fc.dictionary(name, leaf, { maxKeys: 2 })),
      annotations: odd(
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(
              'smi.linkerd.io/skip',
              'config.kubernetes.io/path',
              'internal.config.kubernetes.io/path',
              'config.kubernetes.io/index',
              'config.kubernetes.io/origin',
              'config.kubernetes.io/local-config',
              'internal.config.kubernetes.io/previousNames',
            ),
            name,
          ),
          leaf,
          { maxKeys: 3 },
        ),
      ),
      uid: leaf,
    },
    { requiredKeys: ['name', 'namespace'] },
  ),
);

const split = fc.record(
  {
    apiVersion: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4').map((v) => `split.smi-spec.io/${v}`),
      },
      { weight: 1, arbitrary: hostile },
    ),
    kind: fc.constant('TrafficSplit'),
    metadata,
    spec: odd(
      fc.record(
        {
          service: odd(name),
          backends: odd(fc.array(odd(fc.record({ service: odd(name), weight: odd(leaf) })), { maxLength: 4 })),
          matches: leaf,
        },
        { requiredKeys: ['service', 'backends'] },
      ),
    ),
  },
  { requiredKeys: ['apiVersion', 'kind', 'spec', 'metadata'] },
);

const profile = fc.record({
  apiVersion: fc.constant('linkerd.io/v1alpha2'),
  kind: fc.constant('ServiceProfile'),
  metadata,
  spec: odd(
    fc.record(
      {
        routes: odd(
          fc.array(fc.record({ name, condition: odd(fc.record({ method: leaf, pathRegex: leaf })), timeout: leaf }), {
            maxLength: 2,
          }),
        ),
        retryBudget: odd(fc.record({ ttl: leaf, retryRatio: leaf })),
        dstOverrides: odd(fc.array(odd(fc.record({ authority: odd(name), weight: odd(leaf) })), { maxLength: 3 })),
      },
      { requiredKeys: [] },
    ),
  ),
});

const other = fc.record({
  apiVersion: fc.constantFrom('v1', 'argoproj.io/v1alpha1', 'flagger.app/v1beta1', 'gateway.networking.k8s.io/v1'),
  kind: fc.constantFrom(
    'Service',
    'Rollout',
    'Canary',
    'HTTPRoute',
    'AppProject',
    'ConfigMap',
    'List',
    'TrafficSplitList',
  ),
  metadata,
  spec: fc.jsonValue({ maxDepth: 3 }),
  items: fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 2 })),
});

const object = fc.oneof(
  { weight: 3, arbitrary: split },
  { weight: 1, arbitrary: profile },
  { weight: 1, arbitrary: other },
);

const options = fc.constantFrom<readonly string[]>(
  [],
  ['--drop'],
  ['-n', 'fallback'],
  ['--drop', '--format', 'json'],
  ['--format', 'sarif'],
  ['--format', 'github', '-n', 'x'],
  ['--skip-annotation', '--fail-on', 'warning'],
);

/** Objects of any shape as documents, as a list, as a ResourceList, or as files; or a stream in some author's style. */
const objects: fc.Arbitrary<FuzzCase> = fc
  .tuple(
    fc.array(object, { minLength: 1, maxLength: 4 }),
    options,
    fc.nat(9),
    fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }),
  )
  .map(([all, args, shape, config]) => {
    const texts = all.map((one) => JSON.stringify(one, null, shape % 3));
    if (shape === 0)
      return {
        entry: 'stream',
        args,
        stdin: Buffer.from(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: all })),
      };
    if (shape < 4) return { entry: 'list', args, stdin: Buffer.from(resourceList(all, config)) };
    if (shape === 4) {
      const files = texts.map((text, index) => [`${index}.yaml`, Buffer.from(`${text}\n`)] as const);
      return { entry: 'files', args: ['-w', ...args, '.'], files: new Map(files) };
    }
    if (shape === 5) {
      const files = texts.map(
        (text, index) => [index === 0 ? 'kustomization.yaml' : `${index}.yaml`, Buffer.from(`${text}\n`)] as const,
      );
      return {
        entry: 'kustomization',
        args: ['-l', ...args, '.'],
        files: new Map([...files, ['patch.yaml', Buffer.from(JSON.stringify(config ?? {}))]]),
      };
    }
    return { entry: 'stream', args, stdin: Buffer.from(texts.map((text) => `---\n${text}\n`).join('')) };
  });

function resourceList(items: readonly unknown[], functionConfig: unknown): string {
  const list = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items, functionConfig };
  return JSON.stringify(list, null, 1);
}

const styled: fc.Arbitrary<FuzzCase> = fc
  .tuple(fc.uint8Array({ minLength: 40, maxLength: 220 }), options)
  .map(([tape, args]) => ({ entry: 'stream', args, stdin: Buffer.from(streamOf(tape).text) }));

/** A case whose text is valid YAML or JSON, but whose meaning may be invalid. */
export const structured: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 3, arbitrary: objects },
  { weight: 1, arbitrary: styled },
);
