import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { tree } from '../fixtures.ts';
import type { Ran } from './run.ts';
import { checkout, put, run, scratch, split } from './run.ts';
import { bundle, tool } from './tools.ts';

/** A program that builds kustomizations, and how it runs functions: kubectl only as containers, kustomize also as programs. */
interface Builder {
  readonly name: string;
  readonly path: string | undefined;
  readonly words: readonly string[];
  readonly runtime: string;
}

const root = scratch();
// A `docker` that runs the bundle in the place of the image; the container itself is run in container.test.ts.
const docker = put(join(root, 'bin'), { docker: `#!/bin/sh\nexec '${bundle}'\n` });
chmodSync(join(docker, 'docker'), 0o755);

const kubectls = ['1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33'].map((version): Builder => {
  const name = `kubectl.${version}`;
  const path = tool(name, 'version', '--client');
  const runtime = 'container: {image: ghcr.io/smi2linkerd/smi2linkerd:0.1.0}';
  return { name, path, words: ['kustomize', '--enable-alpha-plugins'], runtime };
});
const kustomizes = ['kustomize', 'kustomize-5.6.0'].map((name): Builder => {
  const path = tool(name, 'version');
  return {
    name,
    path,
    words: ['build', '--enable-alpha-plugins', '--enable-exec'],
    runtime: `exec: {path: ${bundle}}`,
  };
});

const web = ['web', 'web-v1', 'web-v2']
  .map((name) => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n  - port: 80\n`)
  .join('---\n');
/** The split, in a namespace or in none. */
const splitIn = (namespace = ''): string =>
  split.replace('  namespace: shop\n', namespace === '' ? '' : `  namespace: ${namespace}\n`);
const weights = { 'web-v1': '90', 'web-v2': '10' };
const configuration = (runtime: string, more = ''): string => `apiVersion: smi2linkerd.dev/v1alpha1
kind: TrafficSplitTransformer
metadata:
  name: smi2linkerd
  annotations:
    config.kubernetes.io/function: |
      ${runtime}
${more}`;
const base = { 'base/kustomization.yaml': 'resources: [web.yaml, split.yaml]\n', 'base/web.yaml': web };

/** What of an object matters here. */
interface Profile {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: { readonly dstOverrides?: readonly { readonly authority: string; readonly weight: string }[] };
}

const objectsIn = (text: string): readonly Profile[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Profile | null)
    .filter((object) => object !== null);

/** The profiles of a stream: name, namespace, and each authority with its weight. */
const profilesIn = (text: string): unknown =>
  objectsIn(text)
    .filter(({ kind }) => kind === 'ServiceProfile')
    .map(({ metadata: { name, namespace }, spec }) => [
      name,
      namespace,
      Object.fromEntries((spec.dstOverrides ?? []).map(({ authority, weight }) => [authority, weight])),
    ]);

/** The profile of the split, of Services with a prefix in a namespace. */
const profileFor = (namespace: string, prefix = ''): unknown => {
  const nameOf = (service: string): string => `${prefix}${service}.${namespace}.svc.cluster.local`;
  const overrides = Object.entries(weights).map(([service, weight]) => [nameOf(service), weight]);
  return [nameOf('web'), namespace, Object.fromEntries(overrides)];
};

let count = 0;
const folderOf = (files: Readonly<Record<string, string>>): string => put(join(root, `k${(count += 1)}`), files);

const convert = (input: string, ...words: string[]): Ran => run(process.execPath, [bundle, ...words], { input });

for (const { name, path = '', words, runtime } of [...kubectls, ...kustomizes]) {
  const build = (folder: string): Ran =>
    run(path, [...words, folder], { env: { PATH: `${docker}${delimiter}${process.env.PATH ?? ''}` } });
  const fn = configuration(runtime);

  describe.skipIf(path === '')(`${name} ${words.join(' ')}`, () => {
    test('follows namespace and namePrefix of the kustomization that runs the function; a second build is the same', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml':
          'namespace: prod\nnamePrefix: blue-\nresources: [../base]\ntransformers: [fn.yaml]\n',
        'prod/fn.yaml': fn,
      });
      const before = tree(folder);
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(profilesIn(built.stdout)).toEqual([profileFor('prod', 'blue-')]);
      expect(built.stderr).toContain('service-renamed');
      expect(objectsIn(built.stdout).map(({ kind }) => kind)).toContain('TrafficSplit');
      expect(build(join(folder, 'prod')).stdout).toBe(built.stdout);
      expect([...tree(folder)]).toEqual([...before]);
    });

    test('the same overlay gives the same profiles built with the function, piped through the command, and converted in place', () => {
      const overlay = 'namespace: prod\nresources: [../base]\nlabels: [{pairs: {stage: prod}}]\n';
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml': overlay,
        'function/kustomization.yaml': `${overlay}transformers: [fn.yaml]\n`,
        'function/fn.yaml': configuration(runtime, 'drop: true\n'),
      });
      const expected = [profileFor('prod')];
      const first = build(join(folder, 'function')).stdout;
      const second = convert(build(join(folder, 'prod')).stdout, '--drop').stdout;
      expect([profilesIn(first), profilesIn(second)]).toEqual([expected, expected]);
      const written = convert('', '--write', '--drop', '--namespace', 'prod', folder);
      expect(written, written.stderr).toMatchObject({ status: 0 });
      const third = build(join(folder, 'prod')).stdout;
      expect(profilesIn(third)).toEqual(expected);
      for (const text of [first, second, third])
        expect(objectsIn(text).map(({ kind }) => kind)).not.toContain('TrafficSplit');
    });

    test('in a base without a namespace the function fails the build with a message', () => {
      const folder = folderOf({
        ...base,
        'base/kustomization.yaml': 'resources: [web.yaml, split.yaml]\ntransformers: [fn.yaml]\n',
        'base/split.yaml': splitIn(),
        'base/fn.yaml': fn,
        'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\n',
      });
      const failed = build(join(folder, 'prod'));
      expect(failed.status).not.toBe(0);
      expect(failed.stdout).toBe('');
      expect(failed.stderr).toContain('namespace-unknown');
    });

    test('a profile of a base has the wrong namespace if an overlay changes it, which is reported for the build', () => {
      const folder = folderOf({
        ...base,
        'base/kustomization.yaml': 'resources: [web.yaml, split.yaml]\ntransformers: [fn.yaml]\n',
        'base/split.yaml': splitIn('shop'),
        'base/fn.yaml': fn,
        'prod/kustomization.yaml': 'namespace: prod\nnamePrefix: blue-\nresources: [../base]\n',
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(profilesIn(built.stdout)).toEqual([
        [
          'blue-web.shop.svc.cluster.local',
          'prod',
          { 'web-v1.shop.svc.cluster.local': '90', 'web-v2.shop.svc.cluster.local': '10' },
        ],
      ]);
      expect(convert(built.stdout).stderr).toContain('profile-namespace-mismatch');
    });

    test('in two layers the function adds the profile once', () => {
      const transformed = 'transformers: [fn.yaml]\n';
      const folder = folderOf({
        ...base,
        'base/kustomization.yaml': `resources: [web.yaml, split.yaml]\n${transformed}`,
        'base/split.yaml': splitIn('shop'),
        'base/fn.yaml': fn,
        'top/kustomization.yaml': `resources: [../base]\n${transformed}`,
        'top/fn.yaml': fn,
      });
      const built = build(join(folder, 'top'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(profilesIn(built.stdout)).toEqual([profileFor('shop')]);
      expect(built.stdout).toBe(build(join(folder, 'base')).stdout);
    });

    test('nameref.yaml renames the Services in a TrafficSplit', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml':
          'namespace: prod\nnamePrefix: blue-\nresources: [../base]\nconfigurations: [nameref.yaml]\n',
        'prod/nameref.yaml': tree(join(checkout, 'kustomize')).get('nameref.yaml')?.toString() ?? '',
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      const split = objectsIn(built.stdout).find(({ kind }) => kind === 'TrafficSplit');
      expect(split?.spec).toMatchObject({
        service: 'blue-web',
        backends: [{ service: 'blue-web-v1' }, { service: 'blue-web-v2' }],
      });
      expect(profilesIn(convert(built.stdout).stdout)).toEqual([profileFor('prod', 'blue-')]);
    });

    test('nameref.yaml renames the HTTPRouteGroups in a TrafficSplit', () => {
      const group =
        'apiVersion: specs.smi-spec.io/v1alpha4\nkind: HTTPRouteGroup\nmetadata: {name: beta}\nspec: {matches: [{name: all, pathRegex: /.*}]}\n';
      const folder = folderOf({
        ...base,
        'base/split.yaml': `${splitIn().trimEnd()}\n  matches: [{kind: HTTPRouteGroup, name: beta}]\n---\n${group}`,
        'prod/kustomization.yaml': 'namePrefix: blue-\nresources: [../base]\nconfigurations: [nameref.yaml]\n',
        'prod/nameref.yaml': tree(join(checkout, 'kustomize')).get('nameref.yaml')?.toString() ?? '',
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      const split = objectsIn(built.stdout).find(({ kind }) => kind === 'TrafficSplit');
      expect(split?.spec).toMatchObject({ matches: [{ name: 'blue-beta' }] });
    });

    test.skipIf(!runtime.startsWith('exec:')).each([
      ['the path of docs/function.md is the program on PATH', 'smi2linkerd'],
      ['a path with a slash is the program beside the kustomization', './bin/smi2linkerd'],
    ])('%s', (_, program) => {
      const doc = readFileSync(join(checkout, 'docs/function.md'), 'utf8');
      const [, documented = ''] = /^```yaml\n# smi2linkerd\.yaml\n([\s\S]*?)^```$/m.exec(doc) ?? [];
      expect(documented).toContain(' path: smi2linkerd\n');
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn('shop'),
        'prod/kustomization.yaml': 'resources: [../base]\ntransformers: [smi2linkerd.yaml]\n',
        'prod/smi2linkerd.yaml': documented.replace('path: smi2linkerd', `path: ${program}`),
        'prod/bin/smi2linkerd': `#!/bin/sh\nexec '${bundle}'\n`,
      });
      const bin = join(folder, 'prod/bin');
      chmodSync(join(bin, 'smi2linkerd'), 0o755);
      const onPath = program.includes('/') ? [] : [bin];
      const built = run(path, [...words, join(folder, 'prod')], {
        env: { PATH: [...onPath, process.env.PATH ?? ''].join(delimiter) },
      });
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(profilesIn(built.stdout)).toEqual([profileFor('shop')]);
    });

    test('the configuration of docs/httproute.md renames the Services in a route', () => {
      const doc = readFileSync(join(checkout, 'docs/httproute.md'), 'utf8');
      const [, configurations = ''] = /^```yaml\n(nameReference:\n[\s\S]*?)^```$/m.exec(doc) ?? [];
      const converted = run(process.execPath, [bundle, '--drop', '--target', 'httproute', '--port', '80'], {
        input: splitIn(),
      });
      const folder = folderOf({
        ...base,
        'base/split.yaml': converted.stdout,
        'prod/kustomization.yaml':
          'namespace: prod\nnamePrefix: blue-\nresources: [../base]\nconfigurations: [names.yaml]\n',
        'prod/names.yaml': configurations,
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      const route = objectsIn(built.stdout).find(({ kind }) => kind === 'HTTPRoute');
      expect(route?.spec).toMatchObject({
        parentRefs: [{ name: 'blue-web' }],
        rules: [{ backendRefs: [{ name: 'blue-web-v1' }, { name: 'blue-web-v2' }] }],
      });
    });

    test('a kept route with the configuration of docs/httproute.md is that of its renamed split', () => {
      const doc = readFileSync(join(checkout, 'docs/httproute.md'), 'utf8');
      const [, configurations = ''] = /^```yaml\n(nameReference:\n[\s\S]*?)^```$/m.exec(doc) ?? [];
      const options = ['--target', 'httproute', '--port', '80'];
      const folder = folderOf({
        ...base,
        'base/split.yaml': run(process.execPath, [bundle, ...options], { input: splitIn() }).stdout,
        'prod/kustomization.yaml':
          'namespace: prod\nnamePrefix: blue-\nresources: [../base]\nconfigurations: [names.yaml, nameref.yaml]\n',
        'prod/names.yaml': configurations,
        'prod/nameref.yaml': tree(join(checkout, 'kustomize')).get('nameref.yaml')?.toString() ?? '',
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      const again = run(process.execPath, [bundle, ...options], { input: built.stdout });
      expect(again, again.stderr).toMatchObject({ status: 0, stdout: built.stdout });
      expect(again.stderr).toContain('1 up to date');
    });

    test('names set by replacements are kept', () => {
      const replaced = ['web', 'web-v1', 'web-v2'].map((service) => {
        const place = service === 'web' ? 'spec.service' : `spec.backends.[service=${service}].service`;
        return `- source: {kind: Service, name: ${service}}\n  targets:\n  - select: {kind: TrafficSplit}\n    fieldPaths: ['${place}']\n`;
      });
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml': `namespace: prod\nnamePrefix: blue-\nresources: [../base]\ntransformers: [fn.yaml]\nreplacements:\n${replaced.join('')}`,
        'prod/fn.yaml': fn,
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(profilesIn(built.stdout)).toEqual([profileFor('prod', 'blue-')]);
      expect(built.stderr).not.toContain('service-renamed');
    });

    test('one layer above the overlay that renames, renamed Services are still followed', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml': 'namespace: prod\nnamePrefix: blue-\nresources: [../base]\n',
        'top/kustomization.yaml': 'resources: [../prod]\ntransformers: [fn.yaml]\n',
        'top/fn.yaml': fn,
      });
      const built = build(join(folder, 'top'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(profilesIn(built.stdout)).toEqual([profileFor('prod', 'blue-')]);
    });

    test('in a component the function runs before the namespace is set, and fails the build', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'component/kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ntransformers: [fn.yaml]\n',
        'component/fn.yaml': fn,
        'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\ncomponents: [../component]\n',
      });
      const failed = build(join(folder, 'prod'));
      expect(failed.status).not.toBe(0);
      expect(failed.stdout).toBe('');
      expect(failed.stderr).toContain('namespace-unknown');
    });

    test('a PatchTransformer after the function patches the profile', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\ntransformers: [fn.yaml, patch.yaml]\n',
        'prod/fn.yaml': fn,
        'prod/patch.yaml':
          'apiVersion: builtin\nkind: PatchTransformer\nmetadata:\n  name: patch\ntarget:\n  kind: ServiceProfile\npatch: |\n  - {op: add, path: /spec/retryBudget, value: {retryRatio: 0.2, minRetriesPerSecond: 10, ttl: 10s}}\n',
      });
      const built = build(join(folder, 'prod'));
      expect(built, built.stderr).toMatchObject({ status: 0 });
      expect(objectsIn(built.stdout).find(({ kind }) => kind === 'ServiceProfile')?.spec).toMatchObject({
        retryBudget: { ttl: '10s' },
      });
    });

    test('Kustomize refuses the function as a validator', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\nvalidators: [fn.yaml]\n',
        'prod/fn.yaml': fn,
      });
      const failed = build(join(folder, 'prod'));
      expect(failed).toMatchObject({ stdout: '' });
      expect(failed.status).not.toBe(0);
    });

    test.each([
      [
        'a split that cannot be converted',
        fn,
        splitIn().replace('weight: 90', 'weight: most'),
        'weight "most" is not a quantity',
      ],
      ['a key that does not exist', configuration(runtime, 'dorp: true\n'), splitIn(), 'did you mean drop?'],
    ])('%s fails the build with a message, and nothing is printed', (_, config, split, message) => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': split,
        'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\ntransformers: [fn.yaml]\n',
        'prod/fn.yaml': config,
      });
      const failed = build(join(folder, 'prod'));
      expect(failed.status).not.toBe(0);
      expect(failed.stdout).toBe('');
      expect(failed.stderr).toContain(message);
    });

    test.skipIf(!words.includes('kustomize'))('kubectl leaves a function that is a program out, without a word', () => {
      const folder = folderOf({
        ...base,
        'base/split.yaml': splitIn(),
        'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\ntransformers: [fn.yaml]\n',
        'prod/fn.yaml': configuration(`exec: {path: ${bundle}}`),
      });
      const built = build(join(folder, 'prod'));
      expect(built).toMatchObject({ status: 0, stderr: '' });
      expect(profilesIn(built.stdout)).toEqual([]);
    });
  });
}
