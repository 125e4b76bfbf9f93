import { memoisedFor } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { isMapping, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { splitAnnotation } from '../mesh/http-route.ts';
import type { RenamedNames } from './renamed-names.ts';

/** A field with a name, `*` for each entry of a list, and what it names. */
type Reference = readonly [path: readonly string[], named: 'service' | 'split' | 'route'];

const canary = ['spec', 'strategy', 'canary'];
const gatewayPlugin = [...canary, 'trafficRouting', 'plugins', 'argoproj-labs/gatewayAPI'];

const ofRoutes: readonly Reference[] = [
  [['spec', 'parentRefs', '*', 'name'], 'service'],
  [['spec', 'rules', '*', 'backendRefs', '*', 'name'], 'service'],
  [['metadata', 'annotations', splitAnnotation], 'split'],
];

/** The fields of other objects that name a Service, a TrafficSplit or a route, by kind. */
const references: ReadonlyMap<string, readonly Reference[]> = new Map([
  [
    'Rollout',
    [
      [[...canary, 'stableService'], 'service'],
      [[...canary, 'trafficRouting', 'smi', 'rootService'], 'service'],
      [[...canary, 'trafficRouting', 'smi', 'trafficSplitName'], 'split'],
      [[...gatewayPlugin, 'httpRoute'], 'route'],
      [[...gatewayPlugin, 'httpRoutes', '*', 'name'], 'route'],
    ],
  ],
  [
    'Canary',
    [
      [['spec', 'service', 'name'], 'service'],
      [['spec', 'targetRef', 'name'], 'service'],
    ],
  ],
  ...['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'].map((kind) => [kind, ofRoutes] as const),
]);

/** Returns a function that gives the object of a manifest with the names of what Kustomize deploys in its references. */
export function deployedReferences(names: RenamedNames): (manifest: Manifest) => KubernetesObject {
  return memoisedFor(({ object }: Manifest) => {
    const own = references.get(text(object, 'kind')) ?? [];
    return own.reduce<KubernetesObject>((made, [path, named]) => {
      const rename = (name: string, holder: KubernetesObject): string =>
        followed(name, named, { holder, object }, names);
      return replaceAt(made, path, rename, made) as KubernetesObject;
    }, object);
  });
}

function followed(
  name: string,
  named: Reference[1],
  { holder, object }: { readonly holder: KubernetesObject; readonly object: KubernetesObject },
  { services, splits, routes }: RenamedNames,
): string {
  const namespace = text(object, 'metadata', 'namespace');
  if (named === 'split') return splits.follow(name, namespace, object) ?? name;
  if (named === 'route')
    return routes.follow(name, namespace, object) ?? splits.follow(name, namespace, object) ?? name;
  const isOther = 'kind' in holder && 'name' in holder && !['', 'Service', 'Deployment'].includes(text(holder, 'kind'));
  return isOther ? name : (services.follow(name, text(holder, 'namespace') || namespace, object) ?? name);
}

/** A value of an object with the text at a path replaced; the value itself if there is none. */
function replaceAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  rename: (name: string, holder: KubernetesObject) => string,
  holder: KubernetesObject,
): unknown {
  if (key === undefined) return typeof value === 'string' ? rename(value, holder) : value;
  if (key === '*')
    return Array.isArray(value) ? value.map((one: unknown) => replaceAt(one, rest, rename, holder)) : value;
  if (!isMapping(value) || !Object.hasOwn(value, key)) return value;
  const made = replaceAt(value[key], rest, rename, value);
  return made === value[key] ? value : { ...value, [key]: made };
}
