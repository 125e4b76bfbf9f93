import { expect, test } from 'vitest';
import type { Actor } from '../../src/kustomize/actor.ts';
import type { Deployer } from '../../src/kustomize/deployers.ts';
import { readersIn } from '../../src/kustomize/directory-readers.ts';

const reader = (exclude: string, sources?: string, include = ''): Actor => {
  const deployer: Deployer = {
    tool: 'argocd',
    path: 'apps.yaml',
    name: exclude,
    object: {},
    seenFrom: '',
    target: '/r/top',
    isGuess: false,
    steps: [],
    files: { recurse: true, include, exclude },
    components: [],
    namespace: '',
    ...(sources !== undefined && { bundle: { path: 'apps.yaml', steps: [], sources } }),
  };
  return { path: 'apps.yaml', deployer, steps: [] };
};
const each = (n: number, make: (index: number) => Actor): Actor[] => Array.from({ length: n }, (_, at) => make(at));

test('files that the same Applications read share one list', () => {
  const [one, other] = [reader('d1/*'), reader('d2/*')];
  const readersOf = readersIn(new Map([['/r/top', [one, other]]]));
  expect(readersOf('/r/top/d0/a.yaml')).toEqual([one, other]);
  expect(readersOf('/r/top/d3/a.yaml')).toBe(readersOf('/r/top/d0/a.yaml'));
  expect(readersOf('/r/top/d1/a.yaml')).toEqual([other]);
  expect(readersOf('/r/other/a.yaml')).toEqual([]);
});

test('of very many Applications that differ for each file the first ones stand for all, but not for those with several sources', () => {
  const alone = each(200, (index) => reader(`d${index}/*`));
  const bundled = each(10, (index) => reader('', `sources ${index}`));
  const readersOf = readersIn(new Map([['/r/top', [...alone, ...bundled]]]));
  const lists = alone.map((_, index) => readersOf(`/r/top/d${index}/a.yaml`));
  expect(lists[0]).toEqual([...alone.slice(1), ...bundled]);
  expect(lists.at(-1)).toEqual([...alone.slice(0, 50), ...bundled]);
  expect(readersOf('/r/top/d198/a.yaml')).toBe(lists.at(-1));
});

test.each([
  ['include', (index: number) => reader('', undefined, `{a.yaml,b${index}.yaml}`), 'b150.yaml'],
  ['exclude', (index: number) => reader(index < 100 ? `{b.yaml,c${index}.yaml}` : `c${index}.yaml`), 'b.yaml'],
])(
  'files that only the last of two hundred Applications read together by what they %s have readers in common',
  (_, make, other) => {
    const readersOf = readersIn(new Map([['/r/top', each(200, make)]]));
    const found = readersOf('/r/top/a.yaml');
    expect(readersOf(`/r/top/${other}`).some((actor) => found.includes(actor))).toBe(true);
  },
);
