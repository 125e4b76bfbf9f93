import { expect, test } from 'vitest';
import { onceForAlike } from '../../src/kustomize/splits-alike.ts';
import type { Step } from '../../src/kustomize/step.ts';

const steps: readonly Step[] = [
  { kind: 'namespace', value: 'prod', where: 'namespace' },
  { kind: 'patch', target: { name: 'web-.*' }, patches: [{}], where: 'patches[0]' },
];
const split = (name: string, namespace: string) => ({
  ...{ group: 'split.smi-spec.io', version: 'v1alpha2', kind: 'TrafficSplit' },
  ...{ name, namespace },
});

test('what steps do is made once for the splits that none names, by what a namespace does to them', () => {
  const made: string[] = [];
  const make = onceForAlike(steps, ({ name }) => {
    made.push(name);
    return name;
  });
  expect([split('a', 'shop'), split('b', 'other'), split('c', '')].map(make)).toEqual(['a', 'a', 'c']);
  expect([split('d', 'prod'), split('e', 'prod'), split('f', '')].map(make)).toEqual(['d', 'd', 'c']);
  expect([split('web-1', 'shop'), split('web-1', 'shop')].map(make)).toEqual(['web-1', 'web-1']);
  expect(made).toEqual(['a', 'c', 'd', 'web-1', 'web-1']);
});
