import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The texts that mutations begin with, by what they are for. */
export interface Seeds {
  /** Texts that hold a TrafficSplit: most of their mutations reach the parser. */
  readonly splits: readonly Buffer[];
  /** Any other manifest. */
  readonly others: readonly Buffer[];
}

const longest = 700;

const own: readonly string[] = [
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  service: web\n  backends:\n  - service: web-v1 # stable\n    weight: 90\n  - service: web-v2\n    weight: 10\n',
  '# first\napiVersion: split.smi-spec.io/v1alpha1\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop, labels: {a: "b"}}\nspec: {service: web, backends: [{service: web-v1, weight: 1k}, {service: web-v2, weight: "500m"}]}\n',
  '{"apiVersion":"split.smi-spec.io/v1alpha4","kind":"TrafficSplit","metadata":{"name":"web","namespace":"shop"},"spec":{"service":"web","backends":[{"service":"a","weight":1}]}}\n',
  'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: web, namespace: shop}\n- apiVersion: split.smi-spec.io/v1alpha2\n  kind: TrafficSplit\n  metadata: {name: web, namespace: shop}\n  spec:\n    service: web\n    backends:\n    - {service: a, weight: 1}\n',
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplitList\nitems:\n- apiVersion: split.smi-spec.io/v1alpha2\n  kind: TrafficSplit\n  metadata: {name: web, namespace: shop}\n  spec: {service: web, backends: [{service: a, weight: 1}]}\n',
  'apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata:\n  name: web.shop.svc.cluster.local\n  namespace: shop\nspec:\n  routes:\n  - {name: GET /, condition: {method: GET}}\n  dstOverrides:\n  - authority: a.shop.svc.cluster.local\n    weight: 3\n---\napiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec:\n  service: web\n  backends:\n  - {service: a, weight: 1}\n',
  'kind: ResourceList\napiVersion: config.kubernetes.io/v1\nitems:\n- apiVersion: split.smi-spec.io/v1alpha2\n  kind: TrafficSplit\n  metadata:\n    name: web\n    namespace: shop\n    annotations: {config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: "0"}\n  spec: {service: web, backends: [{service: a, weight: 1}]}\nfunctionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data: {drop: "true"}\n',
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: &m\n  name: web\n  namespace: shop\nspec:\n  service: &s web\n  backends:\n  - &b {service: a, weight: 1}\n  - {<<: *b, service: b}\n',
  '%YAML 1.2\n---\r\napiVersion: split.smi-spec.io/v1alpha2\r\nkind: "Traffic\\x53plit"\r\nmetadata: {name: web, namespace: shop}\r\nspec: {service: web, backends: []}\r\n...\r\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  a: |\n    # text\n    x: y\n  b: "c"\n',
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  clusterIP: None\n  ports: [{port: 80}]\n',
  'kind: ResourceList\napiVersion: config.kubernetes.io/v1\nitems: []\nfunctionConfig:\n  apiVersion: smi2linkerd.dev/v1alpha1\n  kind: TrafficSplitTransformer\n  namespace: shop\n  failOn: warning\n',
];

/** Our own texts, the inputs of the fixtures and, where it is, the small documents of the corpus. */
export function seedsOf(fixtures: string, corpus = process.env.SMI2LINKERD_CORPUS ?? ''): Seeds {
  const texts = [...own.map((text) => Buffer.from(text)), ...textsBelow(fixtures, /^stdin$|\.(?:ya?ml|json)$/)];
  if (existsSync(corpus)) texts.push(...textsBelow(corpus, /\.(?:ya?ml|json|in)$/));
  return {
    splits: texts.filter((text) => text.includes('TrafficSplit')),
    others: texts.filter((text) => !text.includes('TrafficSplit')),
  };
}

function textsBelow(folder: string, name: RegExp): readonly Buffer[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return files.filter((file) => statSync(file).size < 65_536).flatMap((file) => documentsIn(readFileSync(file)));
}

/** A small file as it is; of a larger one its first small documents. */
function documentsIn(bytes: Buffer): readonly Buffer[] {
  if (bytes.length <= longest) return [bytes];
  const parts = bytes.toString('latin1').split(/^(?=---)/m);
  return parts
    .filter((part) => part.length > 20 && part.length <= longest)
    .slice(0, 4)
    .map((part) => Buffer.from(part, 'latin1'));
}
