// Seeded Kubernetes manifests of realistic kinds, comments and block scalars; the same seed gives the same bytes everywhere.

/** A number generator: xorshift of 32 bits. Returns whole numbers from 0 to below the limit. */
export function randomNumbers(seed) {
  let state = seed | 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const words =
  'request handler timeout default value for the upstream client when a pool is exhausted and retried'.split(' ');

function sentence(random, length) {
  return Array.from({ length }, () => words[random(words.length)]).join(' ');
}

/** How often each kind occurs, in a hundred. */
const shares = [
  ['Deployment', 22],
  ['Service', 20],
  ['ConfigMap', 18],
  ['ServiceAccount', 8],
  ['Role', 11],
  ['Ingress', 6],
  ['Secret', 5],
  ['HorizontalPodAutoscaler', 4],
  ['CustomResourceDefinition', 6],
];

function kindOf(random) {
  let left = random(100);
  for (const [kind, share] of shares) {
    if (left < share) return kind;
    left -= share;
  }
  return 'ConfigMap';
}

const apiVersions = {
  Deployment: 'apps/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  Ingress: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
};

function containerOf(random, name, container) {
  return `      - name: ${container} # the application
        image: registry.example.com/team/${name}:1.${random(40)}.${random(10)}
        args: ["--port=8080", '--verbose', "--mode=${words[random(words.length)]}"]
        env:
        - name: LEVEL
          value: "${random(5)}"
        - name: MESSAGE
          value: >-
            ${sentence(random, 9)}
            ${sentence(random, 7)}
        - name: POD
          valueFrom:
            fieldRef: {fieldPath: metadata.name}
        ports:
        - containerPort: 8080
          name: http
        resources:
          limits: {cpu: 500m, memory: 256Mi}
          requests:
            cpu: 100m
            memory: 128Mi
        readinessProbe:
          httpGet:
            path: /healthz
            port: http
        volumeMounts:
        - name: config
          mountPath: /etc/${name}
`;
}

const bodies = {
  Deployment: (random, name) => `spec:
  replicas: ${1 + random(5)}
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      serviceAccountName: ${name}
      containers:
${['main', 'proxy'].map((container) => containerOf(random, name, container)).join('')}      volumes:
      - name: config
        configMap:
          name: ${name}-config
`,
  Service: (random, name) => `spec:
  selector:
    app: ${name}
  ports:
  - name: http
    port: 80
    targetPort: ${8000 + random(1000)}
`,
  ConfigMap: (random, name) => `data:
  ${name}.yaml: |
    server:
      address: "0.0.0.0:${8000 + random(1000)}"
      # ${sentence(random, 8)}
      routes:
      - path: /${words[random(words.length)]}
        methods: [GET, POST]
      - path: /
${Array.from({ length: 12 }, () => `      - ${sentence(random, 8)}\n`).join('')}  script.sh: |-
    #!/bin/sh
    set -eu
    echo "${sentence(random, 6)}" | sed 's/a/b/'
    exec /bin/${words[random(words.length)]} --flag=$1
  note: "${sentence(random, 7)}
    ${sentence(random, 7)}"
  single: 'it''s ${sentence(random, 5)}'
`,
  ServiceAccount: () => 'automountServiceAccountToken: false\n',
  Role: (random) => `rules:
- apiGroups: [""]
  resources: ["pods", "services"]
  verbs: [get, list, watch]
- apiGroups:
  - apps
  resources:
  - deployments
  verbs: ["${words[random(words.length)]}"]
`,
  Ingress: (random, name) => `spec:
  rules:
  - host: ${name}.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: ${name}
            port: {number: 80}
`,
  Secret: (random) => `type: Opaque
data:
  token: ${Buffer.from(sentence(random, 12)).toString('base64')}
`,
  HorizontalPodAutoscaler: (random, name) => `spec:
  minReplicas: 1
  maxReplicas: ${2 + random(20)}
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
`,
  CustomResourceDefinition: (random, name) => `spec:
  group: example.com
  names: {kind: Thing, plural: ${name}s}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
${Array.from(
  { length: 20 },
  (_, index) => `          field${index}:
            description: |-
              ${sentence(random, 12)}.

              ${sentence(random, 14)}: "${words[random(words.length)]}".
            type: string
`,
).join('')}`,
};

function split(index) {
  return `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: split-${index}
  namespace: team-${index % 40}
spec:
  service: apex-${index}
  backends:
  - service: apex-${index}-v1
    weight: 900
  - service: apex-${index}-v2 # canary
    weight: 100
`;
}

function named(kind, name, index) {
  return `apiVersion: ${apiVersions[kind] ?? 'v1'}
kind: ${kind}
metadata:
  name: ${name}
  namespace: team-${index % 40}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: "shop"
`;
}

/** One manifest; `hits` puts in one TrafficSplit per thousand, `services` its three Services behind it. */
export function manifest(random, index, { hits = false, services = false } = {}) {
  const place = index % 1000;
  if (hits && place === 500) return split(index);
  if (hits && services && place > 500 && place < 504) {
    const name = `apex-${index - place + 500}${['', '-v1', '-v2'][place - 501]}`;
    return named('Service', name, index) + bodies.Service(random, name);
  }
  if (hits && index % 2000 === 750)
    return `${named('ConfigMap', 'runbook', index)}data:\n  text: a TrafficSplit shifts traffic, see split.smi-spec.io/v1alpha2\n`;
  const kind = kindOf(random);
  const name = `${words[random(words.length)]}-${index}`;
  const comment = random(8) === 0 ? `# ${sentence(random, 6)}\n` : '';
  return comment + named(kind, name, index) + bodies[kind](random, name);
}

function item(text, index) {
  const annotations = `  annotations:
    config.kubernetes.io/index: '0'
    config.kubernetes.io/path: 'team-${index % 40}/file-${index}.yaml'
    internal.config.kubernetes.io/index: '0'
    internal.config.kubernetes.io/path: 'team-${index % 40}/file-${index}.yaml'
    internal.config.kubernetes.io/seqindent: 'compact'
`;
  const lines = text
    .replace(/^(metadata:\n {2}name: .*\n)/m, `$1${annotations}`)
    .trimEnd()
    .split('\n');
  return `- ${lines.map((line, at) => (at === 0 || line === '' ? line : `  ${line}`)).join('\n')}\n`;
}

/** A ResourceList as kpt writes it, in pieces. */
export function* resourceList(count, options, seed = 1) {
  const random = randomNumbers(seed);
  yield 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n';
  for (let index = 0; index < count; index += 1) yield item(manifest(random, index, options), index);
  yield 'functionConfig:\n  metadata:\n    name: function-input\n  data: {}\n  kind: ConfigMap\n  apiVersion: v1\n';
}

/** The same as a stream of documents. */
export function* stream(count, options, seed = 1) {
  const random = randomNumbers(seed);
  for (let index = 0; index < count; index += 1) yield `---\n${manifest(random, index, options)}`;
}

/** The files of a tree: one manifest each, a tenth of them several, in directories of a hundred. */
export function* tree(count, options, seed = 1, pad = 0) {
  const random = randomNumbers(seed);
  for (let index = 0; index < count; index += 1) {
    const several = index % 10 === 3 ? 3 : 1;
    const texts = Array.from({ length: several }, () => manifest(random, index, options));
    const more = pad === 0 ? '' : `# ${sentence(random, 12)}\n`.repeat(Math.ceil(pad / 90));
    const folder = `${Math.floor(index / 10000)}/${Math.floor(index / 100) % 100}`;
    yield [`${folder}/file-${index}.${index % 7 === 0 ? 'yml' : 'yaml'}`, texts.join('---\n') + more];
  }
}
