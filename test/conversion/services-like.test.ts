import { describe, expect, test } from 'vitest';
import { servicesLike } from '../../src/conversion/services-like.ts';
import { text } from '../../src/kubernetes.ts';
import { openPageCache } from '../../src/manifests/page-cache.ts';

const service = (metadata: string): string => `apiVersion: v1\nkind: Service\n${metadata}spec: {}\n`;

/** The names of the Services that are read for a split in the namespace shop whose Service web is missing. */
function namesRead(documents: readonly string[]): readonly string[] {
  const source = { path: '-', bytes: Buffer.from(documents.join('---\n')) };
  const unit = { sources: [source], around: () => [[source]], together: true };
  const wanted = { names: new Set(['web']), namespaces: new Set(['shop']) };
  return servicesLike(wanted, unit, openPageCache('fine')).map(({ object }) => text(object, 'metadata', 'name'));
}

describe('Services like a missing one', () => {
  test.each<[string, string]>([
    ['plain', 'metadata:\n  name: wob\n  namespace: shop\n'],
    ['in quotes', 'metadata:\n  name: wob\n  namespace: "shop"\n'],
    ['in a flow', 'metadata: {name: wob, namespace: shop}\n'],
    ['after labels', 'metadata:\n  name: wob\n  labels:\n    namespace: other\n  namespace: shop\n'],
    ['after a comment', 'metadata:\n# c\n  name: wob\n  namespace: shop\n'],
    ['with a comment', 'metadata:\n  name: wob\n  namespace: shop # not: other\n'],
    ['after a text', 'metadata:\n  name: wob\n  annotations:\n    a: |\n\n      namespace: other\n  namespace: shop\n'],
    ['missing', 'metadata:\n  name: wob\n'],
    ['missing, in a label', 'metadata:\n  name: wob\n  labels:\n    namespace: other\n'],
    ['null', 'metadata:\n  name: wob\n  namespace: null\n'],
    ['a number', 'metadata:\n  name: wob\n  namespace: 12\n'],
    ['with carriage returns', 'metadata:\r\n  name: wob\r\n  namespace: shop\r\n'],
  ])('are read if their namespace may be that of the split: %s', (_, metadata) => {
    expect(namesRead([service(metadata)])).toEqual(['wob']);
  });

  test.each<[string, string]>([
    ['first', 'metadata:\n  namespace: other\n  name: wob\n'],
    ['last', 'metadata:\n    name: wob\n    labels:\n      namespace: shop\n    namespace: other\n'],
    ['with carriage returns', 'metadata:\r\n  name: wob\r\n  labels:\r\n    a: shop\r\n  namespace: other\r\n'],
  ])('are not read if it is plainly another one: %s', (_, metadata) => {
    expect(namesRead([service(metadata)])).toEqual([]);
  });

  test('are read in a list, whatever namespace its first one has', () => {
    const item = (name: string, namespace: string): string =>
      `- kind: Service\n  apiVersion: v1\n  metadata:\n    name: ${name}\n    namespace: ${namespace}\n`;
    const list = `apiVersion: v1\nkind: List\nitems:\n${item('a', 'other')}${item('wob', 'shop')}`;
    expect(namesRead([list])).toContain('wob');
  });

  test.each(['Service', '"Service"', 'Service # plain', '>-\n    Service'])(
    'are read in a ResourceList whose kinds are written as they like: %s',
    (kind) => {
      const item = (name: string, of: string): string =>
        `- kind: ${of}\n  apiVersion: v1\n  metadata:\n    name: ${name}\n    namespace: shop\n  text: Service\n`;
      const items = `${item('wab', 'ConfigMap')}${item('wob', kind)}`;
      expect(namesRead([`apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items}`])).toEqual(['wob']);
    },
  );

  test('are read even after others of its namespace, of which four are', () => {
    const others = Array.from({ length: 25 }, (_, index) =>
      service(`metadata:\n  name: other-${index}\n  namespace: shop\n`),
    );
    const names = namesRead([...others, service('metadata:\n  name: wob\n  namespace: shop\n')]);
    expect(names).toHaveLength(5);
    expect(names).toContain('wob');
  });

  test.each<[string, (name: string, namespace: string) => string]>([
    ['in a flow', (name, namespace) => `metadata: {name: ${name}, namespace: ${namespace}}\n`],
    ['in JSON', (name, namespace) => `"metadata": {"name": "${name}", "namespace": "${namespace}"}\n`],
    ['in quotes', (name, namespace) => `metadata:\n  name: ${name}\n  namespace: '${namespace}'\n`],
    [
      'as kubectl applied it',
      (name, namespace) =>
        `metadata:\n  annotations:\n    a: |\n      {"metadata":{"namespace":"${namespace}"}}\n  name: ${name}\n  namespace: ${namespace}\n`,
    ],
  ])('are read after many of other namespaces, whose text does not plainly say so: %s', (_, metadata) => {
    const others = Array.from({ length: 30 }, (__, index) => service(metadata(`other-${index}`, 'billing')));
    expect(namesRead([...others, service(metadata('cart', 'shop'))])).toContain('cart');
  });
});
