import type { KubernetesObject } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';

/** The name of a Kubernetes object, for a report. */
export interface Resource {
  readonly kind: string;
  readonly name: string;
  /** Absent if the object has none. */
  readonly namespace?: string;
}

/** The name of an object for a report; undefined for an object without a name, such as a List. */
export function resourceOf(object: KubernetesObject): Resource | undefined {
  const kind = text(object, 'kind');
  const generated = text(object, 'metadata', 'generateName');
  const name = text(object, 'metadata', 'name') || (generated === '' ? '' : `${generated}*`);
  const namespace = text(object, 'metadata', 'namespace');
  if (kind === '' || name === '') return undefined;
  return { kind, name, ...(namespace !== '' && { namespace }) };
}

/** `TrafficSplit shop/cart`; only the name for a ServiceProfile whose name has its namespace. */
export function showResource({ kind, name, namespace }: Resource): string {
  const isInName = namespace === undefined || (kind === 'ServiceProfile' && name.split('.')[1] === namespace);
  return isInName ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
