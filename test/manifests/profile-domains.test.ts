import { expect, test } from 'vitest';
import { clusterDomainsIn, mayHoldProfile } from '../../src/manifests/profile-domains.ts';

const named = (kind: string, name: string): string => `kind: ${kind}\nmetadata:\n  name: ${name}\n`;

test.each<[string, readonly string[]]>([
  [named('ServiceProfile', 'web.shop.svc.a.example'), ['a.example']],
  [named('ServiceProfile', '"web.shop.svc.a.example"'), ['a.example']],
  ['{"kind":"ServiceProfile","metadata":{"name":"web.shop.svc.a.example"}}', ['a.example']],
  [`${named('ServiceProfile', 'a.b.svc.x')}---\n${named('ServiceProfile', 'c.d.svc.y')}`, ['x', 'y']],
  [`${named('ServiceProfile', 'a.b.svc.x')}---\n${named('HTTPRoute', 'c.d.svc.y')}`, ['x']],
  [named('ServiceProfile', 'web'), []],
  ['', []],
])('the cluster domains of the profiles in %j are %j', (text, domains) => {
  const bytes = Buffer.from(text);
  expect([...clusterDomainsIn(bytes)]).toEqual(domains);
  if (domains.length > 0) expect(mayHoldProfile(bytes)).toBe(true);
});
