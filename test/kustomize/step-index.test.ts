import { expect, test } from 'vitest';
import { placesOfSteps } from '../../src/kustomize/step-index.ts';
import type { Step } from '../../src/kustomize/step.ts';

const patchOf = (target: object): Step => ({ kind: 'patch', target, patches: [{}], where: 'patches[0]' });
const targets = ['web-.*', '^web-1.*', 'web-1', 'api.*', '.*', '', 'web-1.*|api', '(web', 'we?b-12'];
const steps: readonly Step[] = [
  ...targets.map((name) => patchOf({ kind: 'TrafficSplit', name })),
  patchOf({ kind: 'Service', name: 'web-.*' }),
  { kind: 'namePrefix', value: 'a-', where: 'namePrefix' },
];

test.each([
  ['web-1', [0, 1, 2, 4, 5, 6, 7, 8, 10]],
  ['web-12', [0, 1, 4, 5, 6, 7, 8, 10]],
  ['api', [3, 4, 5, 6, 7, 10]],
  ['w', [4, 5, 6, 7, 8, 10]],
  ['x'.repeat(301), [...steps.keys()]],
])('the steps that may change %.10s', (name, places) => {
  expect(placesOfSteps(steps)({ kind: 'TrafficSplit', name })).toEqual(places);
});

test('patches of names with an end are looked at for these names only', () => {
  const ends: readonly Step[] = ['.*-a', '.*-b$', '[a-z]+-c', '.*'].map((name) =>
    patchOf({ kind: 'TrafficSplit', name }),
  );
  const placesOf = placesOfSteps(ends);
  expect(['web-a', 'web-b', 'web-c', '-c', 'web'].map((name) => placesOf({ kind: 'TrafficSplit', name }))).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
    [2, 3],
    [3],
  ]);
});

test('the steps that may change what has another name later', () => {
  expect(placesOfSteps(steps)({ kind: 'TrafficSplit', name: 'x', newName: 'api-x' })).toEqual([3, 4, 5, 6, 7, 10]);
});
