import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { treeOf } from './tree.ts';

const split =
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
const said = (name: string): string =>
  `smi2linkerd: k8s/${name}: holds a TrafficSplit that kustomization.yaml lists, but is not read: name it *.yaml, or name it in the call`;

describe('a resource of a kustomization that is not named like a manifest is reported', () => {
  test.each<[string, string, string]>([
    ['of a list in lines', 'split.txt', 'resources:\n- a.yaml\n- ./split.txt # all\n'],
    ['of an indented list with quotes', 'split.yaml.bak', 'resources:\n  - "split.yaml.bak"\n'],
    ['of a list in brackets', 'split', 'Resources: [a.yaml, split]\r\nnamespace: a\r\n'],
    ['of a list in brackets on lines', 'split.YAML', "resources: [\n  'a.yaml', 'split.YAML'\n]\n"],
  ])('%s: %s', async (_, name, kustomization) => {
    const cwd = treeOf({ 'k8s/kustomization.yaml': kustomization, [`k8s/${name}`]: split });
    for (const flag of ['--check', '--write', '--list', '--diff']) {
      const ran = await runWith([flag, '.'], { cwd });
      expect([ran.code, ran.stderr]).toEqual([2, `${said(name)}\n`]);
    }
  });

  test('beside one that is converted', async () => {
    const kustomization = 'resources: [split.txt, split.yaml]\n';
    const cwd = treeOf({
      'k8s/kustomization.yaml': kustomization,
      'k8s/split.txt': split,
      'k8s/split.yaml': split,
    });
    const { code, stderr } = await runWith(['--write', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(said('split.txt'));
    expect(stderr).toContain('1 converted, 1 file written');
  });
});

describe('no file is reported', () => {
  const listed = { 'k8s/kustomization.yaml': 'resources: [split.txt]\n', 'k8s/split.txt': split };
  test.each<[string, Readonly<Record<string, string>>, readonly string[], number]>([
    ['that the call names', listed, ['.', 'k8s/split.txt'], 1],
    ['that the call excludes', listed, ['.', '!k8s/split.txt'], 0],
    ['where the call is a pattern for others', listed, ['**/*.yaml'], 0],
    ['without a TrafficSplit', { ...listed, 'k8s/split.txt': 'kind: Service\n' }, ['.'], 0],
    ['that is not listed', { ...listed, 'k8s/kustomization.yaml': 'resources: [a.yaml]\n' }, ['.'], 0],
    ['that is in a comment', { ...listed, 'k8s/kustomization.yaml': 'resources:\n# - split.txt\n' }, ['.'], 0],
    [
      'that another list names',
      { ...listed, 'k8s/kustomization.yaml': 'resources: []\nconfigMapGenerator:\n- files:\n  - split.txt\n' },
      ['.'],
      0,
    ],
  ])('%s', async (_, files, paths, code) => {
    const ran = await runWith(['--check', ...paths], { cwd: treeOf(files) });
    expect(ran.stderr).not.toContain('is not read');
    expect(ran.code).toBe(code);
  });
});
