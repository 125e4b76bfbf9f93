/** What all Kubernetes objects have in common. Nothing is assumed: any field may be missing or of any type. */

/** A Kubernetes object, as the JSON that Kubernetes' own YAML reader makes of it. */
export type KubernetesObject = Readonly<Record<string, unknown>>;

/** The path of a field, from the root of its object: `['spec', 'backends', 0, 'weight']`. */
export type FieldPath = readonly (string | number)[];

/** Whether a value is a mapping (not null, not a list). */
export function isMapping(value: unknown): value is KubernetesObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined if the path ends early. Only own properties count, so `__proto__` is just a name. */
export function field(object: unknown, ...path: FieldPath): unknown {
  let value = object;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The string at a path; '' if there is none. */
export function text(object: unknown, ...path: FieldPath): string {
  const value = field(object, ...path);
  return typeof value === 'string' ? value : '';
}

/** The list at a path; empty if there is none. */
export function list(object: unknown, ...path: FieldPath): readonly unknown[] {
  const value = field(object, ...path);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The mapping at a path; empty if there is none. */
export function mapping(object: unknown, ...path: FieldPath): KubernetesObject {
  const value = field(object, ...path);
  return isMapping(value) ? value : {};
}

/** The group of an object's apiVersion; '' for the core group. */
export function groupOf(object: KubernetesObject): string {
  const apiVersion = text(object, 'apiVersion');
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** The version of an object's apiVersion, without its group. */
export function versionOf(object: KubernetesObject): string {
  const apiVersion = text(object, 'apiVersion');
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/**
 * An annotation of an object; undefined if it has none. A value that is not a string (never valid in a cluster) is
 * converted to one.
 */
export function annotation(object: KubernetesObject, key: string): string | undefined {
  const value = field(object, 'metadata', 'annotations', key);
  if (value === undefined) return undefined;
  return value === null ? '' : scalarText(value);
}

/** A label of an object; undefined if it has none. */
export function label(object: KubernetesObject, key: string): string | undefined {
  const value = field(object, 'metadata', 'labels', key);
  if (value === undefined) return undefined;
  return value === null ? '' : scalarText(value);
}

/** A value as the string that a message or an annotation shows: strings unchanged, anything else as JSON. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

/** A path as Kubernetes prints it: `spec.backends[0].weight`; keys that are not plain words are in brackets. */
export function showPath(path: FieldPath): string {
  let shown = '';
  for (const key of path) {
    if (typeof key === 'number') shown += `[${key}]`;
    else if (/^[\w-]+$/.test(key)) shown += shown === '' ? key : `.${key}`;
    else shown += `[${JSON.stringify(key)}]`;
  }
  return shown;
}

/** The kind and name of an object, for a message: `HTTPRoute web`. */
export function kindAndName(object: KubernetesObject): string {
  return `${text(object, 'kind')} ${text(object, 'metadata', 'name')}`;
}

/** Whether an object is a Service of the core group. */
export function isService(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'Service' && groupOf(object) === '';
}
