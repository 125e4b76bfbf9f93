/** Linkerd's names for Services: authorities and the names of profiles (linkerd2, server.go parseK8sServiceName). */

/** The full name by which Linkerd knows a Service, without a port or a trailing dot. */
export function authority(service: string, namespace: string, clusterDomain: string): string {
  return `${service}.${namespace}.svc.${clusterDomain}`;
}

/** The parts of a Service name as written in a TrafficSplit. */
interface ServiceName {
  readonly service: string;
  /** Undefined if the name has none. */
  readonly namespace?: string;
  /** Whether the name has more than the Service itself. */
  readonly dotted: boolean;
}

/** A DNS label (RFC 1123), which names of Services and namespaces are. */
export function isLabel(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}

/**
 * Splits `svc`, `svc.ns`, `svc.ns.svc` and `svc.ns.svc.<domain>`, with or without a trailing dot, into their parts. For
 * any other name it returns the reason, as the end of a message that starts with the name.
 */
export function parseServiceName(name: string, clusterDomain: string): ServiceName | string {
  const shape = shapeProblem(name);
  if (shape !== undefined) return shape;
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  const parts = bare.split('.');
  if (!parts.every(isLabel)) return 'is not a DNS label';
  const [service = '', namespace, ...rest] = parts;
  if (namespace === undefined) return { service, dotted: name !== service };
  const tail = rest.join('.');
  if (tail !== '' && tail !== 'svc' && tail !== `svc.${clusterDomain}`) {
    return rest[0] === 'svc' ? `is not in cluster domain ${clusterDomain}` : 'is not the name of a Service';
  }
  return { service, namespace, dotted: true };
}

function shapeProblem(name: string): string | undefined {
  if (name === '' || name === '.') return 'is empty';
  if (name.includes('/')) return 'has a slash';
  if (/:[0-9]*$/.test(name)) return 'has a port';
  if (/[A-Z]/.test(name)) return 'has upper case letters';
  return undefined;
}

/**
 * The Service, namespace and cluster domain in the name of a profile; undefined if Linkerd never reads a profile of
 * that name.
 */
export function parseProfileName(
  name: string,
): { service: string; namespace: string; clusterDomain: string } | undefined {
  const [service = '', namespace = '', svc, ...domain] = name.split('.');
  const valid = isLabel(service) && isLabel(namespace) && svc === 'svc' && domain.length > 0 && domain.every(isLabel);
  return valid ? { service, namespace, clusterDomain: domain.join('.') } : undefined;
}
