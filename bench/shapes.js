// Inputs that grow in one direction each: for a number n the files of a tree or a text for standard input, and the arguments.

/** A TrafficSplit. */
export const split = (name, { namespace = 'shop', service = name } = {}) =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata:\n  name: ${name}\n${namespace === '' ? '' : `  namespace: ${namespace}\n`}spec:\n  service: ${service}\n  backends:\n  - service: ${service}-v1\n    weight: 90\n  - service: ${service}-v2\n    weight: 10\n`;

const profile = (name, spec = '  routes:\n  - name: GET /\n    condition:\n      method: GET\n      pathRegex: /\n') =>
  `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata:\n  name: ${name}.shop.svc.cluster.local\n  namespace: shop\nspec:\n${spec}`;

const route = (name, apex) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  parentRefs:\n  - group: core\n    kind: Service\n    name: ${apex}\n  rules:\n  - backendRefs:\n    - name: ${apex}-v1\n      port: 80\n`;

const service = (name) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  ports:\n  - port: 80\n`;

const flux = (index, path) =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: k${index}\n  namespace: flux-system\nspec:\n  path: ${path}\n  prune: true\n  targetNamespace: n${index}\n  sourceRef:\n    kind: GitRepository\n    name: flux-system\n`;

const canary = (name) =>
  `apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  provider: gatewayapi:v1\n  service:\n    name: ${name}\n    port: 80\n  targetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ${name}\n`;

const objectsOf = (name) => [service(name), canary(name), route(name, name)];
const inNoNamespace = (text) => text.replaceAll('  namespace: shop\n', '');

const flowSplit = (name) =>
  `{"apiVersion":"split.smi-spec.io/v1alpha2","kind":"TrafficSplit","metadata":{"name":"${name}","namespace":"shop"},"spec":{"service":"${name}","backends":[{"service":"${name}-v1","weight":90},{"service":"${name}-v2","weight":10}]}}`;

const each = (n, make) => Array.from({ length: n }, (_, index) => make(index));
const documents = (texts) => texts.join('---\n');
const entries = (texts) => texts.map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`).join('');
const list = (n) => `apiVersion: v1\nkind: List\nitems:\n${entries(each(n, (index) => split(`w${index}`)))}`;
const typed = (n) =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplitList\nitems:\n${entries(each(n, (index) => split(`w${index}`)))}`;
const oneLine = (n) =>
  `{"apiVersion":"v1","kind":"List","items":[${each(n, (index) => flowSplit(`w${index}`)).join(',')}]}\n`;

const atPath = (path, text) =>
  text.replace(
    'metadata:\n',
    `metadata:\n  annotations:\n    internal.config.kubernetes.io/path: ${path}\n    internal.config.kubernetes.io/index: '0'\n`,
  );
const resourceList = (items) => `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${entries(items)}`;
const splitsAt = (n, path) => resourceList(each(n, (index) => atPath(path(index), split(`w${index}`))));
const overlaysAsItems = (n) =>
  resourceList(
    each(n, (index) => [
      atPath(`o${index}/split.yaml`, split(`w${index}`)),
      atPath(`o${index}/patch.yaml`, 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n'),
      atPath(
        `o${index}/kustomization.yaml`,
        'kind: Kustomization\nmetadata:\n  name: o\nresources: [split.yaml]\npatches: [{path: patch.yaml}]\n',
      ),
    ]).flat(),
  );

const emptiedItems = (n) =>
  resourceList([
    atPath(
      'kustomization.yaml',
      `kind: Kustomization\nmetadata:\n  name: o\nresources:\n${each(n, (index) => `- s${index}.yaml\n- p${index}.yaml\n`).join('')}`,
    ),
    ...each(n, (index) => [
      atPath(`s${index}.yaml`, split(`w${index}`)),
      atPath(`p${index}.yaml`, profile(`w${index}`)),
    ]).flat(),
  ]);

const reportNames = (n) => each(n, (index) => `repository-with-a-name-${index}.json`);
const emptyReport = JSON.stringify({
  ...{ schemaVersion: 2, version: '0.1.0', mode: 'check', files: [], splits: [], diagnostics: [], problems: [] },
  summary: Object.fromEntries(
    ['converted', 'upToDate', 'leftAlone', 'refused', 'errors', 'warnings', 'infos', 'filesChanged', 'filesUnchanged']
      .map((key) => [key, 0])
      .concat([['failed', false]]),
  ),
});

const files = (n, make) => each(n, (index) => [`f${index}.yaml`, make(index)]);
const check = ['--check', '-q', '.'];
const inline = (index) => `- patch: |
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: x${index}
    data:
      a: b
`;

const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n';
const weightPatch = (name) =>
  `- target: {kind: TrafficSplit, name: ${name}}\n  patch: |\n    - {op: replace, path: /spec/backends/0/weight, value: 50}\n`;

/** A text for standard input, and the same with the arguments of a call. */
const stream = (text, ...args) => ({ stdin: text, args });
const tree = (entries_, args = check) => ({ tree: entries_, args });

/** Routes of one base that name the namespaces of their parents, those of as many overlays with a split each. */
function routesOfBase(n) {
  return [
    ['base/kustomization.yaml', 'resources: [r.yaml]\n'],
    [
      'base/r.yaml',
      documents(
        each(n, (index) =>
          inNoNamespace(route(`r${index}`, 'web')).replace('    name: web', `    namespace: n${index}\n    name: web`),
        ),
      ),
    ],
    ...each(n, (index) => [
      [`o${index}/kustomization.yaml`, `namespace: n${index}\nresources: [../base, s.yaml]\n`],
      [`o${index}/s.yaml`, split('web', { namespace: `n${index}` })],
    ]).flat(),
  ];
}

/** Every shape by its name; `after` names one that is converted first, in place. */
export const shapes = {
  'splits in one stream': (n) => stream(documents(each(n, (index) => split(`w${index}`)))),
  'splits in one stream, no namespace': (n) =>
    stream(documents(each(n, (index) => split(`w${index}`, { namespace: '' })))),
  'splits in as many files': (n) => tree(files(n, (index) => split(`w${index}`))),
  'splits in as many files, no namespace': (n) => tree(files(n, (index) => split(`w${index}`, { namespace: '' }))),
  'splits in as many kustomizations': (n) =>
    tree(
      each(n, (index) => [
        [`d${index}/kustomization.yaml`, 'resources: [s.yaml]\n'],
        [`d${index}/s.yaml`, split(`w${index}`)],
      ]).flat(),
    ),
  'named files of as many kustomizations': (n) => ({
    ...shapes['splits in as many kustomizations'](n),
    args: ['--check', '-q', ...each(n, (index) => `d${index}/s.yaml`)],
  }),
  'overlays of one base with a split each': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [svc.yaml]\n'],
      ['base/svc.yaml', service('web')],
      ...each(n, (index) => [
        [`o${index}/kustomization.yaml`, `namespace: n${index}\nresources: [../base, s.yaml]\n`],
        [`o${index}/s.yaml`, split('web', { namespace: `n${index}` })],
      ]).flat(),
    ]),
  'overlays of one base with a Canary and a route': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [svc.yaml, c.yaml, r.yaml]\n'],
      ['base/svc.yaml', service('web')],
      ['base/c.yaml', canary('web')],
      ['base/r.yaml', route('web', 'web')],
      ...each(n, (index) => [
        [`o${index}/kustomization.yaml`, `namespace: n${index}\nresources: [../base, s.yaml]\n`],
        [`o${index}/s.yaml`, split('web', { namespace: `n${index}` })],
      ]).flat(),
    ]),
  'overlays of one base with a split each, as routes': (n) => {
    const { tree: entries_ } = shapes['overlays of one base with a split each'](n);
    return tree(entries_, ['--target', 'httproute', ...check]);
  },
  'overlays of one base with one split, as routes': (n) =>
    tree(
      [
        ['base/kustomization.yaml', 'resources: [s.yaml]\n'],
        ['base/s.yaml', documents([service('web'), split('web')])],
        ...each(n, (index) => [`o${index}/kustomization.yaml`, `namespace: n${index}\nresources: [../base]\n`]),
      ],
      ['--target', 'httproute', ...check],
    ),
  'overlays of one base with many objects': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [svc.yaml, p.yaml]\n'],
      ['base/svc.yaml', documents(each(n, (index) => service(`w${index}`)))],
      ['base/p.yaml', documents(each(n, (index) => profile(`w${index}`)))],
      ...each(n, (index) => [
        [`o${index}/kustomization.yaml`, 'resources: [../base, s.yaml]\n'],
        [`o${index}/s.yaml`, split(`w${index}`)],
      ]).flat(),
    ]),
  'overlays of one base with as many splits, each with a prefix': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [s.yaml]\n'],
      ['base/s.yaml', documents(each(n, (index) => split(`w${index}`)))],
      ...each(n, (index) => [`o${index}/kustomization.yaml`, `namePrefix: p${index}-\nresources: [../base]\n`]),
    ]),
  'overlays of one base with objects of splits elsewhere': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [all.yaml]\n'],
      ['base/all.yaml', documents(each(n, (index) => inNoNamespace(documents(objectsOf(`w${index}`)))))],
      ...each(n, (index) => [
        [`o${index}/kustomization.yaml`, `namespace: n${index}\nresources: [../base]\n`],
        [`a${index}/s.yaml`, split(`w${index}`, { namespace: `n${index}` })],
      ]).flat(),
    ]),
  'overlays that patch the Services of one base': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [svc.yaml]\n'],
      ['base/svc.yaml', documents(each(n, (index) => service(`w${index}`)))],
      ...each(n, (index) => [
        [`o${index}/kustomization.yaml`, `resources: [../base, s.yaml]\npatches: [{path: p.yaml}]\n`],
        [`o${index}/p.yaml`, service(`w${index}`)],
        [`o${index}/s.yaml`, split(`w${index}`)],
      ]).flat(),
    ]),
  'overlays that share a profile --drop': (n) =>
    tree(
      [
        ['base/kustomization.yaml', 'resources: [p.yaml]\n'],
        ['base/p.yaml', profile('web')],
        ...each(n, (index) => [
          [`o${index}/kustomization.yaml`, 'resources: [../base, s.yaml]\n'],
          [`o${index}/s.yaml`, split('web')],
        ]).flat(),
      ],
      ['--drop', ...check],
    ),
  'splits under one kustomization': (n) =>
    tree([
      ['kustomization.yaml', `resources:\n${each(n, (index) => `- f${index}.yaml\n`).join('')}`],
      ...files(n, (index) => split(`w${index}`)),
    ]),
  ResourceList: (n) => stream(splitsAt(n, (index) => `a/f${index}.yaml`)),
  'ResourceList with odd paths': (n) => stream(splitsAt(n, (index) => `a/f@é+${index}.yaml`)),
  'ResourceList with kustomizations': (n) => stream(overlaysAsItems(n)),
  'ResourceList with findings': (n) =>
    stream(resourceList([service('other'), ...each(n, (index) => split(`w${index}`))])),
  'ResourceList whose files are emptied': (n) => stream(emptiedItems(n), '--drop'),
  'List on lines': (n) => stream(list(n)),
  'List on one line': (n) => stream(oneLine(n)),
  TrafficSplitList: (n) => stream(typed(n)),
  'TrafficSplitList --drop': (n) => stream(typed(n), '--drop'),
  'stream --drop': (n) => stream(documents(each(n, (index) => split(`w${index}`))), '--drop'),
  'List --drop': (n) => stream(list(n), '--drop'),
  'List on one line --drop': (n) => stream(oneLine(n), '--drop'),
  'stream --drop after a run': (n) => ({ ...shapes['stream --drop'](n), twice: ['--skip-annotation'] }),
  'List --drop after a run': (n) => ({ ...shapes['List --drop'](n), twice: ['--skip-annotation'] }),
  'List with é --drop after a run': (n) => ({
    ...stream(list(n).replace('kind: List\n', 'kind: List # é\n'), '--drop'),
    twice: ['--skip-annotation'],
  }),
  'List on one line --drop after a run': (n) => ({
    ...shapes['List on one line --drop'](n),
    twice: ['--skip-annotation'],
  }),
  'inline patches': (n) =>
    tree([
      ['kustomization.yaml', `resources: [s.yaml]\npatches:\n${each(n, inline).join('')}`],
      ['s.yaml', documents(each(n, (index) => split(`w${index}`)))],
    ]),
  'patch files': (n) =>
    tree([
      [
        'kustomization.yaml',
        `resources: [s.yaml]\npatches:\n${each(n, (index) => `- path: p${index}.yaml\n`).join('')}`,
      ],
      ['s.yaml', documents(each(n, (index) => split(`w${index}`)))],
      ...each(n, (index) => [`p${index}.yaml`, `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x${index}\n`]),
    ]),
  'one profile name in many directories': (n) =>
    tree(
      each(n, (index) => [
        [`d${index}/s.yaml`, split('web')],
        [`d${index}/p.yaml`, profile('web')],
      ]).flat(),
    ),
  'one profile name under one kustomization': (n) =>
    tree([
      ['kustomization.yaml', `resources:\n${each(n, (index) => `- d${index}\n`).join('')}`],
      ...each(n, (index) => [
        [`d${index}/kustomization.yaml`, 'resources: [s.yaml, p.yaml]\n'],
        [`d${index}/s.yaml`, split('web')],
        [`d${index}/p.yaml`, profile('web')],
      ]).flat(),
    ]),
  Services: (n) =>
    stream(
      documents(
        each(n, (index) => [`w${index}`, `w${index}-v1`, `w${index}-v2`].map(service))
          .flat()
          .concat(each(n, (index) => split(`w${index}`))),
      ),
    ),
  profiles: (n) =>
    stream(documents([...each(n, (index) => profile(`w${index}`)), ...each(n, (index) => split(`w${index}`))])),
  findings: (n) =>
    stream(
      documents(
        each(n, (index) =>
          split(`w${index}`).replace('weight: 90', 'weight: "90"').replace('spec:', 'spec:\n  odd: 1'),
        ),
      ),
    ),
  'one apex in many namespaces': (n) => ({
    stdin: documents(
      each(n, (index) =>
        [
          split('web'),
          service('web'),
          route('by-hand', 'web').replace('- backendRefs', '- matches: [{path: {value: /x}}]\n    backendRefs'),
          profile('web', '  dstOverrides:\n  - authority: web-v1.shop.svc.cluster.local\n    weight: "5"\n'),
        ].map((text) =>
          text.replaceAll('namespace: shop', `namespace: n${index}`).replaceAll('.shop.svc', `.n${index}.svc`),
        ),
      ).flat(),
    ),
    args: ['--target', 'httproute'],
  }),
  'routes on one apex in many directories': (n) =>
    tree(
      each(n, (index) => [
        [`s${index}/f.yaml`, split('web')],
        [`a${index}/f.yaml`, route(`by-hand-${index}`, 'web')],
        [`b${index}/f.yaml`, route('by-hand', 'web')],
      ]).flat(),
      [...check, '--target', 'httproute', '--port', '80'],
    ),
  'a route of another Service with the name of as many splits': (n) =>
    tree(
      each(n, (index) => [
        [`s${index}/f.yaml`, split('web')],
        [`a${index}/f.yaml`, route('web', `other-${index}`)],
      ]).flat(),
      [...check, '--target', 'httproute', '--port', '80'],
    ),
  'comments in a split --drop': (n) =>
    stream(split('web').replace('  backends:\n', `${'  # a comment\n'.repeat(20 * n)}  backends:\n`), '--drop'),
  'backends over as many other overrides': (n) =>
    stream(
      documents([
        split('web').replace(/ {2}- [^]*$/, each(4 * n, (index) => `  - service: w${index}\n    weight: 1\n`).join('')),
        profile(
          'web',
          `  dstOverrides:\n${each(4 * n, (index) => `  - authority: x${index}.shop.svc.cluster.local\n    weight: "1"\n`).join('')}`,
        ),
      ]),
    ),
  'overrides in another order, with comments': (n) =>
    stream(
      documents([
        split('web').replace(/ {2}- [^]*$/, each(3 * n, (index) => `  - service: w${index}\n    weight: 2\n`).join('')),
        profile(
          'web',
          `  dstOverrides:\n${each(3 * n, (index) => `  - authority: w${3 * n - index}.shop.svc.cluster.local\n    weight: "1" # a${index}\n    # b${index}\n`).join('')}`,
        ),
      ]),
    ),
  'ends of documents': (n) => stream(`${split('a')}${'...\n'.repeat(50 * n)}---\n${split('b')}`),
  'List on one line -d': (n) => tree([['s.json', oneLine(n)]], ['-d', '.']),
  'one long line': (n) =>
    tree(
      [
        [
          'c.yaml',
          `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: "${'kind: '.repeat(1000 * n)}"}}\n---\n${split('web')}`,
        ],
      ],
      ['.'],
    ),
  'overlays that patch a split each of one base': (n) =>
    tree([
      ['base/kustomization.yaml', 'resources: [s.yaml]\n'],
      ['base/s.yaml', documents(each(n, (index) => split(`w${index}`)))],
      ...each(n, (index) => [
        `o${index}/kustomization.yaml`,
        `resources: [../base]\npatches:\n${weightPatch(`w${index}`)}`,
      ]),
    ]),
  'components of one overlay with as many splits': (n) =>
    tree([
      ['o/kustomization.yaml', `resources: [s.yaml]\ncomponents:\n${each(n, (index) => `- ../c${index}\n`).join('')}`],
      ['o/s.yaml', documents(each(n, (index) => split(`w${index}`)))],
      ...each(n, (index) => [`c${index}/kustomization.yaml`, `${component}patches:\n${weightPatch(`x${index}`)}`]),
    ]),
  'components of one overlay with a split each': (n) =>
    tree([
      ['o/kustomization.yaml', `namespace: prod\ncomponents:\n${each(n, (index) => `- ../c${index}\n`).join('')}`],
      ...each(n, (index) => [
        [`c${index}/kustomization.yaml`, `${component}resources: [s.yaml]\n`],
        [`c${index}/s.yaml`, split(`w${index}`)],
      ]).flat(),
    ]),
  'chain of components': (n) =>
    tree([
      ['app/kustomization.yaml', 'resources: [s.yaml]\ncomponents: [../c0]\n'],
      ['app/s.yaml', split('web')],
      ...each(n, (index) => [
        `c${index}/kustomization.yaml`,
        `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${index + 1 < n ? `components: [../c${index + 1}]\n` : ''}`,
      ]),
    ]),
  'overlays of one base with as many splits, each with the function': (n) =>
    tree([
      [
        'function.yaml',
        'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata: {name: smi2linkerd}\n',
      ],
      ['base/kustomization.yaml', 'resources: [s.yaml]\n'],
      ['base/s.yaml', documents(each(n, (index) => inNoNamespace(split(`w${index}`))))],
      ...each(n, (index) => [
        `o${index}/kustomization.yaml`,
        `namespace: n${index}\nresources: [../base]\ntransformers: [../function.yaml]\n`,
      ]),
    ]),
  'overlays of one base with as many splits, each with the function before a prefix': (n) =>
    tree([
      ...shapes['overlays of one base with as many splits, each with the function'](n).tree.slice(0, 3),
      [
        'prefix.yaml',
        'apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: p}\nprefix: a-\nfieldSpecs: [{path: metadata/name}]\n',
      ],
      ...each(n, (index) => [
        `o${index}/kustomization.yaml`,
        `namespace: n${index}\nresources: [../base]\ntransformers: [../function.yaml, ../prefix.yaml]\n`,
      ]),
    ]),
  'patches of the splits whose names match': (n) =>
    tree([
      [
        'kustomization.yaml',
        `resources: [s.yaml]\npatches:\n${each(n, (index) => weightPatch(`w${index}-.*`)).join('')}`,
      ],
      ['s.yaml', documents(each(n, (index) => split(`w${index}-canary`)))],
    ]),
  'patches of the splits whose names end so': (n) =>
    tree([
      [
        'kustomization.yaml',
        `resources: [s.yaml]\npatches:\n${each(n, (index) => weightPatch(`.*-${index}`)).join('')}`,
      ],
      ['s.yaml', documents(each(n, (index) => split(`web-${index}`)))],
    ]),
  'Applications that exclude another directory each': (n) =>
    tree([
      [
        'apps.yaml',
        documents(
          each(
            n,
            (index) =>
              `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a${index}}\nspec:\n  source: {repoURL: https://example.com/r.git, path: top, directory: {recurse: true, exclude: 'd${index}/*'}}\n`,
          ),
        ),
      ],
      ...each(n, (index) => [`top/d${index}/s.yaml`, split(`w${index}`, { namespace: '' })]),
    ]),
  'Flux Kustomizations of one directory': (n) =>
    tree([
      ['flux.yaml', documents(each(n, (index) => flux(index, './d')))],
      ...each(n, (index) => [`d/s${index}.yaml`, split(`w${index}`, { namespace: '' })]),
    ]),
  'Flux Kustomizations of all directories': (n) =>
    tree([
      ['flux.yaml', documents(each(n, (index) => flux(index, './top')))],
      ...each(n, (index) => [`top/d${index}/s.yaml`, split(`w${index}`, { namespace: '' })]),
    ]),
  'routes of a base for a split in each overlay': (n) =>
    tree(routesOfBase(n), ['--target', 'httproute', '--port', '80', ...check]),
  'routes of a base beside the profiles of each overlay': (n) => tree(routesOfBase(n)),
  'components that use the next two each': (n) =>
    tree([
      ['app/kustomization.yaml', 'namespace: prod\nresources: [s.yaml]\ncomponents: [../a0, ../b0]\n'],
      ['app/s.yaml', split('web', { namespace: '' })],
      ...each(Math.ceil(n / 10), (index) => {
        const next = (index + 1) * 10 < n ? `components: [../a${index + 1}, ../b${index + 1}]\n` : '';
        return ['a', 'b'].map((name) => [`${name}${index}/kustomization.yaml`, `${component}${next}`]);
      }).flat(),
    ]),
  '.gitignore of many patterns': (n) => ({
    tree: [
      ['.gitignore', each(10 * n, (index) => `/x${index}/*.tmp\n`).join('')],
      ...each(Math.ceil(n / 10), (index) => [`f${index}.yaml`, split(`w${index}`)]),
    ],
    args: check,
  }),
  'reports that are put together': (n) =>
    tree(
      reportNames(6 * n).map((name) => [name, emptyReport]),
      ['--format', 'json', '--from', ...reportNames(6 * n)],
    ),
};
