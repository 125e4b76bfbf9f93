import { describe, expect, test } from 'vitest';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

type Files = Readonly<Record<string, string>>;

const opaque = 'config.linkerd.io/opaque-ports';
const split =
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a}\nspec: {ports: [{port: 80, name: http}]}\n';
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n';
const base: Files = {
  'base/kustomization.yaml': 'resources: [split.yaml, service.yaml, namespace.yaml]\n',
  'base/split.yaml': split,
  'base/service.yaml': service,
  'base/namespace.yaml': namespace,
};

/** A patch of a Service or Namespace, as an entry of `patches`. */
const entry = (patch: string, target = ''): string => `- {patch: ${JSON.stringify(patch)}${target}}\n`;
const merge = (more: string, kind = 'Service', name = 'web, namespace: a'): string =>
  entry(`{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}${more}}`);
const operation = (json: string): string => entry(json, ', target: {kind: Service, name: web}');
const overlay = (patches: string): Files => ({
  ...base,
  'prod/kustomization.yaml': `resources: [../base]\npatches:\n${patches}`,
});

/** The errors of a check for routes. */
async function errorsOf(files: Files, ...more: readonly string[]): Promise<readonly string[]> {
  const flags = ['--check', '--target', 'httproute', ...more, '--format', 'json', '.'];
  const { stdout } = await runWith(flags, { cwd: treeOf(files) });
  const { diagnostics } = JSON.parse(stdout.toString()) as {
    diagnostics: { code: string; severity: string; message: string }[];
  };
  const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'out-of-date');
  return errors.map(({ code, message }) => `${code}: ${message}`);
}

const changed = ['kustomize-rewrites: Service web: prod/kustomization.yaml changes its ports (patches[0])'];
const hidden = ['kustomize-rewrites: Namespace a: prod/kustomization.yaml changes its opaque ports (patches[0])'];

describe('a split is refused where an overlay', () => {
  test.each<[string, string, readonly string[]]>([
    ['adds a port', merge('}, spec: {ports: [{port: 8080}]}'), changed],
    ['adds a port with the number of one over UDP', merge('}, spec: {ports: [{port: 53, protocol: TCP}]}'), changed],
    ['takes a port for raw TCP', merge('}, spec: {ports: [{port: 80, appProtocol: tcp}]}'), changed],
    ['gives a port an opaque target', merge('}, spec: {ports: [{port: 80, targetPort: 3306}]}'), changed],
    ['removes a port', merge('}, spec: {ports: [{port: 80, $patch: delete}]}'), changed],
    ['replaces all ports', merge('}, spec: {ports: [{$patch: replace}, {port: 9090}]}'), changed],
    ['sets no ports', merge('}, spec: {ports: null}'), changed],
    ['removes the Service', merge('}, $patch: delete'), changed],
    ['annotates the Service', merge(`, annotations: {${opaque}: "80"}}`), changed],
    ['annotates the Namespace', merge(`, annotations: {${opaque}: "80"}}`, 'Namespace', 'a'), hidden],
    ['replaces a port', operation('[{"op": "replace", "path": "/spec/ports/0/port", "value": 90}]'), changed],
    ['appends a port', operation('[{"op": "add", "path": "/spec/ports/-", "value": {"port": 90}}]'), changed],
    [
      'puts a port before the others',
      operation('[{"op": "add", "path": "/spec/ports/0", "value": {"port": 90}}]'),
      changed,
    ],
    ['takes a port out', operation('[{"op": "remove", "path": "/spec/ports/0"}]'), changed],
    ['moves its ports away', operation('[{"op": "move", "from": "/spec/ports", "path": "/spec/x"}]'), changed],
    ['copies ports', operation('[{"op": "copy", "from": "/spec/x", "path": "/spec/ports"}]'), changed],
    [
      'replaces the spec',
      operation('[{"op": "replace", "path": "/spec", "value": {"ports": [{"port": 90}]}}]'),
      changed,
    ],
    [
      'annotates the Service by an operation',
      operation(`[{"op": "add", "path": "/metadata/annotations/config.linkerd.io~1opaque-ports", "value": "80"}]`),
      changed,
    ],
    [
      'annotates all Namespaces by an operation',
      entry(
        `[{"op": "add", "path": "/metadata/annotations", "value": {"${opaque}": "80"}}]`,
        ', target: {kind: Namespace}',
      ),
      hidden,
    ],
    ['has a patch that cannot be read', '- {path: missing.yaml, target: {kind: Service}}\n', changed],
  ])('%s', async (_, patches, errors) => {
    expect(await errorsOf(overlay(patches))).toEqual(errors);
  });

  test.each<[string, string, string]>([
    [
      'replaces a port by a value',
      'replacements: [{source: {kind: ConfigMap}, targets: [{select: {kind: Service}, fieldPaths: [spec.ports.0.port]}]}]',
      'Service web: prod/kustomization.yaml changes its ports (replacements[0])',
    ],
    [
      'annotates everything',
      `commonAnnotations: {${opaque}: "80"}`,
      'Service web: prod/kustomization.yaml changes its ports (commonAnnotations)',
    ],
  ])('%s', async (_, line, message) => {
    const files = { ...base, 'prod/kustomization.yaml': `resources: [../base]\n${line}\n` };
    expect(await errorsOf(files)).toEqual([`kustomize-rewrites: ${message}`]);
  });
});

describe('a split beside a Service that a transformer', () => {
  const transformer = (kind: string, body: string): Files => ({
    ...base,
    'prod/kustomization.yaml': 'resources: [../base]\ntransformers: [t.yaml]\n',
    'prod/t.yaml': `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: t}\n${body}\n`,
  });
  const opaquePorts = (kind: string): string =>
    `annotations: {${opaque}: "80"}\nfieldSpecs: [{path: metadata/annotations, create: true, kind: ${kind}}]`;
  const added = (path: string): string => `value: "90"\ntargets: [{selector: {kind: Service}, fieldPath: ${path}}]`;
  const said = ['kustomize-rewrites: Service web: prod/kustomization.yaml changes its ports (transformers[0])'];

  test.each<[string, Files, readonly string[]]>([
    ['annotates is refused', transformer('AnnotationsTransformer', opaquePorts('Service')), said],
    ['does not annotate is converted', transformer('AnnotationsTransformer', opaquePorts('Deployment')), []],
    ['gives a port is refused', transformer('ValueAddTransformer', added('spec/ports/0/port')), said],
    ['gives a type is converted', transformer('ValueAddTransformer', added('spec/type')), []],
  ])('%s', async (_, files, errors) => {
    expect(await errorsOf(files)).toEqual(errors);
  });
});

describe('a split is converted where an overlay', () => {
  test.each<[string, string]>([
    [
      'gives a port another name and a port of nodes',
      merge('}, spec: {ports: [{port: 80, name: web, nodePort: 30080}]}'),
    ],
    ['adds a port over UDP', merge('}, spec: {ports: [{port: 53, protocol: UDP}]}')],
    ['changes the type', merge('}, spec: {type: NodePort}')],
    ['changes other annotations', merge(', annotations: {a: b}}')],
    ['makes another port opaque', merge(`, annotations: {${opaque}: "3306"}}`)],
    ['makes another port of the Namespace opaque', merge(`, annotations: {${opaque}: "3306"}}`, 'Namespace', 'a')],
    ['removes the annotation that there is not', merge(`, annotations: {${opaque}: null}}`)],
    ['patches another Service', merge('}, spec: {ports: [{port: 8080}]}', 'Service', 'api')],
    ['changes the port of nodes', operation('[{"op": "add", "path": "/spec/ports/0/nodePort", "value": 30080}]')],
    ['changes the type by an operation', operation('[{"op": "replace", "path": "/spec/type", "value": "NodePort"}]')],
    ['tests a port', operation('[{"op": "test", "path": "/spec/ports/0/port", "value": 80}]')],
    ['adds annotations', operation('[{"op": "add", "path": "/metadata/annotations", "value": {"a": "b"}}]')],
  ])('%s', async (_, patches) => {
    expect(await errorsOf(overlay(patches))).toEqual([]);
  });

  test.each(['spec.selector.app', 'spec.ports.0.nodePort'])('replaces %s of the Service', async (path) => {
    const line = `replacements: [{source: {kind: ConfigMap}, targets: [{select: {kind: Service}, fieldPaths: [${path}]}]}]`;
    expect(await errorsOf({ ...base, 'prod/kustomization.yaml': `resources: [../base]\n${line}\n` })).toEqual([]);
  });
});

describe('a Service that is patched', () => {
  const patch = merge('}, spec: {ports: [{port: 8080}]}');
  const apart: Files = { 'base/kustomization.yaml': 'resources: [service.yaml]\n', 'base/service.yaml': service };

  test('beside the split of the overlay is the patched one', async () => {
    const file = 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a}\nspec: {ports: [{port: 8080}]}\n';
    const kustomization = 'resources: [../base, split.yaml]\npatches: [{path: service-patch.yaml}]\n';
    const files = {
      'prod/kustomization.yaml': kustomization,
      'prod/service-patch.yaml': file,
      'prod/split.yaml': split,
    };
    expect(await errorsOf({ ...apart, ...files })).toEqual(changed);
  });

  test('in an overlay that does not list the split counts as it is in the base', async () => {
    const files = {
      'prod/kustomization.yaml': 'resources: [../base, split.yaml]\n',
      'prod/split.yaml': split,
      'test/kustomization.yaml': `resources: [../base]\npatches:\n${patch}`,
    };
    expect(await errorsOf({ ...apart, ...files })).toEqual([]);
  });

  test('before it comes to the split is the patched one', async () => {
    const files = {
      'prod/kustomization.yaml': 'resources: [../middle, split.yaml]\n',
      'prod/split.yaml': split,
      'middle/kustomization.yaml': `resources: [../base]\npatches:\n${patch}`,
    };
    expect(await errorsOf({ ...apart, ...files })).toEqual([
      'kustomize-rewrites: Service web: middle/kustomization.yaml changes its ports (patches[0])',
    ]);
  });

  test('elsewhere has ports that only the user knows', async () => {
    const files = {
      ...apart,
      'prod/kustomization.yaml': `resources: [../base]\npatches:\n${patch}`,
      'app/split.yaml': split,
    };
    expect(await errorsOf(files)).toEqual([
      'ports-unknown: Service web: prod/kustomization.yaml changes its ports (patches[0])',
    ]);
    expect(await errorsOf(files, '--port', 'web=9090')).toEqual([]);
  });
});

describe('a Namespace object that makes the port of the apex opaque', () => {
  const object = (name: string, ports?: string): string => {
    const annotations = ports === undefined ? '' : `, annotations: {${opaque}: "${ports}"}`;
    return `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}${annotations}}\n`;
  };
  const within = (name: string, ...more: readonly string[]): string =>
    `namespace: ${name}\nresources: [${['../base', ...more].join(', ')}]\n`;
  const bare: Files = {
    'base/kustomization.yaml': 'resources: [split.yaml, service.yaml]\n',
    'base/split.yaml': split.replace(', namespace: a', ''),
    'base/service.yaml': service.replace(', namespace: a', ''),
  };
  const own: Files = { ...bare, 'base/split.yaml': split, 'base/service.yaml': service };
  const differs = 'ports-unknown: which ports of Service web are opaque depends on its namespace: ';
  const notHttp =
    'port-not-http: port 80 of Service web is not read as HTTP: config.linkerd.io/opaque-ports of its Namespace holds it';

  test.each<[string, Files, readonly string[]]>([
    [
      'in one of two overlays refuses the split',
      {
        ...bare,
        'prod/kustomization.yaml': within('prod', 'ns.yaml'),
        'prod/ns.yaml': object('prod', '80'),
        'test/kustomization.yaml': within('test'),
      },
      [`${differs}prod (prod/ns.yaml), test`],
    ],
    [
      'in one of two overlays, of which the other has it with another port, refuses the split',
      {
        ...bare,
        'prod/kustomization.yaml': within('prod', 'ns.yaml'),
        'prod/ns.yaml': object('prod', '80'),
        'test/kustomization.yaml': 'resources: [../base, ns.yaml]\n',
        'test/ns.yaml': object('prod', '81'),
        // No name of it is in the files of the namespaces.
        'base/split.yaml': split.replace(', namespace: a', '').replace('v1, weight', 'web-v1, weight'),
      },
      [`${differs}prod (prod/ns.yaml), prod (test/ns.yaml)`],
    ],
    [
      'in the only overlay refuses the port',
      { ...bare, 'prod/kustomization.yaml': within('prod', 'ns.yaml'), 'prod/ns.yaml': object('prod', '80') },
      [notHttp],
    ],
    [
      'of another namespace in an overlay gets the name that it sets',
      { ...bare, 'prod/kustomization.yaml': within('prod', 'ns.yaml'), 'prod/ns.yaml': object('other', '80') },
      [notHttp],
    ],
    [
      'of another namespace in another overlay changes nothing',
      {
        ...bare,
        'prod/kustomization.yaml': within('prod'),
        'test/kustomization.yaml': 'resources: [ns.yaml]\n',
        'test/ns.yaml': object('other', '80'),
      },
      [],
    ],
    [
      'in an overlay with a namespace of its own refuses the split',
      { ...own, 'prod/kustomization.yaml': within('prod', 'ns.yaml'), 'prod/ns.yaml': object('prod', '80') },
      [`${differs}a, prod (prod/ns.yaml)`],
    ],
    [
      'and that the overlay renames is the same in both',
      {
        ...own,
        'base/kustomization.yaml': 'resources: [split.yaml, service.yaml, ns.yaml]\n',
        'base/ns.yaml': object('a', '80'),
        'prod/kustomization.yaml': within('prod'),
      },
      [notHttp],
    ],
    [
      'in one of two files of a directory refuses the split',
      { 's.yaml': split, 't.yaml': service, 'u.yaml': object('a', '80'), 'v.yaml': object('a', '') },
      [`${differs}a (u.yaml), a (v.yaml)`],
    ],
    [
      'that two overlays write in different ways refuses the split',
      {
        ...own,
        'prod/kustomization.yaml': 'resources: [../base, ns.yaml]\n',
        'prod/ns.yaml': object('a', '80'),
        'test/kustomization.yaml': 'resources: [../base, ns.yaml]\n',
        'test/ns.yaml': object('a', ''),
      },
      [`${differs}a (prod/ns.yaml), a (test/ns.yaml)`],
    ],
  ])('%s', async (_, files, errors) => {
    expect(await errorsOf(files)).toEqual(errors);
  });
});
