/** A way in which a kustomization may change what it lists. */
export interface Form {
  readonly name: string;
  /** The overlay's kustomization, without its resources. */
  readonly overlay: string;
  /** Files beside it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether Kustomize makes another TrafficSplit of it, or other names of its Services; `refused`: it builds nothing. */
  readonly rewritten: boolean | 'refused';
  /** A program that refuses it and builds nothing. */
  readonly refusedBy?: string;
  /** What is said of it, where that is something else, and why. */
  readonly said?: { readonly rewritten: boolean; readonly because: string };
}

/** A base with a split, and the Services that it names. */
export const base: Readonly<Record<string, string>> = {
  'kustomization.yaml': 'resources: [split.yaml, services.yaml]\n',
  'split.yaml': `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
  labels: {team: a}
spec:
  service: web
  backends:
  - service: web-v1
    weight: 90
  - service: web-v2
    weight: 10
`,
  'services.yaml': ['web', 'web-v1', 'web-v2']
    .map(
      (name) =>
        `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80}]}\n`,
    )
    .join('---\n'),
};

const json = '- {op: replace, path: /spec/backends/0/weight, value: 50}\n';
const merge = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec: {backends: [{service: web-v1, weight: 50}]}
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: ClusterIP}\n';

function block(text: string, indent: number): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');
}

function target(selector: string): string {
  return `patches:\n- target: ${selector}\n  patch: |\n${block(json, 4)}`;
}

function transformer(text: string): Pick<Form, 'overlay' | 'files'> {
  return { overlay: 'transformers: [t.yaml]\n', files: { 't.yaml': `apiVersion: builtin\n${text}` } };
}

const replacement = `- source: {kind: Service, name: web-v2, fieldPath: metadata.name}
  targets:
  - select: {kind: TrafficSplit, name: web}
    fieldPaths: [spec.service]
`;

/** The forms that Kustomize's documentation and code know, and some beside each that change nothing here. */
export const forms: readonly Form[] = [
  { name: 'nothing', overlay: '', rewritten: false },
  // Names and namespaces.
  { name: 'another namespace', overlay: 'namespace: prod\n', rewritten: true },
  { name: 'the namespace that it has', overlay: 'namespace: shop\n', rewritten: false },
  { name: 'a prefix', overlay: 'namePrefix: blue-\n', rewritten: true },
  { name: 'a suffix', overlay: 'nameSuffix: -blue\n', rewritten: true },
  // Patches.
  { name: 'an inline strategic patch', overlay: `patches:\n- patch: |\n${block(merge, 4)}`, rewritten: true },
  {
    name: 'an inline strategic patch of a Service',
    overlay: `patches:\n- patch: |\n${block(service, 4)}`,
    rewritten: false,
  },
  {
    name: 'a strategic patch in a file',
    overlay: 'patches:\n- path: p.yaml\n',
    files: { 'p.yaml': merge },
    rewritten: true,
  },
  {
    name: 'a patch file of two documents',
    overlay: 'patches:\n- path: p.yaml\n',
    files: { 'p.yaml': `${service}---\n${merge}` },
    rewritten: true,
    refusedBy: 'kubectl.1.27',
  },
  {
    name: 'a patch of a namesake in another namespace',
    overlay: 'patches:\n- path: p.yaml\nresources: [other.yaml]\n',
    files: {
      'p.yaml': merge.replace('namespace: shop', 'namespace: other'),
      'other.yaml': (base['split.yaml'] ?? '').replace('namespace: shop', 'namespace: other'),
    },
    rewritten: false,
  },
  {
    name: 'a patch of a namesake of another kind',
    overlay: `patches:\n- path: p.yaml\n`,
    files: { 'p.yaml': service },
    rewritten: false,
  },
  {
    name: 'a patch that deletes it',
    overlay: 'patches:\n- path: p.yaml\n',
    files: {
      'p.yaml':
        '$patch: delete\napiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\n',
    },
    rewritten: true,
  },
  {
    name: 'a patch in JSON in a file',
    overlay: 'patches:\n- {path: p.json, target: {kind: TrafficSplit}}\n',
    files: { 'p.json': '[{"op": "replace", "path": "/spec/backends/0/weight", "value": 50}]\n' },
    rewritten: true,
  },
  {
    name: 'strategic merges in files',
    overlay: 'patchesStrategicMerge: [p.yaml]\n',
    files: { 'p.yaml': merge },
    rewritten: true,
  },
  { name: 'a strategic merge on lines', overlay: `patchesStrategicMerge:\n- |\n${block(merge, 2)}`, rewritten: true },
  {
    name: 'a strategic merge on one line',
    overlay: `patchesStrategicMerge:\n- '{"apiVersion": "split.smi-spec.io/v1alpha2", "kind": "TrafficSplit", "metadata": {"name": "web", "namespace": "shop"}, "spec": {"service": "other"}}'\n`,
    rewritten: true,
  },
  {
    name: 'a strategic merge on one line in flow style',
    overlay: `patchesStrategicMerge:\n- "{apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: web, namespace: shop}, spec: {service: other}}"\n`,
    rewritten: true,
  },
  {
    name: 'patchesJson6902 inline',
    overlay: `patchesJson6902:\n- target: {group: split.smi-spec.io, version: v1alpha2, kind: TrafficSplit, name: web}\n  patch: |\n${block(json, 4)}`,
    rewritten: true,
  },
  {
    name: 'patchesJson6902 in a file',
    overlay:
      'patchesJson6902:\n- target: {group: split.smi-spec.io, version: v1alpha2, kind: TrafficSplit, name: web}\n  path: p.yaml\n',
    files: { 'p.yaml': json },
    rewritten: true,
  },
  // Targets.
  { name: 'a target by kind', overlay: target('{kind: TrafficSplit}'), rewritten: true },
  { name: 'a target by name', overlay: target('{kind: TrafficSplit, name: web}'), rewritten: true },
  { name: 'a target of another name', overlay: target('{kind: TrafficSplit, name: api}'), rewritten: false },
  { name: 'a target that is the end of the name', overlay: target('{kind: TrafficSplit, name: eb}'), rewritten: false },
  { name: 'a target with a choice', overlay: target('{kind: TrafficSplit, name: web|api}'), rewritten: true },
  { name: 'a target with any end', overlay: target('{kind: TrafficSplit, name: w.*}'), rewritten: true },
  { name: 'a target with another beginning', overlay: target('{kind: TrafficSplit, name: a.*}'), rewritten: false },
  { name: 'a target with a class', overlay: target('{kind: TrafficSplit, name: "[a-z]+"}'), rewritten: true },
  {
    name: 'a target with a named class',
    overlay: target('{kind: TrafficSplit, name: "[[:lower:]]+"}'),
    rewritten: true,
  },
  { name: 'a target with a flag', overlay: target('{kind: TrafficSplit, name: "(?i)WEB"}'), rewritten: true },
  { name: 'a target with a named group', overlay: target('{kind: TrafficSplit, name: "(?P<a>web)"}'), rewritten: true },
  {
    name: 'a target with a property',
    overlay: target(String.raw`{kind: TrafficSplit, name: '\pL+'}`),
    rewritten: true,
  },
  {
    name: 'a target with ends of the text',
    overlay: target(String.raw`{kind: TrafficSplit, name: '\Aweb\z'}`),
    rewritten: true,
  },
  {
    name: 'a target with quoted letters',
    overlay: target(String.raw`{kind: TrafficSplit, name: '\Qweb\E'}`),
    rewritten: true,
  },
  {
    name: 'a target with a flag and another name',
    overlay: target('{kind: TrafficSplit, name: "(?i)API"}'),
    rewritten: false,
    said: { rewritten: true, because: 'what cannot be read as Go reads it counts as matching' },
  },
  {
    name: 'a target of another kind',
    overlay: `patches:\n- target: {kind: Service}\n  patch: |\n    - {op: add, path: /spec/type, value: ClusterIP}\n`,
    rewritten: false,
  },
  { name: 'a target of its group', overlay: target('{group: split.smi-spec.io}'), rewritten: true },
  {
    name: 'a target of its group by an expression',
    overlay: target(String.raw`{group: '.*\.smi-spec\.io'}`),
    rewritten: true,
  },
  { name: 'a target of another group', overlay: target('{group: apps, kind: TrafficSplit}'), rewritten: false },
  { name: 'a target of its version', overlay: target('{version: v1alpha2, kind: TrafficSplit}'), rewritten: true },
  { name: 'a target of another version', overlay: target('{version: v1alpha1, kind: TrafficSplit}'), rewritten: false },
  { name: 'a target in its namespace', overlay: target('{kind: TrafficSplit, namespace: shop}'), rewritten: true },
  {
    name: 'a target in another namespace',
    overlay: target('{kind: TrafficSplit, namespace: other}'),
    rewritten: false,
  },
  { name: 'a target by its label', overlay: target('{kind: TrafficSplit, labelSelector: team=a}'), rewritten: true },
  {
    name: 'a target by a label that it lacks',
    overlay: target('{kind: TrafficSplit, labelSelector: team=b}'),
    rewritten: false,
    said: { rewritten: true, because: 'labels are not compared: other kustomizations may set them' },
  },
  // Replacements.
  { name: 'a replacement', overlay: `replacements:\n${replacement}`, rewritten: true },
  {
    name: 'a replacement in a file',
    overlay: 'replacements:\n- path: r.yaml\n',
    files: { 'r.yaml': replacement },
    rewritten: true,
  },
  {
    name: 'a replacement in a file without a list',
    overlay: 'replacements:\n- path: r.yaml\n',
    files: { 'r.yaml': replacement.replace('- source', '  source').replaceAll(/^ {2}/gm, '') },
    rewritten: true,
  },
  {
    name: 'a replacement into its second target',
    overlay: `replacements:\n${replacement.replace('  - select: {kind: TrafficSplit, name: web}', '  - {select: {kind: Service, name: web}, fieldPaths: [metadata.labels.x], options: {create: true}}\n  - select: {kind: TrafficSplit, name: web}')}`,
    rewritten: true,
  },
  {
    name: 'a replacement into another kind',
    overlay: `replacements:\n${replacement.replace('TrafficSplit, name: web', 'Service, name: web').replace('[spec.service]', '[metadata.labels.x]\n    options: {create: true}')}`,
    rewritten: false,
  },
  {
    name: 'a replacement that rejects it',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{kind: TrafficSplit, name: web}]\n    fieldPaths')}`,
    rewritten: false,
  },
  // Labels and annotations: they are copied to the profile, save those that mean something.
  { name: 'a common label', overlay: 'commonLabels: {stage: prod}\n', rewritten: false },
  { name: 'a common annotation', overlay: 'commonAnnotations: {note: x}\n', rewritten: false },
  {
    name: 'the skip annotation for all',
    overlay: 'commonAnnotations: {smi.linkerd.io/skip: "true"}\n',
    rewritten: true,
  },
  {
    name: 'the label of linkerd-failover for all',
    overlay: 'commonLabels: {failover.linkerd.io/controlled-by: linkerd-failover}\n',
    rewritten: true,
  },
  {
    name: 'the older label of linkerd-failover for all',
    overlay: 'labels:\n- pairs: {app.kubernetes.io/managed-by: linkerd-failover}\n',
    rewritten: true,
  },
  {
    name: 'another value of that label',
    overlay: 'labels:\n- pairs: {app.kubernetes.io/managed-by: kustomize}\n',
    rewritten: false,
  },
  { name: 'a label in labels', overlay: 'labels:\n- pairs: {stage: prod}\n', rewritten: false },
  {
    name: 'the annotation of linkerd-failover for all',
    overlay: 'commonAnnotations: {failover.linkerd.io/primary-service: web}\n',
    rewritten: true,
  },
  // Other fields.
  { name: 'images and replicas', overlay: 'images:\n- {name: web, newTag: v2}\nreplicas: []\n', rewritten: false },
  // Builtin transformers.
  {
    name: 'a PatchTransformer',
    ...transformer(
      `kind: PatchTransformer\nmetadata: {name: t}\ntarget: {kind: TrafficSplit}\npatch: |\n${block(json, 2)}`,
    ),
    rewritten: true,
  },
  {
    name: 'a PatchTransformer of Services',
    ...transformer(`kind: PatchTransformer\nmetadata: {name: t}\npatch: |\n${block(service, 2)}`),
    rewritten: false,
  },
  {
    name: 'a PatchTransformer inline',
    overlay: `transformers:\n- |\n  apiVersion: builtin\n  kind: PatchTransformer\n  metadata: {name: t}\n  target: {kind: TrafficSplit}\n  patch: '[{"op": "replace", "path": "/spec/backends/0/weight", "value": 50}]'\n`,
    rewritten: true,
  },
  {
    name: 'a PatchTransformer with a file',
    overlay: 'transformers: [t.yaml]\n',
    files: {
      't.yaml': 'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: p.yaml\n',
      'p.yaml': merge,
    },
    rewritten: true,
  },
  {
    name: 'transformers in a directory',
    overlay: 'transformers: [more]\n',
    files: {
      'more/kustomization.yaml': 'resources: [t.yaml]\n',
      'more/t.yaml': `apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\ntarget: {kind: TrafficSplit}\npatch: |\n${block(json, 2)}`,
    },
    rewritten: true,
  },
  {
    name: 'two transformers in a file',
    ...transformer(
      `kind: PatchTransformer\nmetadata: {name: s}\npatch: |\n${block(service, 2)}---\napiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\ntarget: {kind: TrafficSplit}\npatch: |\n${block(json, 2)}`,
    ),
    rewritten: true,
  },
  {
    name: 'a PatchJson6902Transformer',
    ...transformer(
      `kind: PatchJson6902Transformer\nmetadata: {name: t}\ntarget: {group: split.smi-spec.io, version: v1alpha2, kind: TrafficSplit, name: web}\njsonOp: |\n${block(json, 2)}`,
    ),
    rewritten: true,
  },
  {
    name: 'a PatchStrategicMergeTransformer',
    ...transformer(`kind: PatchStrategicMergeTransformer\nmetadata: {name: t}\npatches: |\n${block(merge, 2)}`),
    rewritten: true,
  },
  {
    name: 'a PatchStrategicMergeTransformer with a file',
    overlay: 'transformers: [t.yaml]\n',
    files: {
      't.yaml': 'apiVersion: builtin\nkind: PatchStrategicMergeTransformer\nmetadata: {name: t}\npaths: [p.yaml]\n',
      'p.yaml': merge,
    },
    rewritten: true,
  },
  {
    name: 'a NamespaceTransformer',
    ...transformer('kind: NamespaceTransformer\nmetadata: {name: t, namespace: prod}\n'),
    rewritten: true,
  },
  {
    name: 'a NamespaceTransformer of its namespace',
    ...transformer('kind: NamespaceTransformer\nmetadata: {name: t, namespace: shop}\n'),
    rewritten: false,
  },
  {
    name: 'a NamespaceTransformer of what has none',
    ...transformer('kind: NamespaceTransformer\nmetadata: {name: t, namespace: prod}\nunsetOnly: true\n'),
    rewritten: false,
  },
  {
    name: 'a PrefixTransformer',
    ...transformer(
      'kind: PrefixTransformer\nmetadata: {name: t}\nprefix: blue-\nfieldSpecs: [{path: metadata/name}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a PrefixTransformer of Services',
    ...transformer(
      'kind: PrefixTransformer\nmetadata: {name: t}\nprefix: blue-\nfieldSpecs: [{path: metadata/name, kind: Service}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a PrefixTransformer of Deployments',
    ...transformer(
      'kind: PrefixTransformer\nmetadata: {name: t}\nprefix: blue-\nfieldSpecs: [{path: metadata/name, kind: Deployment}]\n',
    ),
    rewritten: false,
  },
  {
    name: 'a SuffixTransformer',
    ...transformer(
      'kind: SuffixTransformer\nmetadata: {name: t}\nsuffix: -blue\nfieldSpecs: [{path: metadata/name}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a LabelTransformer',
    ...transformer(
      'kind: LabelTransformer\nmetadata: {name: t}\nlabels: {stage: prod}\nfieldSpecs: [{path: metadata/labels, create: true}]\n',
    ),
    rewritten: false,
  },
  {
    name: 'an AnnotationsTransformer that skips all',
    ...transformer(
      'kind: AnnotationsTransformer\nmetadata: {name: t}\nannotations: {smi.linkerd.io/skip: x}\nfieldSpecs: [{path: metadata/annotations, create: true}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a ReplacementTransformer',
    ...transformer(`kind: ReplacementTransformer\nmetadata: {name: t}\nreplacements:\n${replacement}`),
    rewritten: true,
  },
  {
    name: 'a ValueAddTransformer',
    ...transformer(
      'kind: ValueAddTransformer\nmetadata: {name: t}\nvalue: other\ntargets:\n- selector: {kind: TrafficSplit}\n  fieldPath: spec/service\n',
    ),
    rewritten: true,
  },
  {
    name: 'a ValueAddTransformer of Services',
    ...transformer(
      'kind: ValueAddTransformer\nmetadata: {name: t}\nvalue: other\ntargets:\n- selector: {kind: Service}\n  fieldPath: metadata/labels/x\n',
    ),
    rewritten: false,
  },
  {
    name: 'a ValueAddTransformer with a file of targets',
    overlay: 'transformers: [t.yaml]\n',
    files: {
      't.yaml':
        'apiVersion: builtin\nkind: ValueAddTransformer\nmetadata: {name: t}\nvalue: other\ntargetFilePath: targets.yaml\n',
      'targets.yaml': 'targets:\n- {selector: {kind: TrafficSplit}, fieldPath: spec/service}\n',
    },
    rewritten: true,
  },
  // Components.
  {
    name: 'a component that patches it',
    overlay: 'components: [c]\n',
    files: {
      'c/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${target('{kind: TrafficSplit}')}`,
    },
    rewritten: true,
  },
  {
    name: 'a component with a transformer',
    overlay: 'components: [c]\n',
    files: {
      'c/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ntransformers: [t.yaml]\n',
      'c/t.yaml':
        'apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: t}\nprefix: blue-\nfieldSpecs: [{path: metadata/name}]\n',
    },
    rewritten: true,
  },
  {
    name: 'a component that only labels',
    overlay: 'components: [c]\n',
    files: {
      'c/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncommonAnnotations: {a: b}\n',
    },
    rewritten: false,
  },
];

/** The files of a tree with one form. */
export function treeOf({ overlay, files = {} }: Form): Record<string, string> {
  const own = overlay.includes('resources:')
    ? overlay.replace('resources: [', 'resources: [../base, ')
    : `resources: [../base]\n${overlay}`;
  return {
    ...Object.fromEntries(Object.entries(base).map(([path, text]) => [`base/${path}`, text])),
    'prod/kustomization.yaml': own,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`prod/${path}`, text])),
  };
}
