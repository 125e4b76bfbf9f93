import { addTo } from '../collections.ts';
import { readPorts } from '../config/ports.ts';
import { enumerated, several } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { field, isService, mapping, text } from '../kubernetes.ts';
import { atApex, backendField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { parseServiceName } from '../mesh/authority.ts';
import type { ServicePort } from '../mesh/route-ports.ts';
import { givenPorts, servicePorts } from '../mesh/route-ports.ts';
import { splitsTraffic } from '../mesh/traffic-split.ts';
import type { Run } from '../run.ts';
import type { Find, Seen } from '../splits/find-objects.ts';
import { byNameInCall, finderOf } from '../splits/find-objects.ts';
import { backendPorts, isExternal, tcpPorts } from './backend-ports.ts';
import { copiesIn, placesOf, type Taken } from './built-services.ts';

/**
 * Reports Services in the input for which Linkerd reads no profile, and those that it cannot use as backends
 * (docs/facts/linkerd.md, "Which profile Linkerd reads"). `routePorts` holds the ports of routes where they are known.
 */
export function reportServices(
  splits: readonly LocatedSplit[],
  neighbours: Neighbours,
  run: Run,
  routePorts: ReadonlyMap<Manifest, readonly number[]> = new Map(),
): void {
  const find = serviceFinder(neighbours, run);
  for (const placed of splits) {
    const apex = find(placed, placed.split.apex, placed.split.namespace);
    if (apex !== undefined) reportApex(placed, apex, run);
    const ports = routePorts.get(placed.manifest);
    const reportPorts = backendPorts(
      placed,
      apex,
      (copies) => ports ?? neededPorts(placed.split.apex, copies, run),
      run,
    );
    reportBackends(placed, { apex, reportPorts }, find, run);
  }
}

/** Returns a function that finds a Service for a split, in its unit or in the rest of the call. */
export function serviceFinder(neighbours: Neighbours, run: Run): Find {
  return finderOf(neighbours.of(isService), servicesInCall, run);
}

const servicesInCall = byNameInCall(isService);

/** What keeps a Service from having a cluster IP; '' if it has one. */
const withoutIp: Taken = (service) => {
  if (isExternal(service)) return external;
  return field(service, 'spec', 'clusterIP') === 'None' ? 'headless' : '';
};
const external = 'an ExternalName';

/** A type of Service without a cluster IP that all copies of a Service have, and the builds that give it, for a message. */
interface FoundType {
  readonly type: string;
  readonly where: string;
  readonly copies: readonly KubernetesObject[];
}

/** The types without a cluster IP that a Service has in the builds of a split. */
function typesOf(placed: LocatedSplit, seen: Seen, run: Run): readonly FoundType[] {
  const places = placesOf(placed, seen.copies, withoutIp, run);
  const byType = new Map<string, { build: string; copies: readonly KubernetesObject[] }[]>();
  for (const build of places) {
    const copies = copiesIn(seen, build, withoutIp, run.unit.kustomize) ?? [];
    const [type = '', ...others] = new Set(copies.map(withoutIp));
    if (type !== '' && others.length === 0) addTo(byType, type, { build, copies });
  }
  const isWritten = (type: string): boolean => seen.copies.every(({ object }) => withoutIp(object) === type);
  return Array.from(byType, ([type, found]) => {
    const builds = found.length === places.length && isWritten(type) ? [] : found.map(({ build }) => build);
    const where = builds.length === 0 ? '' : ` in ${enumerated(builds)}`;
    return { type, where, copies: found.flatMap(({ copies }) => copies) };
  });
}

const policies = /^(?:balancer|retry|timeout)\.linkerd\.io\//;

function reportApex(placed: LocatedSplit, seen: Seen, run: Run): void {
  const { split } = placed;
  const at = atApex(placed);
  const isRoute = run.options.target === 'httproute';
  for (const { type, where } of typesOf(placed, seen, run))
    run.report({
      code: 'apex-headless',
      message: `Service ${split.apex}${seen.where} is ${type}${where}: Linkerd ${isRoute ? 'accepts no route on' : 'reads no profile for'} it`,
      ...(isRoute && { fix: 'give the Service a cluster IP: without one, the route is not accepted' }),
      at,
    });
  if (splitsTraffic(split)) reportPolicies(placed, seen, run);
}

/** Reports annotations of an apex that a profile disables, and that a route leaves in force. */
function reportPolicies(placed: LocatedSplit, { copies, where }: Seen, run: Run): void {
  const { split } = placed;
  const off = inAll(copies.map(({ object }) => Object.keys(mapping(object, 'metadata', 'annotations')))).filter((key) =>
    policies.test(key),
  );
  if (off.length === 0) return;
  const at = atApex(placed);
  const active = `${several(off)} of Service ${split.apex}${where} ${off.length > 1 ? 'take' : 'takes'} effect`;
  const ignored = `the profile disables ${several(off)} of Service ${split.apex}${where}`;
  run.report(
    run.options.target === 'httproute'
      ? { code: 'annotation-active', message: active, at }
      : { code: 'annotation-ignored', message: ignored, at },
  );
}

function reportBackends(
  placed: LocatedSplit,
  { apex, reportPorts }: { readonly apex: Seen | undefined; readonly reportPorts: ReturnType<typeof backendPorts> },
  find: Find,
  run: Run,
): void {
  const { manifest, split } = placed;
  for (const one of split.backends) {
    const { service, namespace, index, port } = one;
    const backend = find(placed, service, namespace);
    if (backend === undefined || (port === undefined && backend.copies[0] === apex?.copies[0])) continue;
    const at = { manifest, field: backendField(placed, index) };
    const [outside] = typesOf(placed, backend, run).filter(({ type }) => type === external);
    if (outside !== undefined)
      run.report({
        code: 'backend-external-name',
        message: `Service ${service}${backend.where} is ${external}${outside.where}: Linkerd skips this backend`,
        ...bridgeFix(outside.copies, split.namespace, run.options.clusterDomain),
        at,
      });
    reportPorts(one, backend);
  }
}

/** The ports of an apex that its backends need: those on which it is split. */
function neededPorts(
  apex: string,
  copies: readonly KubernetesObject[] | undefined,
  { options }: Run,
): readonly number[] {
  if (options.target === 'serviceprofile') return inAll((copies ?? []).map(tcpPorts));
  const { of, any } = readPorts(options.ports);
  if (copies === undefined) return givenPorts(of.get(apex) ?? any).flatMap(httpPort);
  return inAll(copies.map((object) => servicePorts(object).flatMap(httpPort)));
}

function httpPort({ port, opaque }: ServicePort): readonly number[] {
  return opaque === undefined ? [port] : [];
}

/** The elements that all lists have in common. */
function inAll<T>([first = [], ...others]: readonly (readonly T[])[]): readonly T[] {
  const sets = others.map((other) => new Set(other));
  return first.filter((one) => sets.every((set) => set.has(one)));
}

/** The fix for an ExternalName that is the name of another Service in the cluster: the backend can have that name itself. */
function bridgeFix(copies: readonly KubernetesObject[], own: string, clusterDomain: string): { readonly fix?: string } {
  const [external = '', ...others] = new Set(copies.map((one) => text(one, 'spec', 'externalName')));
  const name = parseServiceName(external, clusterDomain);
  if (typeof name === 'string' || !/^[^.]+\.[^.]+\.svc(?:\.|$)/.test(external) || others.length > 0) return {};
  const { service, namespace = own } = name;
  if (copies.some((one) => text(one, 'metadata', 'name') === service) && namespace === own) return {};
  const shown = namespace === own ? service : `${service}.${namespace}`;
  return { fix: `name ${shown} as the backend: that is the Service it leads to` };
}
