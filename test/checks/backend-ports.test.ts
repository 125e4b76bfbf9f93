import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec: {service: web, backends: [{service: web-v2, weight: 1}]}
`;
const service = (name: string, ports: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [${ports}]}\n`;
const profileTo = (authority: string): string => `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec: {dstOverrides: [{authority: "${authority}", weight: 1}]}
`;

/** The messages about ports that backends lack. */
function lacking(objects: readonly string[], options: Parameters<typeof convert>[1]): readonly string[] {
  return convert([{ path: 'a.yaml', text: objects.join('---\n') }], options)
    .findings.filter(({ code }) => code === 'backend-port-missing')
    .map(({ message }) => message);
}

const [http, quic] = ['{port: 80}', '{name: quic, port: 443, protocol: UDP}'];

describe.each(['serviceprofile', 'httproute'] as const)('a backend of a split, for the target %s,', (target) => {
  test.each<[string, string, string, readonly string[]]>([
    ['that has each port of the apex lacks none', http, http, []],
    [
      'that has another port lacks that of the apex',
      http,
      '{port: 8080}',
      ['Service web-v2 lacks port 80 of apex web'],
    ],
    ['needs no UDP port of the apex', `${http}, ${quic}`, http, []],
    ['that has the port for UDP alone lacks it', '{port: 443}', quic, ['Service web-v2 lacks port 443 of apex web']],
  ])('%s', (_what, apex, backend, messages) => {
    expect(lacking([split, service('web', apex), service('web-v2', backend)], { target })).toEqual(messages);
  });
});

describe('a backend of a route', () => {
  test('needs no port of the apex on which there is no route', () => {
    const apex = service('web', `${http}, {name: db, port: 3306}`);
    expect(lacking([split, apex, service('web-v2', http)], { target: 'httproute' })).toEqual([]);
  });

  test('that lacks the given port of an apex that is not there is named', () => {
    const messages = lacking([split, service('web-v2', http)], { target: 'httproute', ports: 'web=81' });
    expect(messages).toEqual(['Service web-v2 lacks port 81 of apex web']);
  });

  test('needs the port that is named where Services of the apex disagree', () => {
    const apexes = [service('web', http), service('web', '{port: 81}').replace(', namespace: shop', '')];
    const objects = [split, ...apexes, service('web-v2', http)];
    expect(lacking(objects, { target: 'httproute', ports: 'web=80' })).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    ['that has the port of its authority lacks none', 'web-v2.shop.svc.cluster.local:8080', []],
    [
      'that lacks the port of its authority is named',
      'web-v2.shop.svc.cluster.local:80',
      ['Service web-v2 lacks port 80'],
    ],
    [
      'that is the apex and lacks the port of its authority is named',
      'web.shop.svc.cluster.local:8080',
      ['Service web lacks port 8080'],
    ],
  ])('%s', (_what, authority, messages) => {
    const objects = [profileTo(authority), service('web', http), service('web-v2', '{port: 8080}')];
    expect(lacking(objects, { target: 'httproute', profiles: true })).toEqual(messages);
  });
});
