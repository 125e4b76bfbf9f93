import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { opaqueAnnotation } from '../mesh/route-ports.ts';
import { afterOperation } from './json-patch.ts';
import { isPatchOf, isReplaced, selects, type Selectable } from './selectors.ts';
import type { Step } from './step.ts';

/** A Service or a Namespace object that the ports of routes depend on. */
export interface PortSource extends Selectable {
  readonly object: KubernetesObject;
  /** What routes take from such an object, as text that can be compared. */
  readonly taken: (object: KubernetesObject) => string;
}

/** What a step does to the ports of a Service, or to those that are opaque, for a message; undefined if nothing. */
export function portChangeOf(step: Step, source: PortSource): string | undefined {
  const what = source.kind === 'Service' ? 'changes its ports' : 'changes its opaque ports';
  return takesOthers(afterStep(step, source), source) ? `${what} (${step.where})` : undefined;
}

/** An object after a step, as far as ports and the type are concerned; undefined if that is not known, or it is gone. */
export function afterStep(step: Step, source: Pick<PortSource, 'object'> & Selectable): KubernetesObject | undefined {
  if (step.kind === 'patch') return afterPatches(step, source);
  if (step.kind === 'metadata') return withAnnotations(source.object, step.annotations);
  const isChanged =
    step.kind === 'replacement' &&
    step.targets.some((target) => isReplaced(target, source) && fieldsOf(target).some(isPortField));
  return isChanged ? undefined : source.object;
}

/** Whether something else is taken of an object after a step, or that is not known. */
export function takesOthers(after: KubernetesObject | undefined, { object, taken }: PortSource): boolean {
  return after === undefined || taken(after) !== taken(object);
}

/** The object after a patch; undefined if it is not known, or gone. */
function afterPatches(
  { target, patches }: Extract<Step, { kind: 'patch' }>,
  source: Pick<PortSource, 'object'> & Selectable,
): KubernetesObject | undefined {
  if (target !== undefined && !selects(target, source)) return source.object;
  if (target !== undefined && patches.length === 0) return undefined;
  const own = target === undefined ? patches.filter((patch) => isPatchOf(patch, source)) : patches;
  return own.reduce<KubernetesObject | undefined>(
    (object, patch) => object && afterPatch(object, patch),
    source.object,
  );
}

function afterPatch(object: KubernetesObject, patch: unknown): KubernetesObject | undefined {
  if (isMapping(patch)) return strategicMerge(object, patch);
  if (!Array.isArray(patch)) return undefined;
  const operations = patch.filter((one) => writtenPaths(one).some(isPortPath) || setsType(one));
  return operations.reduce<KubernetesObject | undefined>(
    (before, operation) => before && afterOperation(before, operation),
    object,
  );
}

/** The paths that an operation of a JSON patch (RFC 6902) writes to. */
function writtenPaths(operation: unknown): readonly string[] {
  const kind = text(operation, 'op');
  if (kind === 'test') return [];
  return [text(operation, 'path'), ...(kind === 'move' ? [text(operation, 'from')] : [])];
}

const portPaths = ['/spec/ports', `/metadata/annotations/${opaqueAnnotation.replace('/', '~1')}`];

/** Whether a path is one of a field of ports, or of one above or below it. */
function isPortPath(path: string): boolean {
  return portPaths.some((known) => `${known}/`.startsWith(`${path}/`) || path.startsWith(`${known}/`));
}

/** The fields of a Service that say whether it has a cluster IP. */
const typeFields = ['type', 'clusterIP', 'externalName'];

/** Whether an operation of a JSON patch does nothing but set or remove one of these fields. */
function setsType(operation: unknown): boolean {
  const path = text(operation, 'path');
  return (
    ['add', 'replace', 'remove'].includes(text(operation, 'op')) && typeFields.some((key) => path === `/spec/${key}`)
  );
}

/** The fields that a replacement, or a ValueAddTransformer, writes to: `spec.ports.0.port`. */
function fieldsOf(target: unknown): readonly string[] {
  return [...list(target, 'fieldPaths').map(String), text(target, 'fieldPath').replaceAll('/', '.')];
}

/** Whether a field may be one of ports that matters, or holds such. */
function isPortField(path: string): boolean {
  if (/^spec\.ports\..*\.(?:name|nodePort)$/s.test(path)) return false;
  return /^(?:spec(?:\.ports.*)?|metadata(?:\.annotations(?:\..*opaque-ports.*)?)?)$/s.test(path);
}

/** A strategic merge, as far as it concerns ports and the type; undefined if it has a directive, or leaves nothing. */
function strategicMerge(object: KubernetesObject, patch: KubernetesObject): KubernetesObject | undefined {
  const parts = [patch, field(patch, 'spec'), field(patch, 'metadata'), field(patch, 'metadata', 'annotations')];
  if (parts.some((part) => part === null || (isMapping(part) && Object.keys(part).some(isDirective)))) return undefined;
  const ports = portsMerged(list(object, 'spec', 'ports'), field(patch, 'spec', 'ports'));
  if (ports === undefined) return undefined;
  const annotated = withAnnotations(object, mapping(patch, 'metadata', 'annotations'));
  const types = Object.entries(mapping(patch, 'spec')).filter(([key]) => typeFields.includes(key));
  // What a merge sets to null is removed; for what is read here, null is the same.
  return { ...annotated, spec: { ...mapping(object, 'spec'), ...Object.fromEntries(types), ports } };
}

function isDirective(key: string): boolean {
  return key.startsWith('$');
}

/** The entries of a list of ports are the same if number and protocol are (kustomize kyaml/yaml/merge2). */
function portsMerged(own: readonly unknown[], patch: unknown): readonly unknown[] | undefined {
  if (patch === undefined) return own;
  if (!Array.isArray(patch) || !patch.every((entry) => isMapping(entry) && !Object.keys(entry).some(isDirective)))
    return undefined;
  const entries: readonly KubernetesObject[] = patch;
  const known = new Set(own.map(portKey));
  const changed = own.map((port) =>
    entries
      .filter((entry) => portKey(entry) === portKey(port))
      .reduce((before, entry) => ({ ...before, ...entry }), mapping({ port }, 'port')),
  );
  return [...changed, ...entries.filter((entry) => !known.has(portKey(entry)))];
}

function portKey(port: unknown): string {
  return JSON.stringify([field(port, 'port') ?? null, text(port, 'protocol') || 'TCP']);
}

/** An object with annotations set; null removes one. */
function withAnnotations(object: KubernetesObject, annotations: KubernetesObject): KubernetesObject {
  const { [opaqueAnnotation]: opaque } = annotations;
  if (opaque === undefined) return object;
  const before = Object.entries(mapping(object, 'metadata', 'annotations')).filter(([key]) => key !== opaqueAnnotation);
  const made: readonly (readonly [string, unknown])[] =
    opaque === null ? before : [...before, [opaqueAnnotation, opaque]];
  return { ...object, metadata: { ...mapping(object, 'metadata'), annotations: Object.fromEntries<unknown>(made) } };
}
