import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { bytes, cases, tree, type Case } from '../fixtures.ts';
import { commandsIn, findingsIn } from '../fixes/report.ts';
import { checkout, put, run, scratch, type Ran } from './run.ts';
import { bundle, find, tool } from './tools.ts';

const kustomize = tool('kustomize', 'version') ?? '';
const flux = tool('flux-library') ?? '';
const root = scratch();
const bin = programs(join(root, 'bin'));

interface Fix {
  readonly one: Case;
  readonly code: string;
  readonly fix: string;
}

const fixes: readonly Fix[] = cases(join(checkout, 'fixtures')).flatMap((one) => {
  const said = findingsIn(bytes(join(one.folder, 'stderr'))?.toString() ?? '');
  const byFix = new Map(said.map(({ code, fix }) => [fix, { one, code, fix }]));
  return [...byFix.values()];
});

const commands = fixes.flatMap(({ one, code, fix }) =>
  commandsIn(fix).map((command) => ({ one, code, command, name: `${one.name}: ${command}` })),
);
/** Fixtures whose fix is not followed here: alternatives stay two files, and a profile needs the namespace that a route does not. */
const apart = new Set([
  'two-files-that-would-change-one-profile-in-two-ways-are-refused',
  'a-name-prefix-over-a-split-is-refused-for-a-route',
]);
const runnable = commands.filter(({ one, command }) => !apart.has(one.name) && !/\b[A-Z]{4,}\b/.test(command));
const functions = fixes.flatMap(({ one, fix }) => {
  const [, paths, bare] =
    /put the function in transformers: of ([^,;:]+?)(?: and namespace: into ([^,;:]+))?[,;:]/.exec(fix) ?? [];
  return paths === undefined || apart.has(one.name)
    ? []
    : [{ name: one.name, one, paths: paths.split(' and '), bare: bare?.split(' and ') ?? [] }];
});

afterAll(() => {
  const left = commands.filter((one) => !runnable.includes(one)).map(({ command }) => command);
  console.log(
    `fixes: ${runnable.length} commands and ${functions.length} functions; with a word to fill in: ${[...new Set(left)].join(', ')}`,
  );
});

describe.skipIf(kustomize === '')('a fix that is a command', () => {
  test.for(runnable)('works as it is written: $name', ({ one, code, command }, { skip }) => {
    if (command.startsWith('flux') && flux === '') skip();
    const folder = copyOf(one);
    const ran = shell(folder, command);
    const check = /smi2linkerd .*--check/.test(command);
    expect(ran.status, ran.stderr).toBeLessThanOrEqual(check ? 1 : 0);
    expect(codesOf(ran)).not.toContain(code);
    if (command.includes(' | '))
      isConverted(shell(folder, command.slice(0, command.indexOf(' | '))).stdout, ran.stdout, command);
    else if (!check) staysSo(folder, command, one, code);
  });

  test.for(functions)('a function in transformers: $name', ({ one, paths, bare }) => {
    const folder = copyOf(one);
    for (const path of bare) appendFileSync(join(folder, path), 'namespace: added\n');
    for (const path of paths) withFunction(folder, path);
    const again = shell(folder, ['smi2linkerd', ...one.args].map((word) => `'${word}'`).join(' '));
    expect(codesOf(again)).not.toContain('kustomize-rewrites');
    expect(codesOf(again)).toContain('served-by-function');
    for (const path of paths) {
      const built = shell(
        folder,
        `kustomize build --load-restrictor LoadRestrictionsNone --enable-alpha-plugins --enable-exec '${dirname(path)}'`,
      );
      expect(built.status, built.stderr).toBe(0);
      const profiles = objectsIn(built.stdout).filter(({ kind }) => kind === 'ServiceProfile');
      expect(profiles.length).toBeGreaterThan(0);
      for (const { metadata } of profiles) expect(metadata.name.split('.')[1]).toBe(metadata.namespace);
    }
  });
});

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly service?: string;
    readonly backends?: readonly unknown[];
    readonly dstOverrides?: readonly unknown[];
  };
}

function objectsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text).flatMap((document) => (document.toJS() as Manifest | null) ?? []);
}

/** Each split of what was built has its profile in what was printed, and converting that again changes nothing. */
function isConverted(built: string, printed: string, command: string): void {
  const domain = /--cluster-domain (\S+)/.exec(command)?.[1] ?? 'cluster.local';
  const profiles = new Map(
    objectsIn(printed)
      .filter(({ kind }) => kind === 'ServiceProfile')
      .map((one) => [one.metadata.name, one]),
  );
  const splits = objectsIn(built).filter(({ kind }) => kind === 'TrafficSplit');
  expect(splits.length).toBeGreaterThan(0);
  for (const { metadata, spec } of splits) {
    const profile = profiles.get(`${spec.service ?? ''}.${metadata.namespace ?? ''}.svc.${domain}`);
    expect(profile?.metadata.namespace).toBe(metadata.namespace);
    expect(profile?.spec.dstOverrides?.length).toBe(spec.backends?.length);
  }
  const again = run(
    process.execPath,
    [
      bundle,
      ...command
        .slice(command.indexOf('smi2linkerd') + 11)
        .split(' ')
        .filter((word) => word !== ''),
    ],
    { input: printed },
  );
  expect(again.stdout).toBe(printed);
}

/** A second run changes nothing, and the call that gave the fix has nothing more to say of it. */
function staysSo(folder: string, command: string, one: Case, code: string): void {
  const files = [...tree(folder)];
  const second = shell(folder, command);
  expect(second.status, second.stderr).toBe(0);
  expect([...tree(folder)]).toEqual(files);
  expect(codesOf(shell(folder, ['smi2linkerd', ...one.args].map((word) => `'${word}'`).join(' ')))).not.toContain(code);
}

function codesOf({ stderr }: Ran): readonly string[] {
  return findingsIn(stderr).map(({ code }) => code);
}

let copies = 0;

function copyOf(one: Case): string {
  copies += 1;
  const folder = join(root, String(copies));
  const before = join(one.folder, 'before');
  mkdirSync(folder, { recursive: true });
  if (existsSync(before)) cpSync(before, folder, { recursive: true });
  return folder;
}

function shell(folder: string, command: string): Ran {
  return run('bash', ['-o', 'pipefail', '-c', command], {
    cwd: folder,
    env: { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
}

function withFunction(folder: string, path: string): void {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  const others = /^transformers: \[(.*)\]$/m.exec(text)?.[1];
  const rest = text.replace(/^transformers: .*\n/m, '').replace(/\n?$/, '\n');
  const listed = [...(others === undefined ? [] : [others]), 'smi2linkerd-function.yaml'].join(', ');
  writeFileSync(file, `${rest}transformers: [${listed}]\n`);
  put(dirname(file), {
    'smi2linkerd-function.yaml':
      'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata:\n  name: smi2linkerd\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: smi2linkerd}\n',
  });
}

/** The programs that fixes name, as scripts: Flux's command line is its library, where that can be had. */
function programs(folder: string): string {
  put(folder, {
    smi2linkerd: `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`,
    kustomize: `#!/bin/sh\nexec '${kustomize}' "$@"\n`,
    // flux build kustomization NAME --path DIR --kustomization-file FILE --dry-run --strict-substitute
    flux: `#!/bin/sh\nexec '${find('flux-library') ?? 'flux-library'}' build "$7" . --strict-substitute\n`,
  });
  for (const name of ['smi2linkerd', 'kustomize', 'flux']) chmodSync(join(folder, name), 0o755);
  return folder;
}
