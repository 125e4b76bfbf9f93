import { describe, expect, test } from 'vitest';
import { convert, type ConvertOptions } from '../../src/index.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

const split = (more: string): string =>
  `apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, ${more}}\n`;
const weighted = split('backends: [{service: v1, weight: 1}]');
const profile = (name: string, namespace: string): string =>
  `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {dstOverrides: [{authority: v1.a.svc.cluster.local, weight: 1}]}\n`;

/** The codes of a conversion, with their fixes. */
function found(texts: readonly string[], options: ConvertOptions): readonly string[] {
  const files = texts.map((text, at) => ({ path: `${at}.yaml`, text }));
  return convert(files, options).findings.map(({ code, fix }) => `${code}: ${fix}`);
}

describe('a conversion finds', () => {
  test('a profile in another namespace whose name Linkerd never reads', () => {
    expect(found([weighted, profile('web', 'b')], {}).join('\n')).toContain('profile-name-dead');
  });
});

test('three overlays, of which two have profiles for different domains, are told apart', async () => {
  const overlay = (name: string, domain?: string): Readonly<Record<string, string>> => ({
    [`${name}/kustomization.yaml`]: `resources: [../base${domain === undefined ? '' : ', p.yaml'}]\n`,
    ...(domain !== undefined && { [`${name}/p.yaml`]: profile(`web.a.svc.${domain}`, 'a') }),
  });
  const cwd = treeOf({
    'base/kustomization.yaml': 'resources: [s.yaml, all.yaml]\n',
    'base/s.yaml': weighted,
    'base/all.yaml': profile('other.a.svc.base.example', 'a'),
    ...overlay('x', 'x.example'),
    ...overlay('y', 'y.example'),
    ...overlay('z'),
  });
  const { stderr } = await runWith(['--check', '.'], { cwd });
  expect(stderr).toMatch(/x\S* \(x\.example\), y\S* \(y\.example\), z\S* \(cluster\.local\)/);
});

describe('the cluster domains of two overlays with one base', () => {
  const domainsOf = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => {
    const cwd = treeOf({
      'base/kustomization.yaml': 'resources: [s.yaml, all.yaml]\n',
      'base/s.yaml': weighted,
      'base/all.yaml': 'kind: ConfigMap\n',
      ...files,
    });
    const { stderr } = await runWith(['--check', '.'], { cwd });
    return /different domains: (.*) \(metadata/.exec(stderr)?.[1]?.replaceAll('/kustomization.yaml', '');
  };
  const overlay = (name: string, ...texts: readonly string[]): Readonly<Record<string, string>> => ({
    [`${name}/kustomization.yaml`]: `resources: [../base${texts.map((_, at) => `, ${String(at)}.yaml`).join('')}]\n`,
    ...Object.fromEntries(texts.map((text, at) => [`${name}/${String(at)}.yaml`, text])),
  });
  const foreign = (name: string): string => profile(name, 'a').replace('v1.a', 'u1.a');
  const named = (name: string): string =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: ${name}, namespace: a}\nspec: {}\n`;

  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      'differ by the profile of the split in one of them',
      { ...overlay('x', profile('web.a.svc.x.example', 'a')), ...overlay('y') },
      'x (x.example), y (cluster.local)',
    ],
    [
      'differ by that profile, whatever the profile in their base says',
      {
        ...overlay('x'),
        ...overlay('b', profile('web.a.svc.b.example', 'a')),
        'base/all.yaml': profile('web.a.svc.x.example', 'a'),
      },
      'b (b.example), x (cluster.local)',
    ],
    [
      'differ by the profiles of other services',
      {
        ...overlay('x', foreign('other.a.svc.x.example')),
        ...overlay('y', foreign('other.a.svc.y.example')),
      },
      'x (x.example), y (y.example)',
    ],
    [
      'are not known from profiles of several domains',
      {
        ...overlay('x', foreign('other.a.svc.x.example'), foreign('more.a.svc.z.example')),
        ...overlay('y', foreign('other.a.svc.y.example')),
      },
      undefined,
    ],
    [
      'are not known from what is no profile',
      { ...overlay('x', named('web.a.svc.x.example')), ...overlay('y') },
      undefined,
    ],
  ])('%s', async (_, files, domains) => {
    expect(await domainsOf(files)).toBe(domains);
  });
});

test('a route whose split may be in another file is not stale where single files are named', async () => {
  const route = `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: old, namespace: a, annotations: {smi2linkerd.dev/trafficsplit: old}}\nspec: {}\n`;
  const cwd = treeOf({ 's.yaml': `${weighted}---\n${route}` });
  const codesOf = async (path: string): Promise<string> =>
    (await runWith(['--check', '--target', 'httproute', '--port', '80', path], { cwd })).stderr;
  expect(await codesOf('.')).toContain('route-stale');
  expect(await codesOf('s.yaml')).not.toContain('route-stale');
});
