import { describe, expect, test } from 'vitest';
import { namespacesNear } from '../../src/splits/namespace-candidates.ts';
import type { TrafficSplit } from '../../src/mesh/traffic-split.ts';

interface Text {
  readonly path: string;
  readonly bytes: Buffer;
}

const file = (path: string, text: string): Text => ({ path, bytes: Buffer.from(text) });
const holding = (path: string, ...namespaces: readonly string[]): Text =>
  file(path, namespaces.map((namespace) => `metadata:\n  namespace: ${namespace}\n`).join('---\n'));
const object = (name: string): string => `kind: Namespace\nmetadata:\n  name: ${name}\n`;
const own = file('own.yaml', 'kind: TrafficSplit\n');

/** The suggestions for a split of the Service web, in their order. */
function near(split: Text, beside: readonly Text[], around: readonly Text[] = []): readonly string[] {
  const found = namespacesNear({ own: split, beside, around }, { apex: 'web' } as TrafficSplit);
  return found.map(({ value, by }) => `${value} ${by}`);
}

describe('namespaces near a split without one', () => {
  test.each<[string, Text, readonly Text[], readonly string[]]>([
    ['none', own, [own, file('a.yaml', 'kind: A\n')], []],
    [
      'those of its file first',
      holding('own.yaml', 'x', 'y'),
      [holding('a.yaml', 'z')],
      ['x in the same file', 'y in the same file', 'z a.yaml'],
    ],
    [
      'each once, by its nearest place',
      holding('own.yaml', 'x'),
      [holding('own.yaml', 'x'), holding('a.yaml', 'x', 'y')],
      ['x in the same file', 'y a.yaml'],
    ],
    [
      'those of other files in their order',
      own,
      [holding('a.yaml', 'x', 'y'), holding('b.yaml', 'z', 'x')],
      ['x a.yaml', 'y a.yaml', 'z b.yaml'],
    ],
    [
      'five at most',
      own,
      [holding('a.yaml', 'b', 'c', 'd', 'e', 'f', 'g')],
      ['b a.yaml', 'c a.yaml', 'd a.yaml', 'e a.yaml', 'f a.yaml'],
    ],
    ['the name of a Namespace object', own, [file('a.yaml', object('x'))], ['x a Namespace in a.yaml']],
    [
      'the names of Namespace objects after the namespaces of objects',
      own,
      [file('a.yaml', object('x')), holding('b.yaml', 'y')],
      ['y b.yaml', 'x a Namespace in a.yaml'],
    ],
    [
      'the name of a Namespace object in its own file before that of another file',
      file('own.yaml', object('x')),
      [file('own.yaml', object('x')), file('a.yaml', object('y'))],
      ['x a Namespace in the same file', 'y a Namespace in a.yaml'],
    ],
    [
      'a Namespace object that its own file and another one have',
      file('own.yaml', object('x')),
      [file('a.yaml', object('x')), file('own.yaml', object('x'))],
      ['x a Namespace in the same file'],
    ],
    [
      'nothing of what is not UTF-8',
      own,
      [{ path: 'a.yaml', bytes: Buffer.from('namespace: x\n# \xe9\n', 'latin1') }],
      [],
    ],
  ])('%s', (_, split, beside, found) => {
    expect(near(split, beside)).toEqual(found);
  });

  test('two Namespace objects of one name once', () => {
    const twice = file('own.yaml', `${object('x')}---\n${object('x')}`);
    expect(near(twice, [twice])).toEqual(['x a Namespace in the same file']);
    expect(near(own, [own, file('a.yaml', `${object('x')}---\n${object('x')}`)])).toEqual(['x a Namespace in a.yaml']);
  });

  test('those of the same files, near another split', () => {
    const beside = [holding('a.yaml', 'x'), holding('b.yaml', 'x', 'y')] as const;
    expect(near(beside[0], beside)).toEqual(['x in the same file', 'y b.yaml']);
    expect(near(beside[1], beside)).toEqual(['x in the same file', 'y in the same file']);
    expect(near(own, beside)).toEqual(['x a.yaml', 'y b.yaml']);
  });

  test('those in the names of profiles of its apex last', () => {
    const profiles = file(
      'p.yaml',
      'name: web.x.svc.cluster.local\nname: web.y.svc.a\nname: api.z.svc.a\nname: web.x.svc.b\n',
    );
    expect(near(own, [], [profiles])).toEqual(['x a ServiceProfile in p.yaml', 'y a ServiceProfile in p.yaml']);
    const inOwn = file('own.yaml', 'name: web.x.svc.cluster.local\n');
    expect(near(inOwn, [holding('a.yaml', 'w')], [profiles, inOwn])).toEqual([
      'w a.yaml',
      'x a ServiceProfile in own.yaml',
      'y a ServiceProfile in p.yaml',
    ]);
  });
});

test.each<[string, readonly string[]]>([
  ['metadata: {namespace: x}', ['x']],
  ['metadata: {name: a, namespace: "x"}', ['x']],
  ['{"metadata":{"namespace":"x"}}', ['x']],
  ['  namespace: x\r\n', ['x']],
  ['  namespace: X\n', []],
  ['  namespace: x-\n', []],
  ['  my-namespace: x\n', []],
  ['# namespace: x\n', []],
])('the namespaces in %j are %j', (text, namespaces) => {
  expect(near(own, [file('a.yaml', text)])).toEqual(namespaces.map((name) => `${name} a.yaml`));
});
