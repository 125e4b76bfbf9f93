import { groupByEach, memoisedFor } from '../collections.ts';
import { option } from '../config/advice.ts';
import { firstOfAll } from '../diagnostics/diagnostic.ts';
import { annotation, kindAndName, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Deployed, Neighbours } from '../manifests/neighbours.ts';
import { routeNameOf, splitAnnotation } from '../mesh/http-route.ts';
import { isRouteOf, parentRefsOf } from '../mesh/route-equality.ts';
import { inNamespaceBy } from '../splits/in-namespace.ts';
import { deployedNamespaces } from '../splits/namespaces.ts';
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

function reportThose(splits: readonly LocatedSplit[], neighbours: Neighbours, holder: RouteHolder, run: Run): void {
  const { isMeant, inCall, message } = holder;
  const near = neighbours.of(isMeant);
  const isNear = amongTest(near, run);
  const services = servicesAmong(holder)(neighbours.deployed)(near, run);
  for (const { manifest, split } of splits) {
    const { apex, namespace } = split;
    const around = services(apex, namespace);
    const own = around.map(({ object }) => kindAndName(object));
    const others = run
      .inCall(inCall)(namespace, (place) => `${place}/${apex}`)
      .filter((one) => !isNear(one));
    const isOwn = others.length === 0 && around.every(({ object }) => isMadeOf(split, object));
    for (const [title, more] of firstOfAll([...own, ...others.map(({ title, where }) => `${title}${where}`)]))
      run.report({
        code: 'route-ignored',
        message: message(`${title}${more}`, apex),
        ...(isOwn && { fix: fixOfOwn(run) }),
        at: { manifest, field: ['spec', 'service'] },
      });
  }
}

/** Whether an object is a route that this program made of a split. */
function isMadeOf(split: LocatedSplit['split'], object: KubernetesObject): boolean {
  return annotation(object, splitAnnotation) === routeNameOf(split);
}

/** The split is converted to the other target now; one that is dropped is not there any more to become a route again. */
function fixOfOwn({ unit, options }: Run): string {
  const own = 'remove the route, which was made of this TrafficSplit';
  return options.drop ? own : `${own}; or pass ${option(unit, 'target', 'httproute')} to keep it`;
}

/** Returns a function that finds those of the objects around a split that are about a Service of a namespace, in their order. */
const servicesAmong = memoisedFor(({ servicesOf }: RouteHolder) =>
  memoisedFor((deployed: Deployed) =>
    memoisedFor((near: readonly Manifest[], run: Run) => {
      const keysOf = (manifest: Manifest): readonly string[] => servicesOf(inNamespace(deployed(manifest), ''), '');
      const placed = near.map((manifest) => {
        const own = text(deployed(manifest), 'metadata', 'namespace');
        return { manifest, namespaces: deployedNamespaces(manifest, own, run) };
      });
      const bare = inNamespaceBy(placed, (_object, manifest) => keysOf(manifest).filter(isBare));
      const order = new Map(near.map((manifest, index) => [manifest, index]));
      // One that names the namespace of a Service itself means it from wherever it is.
      const naming = groupByEach(near, (manifest) => new Set(keysOf(manifest).filter((key) => !isBare(key))));
      return (service: string, namespace: string): readonly Manifest[] => {
        const found = new Set([
          ...(naming.get(`${namespace}/${service}`) ?? []),
          ...['', namespace].flatMap((place) => bare(`/${service}`, place)),
        ]);
        return [...found].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
      };
    }),
  ),
);

function isBare(key: string): boolean {
  return key.startsWith('/');
}

function inNamespace(object: KubernetesObject, namespace: string): KubernetesObject {
  return { ...object, metadata: { ...mapping(object, 'metadata'), namespace } };
}
