import { describe, expect, test } from 'vitest';
import { directorySourceOf, isReadFrom } from '../../src/kustomize/directory-sources.ts';

const files = ['top.yaml', 'a/s.yaml', 'a/x/t.yml', 'b/u.json'];

/** What argo-cd/v3 v3.2.0 renders of these files. */
describe('the files that Argo CD reads in a directory', () => {
  test.each<[object, readonly string[]]>([
    [{}, ['top.yaml']],
    [{ recurse: true }, files],
    [{ recurse: true, include: '*.yaml' }, ['top.yaml', 'a/s.yaml']],
    [{ recurse: true, include: 'a/*' }, ['a/s.yaml', 'a/x/t.yml']],
    [{ recurse: true, include: '**/u.json' }, ['b/u.json']],
    [{ recurse: true, exclude: '{a/s.yaml,top.yaml}' }, ['a/x/t.yml', 'b/u.json']],
    [{ recurse: true, exclude: '[ab]/*' }, ['top.yaml']],
    [{ recurse: true, exclude: '[!a]/*' }, ['top.yaml', 'a/s.yaml', 'a/x/t.yml']],
    [{ recurse: true, exclude: '?/*' }, ['top.yaml']],
    [{ recurse: true, include: '*', exclude: 'a,b' }, files],
    // Not understood: nothing is known to be read.
    [{ recurse: true, exclude: '{a' }, []],
    [{ recurse: true, include: '[z-a]*' }, []],
    [{ recurse: true, include: '*/*/*/*' }, []],
  ])('%j', (directory, read) => {
    const source = directorySourceOf({ path: 'apps', directory });
    expect(files.filter((file) => isReadFrom(source, file))).toEqual(read);
  });

  test('other files are not manifests, and a chart or a plugin renders its directory', () => {
    expect(isReadFrom(directorySourceOf({}), 'notes.txt')).toBe(false);
    expect(isReadFrom(undefined, 'a.yaml')).toBe(false);
    expect(isReadFrom(directorySourceOf({ directory: { recurse: true } }), `${'a/'.repeat(200)}a.yaml`)).toBe(false);
    for (const key of ['chart', 'helm', 'plugin']) expect(directorySourceOf({ [key]: {} })).toBeUndefined();
  });
});
