import { describe, expect, test } from 'vitest';
import { check } from './check.ts';

const split =
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
const component = (text: string): string => `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${text}`;

/** An overlay with two components, each of which has the next two, and so on; one of the last two sets a namespace. */
const diamonds = (depth: number): Readonly<Record<string, string>> => ({
  'app/split.yaml': split,
  'app/kustomization.yaml': 'resources: [split.yaml]\ncomponents: [../a0, ../b0]\n',
  ...Object.fromEntries(
    Array.from({ length: 2 * depth }, (_, index): [string, string] => {
      const [name, at] = [index % 2 === 0 ? 'a' : 'b', Math.floor(index / 2)];
      const last = name === 'b' ? 'namespace: shop\n' : '';
      const text = at + 1 < depth ? `components: [../a${at + 1}, ../b${at + 1}]\n` : last;
      return [`${name}${at}/kustomization.yaml`, component(text)];
    }),
  ),
});

describe('components that are reached in many ways', () => {
  test.each([1, 2, 3, 60])('give the namespace that one of them sets, %d deep', async (depth) => {
    const { stderr } = await check(diamonds(depth));
    expect(stderr).toContain('1 would be converted');
  });

  test('and are more than fit into a stack of calls, give the namespace of the last one', async () => {
    const depth = 5000;
    const chain = Array.from({ length: depth }, (_, at): [string, string] => [
      `c${at}/kustomization.yaml`,
      component(at + 1 < depth ? `components: [../c${at + 1}]\n` : 'namespace: shop\n'),
    ]);
    const { stderr } = await check({
      'app/split.yaml': split,
      'app/kustomization.yaml': 'resources: [split.yaml]\ncomponents: [../c0]\n',
      ...Object.fromEntries(chain),
    });
    expect(stderr).toContain('1 would be converted');
  });

  test('and use each other, end', async () => {
    const files = { 'a0/kustomization.yaml': component('namespace: shop\ncomponents: [../b0]\n') };
    const { stderr } = await check({
      ...diamonds(1),
      ...files,
      'b0/kustomization.yaml': component('components: [../a0]\n'),
    });
    expect(stderr).toContain('1 would be converted');
  });
});
