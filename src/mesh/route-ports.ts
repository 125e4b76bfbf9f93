import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, field, list, text } from '../kubernetes.ts';

/** A port of a Service, and whether Linkerd supports an HTTPRoute on it. */
export interface ServicePort {
  readonly port: number;
  /** Why Linkerd forwards the connections of the port as raw TCP and ignores routes on it; absent for HTTP. */
  readonly opaque?: string;
}

/** Lists the opaque ports of a Service, or of all Services of a Namespace. */
export const opaqueAnnotation = 'config.linkerd.io/opaque-ports';
/**
 * Ports of protocols in which the server sends first (linkerd2, charts/linkerd-control-plane/values.yaml opaquePorts).
 */
const defaultOpaque: ReadonlySet<number> = new Set([25, 587, 3306, 4444, 5432, 6379, 9300, 11211]);

interface WrittenPort {
  readonly port: number;
  readonly targetPort: unknown;
  readonly appProtocol: string;
}

/** The TCP ports of a Service in its order; `namespace` is its Namespace object, if that is known. */
export function servicePorts(service: KubernetesObject, namespace?: KubernetesObject): readonly ServicePort[] {
  const ports = list(service, 'spec', 'ports').flatMap(readPort);
  const opaque = opaqueAmong(ports, service, namespace);
  return ports.map(({ port, appProtocol }) => {
    const reason = reasonOf(appProtocol, opaque(port));
    return reason === undefined ? { port } : { port, opaque: reason };
  });
}

/** Ports of a Service that is not in the input, so that its annotations are unknown: the default list decides. */
export function givenPorts(numbers: readonly number[]): readonly ServicePort[] {
  return numbers.map((port) => (defaultOpaque.has(port) ? { port, opaque: byDefault } : { port }));
}

const byDefault = 'it is opaque by default';

/** Whether ports are opaque by their numbers alone. */
export function isByDefault(ports: readonly ServicePort[]): boolean {
  return ports.every(({ opaque }) => opaque === byDefault);
}

/** What a Service has in the place of its ports or of the number of one, for a message; undefined if all are numbers. */
export function oddPort(service: KubernetesObject): string | undefined {
  const [spec, ports] = [field(service, 'spec'), field(service, 'spec', 'ports')];
  const written = [spec, ports].find((one) => typeof one === 'string');
  if (written !== undefined) return JSON.stringify(written);
  const odd = list(service, 'spec', 'ports').find((port) => !isPortNumber(field(port, 'port')));
  return odd === undefined ? undefined : JSON.stringify(field(odd, 'port') ?? null);
}

function isPortNumber(port: unknown): port is number {
  return typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function readPort(port: unknown): readonly WrittenPort[] {
  const number = field(port, 'port');
  if (!isPortNumber(number) || !['', 'TCP'].includes(text(port, 'protocol'))) return [];
  return [{ port: number, targetPort: field(port, 'targetPort'), appProtocol: text(port, 'appProtocol') }];
}

/**
 * An appProtocol of HTTP makes an opaque port HTTP; any other name makes a port opaque (linkerd2, policy-controller,
 * since 2.18).
 */
function reasonOf(appProtocol: string, opaque: string | undefined): string | undefined {
  if (appProtocol === '') return opaque;
  if (['http', 'kubernetes.io/h2c'].includes(appProtocol.toLowerCase())) return undefined;
  return `its appProtocol is ${appProtocol}`;
}

/** Returns why a port is opaque: by the annotation of its Service, else of its Namespace, else by default. */
function opaqueAmong(
  ports: readonly WrittenPort[],
  service: KubernetesObject,
  namespace: KubernetesObject | undefined,
): (port: number) => string | undefined {
  const own = annotation(service, opaqueAnnotation);
  const inherited = namespace && annotation(namespace, opaqueAnnotation);
  const listed = own ?? inherited;
  if (listed !== undefined) {
    const ranges = parseOpaquePorts(listed);
    const where = own === undefined ? 'its Namespace' : 'its Service';
    return (port) =>
      ranges.some(([from, to]) => from <= port && port <= to) ? `${opaqueAnnotation} of ${where} holds it` : undefined;
  }
  const numbers = injected(ports);
  return (port) => (numbers.has(port) ? byDefault : undefined);
}

/**
 * The ports that Linkerd's injector writes into the annotation of a Service without one (linkerd2,
 * pkg/inject/inject.go): those with a target port in the default list, or a port number in it if there is no target
 * port. If there are none, the policy controller takes the ports with the numbers of the default list.
 */
function injected(ports: readonly WrittenPort[]): ReadonlySet<number> {
  const targeted = ports.filter(({ port, targetPort }) => {
    const target = targetPort ?? port;
    return typeof target === 'number' && defaultOpaque.has(target);
  });
  return targeted.length > 0 ? new Set(targeted.map(({ port }) => port)) : defaultOpaque;
}

type PortRange = readonly [from: number, to: number];

/**
 * Parses numbers and ranges; nothing between two commas, or after the last one, is passed over. A list that cannot be
 * parsed, also because it has names of ports, counts as empty (linkerd2, index/src/ports.rs).
 */
function parseOpaquePorts(written: string): readonly PortRange[] {
  const ranges: PortRange[] = [];
  for (const part of written.split(',').filter((one) => one.trim() !== '')) {
    const found = /^\s*\+?(\d+)\s*(?:-\s*\+?(\d+)\s*)?$/.exec(part);
    const [from, to] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? found?.[1] ?? 0)];
    if (found === null || from < 1 || to > 65_535 || from > to) return [];
    ranges.push([from, to]);
  }
  return ranges;
}
