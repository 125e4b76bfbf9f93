import { expect, test } from 'vitest';
import { text } from '../../src/kubernetes.ts';
import type { Manifest } from '../../src/manifests/manifest.ts';
import { inNamespaceBy } from '../../src/splits/in-namespace.ts';
import { indexedFrom } from '../../src/splits/namespaces.ts';

const many = Array.from({ length: indexedFrom }, (_, at) => `n${at}`);

/** An object of a call, which is deployed to some namespaces. */
function placed(name: string, namespaces: readonly string[]): { manifest: Manifest; namespaces: readonly string[] } {
  return { manifest: { object: { metadata: { name } } } as unknown as Manifest, namespaces };
}

test.each<[string, string, readonly number[]]>([
  ['of few and of many namespaces in their order', 'n0', [0, 1, 2]],
  ['of many namespaces alone', 'n1', [1]],
  ['of few namespaces alone', 'other', [2]],
  ['but not of other namespaces', 'none', []],
])('objects with a key are found in a namespace, those %s', (_, namespace, places) => {
  const objects = [placed('web', ['n0']), placed('web', many), placed('web', ['n0', 'other']), placed('api', many)];
  const found = inNamespaceBy(objects, ({ metadata }) => [text(metadata, 'name')]);
  expect(found('web', namespace)).toEqual(places.map((at) => objects[at]?.manifest));
});
