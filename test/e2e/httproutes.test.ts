import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { convert } from '../../src/index.ts';
import { cases } from '../fixtures.ts';
import { startCluster } from './cluster.ts';
import { checkout, scratch } from './run.ts';

interface Route {
  readonly kind?: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: unknown;
}

/** The CRDs with a port in parentRefs, and the version that each serves. */
const bundles = [
  ['Gateway API 1.1.1', 'httproutes-gateway-api-v1.1.1-standard.yaml', 'v1'],
  ['Gateway API 1.6.1', 'httproutes-gateway-api-v1.6.1-standard.yaml', 'v1'],
  ['Linkerd 2.17', 'httproutes-linkerd-crds-2.17-v0.7.1.yaml', 'v1beta1'],
] as const;

const golden = readFileSync(join(checkout, 'test/vectors/httproute/golden.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly input: string });
const fixtures = cases(join(checkout, 'fixtures'))
  .filter(({ args }) => args.includes('httproute'))
  .flatMap(({ stdin }) => stdin?.toString() ?? []);

/** The routes that all inputs become, each under a name of its own: the inputs use the same names. */
function routes(routeVersion: 'v1' | 'v1beta1'): readonly Route[] {
  const inputs = [...golden.map(({ input }) => input), ...fixtures];
  return inputs.flatMap((text, index) => {
    const options = { target: 'httproute', routeVersion, ports: '8080' } as const;
    const { files } = convert([{ path: 'input.yaml', text }], options);
    const objects = parseAllDocuments(files[0]?.text ?? '').map((document) => document.toJS() as Route | null);
    return objects
      .filter((object): object is Route => object?.kind === 'HTTPRoute' && isOurs(object))
      .map((route, place) => ({ ...route, metadata: { ...route.metadata, name: `route-${index}-${place}` } }));
  });
}

/** Some inputs hold routes that others wrote, or that are rendered first. */
function isOurs(route: Route): boolean {
  const { metadata } = route;
  if (JSON.stringify(route).includes('${')) return false;
  return Object.hasOwn((metadata as { annotations?: object }).annotations ?? {}, 'smi2linkerd.dev/trafficsplit');
}

for (const [name, file, version] of bundles) {
  const cluster = await startCluster(scratch(), [`httproute/crds/${file}`]);
  describe.skipIf(cluster === undefined)(`an API server with the HTTPRoutes of ${name}`, () => {
    test('accepts every route with strict validation, stores it unchanged, and a second apply changes nothing', () => {
      const made = routes(version).filter((route) =>
        (route as { apiVersion?: string }).apiVersion?.endsWith(`/${version}`),
      );
      expect(made.length).toBeGreaterThan(50);
      const input = made.map((route) => JSON.stringify(route)).join('\n');
      const first = cluster?.kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], { input });
      expect(first?.status, first?.stderr).toBe(0);
      const list = cluster?.kubectl(['get', 'httproutes', '-A', '-o', 'json']);
      const stored = (JSON.parse(list?.stdout ?? '{}') as { items: readonly Route[] }).items;
      const specs = new Map(stored.map(({ metadata, spec }) => [`${metadata.namespace ?? ''}/${metadata.name}`, spec]));
      for (const { metadata, spec } of made)
        expect(specs.get(`${metadata.namespace ?? 'default'}/${metadata.name}`)).toEqual(spec);
      const versions = stored.map(({ metadata }) => (metadata as { resourceVersion?: string }).resourceVersion);
      cluster?.kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], { input });
      const again = JSON.parse(cluster?.kubectl(['get', 'httproutes', '-A', '-o', 'json']).stdout ?? '{}') as {
        items: readonly Route[];
      };
      expect(again.items.map(({ metadata }) => (metadata as { resourceVersion?: string }).resourceVersion)).toEqual(
        versions,
      );
      expect(cluster?.kubectl(['diff', '--server-side', '-f', '-'], { input })).toMatchObject({
        status: 0,
        stdout: '',
      });
    });
  });
}
