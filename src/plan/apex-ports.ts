import { readPorts } from '../config/ports.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { nearest as nearestWord } from '../findings/did-you-mean.ts';
import { text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { ServicePort } from '../mesh/route-ports.ts';
import { givenPorts, servicePorts } from '../mesh/route-ports.ts';
import type { CallObject, Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import type { RouteGround } from './route-ground.ts';
import { byName, isService, nearest, pathOf, sharesNamespace } from './route-ground.ts';

/** The ports of the apex on which Linkerd reads a route; reports the others, and why there is none. */
export function apexPorts(placed: LocatedSplit, ground: RouteGround, run: Run): readonly number[] | Left {
  const ports = portsOf(placed, ground, run);
  if (typeof ports === 'string') return ports;
  const http = ports.filter(({ opaque }) => opaque === undefined);
  const dead = ports.filter(({ opaque }) => opaque !== undefined);
  if (http.length === 0 && dead.length > 0) return leave(run, notHttp(placed, dead, 'error'));
  if (dead.length > 0) run.report(notHttp(placed, dead, 'warning'));
  return http.map(({ port }) => port);
}

function portsOf(placed: LocatedSplit, ground: RouteGround, run: Run): readonly ServicePort[] | Left {
  const { apex, namespace } = placed.split;
  const candidates = (ground.services.get(apex) ?? []).filter((one) => sharesNamespace(one, namespace));
  const near = nearest(candidates, placed, run);
  const given = readPorts(run.options.ports);
  const named = given.of.get(apex);
  if (near === undefined || near.distance === 'elsewhere') {
    const seen = named === undefined ? portsInCall(placed, run) : undefined;
    return seen ?? notSeen(placed, named ?? given.any, [...given.of.keys()], run);
  }
  const seen = near.found.map((service) => servicePorts(service.object, namespaceOf(service, placed, ground, run)));
  const [ports = []] = seen;
  if (ports.length === 0 || seen.some((other) => JSON.stringify(other) !== JSON.stringify(ports)))
    return leave(run, disagreeing(placed, near.found, seen));
  const lacking = named?.filter((number) => !ports.some(({ port }) => port === number)) ?? [];
  if (lacking.length > 0) return leave(run, lacks(placed, lacking, ports));
  return ports;
}

/** The Services of a call by their name, wherever they are. */
const servicesOfCall = (objects: readonly CallObject[]): ReadonlyMap<string, readonly Manifest[]> =>
  byName(
    objects.map(({ manifest }) => manifest),
    isService,
  );

/** The ports of Services of the name of the apex elsewhere in the call; undefined where there are none. */
function portsInCall(placed: LocatedSplit, run: Run): readonly ServicePort[] | Left | undefined {
  const { apex, namespace } = placed.split;
  const found = (run.inCall(servicesOfCall).get(apex) ?? []).filter((one) => sharesNamespace(one, namespace));
  if (found.length === 0) return undefined;
  const seen = found.map(({ object }) => servicePorts(object));
  const [ports = []] = seen;
  if (ports.length === 0 || seen.some((other) => JSON.stringify(other) !== JSON.stringify(ports)))
    return leave(run, disagreeing(placed, found, seen));
  run.report(fromElsewhere(placed, found, ports));
  return ports;
}

/** The Namespace object of a Service, which may say what is opaque in it. */
function namespaceOf(
  service: Manifest,
  placed: LocatedSplit,
  ground: RouteGround,
  run: Run,
): Manifest['object'] | undefined {
  const name = text(service.object, 'metadata', 'namespace') || placed.split.namespace;
  return nearest(ground.namespaces.get(name) ?? [], placed, run)?.found[0]?.object;
}

const apexField = ['spec', 'service'];

function notSeen(
  { manifest, split }: LocatedSplit,
  given: readonly number[],
  named: readonly string[],
  run: Run,
): readonly ServicePort[] | Left {
  if (given.length > 0) return givenPorts(given);
  const near = nearestWord(split.apex, named);
  const typing = near === undefined ? '' : `; --port names ${near}: did you mean ${split.apex}?`;
  return leave(run, {
    code: 'ports-unknown',
    message: `Service ${split.apex} is missing, and a route needs its port${typing}`,
    fix: `pass --port ${split.apex}=PORT, or pass the file of the Service too`,
    at: { manifest, field: apexField },
  });
}

function disagreeing(
  { manifest, split }: LocatedSplit,
  services: readonly Manifest[],
  seen: readonly (readonly ServicePort[])[],
): Diagnostic {
  const none = seen.every((ports) => ports.length === 0);
  const shown = services.map((service, index) => {
    const path = pathOf(service);
    return `${listOf(seen[index] ?? []) || 'none'}${path === '-' ? '' : ` (${path})`}`;
  });
  const says = none ? 'has no TCP port' : `has different ports in several places: ${several([...new Set(shown)])}`;
  const example = seen.flat()[0]?.port ?? 'PORT';
  return {
    code: 'ports-unknown',
    message: `Service ${split.apex} ${says}`,
    fix: none
      ? `give Service ${split.apex} a TCP port`
      : `pass --port ${split.apex}=${example}, or convert only what is deployed together`,
    at: { manifest, field: apexField },
  };
}

function lacks({ manifest, split }: LocatedSplit, ports: readonly number[], own: readonly ServicePort[]): Diagnostic {
  return {
    code: 'port-unknown',
    message: `Service ${split.apex} has no TCP port ${several(ports.map(String))}`,
    fix: `its ports are ${listOf(own)}; omit --port ${split.apex}= to use them`,
    at: { manifest, field: apexField },
  };
}

function fromElsewhere(
  { manifest, split }: LocatedSplit,
  services: readonly Manifest[],
  ports: readonly ServicePort[],
): Diagnostic {
  return {
    code: 'ports-from-elsewhere',
    message: `port ${listOf(ports)} is taken from Service ${split.apex} in ${several([...new Set(services.map(pathOf))])}`,
    at: { manifest, field: apexField },
  };
}

function notHttp(
  { manifest, split }: LocatedSplit,
  dead: readonly ServicePort[],
  severity: 'error' | 'warning',
): Diagnostic {
  const why = dead.map(
    ({ port, opaque = '' }) => `port ${port} of Service ${split.apex} is not read as HTTP: ${opaque}`,
  );
  const otherwise = 'pass --target serviceprofile for this split, or write a TCPRoute (Linkerd 2.18 or later)';
  const byName = dead.some(({ opaque }) => opaque?.includes('appProtocol') === true);
  return {
    code: 'port-not-http',
    severity,
    message: several(why, '; '),
    ...(byName ? { fix: 'remove or correct appProtocol of the Service' } : severity === 'error' && { fix: otherwise }),
    at: { manifest, field: apexField },
  };
}

function listOf(ports: readonly ServicePort[]): string {
  return several(ports.map(({ port }) => String(port)));
}
