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
    'base/all.yaml': profile('other.a.svc.cluster.local', 'a'),
    ...overlay('x', 'x.example'),
    ...overlay('y', 'y.example'),
    ...overlay('z'),
  });
  const { stderr } = await runWith(['--check', '.'], { cwd });
  expect(stderr).toMatch(/x\S* \(x\.example\), y\S* \(y\.example\), z\S* \(cluster\.local\)/);
});
