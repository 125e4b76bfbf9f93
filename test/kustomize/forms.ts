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

function replacing(select: string, field: string, options?: string): string {
  const more = options === undefined ? '' : `    options: ${options}\n`;
  return `replacements:\n- source: {kind: Service, name: web-v2, fieldPath: metadata.name}\n  targets:\n  - select: ${select}\n    fieldPaths: ["${field}"]\n${more}`;
}

function listOf(item: string): string {
  return `apiVersion: v1\nkind: List\nitems:\n- ${block(item, 2).trimStart()}`;
}

function configured(fields: string, file: string): Pick<Form, 'overlay' | 'files'> {
  return { overlay: `configurations: [more.yaml]\n${fields}\n`, files: { 'more.yaml': file } };
}

function component(fields: string): Pick<Form, 'overlay' | 'files'> {
  return {
    overlay: 'components: [c]\n',
    files: { 'c/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${fields}` },
  };
}

/** The forms that Kustomize's documentation and code know, and some beside each that change nothing here. */
export const forms: readonly Form[] = [
  { name: 'nothing', overlay: '', rewritten: false },
  // Names and namespaces.
  { name: 'another namespace', overlay: 'namespace: prod\n', rewritten: true },
  { name: 'the namespace that it has', overlay: 'namespace: shop\n', rewritten: false },
  { name: 'a prefix', overlay: 'namePrefix: blue-\n', rewritten: true },
  { name: 'a suffix', overlay: 'nameSuffix: -blue\n', rewritten: true },
  { name: 'a prefix in a key in lower case', overlay: 'nameprefix: blue-\n', rewritten: true },
  { name: 'a namespace in a key in upper case', overlay: 'NAMESPACE: prod\n', rewritten: true },
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
  {
    name: 'a replacement that rejects its label',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{labelSelector: team=a}]\n    fieldPaths')}`,
    rewritten: false,
  },
  {
    name: 'a replacement that rejects another label',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{labelSelector: team=b}]\n    fieldPaths')}`,
    rewritten: true,
  },
  {
    name: 'a replacement that rejects its label of another object',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{kind: Service, labelSelector: team=a}]\n    fieldPaths')}`,
    rewritten: false,
  },
  {
    name: 'a replacement that rejects its name with another label',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{name: web, labelSelector: team=b}]\n    fieldPaths')}`,
    rewritten: false,
  },
  {
    name: 'a replacement that rejects its label with an annotation that it lacks',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{labelSelector: team=a, annotationSelector: x=y}]\n    fieldPaths')}`,
    rewritten: true,
  },
  {
    name: 'a replacement with expressions that reject what they select',
    overlay: `replacements:\n${replacement.replace('TrafficSplit, name: web}', 'Traffic.*, name: w.*}\n    reject: [{name: we.*}]')}`,
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
  // More targets.
  { name: 'a target by its label alone', overlay: target('{labelSelector: team=a}'), rewritten: true },
  { name: 'a target by a set of labels', overlay: target('{labelSelector: "team in (a,b)"}'), rewritten: true },
  {
    name: 'a target by a set of other labels',
    overlay: target('{kind: TrafficSplit, labelSelector: "team in (b, c)"}'),
    rewritten: false,
  },
  {
    name: 'a target by a set that leaves out its label',
    overlay: target('{kind: TrafficSplit, labelSelector: "team notin (a, b)"}'),
    rewritten: false,
  },
  {
    name: 'a target by a set that leaves out other labels, and a key that it lacks',
    overlay: target('{kind: TrafficSplit, labelSelector: "team notin (b),!stage"}'),
    rewritten: true,
  },
  {
    name: 'a target by the key of its label',
    overlay: target('{kind: TrafficSplit, labelSelector: "team"}'),
    rewritten: true,
  },
  {
    name: 'a target by a key that it lacks',
    overlay: target('{kind: TrafficSplit, labelSelector: "stage"}'),
    rewritten: false,
  },
  {
    name: 'a target by the lack of its key',
    overlay: target('{kind: TrafficSplit, labelSelector: "!team"}'),
    rewritten: false,
  },
  {
    name: 'a target by another value than its own',
    overlay: target('{kind: TrafficSplit, labelSelector: "team!=a"}'),
    rewritten: false,
  },
  {
    name: 'a target by another value than one it lacks',
    overlay: target('{kind: TrafficSplit, labelSelector: "team!=b"}'),
    rewritten: true,
  },
  {
    name: 'a target by an annotation that it lacks',
    overlay: target('{kind: TrafficSplit, annotationSelector: x=y}'),
    rewritten: false,
  },
  { name: 'a target of kinds by an expression', overlay: target('{kind: Traffic.*}'), rewritten: true },
  { name: 'a target with an end', overlay: target('{kind: TrafficSplit, name: web$}'), rewritten: true },
  // More patches.
  {
    name: 'a patch that renames it',
    overlay:
      'patches:\n- target: {kind: TrafficSplit}\n  options: {allowNameChange: true}\n  patch: |\n    - {op: replace, path: /metadata/name, value: other}\n',
    rewritten: true,
  },
  {
    name: 'a strategic patch in a JSON file',
    overlay: 'patches:\n- path: p.json\n',
    files: {
      'p.json':
        '{"apiVersion":"split.smi-spec.io/v1alpha2","kind":"TrafficSplit","metadata":{"name":"web","namespace":"shop"},"spec":{"service":"x"}}\n',
    },
    rewritten: true,
  },
  {
    name: 'a strategic patch of any name with a target',
    overlay: `patches:\n- target: {kind: TrafficSplit, name: web}\n  patch: |\n${block(merge.replace('name: web,', 'name: any,'), 4)}`,
    rewritten: true,
  },
  {
    name: 'patches in flow style',
    overlay: `patches: [{target: {kind: TrafficSplit}, patch: '[{"op":"remove","path":"/spec/backends/1"}]'}]\n`,
    rewritten: true,
  },
  {
    name: 'a List of patches',
    overlay: 'patches:\n- path: p.yaml\n',
    files: { 'p.yaml': listOf(merge) },
    rewritten: true,
  },
  {
    name: 'a List of strategic merges',
    overlay: 'patchesStrategicMerge: [p.yaml]\n',
    files: { 'p.yaml': listOf(merge) },
    rewritten: true,
  },
  {
    name: 'a strategic patch with a schema',
    overlay: `openapi: {path: schema.json}\npatches:\n- patch: |\n${block(merge, 4)}`,
    files: {
      'schema.json':
        '{"definitions":{"v1alpha2.TrafficSplit":{"properties":{"spec":{"properties":{"backends":{"type":"array","x-kubernetes-patch-merge-key":"service","x-kubernetes-patch-strategy":"merge","items":{"type":"object","properties":{"service":{"type":"string"}}}}},"type":"object"}},"x-kubernetes-group-version-kind":[{"group":"split.smi-spec.io","kind":"TrafficSplit","version":"v1alpha2"}]}}}\n',
    },
    rewritten: true,
  },
  // More replacements.
  {
    name: 'a replacement of a part of a value',
    overlay: replacing('{kind: TrafficSplit}', 'spec.backends.0.service', '{delimiter: "-", index: 0}'),
    rewritten: true,
  },
  {
    name: 'a replacement in an entry found by its value',
    overlay: replacing('{kind: TrafficSplit}', 'spec.backends.[service=web-v1].service'),
    rewritten: true,
  },
  {
    name: 'a replacement in all entries',
    overlay: replacing('{kind: TrafficSplit}', 'spec.backends.*.service'),
    rewritten: true,
  },
  {
    name: 'a replacement in what has a label',
    overlay: replacing('{labelSelector: team=a}', 'spec.service'),
    rewritten: true,
  },
  {
    name: 'a replacement in a group',
    overlay: replacing('{group: split.smi-spec.io}', 'spec.service'),
    rewritten: true,
  },
  {
    name: 'a replacement in another namespace',
    overlay: replacing('{kind: TrafficSplit, namespace: other}', 'spec.service'),
    rewritten: false,
  },
  {
    name: 'a replacement that writes the skip annotation',
    overlay: replacing('{kind: TrafficSplit}', 'metadata.annotations.[smi.linkerd.io/skip]', '{create: true}'),
    rewritten: true,
  },
  {
    name: 'a replacement that rejects its namespace',
    overlay: `replacements:\n${replacement.replace('    fieldPaths', '    reject: [{namespace: shop}]\n    fieldPaths')}`,
    rewritten: false,
  },
  // More of builtin transformers: which fields they change.
  {
    name: 'a PrefixTransformer of its fields',
    ...transformer(
      'kind: PrefixTransformer\nmetadata: {name: t}\nprefix: blue-\nfieldSpecs: [{path: spec/service, kind: TrafficSplit}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a SuffixTransformer of fields in any kind',
    ...transformer(
      'kind: SuffixTransformer\nmetadata: {name: t}\nsuffix: -blue\nfieldSpecs: [{path: spec/backends/service}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a PrefixTransformer of another group',
    ...transformer(
      'kind: PrefixTransformer\nmetadata: {name: t}\nprefix: blue-\nfieldSpecs: [{path: metadata/name, group: apps}]\n',
    ),
    rewritten: false,
  },
  {
    name: 'a LabelTransformer that marks Services',
    ...transformer(
      'kind: LabelTransformer\nmetadata: {name: t}\nlabels: {failover.linkerd.io/controlled-by: x}\nfieldSpecs: [{path: metadata/labels, kind: Service, create: true}]\n',
    ),
    rewritten: false,
  },
  {
    name: 'a LabelTransformer that marks TrafficSplits',
    ...transformer(
      'kind: LabelTransformer\nmetadata: {name: t}\nlabels: {failover.linkerd.io/controlled-by: x}\nfieldSpecs: [{path: metadata/labels, kind: TrafficSplit, create: true}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'a LabelTransformer that writes into its spec',
    ...transformer(
      'kind: LabelTransformer\nmetadata: {name: t}\nlabels: {service: other}\nfieldSpecs: [{path: spec, kind: TrafficSplit}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'an AnnotationsTransformer that skips Services',
    ...transformer(
      'kind: AnnotationsTransformer\nmetadata: {name: t}\nannotations: {smi.linkerd.io/skip: x}\nfieldSpecs: [{path: metadata/annotations, kind: Service, create: true}]\n',
    ),
    rewritten: false,
  },
  {
    name: 'an AnnotationsTransformer without fields',
    ...transformer('kind: AnnotationsTransformer\nmetadata: {name: t}\nannotations: {smi.linkerd.io/skip: x}\n'),
    rewritten: false,
  },
  {
    name: 'an ImageTagTransformer of its fields',
    ...transformer(
      'kind: ImageTagTransformer\nmetadata: {name: t}\nimageTag: {name: web, newName: other}\nfieldSpecs: [{path: spec/service, kind: TrafficSplit}]\n',
    ),
    rewritten: true,
  },
  {
    name: 'an ImageTagTransformer of containers',
    ...transformer('kind: ImageTagTransformer\nmetadata: {name: t}\nimageTag: {name: web, newName: other}\n'),
    rewritten: false,
  },
  {
    name: 'a ReplicaCountTransformer of its weights',
    ...transformer(
      'kind: ReplicaCountTransformer\nmetadata: {name: t}\nreplica: {name: web, count: 5}\nfieldSpecs: [{path: spec/backends/weight, kind: TrafficSplit}]\n',
    ),
    rewritten: true,
  },
  { name: 'a HashTransformer', ...transformer('kind: HashTransformer\nmetadata: {name: t}\n'), rewritten: false },
  {
    name: 'a List of transformers',
    overlay: 'transformers: [t.yaml]\n',
    files: {
      't.yaml': listOf('apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: {name: n, namespace: prod}\n'),
    },
    rewritten: true,
  },
  {
    name: 'two transformers inline',
    overlay:
      'transformers:\n- |-\n  apiVersion: builtin\n  kind: HashTransformer\n  metadata: {name: h}\n  ---\n  apiVersion: builtin\n  kind: NamespaceTransformer\n  metadata: {name: n, namespace: prod}\n',
    rewritten: true,
  },
  {
    name: 'a transformer inline in JSON',
    overlay:
      'transformers:\n- \'{"apiVersion": "builtin", "kind": "NamespaceTransformer", "metadata": {"name": "n", "namespace": "prod"}}\'\n',
    rewritten: true,
  },
  {
    name: 'a directory of transformers that sets their namespace',
    overlay: 'transformers: [more]\n',
    files: {
      'more/kustomization.yaml': 'resources: [t.yaml]\nnamespace: prod\n',
      'more/t.yaml': 'apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: {name: n}\n',
    },
    rewritten: true,
  },
  {
    name: 'a directory of transformers that patches them',
    overlay: 'transformers: [more]\n',
    files: {
      'more/kustomization.yaml':
        'resources: [t.yaml]\npatches:\n- target: {kind: NamespaceTransformer}\n  patch: |\n    - {op: replace, path: /metadata/namespace, value: prod}\n',
      'more/t.yaml': 'apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: {name: n, namespace: shop}\n',
    },
    rewritten: true,
  },
  // Fields that labels and files of configurations add.
  {
    name: 'labels in its spec',
    overlay: 'labels:\n- pairs: {service: other}\n  fields: [{path: spec, kind: TrafficSplit}]\n',
    rewritten: true,
  },
  {
    name: 'a configuration of images',
    ...configured('images: [{name: web, newName: other}]', 'images:\n- {path: spec/service, kind: TrafficSplit}\n'),
    rewritten: true,
  },
  {
    name: 'a configuration of commonLabels',
    ...configured('commonLabels: {service: other}', 'commonLabels:\n- {path: spec, kind: TrafficSplit}\n'),
    rewritten: true,
  },
  {
    name: 'a configuration of commonAnnotations',
    ...configured('commonAnnotations: {service: other}', 'commonAnnotations:\n- {path: spec, kind: TrafficSplit}\n'),
    rewritten: true,
  },
  {
    name: 'a configuration of namespaces',
    ...configured('namespace: shop', 'namespace:\n- {path: spec/service, kind: TrafficSplit}\n'),
    rewritten: true,
  },
  {
    name: 'a configuration of a field that is not used',
    ...configured('commonLabels: {a: b}', 'images:\n- {path: spec/service, kind: TrafficSplit}\n'),
    rewritten: false,
  },
  {
    name: 'a configuration of references',
    ...configured(
      'commonLabels: {a: b}',
      'nameReference:\n- kind: Service\n  fieldSpecs: [{path: spec/service, kind: TrafficSplit}]\n',
    ),
    rewritten: false,
  },
  // More components.
  { name: 'a component with a prefix', ...component('namePrefix: blue-\n'), rewritten: true },
  { name: 'a component with a namespace', ...component('namespace: prod\n'), rewritten: true },
  { name: 'a component with a replacement', ...component(`replacements:\n${replacement}`), rewritten: true },
  {
    name: 'a component of a component',
    overlay: 'components: [c]\n',
    files: {
      'c/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../d]\n',
      'd/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${target('{kind: TrafficSplit}')}`,
    },
    rewritten: true,
  },
  // What only looks like a change.
  { name: 'buildMetadata', overlay: 'buildMetadata: [originAnnotations, managedByLabel]\n', rewritten: false },
  {
    name: 'the skip annotation of what is generated',
    overlay:
      'generatorOptions: {annotations: {smi.linkerd.io/skip: x}}\nconfigMapGenerator: [{name: c, namespace: other, literals: [a=b]}]\n',
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
