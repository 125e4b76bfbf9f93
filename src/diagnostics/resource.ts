import type { KubernetesObject } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';

/** A Kubernetes object, as a report names it. */
export interface Resource {
  readonly kind: string;
  readonly name: string;
  /** Absent where the object says none. */
  readonly namespace?: string;
}

/** The name of an object for a report; undefined for what is no object with a name, as a List is. */
export function resourceOf(object: KubernetesObject): Resource | undefined {
  const kind = text(object, 'kind');
  const generated = text(object, 'metadata', 'generateName');
  const name = text(object, 'metadata', 'name') || (generated === '' ? '' : `${generated}*`);
  const namespace = text(object, 'metadata', 'namespace');
  if (kind === '' || name === '') return undefined;
  return { kind, name, ...(namespace !== '' && { namespace }) };
}

/** `TrafficSplit shop/cart`; of a ServiceProfile whose name says its namespace, the name alone. */
export function showResource({ kind, name, namespace }: Resource): string {
  const said = namespace === undefined || (kind === 'ServiceProfile' && name.split('.')[1] === namespace);
  return said ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
