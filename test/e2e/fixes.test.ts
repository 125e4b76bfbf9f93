import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify, type Document } from 'yaml';
import { bytes, cases, tree, type Case } from '../fixtures.ts';
import { commandsIn, findingsIn } from '../fixes/report.ts';
import { checkout, put, run, scratch, type Ran } from './run.ts';
import { bundle, tool } from './tools.ts';

const kustomize = tool('kustomize', 'version') ?? '';
const flux = tool('flux', '--version') ?? '';
const helm = tool('helm3', 'version') ?? '';
const root = scratch();
const bin = programs(join(root, 'bin'));

interface Fix {
  readonly one: Case;
  readonly code: string;
  readonly fix: string;
}

const fixes: readonly Fix[] = cases(join(checkout, 'fixtures')).flatMap((one) => {
  const said = findingsIn(bytes(join(one.folder, 'stderr'))?.toString() ?? '');
  // What two splits of one apex become is not known until one of them is gone.
  const isTwice = said.some(({ code }) => code === 'apex-split-twice');
  const ready = said.filter(({ code }) => !(isTwice && code === 'kustomize-rewrites'));
  const byFix = new Map(ready.map(({ code, fix }) => [fix, { one, code, fix }]));
  return [...byFix.values()];
});

/** The names of an enumeration: `a, b and c`. */
function namesIn(enumeration: string): readonly string[] {
  return enumeration.split(/, | and /).filter(Boolean);
}

const commands = fixes.flatMap(({ one, code, fix }) =>
  commandsIn(fix).map((command) => ({ one, code, command, fix, name: `${one.name}: ${command}` })),
);
const runnable = commands
  .filter(({ command }) => !/\b(?!NAMESPACE\b)[A-Z]{4,}\b/.test(command))
  .map((one) => ({ ...one, command: one.command.replace('NAMESPACE', 'shop') }));
const functions = fixes.flatMap(({ one, fix }) => {
  const found = fix.matchAll(
    /put the function (?:with (.*?) )?in transformers: of ([^,;:]+?(?:, [^,;:`]*?[Kk]ustomization(?:\.ya?ml)?(?: and (?!namespace:)[^,;:]+?)?)*)(?: and namespace: into ([^,;:]+))?[,;:]/g,
  );
  const puts = Array.from(found, ([, keys = '', paths = '', bare]) => ({
    keys: keys.replace('NAMESPACE', 'shop'),
    paths: namesIn(paths),
    bare: namesIn(bare ?? ''),
  }));
  const [, variables = ''] = /turn vars of (\S.*?) into replacements/.exec(fix) ?? [];
  // What Flux builds, what has an overlay of its own, what a plugin renders and what a pipe converts is not served by these
  // functions.
  const isPart = /run `flux |\ban overlay (?:for|of) |^convert what |; let plugin: of /.test(fix);
  const noPlugin = fix.includes('remove plugin: from Argo CD ');
  return puts.length === 0 || isInContainer(fix) ? [] : [{ name: one.name, one, puts, variables, isPart, noPlugin }];
});
/** What is changed so that a function that is there works. */
const changes = fixes.flatMap(({ one, fix }) => {
  const [, variables = ''] = /^turn vars of (\S.*?) into replacements [^;]*$/.exec(fix) ?? [];
  const [, keys = '', paths = ''] = /^add (.*?) to the function in ([^;]*)/.exec(fix) ?? [];
  return variables + paths === '' ? [] : [{ name: one.name, one, variables, keys, paths }];
});
/** An Application that deploys what others build, too, gets an overlay of its own. */
const overlays = fixes.flatMap(({ one, fix }) => {
  const [, name = '', base = '', keys = ''] =
    /give Argo CD Application ([^\s,]+) an overlay of ([^\s,]+), and put the function (?:with (.*?) )?in its transformers:/.exec(
      fix,
    ) ?? [];
  const isPart = /run `flux |by an overlay for /.test(fix);
  return name === '' ? [] : [{ name: one.name, one, application: name, base, keys, isPart }];
});
/** What an Application does to a kustomization is moved there, where the function sees it. */
const moves = fixes.flatMap(({ one, fix }) => {
  const [, variables = ''] = /turn vars of (\S.*?) into replacements/.exec(fix) ?? [];
  const [, fields, kind, path, keys = ''] =
    /move (\S.*?) of Argo CD (\w+) [^\s,]+(?:(?:,| and) Argo CD \w+ [^\s,]+)* into (\S+), and put the function (?:with (.*?) )?in its transformers:/.exec(
      fix,
    ) ?? [];
  return fields === undefined
    ? []
    : [{ name: one.name, one, variables, fields: fields.split(', '), kind, path: path ?? '', keys }];
});

afterAll(() => {
  const left = commands.map(({ command }) => command).filter((command) => /\b(?!NAMESPACE\b)[A-Z]{4,}\b/.test(command));
  console.log(
    `fixes: ${runnable.length} commands, ${functions.length} functions and ${moves.length} moves; with a word to fill in: ${[...new Set(left)].join(', ')}`,
  );
});

describe.skipIf(kustomize === '')('a fix that is a command', () => {
  test.for(runnable)('a command works as written: $name', ({ one, code, command, fix }, { skip }) => {
    if (command.startsWith('flux') && flux === '') skip();
    if (command.startsWith('helm') && helm === '') skip();
    if (isInContainer(command)) skip('a function in a container');
    if (command.startsWith('flux-operator ')) skip('the tool of Flux Operator');
    const folder = copyOf(one);
    for (const [, path = ''] of fix.matchAll(/take the function out of ([^\s,]+),/g)) withoutFunction(folder, path);
    for (const [, path = ''] of fix.matchAll(/make Flux Kustomization \S+ in (\S+) a document of its own/g))
      withoutList(folder, path);
    for (const [, names = '', path = ''] of fix.matchAll(
      /copy the value of ([^:]+?) to postBuild\.substitute of [^:]* in ([^\s:,]+)/g,
    ))
      withValues(folder, path, names.split(', '));
    const ran = shell(folder, command);
    const check = /smi2linkerd .*--check/.test(command);
    expect(ran.status, ran.stderr).toBeLessThanOrEqual(check ? 1 : 0);
    expect(codesOf(ran)).not.toContain(code);
    if (command.includes(' | '))
      isConverted(shell(folder, command.slice(0, command.lastIndexOf(' | '))).stdout, ran.stdout, command);
    else if (/ (?:-w|--write) /.test(command)) staysSo(folder, command, one, code);
    else if (!check) expect(ran.stdout).toContain('kind: ServiceProfile');
  });

  test.for(functions)('a function in transformers: $name', ({ one, puts, variables, isPart, noPlugin }) => {
    const folder = copyOf(one);
    turnVariables(folder, variables);
    if (noPlugin) withoutPlugins(folder);
    for (const { keys, paths, bare } of puts) {
      for (const path of bare) appendFileSync(join(folder, path), 'namespace: added\n');
      for (const path of paths) withFunction(folder, path, keys);
    }
    for (const { keys, paths } of puts) {
      if (!isPart) saysServed(folder, one);
      isServed(folder, paths, keys);
    }
  });

  test.for(overlays)('an overlay for $application: $name', ({ one, application, base, keys, isPart }) => {
    const folder = copyOf(one);
    const path = 'overlay/kustomization.yaml';
    put(folder, { [path]: `resources: [../${base}]\n` });
    withFunction(folder, path, keys);
    for (const file of tree(folder).keys()) {
      const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'));
      const own = documents.filter((document) => document.getIn(['metadata', 'name']) === application);
      for (const document of own) document.setIn(['spec', 'source', 'path'], 'overlay');
      if (own.length > 0) writeFileSync(join(folder, file), documents.map(String).join('---\n'));
    }
    if (!isPart) saysServed(folder, one);
    isServed(folder, [path], keys);
  });

  test.for(changes)('for the function that is there: $name', ({ one, variables, keys, paths }) => {
    const folder = copyOf(one);
    turnVariables(folder, variables);
    for (const path of namesIn(paths)) {
      const listed = /^transformers: \[(.*)\]$/m.exec(readFileSync(join(folder, path), 'utf8'))?.[1] ?? '';
      const config = join(folder, dirname(path), listed);
      appendFileSync(config, keysOf(keys));
    }
    const tops = [...tree(folder).keys()].filter((path) =>
      /^transformers:/m.test(readFileSync(join(folder, path), 'utf8')),
    );
    saysServed(folder, one);
    isServed(folder, tops, keys.includes('profiles') ? 'target: httproute, profiles: true' : '');
  });

  test.for(moves)('fields of $kind in the kustomization: $name', ({ one, variables, fields, path, keys }) => {
    const folder = copyOf(one);
    turnVariables(folder, variables);
    for (const field of fields) moveField(folder, field, path);
    withFunction(folder, path, keys);
    saysServed(folder, one);
    isServed(folder, [path], keys);
  });
});

/** Makes the items of a list documents. */
function withoutList(folder: string, path: string): void {
  const { apiVersion, kind, items } = parse(readFileSync(join(folder, path), 'utf8')) as Record<string, string> & {
    items: readonly object[];
  };
  const own = { apiVersion, kind: kind?.replace(/List$/, '') };
  writeFileSync(join(folder, path), items.map((item) => stringify({ ...own, ...item })).join('---\n'));
}

/** Whether Kustomize needs containers for a build. */
function isInContainer(command: string): boolean {
  return / --enable-alpha-plugins (?!--enable-exec)/.test(command);
}

/** The call that gave the fix has nothing to say but that a function does it. */
function saysServed(folder: string, one: Case): void {
  const again = shell(folder, ['smi2linkerd', ...one.args].map((word) => `'${word}'`).join(' '));
  expect(codesOf(again)).not.toContain('kustomize-rewrites');
  expect(codesOf(again)).toContain('served-by-function');
}

/** What Kustomize builds is right. */
function isServed(folder: string, paths: readonly string[], keys: string): void {
  for (const path of paths) {
    const built = shell(
      folder,
      `kustomize build --load-restrictor LoadRestrictionsNone --enable-helm --enable-alpha-plugins --enable-exec '${dirname(path)}'`,
    );
    expect(built.status, built.stderr).toBe(0);
    const objects = objectsIn(built.stdout);
    const carriers = objects.filter(
      ({ kind }) => kind === (keys.includes('httproute') ? 'HTTPRoute' : 'ServiceProfile'),
    );
    expect(carriers.length).toBeGreaterThan(0);
    const services = objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
    // In the namespaces of clients there may be others of the same name.
    const namespacesOf = (name: string): readonly unknown[] =>
      carriers.filter(({ metadata }) => metadata.name === name).map(({ metadata }) => metadata.namespace);
    for (const { kind, metadata, spec } of carriers) {
      if (kind === 'ServiceProfile') expect(namespacesOf(metadata.name)).toContain(metadata.name.split('.')[1]);
      else if (services.length > 0)
        expect(services).toEqual(expect.arrayContaining((spec?.parentRefs ?? []).map(({ name }) => name)));
    }
  }
}

/** Has Kustomize write the variables of kustomizations as replacements. */
function turnVariables(folder: string, paths: string): void {
  for (const path of namesIn(paths))
    expect(shell(join(folder, dirname(path)), 'kustomize edit fix --vars').status).toBe(0);
}

/** Moves a field such as `kustomize.patches` from the Applications of a case into a kustomization. */
function moveField(folder: string, field: string, path: string): void {
  const key = field.replace(/^kustomize\./, '');
  const line = (value: unknown): string => `${key}: ${JSON.stringify(value)}\n`;
  for (const file of tree(folder).keys()) {
    const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'));
    const found = documents.flatMap((document) => fieldIn(document, key));
    if (found[0] === undefined) continue;
    writeFileSync(join(folder, file), documents.map(String).join('---\n'));
    // Two Applications that set the same have it once in the kustomization.
    if (!readFileSync(join(folder, path), 'utf8').includes(line(found[0])))
      appendFileSync(join(folder, path), line(found[0]));
  }
}

/** The value of a field of `source.kustomize` in an Application or ApplicationSet, which is taken out. */
function fieldIn(document: Document.Parsed, key: string): readonly unknown[] {
  const specs = [['spec'], ['spec', 'template', 'spec']];
  const sources = specs.flatMap((spec) => [
    [...spec, 'source'],
    ...[0, 1, 2].map((index) => [...spec, 'sources', index]),
  ]);
  return sources.flatMap((source) => {
    const at = [...source, 'kustomize', key];
    if (!document.hasIn(at)) return [];
    const value = (document.getIn(at, true) as { toJSON(): unknown }).toJSON();
    document.deleteIn(at);
    return [value];
  });
}

interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: {
    readonly service?: string;
    readonly backends?: readonly unknown[];
    readonly dstOverrides?: readonly unknown[];
    readonly rules?: readonly { readonly backendRefs: readonly unknown[] }[];
    readonly parentRefs?: readonly { readonly name: string }[];
  };
}

function objectsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text).flatMap((document) => (document.toJS() as Manifest | null) ?? []);
}

/**
 * Each split of what was built has its profile in what was printed, but for those that the build marks, or whose
 * profile it marks, to be left alone; converting that again changes nothing.
 */
function isConverted(built: string, printed: string, command: string): void {
  const domain = /--cluster-domain (\S+)/.exec(command)?.[1] ?? 'cluster.local';
  const profiles = new Map(
    objectsIn(printed)
      .filter(({ kind }) => kind === 'ServiceProfile')
      .map((one) => [one.metadata.name, one]),
  );
  const toRoutes = command.includes('--target httproute');
  const splits = objectsIn(built).filter(
    ({ kind, spec }) => kind === 'TrafficSplit' || (toRoutes && spec?.dstOverrides !== undefined),
  );
  expect(splits.length).toBeGreaterThan(0);
  const routes = objectsIn(printed).filter(({ kind }) => kind === 'HTTPRoute');
  for (const { metadata, spec } of splits) {
    if (metadata.annotations?.['smi.linkerd.io/skip'] !== undefined) {
      const kept = objectsIn(printed).filter(({ kind }) => kind === 'TrafficSplit');
      expect(kept.map(({ metadata: { name } }) => name)).toContain(metadata.name);
      expect(profiles.size).toBe(0);
      continue;
    }
    if (toRoutes) {
      const service = spec?.service ?? metadata.name.split('.')[0];
      const route = routes.find((one) => one.spec?.parentRefs?.[0]?.name === service);
      expect(route?.metadata.namespace).toBe(metadata.namespace);
      expect(route?.spec?.rules?.[0]?.backendRefs.length).toBe((spec?.backends ?? spec?.dstOverrides)?.length);
      continue;
    }
    const namespace = metadata.namespace ?? / -n (\S+)/.exec(command)?.[1];
    const profile = profiles.get(`${spec?.service ?? ''}.${namespace ?? ''}.svc.${domain}`);
    expect(profile?.metadata.namespace).toBe(namespace);
    if (profile?.metadata.annotations?.['smi.linkerd.io/skip'] === 'true') {
      expect(objectsIn(built)).toContainEqual(profile);
      continue;
    }
    expect(profile?.spec?.dstOverrides?.length).toBe(spec?.backends?.length);
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

function withFunction(folder: string, path: string, keys: string): void {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  const others = /^transformers: \[(.*)\]$/m.exec(text)?.[1];
  const rest = text.replace(/^transformers: .*\n/m, '').replace(/\n?$/, '\n');
  const listed = [...(others === undefined ? [] : [others]), 'smi2linkerd-function.yaml'].join(', ');
  writeFileSync(file, `${rest}transformers: [${listed}]\n`);
  put(dirname(file), {
    'smi2linkerd-function.yaml':
      'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata:\n  name: smi2linkerd\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: smi2linkerd}\n' +
      keysOf(keys),
  });
}

function withoutFunction(folder: string, path: string): void {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^transformers: .*\n/m, ''));
}

/** A Flux Kustomization gives each of these variables a value itself. */
function withValues(folder: string, path: string, names: readonly string[]): void {
  const file = join(folder, path);
  const documents = parseAllDocuments(readFileSync(file, 'utf8'));
  for (const name of names) documents[0]?.setIn(['spec', 'postBuild', 'substitute', name], '5');
  writeFileSync(file, documents.map(String).join('---\n'));
}

function withoutPlugins(folder: string): void {
  for (const [file, content] of tree(folder))
    writeFileSync(join(folder, file), content.toString().replace(/^ *plugin: .*\n/gm, ''));
}

/** `drop: true, clusterDomain: a.example` on lines. */
function keysOf(keys: string): string {
  return keys.replace(/(.), (?=\w+: )/g, '$1\n').replace(/(?<=.)$/, '\n');
}

/** The programs that fixes name, as scripts. */
function programs(folder: string): string {
  put(folder, {
    smi2linkerd: `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`,
    helm: `#!/bin/sh\nexec '${helm}' "$@"\n`,
    kustomize: `#!/bin/sh\nexec '${kustomize}' "$@"\n`,
    flux: `#!/bin/sh\nexec '${flux}' "$@"\n`,
  });
  for (const name of ['smi2linkerd', 'helm', 'kustomize', 'flux']) chmodSync(join(folder, name), 0o755);
  return folder;
}
