import { option } from '../config/advice.ts';
import { readPorts } from '../config/ports.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../findings/did-you-mean.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { ServicePort } from '../mesh/route-ports.ts';
import { givenPorts, isByDefault, oddPort } from '../mesh/route-ports.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { opaqueInSome, portsAsText, rewrittenPorts, servicesOf } from './apex-services.ts';
import { isOfSeveralBuilds, isOfSomeBuilds } from './builds-of-files.ts';
import { fixInBuilds } from './profile-choice.ts';
import type { RouteContext } from './route-context.ts';
import { pathOf } from '../splits/names.ts';

/** The ports of the apex on which Linkerd supports a route; reports the other ports, and why there is none. */
export function apexPorts(placed: LocatedSplit, context: RouteContext, run: Run): readonly number[] | Left {
  const ports = portsOf(placed, context, run);
  if (typeof ports === 'string') return ports;
  const http = ports.filter(({ opaque }) => opaque === undefined);
  const dead = ports.filter(({ opaque }) => opaque !== undefined);
  if (http.length === 0 && dead.length > 0) return leave(run, notHttp(placed, dead, 'error', run));
  if (dead.length > 0) run.report(notHttp(placed, dead, 'warning', run));
  return http.map(({ port }) => port);
}

function portsOf(placed: LocatedSplit, context: RouteContext, run: Run): readonly ServicePort[] | Left {
  const { apex } = placed.split;
  const { services, isElsewhere } = servicesOf(placed, context, run);
  if (services.length === 0) return notSeen(placed, run);
  const rewritten = rewrittenPorts(placed, services, run);
  const named = readPorts(run.options.ports).of.get(apex);
  if (rewritten !== undefined && isElsewhere && named !== undefined) return givenPorts(named);
  if (rewritten !== undefined) return leave(run, isElsewhere ? unknownElsewhere(placed, rewritten, run) : rewritten);
  const differing = opaqueInSome(placed, services, run);
  if (differing !== undefined) return leave(run, differing);
  const manifests = services.map(({ service }) => service);
  const seen = services.map((one) => one.ports);
  const ports = agreedPorts(placed, manifests, seen, run);
  const isGuess = isElsewhere || isOfSomeBuilds(run.unit, pathOf(placed.manifest), manifests.map(pathOf));
  if (isGuess && typeof ports !== 'string' && named === undefined)
    run.report(fromElsewhere(placed, { services: manifests, ports }, run));
  return ports;
}

/** The ports of all Services of a name; where they differ, those that the user named. */
function agreedPorts(
  placed: LocatedSplit,
  services: readonly Manifest[],
  seen: readonly (readonly ServicePort[])[],
  run: Run,
): readonly ServicePort[] | Left {
  const odd = services.flatMap(({ object }) => oddPort(object) ?? [])[0];
  if (odd !== undefined) return leave(run, unreadable(placed, odd));
  const [ports = []] = seen;
  const named = readPorts(run.options.ports).of.get(placed.split.apex);
  const all = byNumber(seen.flat());
  const lacking = named?.filter((number) => !all.has(number)) ?? [];
  if (lacking.length > 0) return leave(run, lacks(placed, lacking, [...all.values()]));
  const same = seen.every((other) => portsAsText(other) === portsAsText(ports));
  if (ports.length > 0 && same) return ports;
  if (named !== undefined) return named.flatMap((number) => all.get(number) ?? []);
  return leave(run, disagreeing(placed, services, seen, run));
}

/** Ports by number; one that any of several Services has as opaque is. */
function byNumber(ports: readonly ServicePort[]): ReadonlyMap<number, ServicePort> {
  const found = new Map<number, ServicePort>();
  for (const port of ports) if (found.get(port.port)?.opaque === undefined) found.set(port.port, port);
  return found;
}

/** Where no Service is seen, the ports are those that the user gives. */
function notSeen(placed: LocatedSplit, run: Run): readonly ServicePort[] | Left {
  const { split } = placed;
  const { of, any } = readPorts(run.options.ports);
  const given = of.get(split.apex) ?? any;
  if (given.length > 0) return givenPorts(given);
  const near = nearestWord(split.apex, [...of.keys()]);
  const typing = near === undefined ? '' : `; a port is given for ${near}: did you mean ${split.apex}?`;
  return leave(run, {
    code: 'ports-unknown',
    message: `Service ${split.apex} is missing${typing}`,
    fix: `pass ${option(run.unit, 'ports', `${split.apex}=PORT`)}, or pass the file of the Service too`,
    at: atApex(placed),
  });
}

/** The finding for a Service that is deployed apart from the split, and whose ports a kustomization changes. */
function unknownElsewhere(placed: LocatedSplit, { message, at }: Diagnostic, { unit }: Run): Diagnostic {
  const { apex } = placed.split;
  return {
    code: 'ports-unknown',
    message,
    fix: `pass ${option(unit, 'ports', `${apex}=PORT`)} with the ports that it is deployed with`,
    at,
  };
}

function disagreeing(
  placed: LocatedSplit,
  services: readonly Manifest[],
  seen: readonly (readonly ServicePort[])[],
  run: Run,
): Diagnostic {
  const { manifest, split } = placed;
  const none = seen.every((ports) => ports.length === 0);
  const shown = services.map((service, index) => {
    const path = pathOf(service);
    return `${listOf(seen[index] ?? []) || 'none'}${path === '-' ? '' : ` (${path})`}`;
  });
  const says = none ? 'has no TCP port' : `has different ports in several places: ${several([...new Set(shown)])}`;
  const example = seen.flat()[0]?.port ?? 'PORT';
  const given = `pass ${option(run.unit, 'ports', `${split.apex}=${String(example)}`)}, or convert only what is deployed together`;
  const differ = isOfSeveralBuilds(run.unit, pathOf(manifest)) ? fixInBuilds(placed, run) : given;
  return {
    code: 'ports-unknown',
    message: `Service ${split.apex} ${says}`,
    fix: none ? `give Service ${split.apex} a TCP port` : differ,
    at: atApex(placed),
  };
}

function lacks(placed: LocatedSplit, ports: readonly number[], own: readonly ServicePort[]): Diagnostic {
  const { split } = placed;
  return {
    code: 'port-unknown',
    message: `Service ${split.apex} has no TCP port ${several(ports.map(String))}`,
    fix:
      own.length === 0
        ? `give Service ${split.apex} a TCP port`
        : `its ports are ${listOf(own)}; to use them, give no port for ${split.apex}`,
    at: atApex(placed),
  };
}

/** The finding for a port that is not the number of a port, such as a template action: it may become any port. */
function unreadable(placed: LocatedSplit, port: string): Diagnostic {
  const { split } = placed;
  return {
    code: 'ports-unknown',
    message: `Service ${split.apex} has port ${port}, which is not a port number`,
    fix: 'correct the port, or render the template first',
    at: atApex(placed),
  };
}

function fromElsewhere(
  placed: LocatedSplit,
  { services, ports }: { readonly services: readonly Manifest[]; readonly ports: readonly ServicePort[] },
  { unit }: Run,
): Diagnostic {
  const { split } = placed;
  const given = `${split.apex}=${ports.map(({ port }) => port).join(',')}`;
  return {
    code: 'ports-from-elsewhere',
    message: `port ${listOf(ports)} is taken from Service ${split.apex} in ${several([...new Set(services.map(pathOf))])}`,
    fix: `nothing to do; to be explicit, pass ${option(unit, 'ports', given)}`,
    at: atApex(placed),
  };
}

function notHttp(
  placed: LocatedSplit,
  dead: readonly ServicePort[],
  severity: 'error' | 'warning',
  { unit }: Run,
): Diagnostic {
  const { split } = placed;
  const why = dead.map(
    ({ port, opaque = '' }) => `port ${port} of Service ${split.apex} is not read as HTTP: ${opaque}`,
  );
  const profile = option(unit, 'target', 'serviceprofile');
  const otherwise = `pass ${profile} for this split, or write a TCPRoute (Linkerd 2.18 or later)`;
  const byName = dead.some(({ opaque }) => opaque?.includes('appProtocol') === true);
  const named = 'remove or correct appProtocol of the Service';
  const unnamed = 'nothing to do, or give the port appProtocol: http if it speaks HTTP';
  const fix = byName ? named : severity === 'error' ? otherwise : isByDefault(dead) ? unnamed : undefined;
  return {
    code: 'port-not-http',
    severity,
    message: several(why, '; '),
    ...(fix !== undefined && { fix }),
    at: atApex(placed),
  };
}

function listOf(ports: readonly ServicePort[]): string {
  return several(ports.map(({ port }) => String(port)));
}
