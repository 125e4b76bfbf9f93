import { chmodSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startCluster } from './cluster.ts';
import { gitEnv } from './copy.ts';
import type { Ran } from './run.ts';
import { profile, checkout, put, run, scratch, split, succeed } from './run.ts';
import { bundle, tool } from './tools.ts';

const root = scratch();
const cluster = await startCluster(root);
const tools = { kpt: tool('kpt', 'version'), kustomize: tool('kustomize', 'version'), npx: tool('npx', '--version') };
const helm = tool('helm3', 'version');
const pages = [
  'README.md',
  'SECURITY.md',
  ...readdirSync(join(checkout, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A `docker` that runs the bundle with the words after the image; the image itself is run in container.test.ts. */
const docker = `#!/bin/sh
[ "$1" = run ] || exec echo 27.0.0
while [ $# -gt 0 ]; do case $1 in ghcr.io/*) shift; exec smi2linkerd "$@" ;; *) shift ;; esac; done
`;
const bin = put(join(root, 'bin'), { docker });
chmodSync(join(bin, 'docker'), 0o755);
symlinkSync(bundle, join(bin, 'smi2linkerd'));
if (helm !== undefined) symlinkSync(helm, join(bin, 'helm'));
const kustomizeFolder = tools.kustomize === undefined ? [] : [dirname(tools.kustomize)];
const env = {
  ...gitEnv(root),
  PATH: [bin, ...kustomizeFolder, process.env.PATH].join(delimiter),
  KUBECONFIG: cluster?.kubeconfig,
  GITHUB_STEP_SUMMARY: join(root, 'summary.md'),
  npm_config_registry: 'http://127.0.0.1:9/',
};

/** Commands that end otherwise than with 0, as the page says. */
const exits: Readonly<Record<string, number>> = {
  'smi2linkerd --check .': 1, // profiles are missing
  'docker run --rm --network none -v "$PWD:/work:ro" -w /work ghcr.io/smi2linkerd/smi2linkerd:0.1.0 --check .': 1,
  'smi2linkerd --skip-annotation k8s/ | kubectl diff -f -': 1, // the annotation
  'git diff --exit-code rendered': 1, // a file that is rendered for the first time
};

/** Commands that are not run, and why. */
const notHere: readonly (readonly [RegExp, string])[] = [
  [/^npm ci && npm test$/, 'the suite runs itself by it: .ci/run'],
  [/^linkerd /, 'needs a mesh'],
  [
    /^(?:npm install --global|release=|curl|sha256sum|gh|install|cosign) ?/,
    'needs a release: npm run release -- --dry-run',
  ],
  [/^flux /, 'its command line is no Go module: examples/flux runs these words by its library'],
  [/^kubectl -n \S+ (?:scale|rollout restart) deployment|^kubectl get deployments/, 'needs a cluster with Deployments'],
  [
    /^kubectl get trafficsplits,/,
    'needs a cluster with Services: the API server of the tests has resources of CRDs alone',
  ],
  [
    /^smi2linkerd --target httproute -w \. && kubectl apply/,
    'needs a cluster with Services: the API server of the tests has resources of CRDs alone',
  ],
  [/^kubectl -n NAMESPACE /, 'needs clients and profiles of a mesh'],
  [/^helm uninstall /, 'needs a cluster with a release'],
];

let trees = 0;

/** What becomes routes: a split, and a ServiceProfile that was made earlier, with the Services that they name. */
const withServices = {
  'split.yaml': split,
  'api.yaml': profile.replaceAll('web', 'api'),
  'services.yaml': ['web', 'web-v1', 'web-v2', 'api', 'api-v1', 'api-v2']
    .map(
      (name) =>
        `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80}]}\n`,
    )
    .join('---\n'),
};

/** A repository in which the commands of a page make sense, with all in it that they name. */
function repository(page: string): string {
  const text = readFileSync(join(checkout, page), 'utf8');
  const [, configuration = ''] = /^```yaml\n# smi2linkerd\.yaml\n([^]*?)^```/m.exec(text) ?? [];
  const cwd = put(
    join(root, `tree-${(trees += 1)}`),
    page === 'docs/httproute.md'
      ? withServices
      : {
          'k8s/split.yaml': split,
          'split.yaml': split,
          'DIR/split.yaml': split,
          'DIR/Kptfile':
            'apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\npipeline:\n  mutators:\n    - exec: smi2linkerd\n',
          'manifests.yaml': split,
          // What docs/flux.md renders; `flux build` itself is not run.
          '../build.yaml': split,
          'values-prod.yaml': 'weight: 90\n',
          'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
          'chart/templates/split.yaml': split.replace('90', '{{ .Values.weight }}'),
          'overlays/prod/kustomization.yaml': 'resources: [split.yaml]\n',
          'overlays/prod/split.yaml': split,
          'examples/trafficsplit-sample/trafficsplit.yaml': readFileSync(
            join(checkout, 'examples/trafficsplit-sample/trafficsplit.yaml'),
            'utf8',
          ),
          'kustomization.yaml': `resources: [k8s/split.yaml]\n${configuration === '' ? '' : 'transformers: [smi2linkerd.yaml]\n'}`,
          ...(configuration === '' ? {} : { 'smi2linkerd.yaml': configuration }),
        },
  );
  put(cwd, { '.gitignore': 'node_modules\n/dist\n', 'node_modules/.bin/x': '' });
  if (page === 'docs/fleet.md') {
    const report = run(process.execPath, [bundle, '--check', '--format', 'json', 'k8s'], { cwd });
    put(cwd, { 'reports/shop.json': report.stdout });
  }
  symlinkSync(bundle, join(cwd, 'node_modules/.bin/smi2linkerd'));
  symlinkSync(dirname(bundle), join(cwd, 'dist'));
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'start'],
  ])
    succeed('git', words, { cwd, env });
  return cwd;
}

/** The commands of a page, in groups that follow each other: the blocks, and each code of its table of uses. */
function groupsOf(page: string): readonly (readonly string[])[] {
  const text = readFileSync(join(checkout, page), 'utf8');
  const blocks = [...text.matchAll(/^```(sh|console)\n([^]*?)^```/gm)].map(([, kind, body = '']) =>
    kind === 'sh'
      ? body.trim().split('\n')
      : body.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : [])),
  );
  const rows = [...text.matchAll(/^\|[^`]*\|(.*)\|$/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`((?:kustomize|smi2linkerd|kpt|docker) (?:[^`\\]|\\.)*)`/g)].map(([, code = '']) => [
      code.replaceAll('\\|', '|'),
    ]),
  );
  return [...rows, ...blocks];
}

/** What a command needs that may be missing here. */
function missingFor(command: string): string | undefined {
  if (/\bkubectl\b/.test(command) && cluster === undefined) return 'the API server';
  if (/^helm\b|<\.\.\/chart\.yaml/.test(command) && helm === undefined) return 'helm3';
  const needed = (['kpt', 'kustomize', 'npx'] as const).find(
    (name) => new RegExp(`\\b${name}\\b`).test(command) && tools[name] === undefined,
  );
  return needed;
}

/** Runs a command in a tree; returns whether it could be run here. */
function tried(command: string, cwd: string): boolean {
  if (notHere.some(([pattern]) => pattern.test(command))) return false;
  const missing = missingFor(command);
  if (missing !== undefined) {
    console.warn(`SKIPPED: ${command}: ${missing} is not here`);
    return false;
  }
  const { status, stdout, stderr }: Ran = run('sh', ['-c', command], { cwd, env });
  expect([command, status], stdout + stderr).toEqual([command, exits[command] ?? 0]);
  return true;
}

describe.each(pages.filter((page) => groupsOf(page).length > 0))('the commands of %s', (page) => {
  test('run as they are written, with the expected exit codes', () => {
    let count = 0;
    for (const group of groupsOf(page)) {
      const cwd = repository(page);
      if (cluster !== undefined) {
        const adopted = run(process.execPath, [bundle, '--drop', '--no-skip-annotation', 'k8s'], { cwd });
        cluster.kubectl(['delete', 'serviceprofiles,trafficsplits', '--all', '--all-namespaces']);
        cluster.kubectl(['apply', '-f', '-'], { input: adopted.stdout });
      }
      count += group.filter((command) => tried(command, cwd)).length;
    }
    console.info(`${page}: ${count} commands`);
  });
});
