import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { toResults } from '../../src/krm/results.ts';

/** A finding about an object, of which nothing but its values is looked at. */
function about(metadata: object, more: object = {}): Diagnostic {
  const object = { apiVersion: 'v1', kind: 'A', metadata: { name: 'a', ...metadata }, ...more };
  return { code: 'no-backends', message: 'm', at: { manifest: { object }, field: [] } } as unknown as Diagnostic;
}
const inFile = (path: string, index: number | string): Diagnostic =>
  about({
    annotations: { 'internal.config.kubernetes.io/path': path, 'internal.config.kubernetes.io/index': `${index}` },
  });

describe('the results of a function', () => {
  test('are in the order of files and of the items in them', () => {
    const said = [inFile('b.yaml', 1), inFile('a.yaml', 10), inFile('b.yaml', 0), inFile('a.yaml', 2), about({})];
    expect(toResults(said).map(({ file }) => file)).toEqual([
      undefined,
      { path: 'a.yaml', index: 2 },
      { path: 'a.yaml', index: 10 },
      { path: 'b.yaml', index: 0 },
      { path: 'b.yaml', index: 1 },
    ]);
  });

  test('have errors first, wherever they are', () => {
    const error: Diagnostic = { ...inFile('z.yaml', 0), code: 'invalid-weight' };
    expect(toResults([inFile('a.yaml', 0), error]).map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  test.each<[string, Diagnostic, unknown]>([
    ['its path and index', inFile('a.yaml', 3), { path: 'a.yaml', index: 3 }],
    ['its path alone where the index is no number', inFile('a.yaml', 'x'), { path: 'a.yaml' }],
    [
      'index 0 where there is none',
      about({ annotations: { 'config.kubernetes.io/path': 'a.yaml' } }),
      { path: 'a.yaml', index: 0 },
    ],
    [
      'the path of its origin',
      about({ annotations: { 'config.kubernetes.io/origin': 'repo: x\npath: o.yaml\n' } }),
      { path: 'o.yaml' },
    ],
    ['none', about({}), undefined],
  ])('have as file of an item %s', (_, diagnostic, file) => {
    expect(toResults([diagnostic])[0]?.file).toEqual(file);
  });

  test.each<[string, Diagnostic, unknown]>([
    ['with a namespace', about({ namespace: 'n' }), { apiVersion: 'v1', kind: 'A', name: 'a', namespace: 'n' }],
    ['without a namespace', about({}), { apiVersion: 'v1', kind: 'A', name: 'a' }],
    ['without a name', about({ name: '' }), undefined],
    ['without a kind', about({}, { kind: '' }), undefined],
    ['without an apiVersion', about({}, { apiVersion: '' }), undefined],
  ])('name an object %s', (_, diagnostic, reference) => {
    expect(toResults([diagnostic])[0]?.resourceRef).toEqual(reference);
  });

  test.each<[unknown, boolean]>([
    ['x', true],
    [5, true],
    [false, true],
    [null, false],
    [{ a: 1 }, false],
    [undefined, false],
  ])('have the value of a field only if it is a scalar: %j', (value, isShown) => {
    const diagnostic = about({}, { spec: { a: value } });
    const at = { ...diagnostic.at, field: ['spec', 'a'] } as Diagnostic['at'];
    expect(toResults([{ ...diagnostic, at }])[0]?.field).toEqual({
      path: 'spec.a',
      ...(isShown && { currentValue: value }),
    });
  });
});
