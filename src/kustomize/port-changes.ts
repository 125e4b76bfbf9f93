import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { opaqueAnnotation } from '../mesh/route-ports.ts';
import { afterOperation, writtenPaths } from './json-patch.ts';
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

/** Whether a step is of a kind that may change ports, the type, or which ports are opaque. */
export function mayChangePorts(step: Step): boolean {
  if (step.kind === 'metadata') return opaqueAnnotation in step.annotations;
  return step.kind === 'patch' || step.kind === 'replacement';
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

/**
 * A strategic merge, as far as it concerns ports and the type (kustomize kyaml/yaml/merge2); undefined if it has a directive
 * that is not read, or leaves nothing.
 */
function strategicMerge(object: KubernetesObject, patch: KubernetesObject): KubernetesObject | undefined {
  const parts = [patch, field(patch, 'metadata'), field(patch, 'metadata', 'annotations')];
  if (parts.some((part) => part === null || hasDirective(part))) return undefined;
  const spec = specMerged(mapping(object, 'spec'), field(patch, 'spec'));
  return spec && { ...withAnnotations(object, mapping(patch, 'metadata', 'annotations')), spec };
}

function hasDirective(part: unknown): boolean {
  return isMapping(part) && Object.keys(part).some((key) => key.startsWith('$'));
}

function specMerged(own: KubernetesObject, patch: unknown): KubernetesObject | undefined {
  const directive = field(patch, '$patch');
  if (patch === undefined) return own;
  if (patch === null || directive === 'delete') return {};
  if (directive !== undefined && directive !== 'replace' && directive !== 'merge') return undefined;
  const before = directive === 'replace' ? {} : own;
  const ports = portsMerged(list(before, 'ports'), field(patch, 'ports'));
  const types = Object.entries(mapping({ patch }, 'patch')).filter(([key]) => typeFields.includes(key));
  // What a merge sets to null is removed; for what is read here, null is the same.
  return ports && { ...before, ...Object.fromEntries(types), ports };
}

/** The entries of a list of ports are the same if number and protocol are; one without a protocol is not that with `TCP`. */
function portsMerged(own: readonly unknown[], patch: unknown): readonly unknown[] | undefined {
  if (patch === undefined) return own;
  if (patch === null) return [];
  if (!Array.isArray(patch) || !patch.every(isMapping)) return undefined;
  const all: readonly KubernetesObject[] = patch;
  const directives = all.filter(hasDirective);
  if (!directives.every(isPortDirective)) return undefined;
  // Where any entry of both lists has a protocol, one that deletes and has none names no port.
  const areBare = [...own, ...all].every((one) => field(one, 'protocol') === undefined);
  const effective = directives.filter((one) => areBare || !('port' in one) || 'protocol' in one);
  const isGone = (port: unknown): boolean => effective.some((directive) => removesPort(directive, port));
  const kept = own.filter((port) => !isGone(port));
  const entries = mergedEntries(own, all);
  const changed = kept.map((port) => ({ ...mapping({ port }, 'port'), ...entries.get(portKey(port)) }));
  // An entry with a protocol beside a port without one, or the other way round, neither changes that port nor is added.
  const isAdded = (entry: unknown): boolean =>
    !kept.some((port) => field(port, 'port') === field(entry, 'port') && mayHaveProtocolOf(port, entry));
  return [...changed, ...[...entries.values()].filter(isAdded)];
}

/**
 * The entries of a list of ports that are merged into another one. Of those that are the same, it is the first one, if that is
 * no directive. One without a protocol has no effect where its number has one in either list.
 */
function mergedEntries(
  own: readonly unknown[],
  patch: readonly KubernetesObject[],
): ReadonlyMap<string, KubernetesObject> {
  const withProtocol = new Set(
    [...own, ...patch].filter((one) => field(one, 'protocol') !== undefined).map((one) => field(one, 'port')),
  );
  const first = new Map<string, KubernetesObject>();
  for (const entry of patch) if (!first.has(portKey(entry))) first.set(portKey(entry), entry);
  return new Map(
    [...first].filter(([, entry]) => !hasDirective(entry) && ('protocol' in entry || !withProtocol.has(entry.port))),
  );
}

function mayHaveProtocolOf(one: unknown, other: unknown): boolean {
  const protocols = [one, other].map((port) => text(port, 'protocol'));
  return protocols.includes('') || protocols[0] === protocols[1];
}

/** Whether an entry replaces the list, or deletes all of it or one port. */
function isPortDirective({ $patch, ...rest }: KubernetesObject): boolean {
  return !hasDirective(rest) && ($patch === 'delete' || ($patch === 'replace' && Object.keys(rest).length === 0));
}

/** Without a port in the entry, it is all of them; a protocol that only one of both has makes them two ports. */
function removesPort(directive: KubernetesObject, port: unknown): boolean {
  return (
    Object.keys(directive).length === 1 ||
    ['port', 'protocol'].every((key) => field(directive, key) === field(port, key))
  );
}

function portKey(port: unknown): string {
  return JSON.stringify([field(port, 'port') ?? null, text(port, 'protocol')]);
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
