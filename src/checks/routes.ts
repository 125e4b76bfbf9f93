import { addTo } from '../collections.ts';
import { firstOfAll } from '../diagnostics/diagnostic.ts';
import { kindAndName, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isRouteOf, parentRefsOf } from '../mesh/route-equality.ts';
import { deployedNamespaces, namespacesAmong } from '../splits/namespaces.ts';
import type { Run } from '../run.ts';
import { agreedInCall, amongTest } from '../splits/agreed-in-call.ts';
import { gatewayServices, isCanary } from '../splits/controllers.ts';

/** A kind of object with routes of Services, each Service with its namespace. */
interface RouteHolder {
  readonly isMeant: (object: KubernetesObject) => boolean;
  readonly servicesOf: (object: KubernetesObject, namespace: string) => readonly string[];
  readonly inCall: ReturnType<typeof agreedInCall>;
  readonly message: (title: string, apex: string) => string;
}

const routes = holder(
  (object) => isRouteOf(object, 'HTTPRoute', 'GRPCRoute'),
  (route, namespace) =>
    parentRefsOf(route, namespace)
      .filter(({ isService }) => isService)
      .map((parent) => `${parent.namespace}/${parent.name}`),
  (title, apex) => `the profile disables ${title} of Service ${apex}`,
);

const canaries = holder(
  isCanary,
  (canary, namespace) => gatewayServices(canary).map((service) => `${namespace}/${service}`),
  (title, apex) => `the profile disables the HTTPRoute of ${title} for Service ${apex}`,
);

function holder(
  isMeant: RouteHolder['isMeant'],
  servicesOf: RouteHolder['servicesOf'],
  message: RouteHolder['message'],
): RouteHolder {
  return { isMeant, servicesOf, inCall: agreedInCall(isMeant, servicesOf), message };
}

/**
 * Reports routes on an apex, and Canaries whose router writes one: a profile with overrides takes precedence, and Linkerd
 * ignores them (docs/facts/linkerd.md, "What a profile switches off").
 */
export function reportRoutes(splits: readonly LocatedSplit[], neighbours: Neighbours, run: Run): void {
  for (const one of [routes, canaries]) reportThose(splits, neighbours, one, run);
}

function reportThose(
  splits: readonly LocatedSplit[],
  neighbours: Neighbours,
  { isMeant, servicesOf, inCall, message }: RouteHolder,
  run: Run,
): void {
  const near = neighbours.of(isMeant);
  const isNear = amongTest(near, run);
  // By the Services with their namespaces; those of an object that may be in that of any split are looked up without one.
  const byService = new Map<string, number[]>();
  const wanted = ['', ...new Set(splits.map(({ split }) => split.namespace))];
  for (const [index, manifest] of near.entries()) {
    const object = neighbours.deployed(manifest);
    const deployed = deployedNamespaces(manifest, text(object, 'metadata', 'namespace'), run);
    const places = namespacesAmong(deployed, wanted);
    // One that names the namespace of a Service itself means it from wherever it is.
    const services = (places.length > 0 ? places : deployed.slice(0, 1)).flatMap((place) => {
      const keys = servicesOf(inNamespace(object, place), place);
      return place === '' ? keys.map((key) => key.replace(/^.*\//, '')) : keys;
    });
    for (const service of new Set(services)) addTo(byService, service, index);
  }
  for (const { manifest, split } of splits) {
    const { apex, namespace } = split;
    const key = `${namespace}/${apex}`;
    const isHere = (one: Manifest): boolean =>
      servicesOf(inNamespace(neighbours.deployed(one), namespace), namespace).includes(key);
    const bare = (byService.get(apex) ?? []).filter((index) => near.slice(index, index + 1).some(isHere));
    const found = [...new Set([...(byService.get(key) ?? []), ...bare])].sort((one, other) => one - other);
    const own = found.flatMap((index) => near[index] ?? []).map(({ object }) => kindAndName(object));
    const others = run
      .inCall(inCall)(namespace, (place) => `${place}/${apex}`)
      .filter((one) => !isNear(one));
    for (const [title, more] of firstOfAll([...own, ...others.map(({ title, where }) => `${title}${where}`)]))
      run.report({
        code: 'route-ignored',
        message: message(`${title}${more}`, apex),
        at: { manifest, field: ['spec', 'service'] },
      });
  }
}

function inNamespace(object: KubernetesObject, namespace: string): KubernetesObject {
  return { ...object, metadata: { ...mapping(object, 'metadata'), namespace } };
}
