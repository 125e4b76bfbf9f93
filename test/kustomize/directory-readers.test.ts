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

test('of very many Applications that read a file the first ones stand for all, but not for those with several sources', () => {
  const alone = each(200, (index) => reader(`d${index}/*`));
  const bundled = each(200, (index) => reader('', `sources ${index}`));
  const readersOf = readersIn(new Map([['/r/top', [...alone, ...bundled]]]));
  const found = readersOf('/r/top/d150/a.yaml');
  expect(found.filter((actor) => alone.includes(actor))).toEqual(alone.slice(0, 50));
  expect(found.filter((actor) => bundled.includes(actor))).toEqual(bundled);
  // Any two files of the directory still have readers in common.
  expect(readersOf('/r/top/d3/a.yaml').some((actor) => found.includes(actor))).toBe(true);
});

test('each of very many Applications counts that read one file beside one of their own', () => {
  const readers = each(200, (index) => reader('', undefined, `{a.yaml,b${index}.yaml}`));
  const readersOf = readersIn(new Map([['/r/top', readers]]));
  expect(readersOf('/r/top/a.yaml')).toEqual(readers);
  expect(readersOf('/r/top/b150.yaml')).toEqual([readers[150]]);
});
