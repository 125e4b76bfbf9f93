import { expect, test } from 'vitest';
import { configKeys } from '../../src/config/advice.ts';
import { resolveOptions, type OptionLayer } from '../../src/config/config.ts';

test.each<[OptionLayer, string]>([
  [{}, ''],
  [
    { drop: true, namespace: 'shop', clusterDomain: 'k8s.example' },
    'drop: true, namespace: shop, clusterDomain: k8s.example',
  ],
  [{ target: 'httproute', ports: '80 web=8080' }, 'target: httproute, ports: 80 web=8080'],
  [{ target: 'httproute', ports: { web: [80, 8080], api: [90] } }, 'target: httproute, ports: web=80,8080 api=90'],
  [
    { target: 'httproute', routeVersion: 'v1beta1', profiles: true },
    'target: httproute, routeVersion: v1beta1, profiles: true',
  ],
])('the options %j are named as the keys "%s" of a functionConfig', (layer, keys) => {
  expect(configKeys({ options: resolveOptions(layer) })).toBe(keys);
});
