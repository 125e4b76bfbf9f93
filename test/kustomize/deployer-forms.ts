import { base } from './forms.ts';

/** A way in which Flux or Argo CD may change what a directory holds. */
export interface DeployerForm {
  readonly name: string;
  readonly tool: 'flux' | 'argocd';
  /** Fields of the Flux Kustomization's spec, or of the Application's `kustomize`, as YAML on lines of their own. */
  readonly fields: string;
  /** Files beside `apps/web`, which has the base. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether another TrafficSplit reaches the cluster, or one with a mark that is obeyed. */
  readonly rewritten: boolean;
}

const json = `- patch: |
    - {op: replace, path: /spec/backends/0/weight, value: 50}
  target: {kind: TrafficSplit, name: web}
`;
const merge = `- patch: |
    apiVersion: split.smi-spec.io/v1alpha2
    kind: TrafficSplit
    metadata: {name: web, namespace: shop}
    spec: {backends: [{service: web-v1, weight: 50}]}
`;
const ofService = `- patch: |
    - {op: add, path: /spec/type, value: ClusterIP}
  target: {kind: Service, name: web}
`;
const component = {
  'components/canary/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
${json}`,
};
const images = 'images:\n- {name: nginx, newTag: "2"}\n';

function under(key: string, entries: string): string {
  return `${key}:\n${entries}`;
}

const skip = '{smi.linkerd.io/skip: ours}';

/** Forms that a Flux Kustomization and an Application write in the same way. */
const ofBoth: readonly Omit<DeployerForm, 'tool'>[] = [
  {
    name: 'a component that is missing',
    fields: 'components: [../../components/none]\nignoreMissingComponents: true\n',
    rewritten: false,
  },
  {
    name: 'a patch that selects by a regular expression',
    fields: under('patches', json.replace('name: web', 'name: "w.*"')),
    rewritten: true,
  },
  {
    name: 'a patch of another version of TrafficSplits',
    fields: under(
      'patches',
      json.replace('kind: TrafficSplit', 'group: split.smi-spec.io, version: v1alpha4, kind: TrafficSplit'),
    ),
    rewritten: false,
  },
];

const flux: readonly Omit<DeployerForm, 'tool'>[] = [
  { name: 'nothing', fields: '', rewritten: false },
  { name: 'another targetNamespace', fields: 'targetNamespace: prod\n', rewritten: true },
  { name: 'the targetNamespace that it has', fields: 'targetNamespace: shop\n', rewritten: false },
  { name: 'namePrefix', fields: 'namePrefix: blue-\n', rewritten: true },
  { name: 'nameSuffix', fields: 'nameSuffix: -blue\n', rewritten: true },
  { name: 'a patch in JSON', fields: under('patches', json), rewritten: true },
  { name: 'a strategic patch', fields: under('patches', merge), rewritten: true },
  { name: 'a patch of a Service', fields: under('patches', ofService), rewritten: false },
  { name: 'images', fields: images, rewritten: false },
  ...ofBoth,
  { name: 'postBuild.substitute', fields: 'postBuild:\n  substitute: {weight: "50"}\n', rewritten: false },
  {
    name: 'postBuild.substituteFrom',
    fields: 'postBuild:\n  substituteFrom:\n  - {kind: ConfigMap, name: settings}\n',
    rewritten: false,
  },
  {
    name: 'commonMetadata without a mark',
    fields: 'commonMetadata:\n  labels: {team: a}\n  annotations: {note: b}\n',
    rewritten: false,
  },
  {
    name: 'commonMetadata with a mark',
    fields: `commonMetadata:\n  annotations: ${skip}\n`,
    rewritten: true,
  },
  {
    name: 'a component that patches it',
    fields: 'components: [../../components/canary]\n',
    files: component,
    rewritten: true,
  },
  {
    name: 'a component that patches a Service',
    fields: 'components: [../../components/canary]\n',
    files: {
      'components/canary/kustomization.yaml': component['components/canary/kustomization.yaml'].replace(
        json,
        ofService,
      ),
    },
    rewritten: false,
  },
  { name: 'a component that is not used', fields: '', files: component, rewritten: false },
  {
    name: 'what else a Kustomization says',
    fields: 'prune: true\nwait: true\nforce: false\ntimeout: 1m\n',
    rewritten: false,
  },
];

const argo: readonly Omit<DeployerForm, 'tool'>[] = [
  { name: 'nothing', fields: 'version: v5.8.1\n', rewritten: false },
  { name: 'another namespace', fields: 'namespace: prod\n', rewritten: true },
  { name: 'the namespace that it has', fields: 'namespace: shop\n', rewritten: false },
  { name: 'namePrefix', fields: 'namePrefix: blue-\n', rewritten: true },
  { name: 'nameSuffix', fields: 'nameSuffix: -blue\n', rewritten: true },
  { name: 'images', fields: 'images: ["nginx=nginx:2"]\n', rewritten: false },
  {
    name: 'replicas',
    fields: 'replicas:\n- {name: web, count: 3}\n',
    files: {
      'apps/web/kustomization.yaml': 'resources: [split.yaml, services.yaml, deployment.yaml]\n',
      'apps/web/deployment.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {replicas: 1}\n',
    },
    rewritten: false,
  },
  {
    name: 'commonLabels without a mark',
    fields: 'commonLabels: {team: b}\nforceCommonLabels: true\n',
    rewritten: false,
  },
  {
    name: 'commonLabels with a mark',
    fields: 'commonLabels: {failover.linkerd.io/controlled-by: linkerd-failover}\n',
    rewritten: true,
  },
  {
    name: 'commonLabels with a mark, not in selectors',
    fields:
      'commonLabels: {failover.linkerd.io/controlled-by: linkerd-failover}\nlabelWithoutSelector: true\nlabelIncludeTemplates: true\n',
    rewritten: true,
  },
  { name: 'commonAnnotations without a mark', fields: 'commonAnnotations: {note: b}\n', rewritten: false },
  {
    name: 'commonAnnotations whose variables are replaced',
    fields: 'commonAnnotations: {note: $ARGOCD_APP_NAME}\ncommonAnnotationsEnvsubst: true\n',
    rewritten: false,
  },
  ...ofBoth,
  { name: 'commonAnnotations with a mark', fields: `commonAnnotations: ${skip}\n`, rewritten: true },
  { name: 'a patch in JSON', fields: under('patches', json), rewritten: true },
  { name: 'a strategic patch', fields: under('patches', merge), rewritten: true },
  { name: 'a patch of a Service', fields: under('patches', ofService), rewritten: false },
  {
    name: 'a component that patches it',
    fields: 'components: [../../components/canary]\n',
    files: component,
    rewritten: true,
  },
];

export const deployerForms: readonly DeployerForm[] = [
  ...flux.map((form) => ({ ...form, tool: 'flux' as const })),
  ...argo.map((form) => ({ ...form, tool: 'argocd' as const })),
];

/** Where an Application says what it does: one source, several, or the template of an ApplicationSet. */
export const places = ['source', 'sources', 'template'] as const;

/** The files of a form: the base in `apps/web`, and what deploys it. */
export function deployerTreeOf(form: DeployerForm, place: (typeof places)[number] = 'source'): Record<string, string> {
  const apps = Object.entries(base).map(([path, text]) => [`apps/web/${path}`, text] as const);
  const deployer = form.tool === 'flux' ? fluxKustomization(form.fields) : application(form.fields, place);
  return { ...Object.fromEntries<string>(apps), ...form.files, 'clusters/prod/web.yaml': deployer };
}

function fluxKustomization(fields: string): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: web, namespace: flux-system}
spec:
  interval: 10m
  path: ./apps/web
  sourceRef: {kind: GitRepository, name: fleet}
${indented(fields, 2)}`;
}

function application(fields: string, place: (typeof places)[number]): string {
  const source = `repoURL: https://git.example.com/fleet.git\npath: apps/web\nkustomize:\n${indented(fields, 2)}`;
  const sources = `sources:\n- repoURL: https://charts.example.com\n  chart: redis\n- ${indented(source, 2).trimStart()}`;
  const spec = `project: default\n${place === 'sources' ? sources : `source:\n${indented(source, 2)}`}destination: {name: prod}\n`;
  if (place !== 'template')
    return `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec:\n${indented(spec, 2)}`;
  const generators = 'generators:\n- list: {elements: [{cluster: prod}]}\n';
  const template = `template:\n  metadata: {name: "web-{{cluster}}"}\n  spec:\n${indented(spec, 4)}`;
  return `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: web}\nspec:\n${indented(generators + template, 2)}`;
}

function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}
