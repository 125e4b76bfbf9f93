import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import type { BuiltObject } from './deployers.ts';
import type { Kustomization } from './files.ts';
import { afterMerge, afterOperation, operated } from './json-patch.ts';
import { isPatchOf, isReplaced, selectable, selects, type Selectable } from './selectors.ts';
import { stepIndexOf } from './step-index.ts';
import type { Step } from './step.ts';

/** What lists files. */
export interface Listings {
  /** Whether a file is a patch, and nothing lists it. */
  isPatch(file: string): boolean;
  /** Those that list a file or a directory. */
  listersOf(place: string): readonly Actor[];
  /** A kustomization after the components that it uses, in the order in which they act. */
  inOrder(user: Actor): readonly Actor[];
}

/** An object with the name and namespace of its file, and those that it has now. */
type Unfinished = BuiltObject & { readonly metadata: KubernetesObject };

/** More builds of an object than this are not looked at, so that kustomizations that list each other in many ways end. */
const mostBuilds = 1000;

/**
 * What the kustomizations that list a file, and the deployers of the file or of those, make of an object in it by patches: one
 * for each outermost one, the object itself if nothing lists the file.
 */
export function builtObjects(object: KubernetesObject, file: string, listings: Listings): readonly BuiltObject[] {
  const found: BuiltObject[] = [];
  let left = mostBuilds;
  climb({ object, metadata: mapping(object, 'metadata') }, file, { passed: new Set() });
  return found.length === 0 ? [{ object }] : found;

  function climb(state: Unfinished, place: string, { below, passed }: Climb): void {
    const above = listings.listersOf(place).filter((one) => !passed.has(one) && isOfSameTool(one, object));
    const done = (after: Unfinished): unknown =>
      found.push(after.patched === undefined ? { object } : withMetadata(after));
    if (above.length === 0) done(state);
    for (const actor of above) {
      left -= 1;
      if (left < 0) continue;
      const { kustomization = below, deployer } = actor;
      const { isPatched, ...after } = listings.inOrder(actor).reduce(afterActor, { ...state, isPatched: false });
      const by = isPatched ? actor.path : state.patched?.by;
      const isChanged = isPatched || after.metadata !== state.metadata;
      const top = { ...(kustomization && { kustomization }), ...(deployer && isChanged && { deployer }) };
      const next = { ...after, ...(by !== undefined && { patched: { by, top } }) };
      if (deployer !== undefined) done(next);
      else if (kustomization !== undefined)
        climb(next, kustomization.directory, { below: kustomization, passed: new Set([...passed, actor]) });
    }
  }
}

/** How far up an object has been followed: the kustomization that lists it, and all on the way. */
interface Climb {
  readonly below?: Kustomization;
  readonly passed: ReadonlySet<Actor>;
}

/** Argo CD does not deploy with Flux, nor Flux with Argo CD. */
function isOfSameTool({ deployer }: Actor, object: KubernetesObject): boolean {
  return (
    deployer === undefined ||
    (deployer.tool === 'flux') === ['Kustomization', 'HelmRelease'].includes(text(object, 'kind'))
  );
}

/** What an actor makes of an object; its patches run before it sets names and labels (kustomize api/internal/target). */
function afterActor(state: Unfinished & { readonly isPatched: boolean }, actor: Actor): typeof state {
  let { object, metadata, isPatched } = state;
  const [kind, name] = [text(object, 'kind'), text(object, 'metadata', 'name')];
  for (const step of stepIndexOf(actor).changing({ kind, name, newName: text(metadata, 'name') })) {
    const before = object;
    object = afterStepOnDeployer(object, step, state.metadata);
    isPatched ||= object !== before && step.kind !== 'metadata';
    metadata = afterRenaming(metadata, step);
  }
  return { ...state, object, metadata, isPatched };
}

function withMetadata({ object, patched, metadata: { name, namespace } }: Unfinished): BuiltObject {
  const metadata = { ...mapping(object, 'metadata'), name, namespace };
  return { object: { ...object, metadata }, ...(patched && { patched }) };
}

function afterRenaming(metadata: KubernetesObject, step: Step): KubernetesObject {
  const name = text({ metadata }, 'metadata', 'name');
  if (step.kind === 'namePrefix') return { ...metadata, name: `${step.value}${name}` };
  if (step.kind === 'nameSuffix') return { ...metadata, name: `${name}${step.value}` };
  return step.kind === 'namespace' ? { ...metadata, namespace: step.value } : metadata;
}

function afterStepOnDeployer(object: KubernetesObject, step: Step, metadata: KubernetesObject): KubernetesObject {
  if (step.kind === 'metadata') return withPairs(object, step);
  const seen = seenAs(object, metadata);
  if (step.kind === 'patch') return afterMatching(object, step, seen);
  if (step.kind !== 'replacement') return object;
  return step.targets
    .filter((target) => seen.some((one) => isReplaced(target, one)))
    .reduce<KubernetesObject>(afterReplacement, object);
}

function withPairs(
  object: KubernetesObject,
  added: Record<'labels' | 'annotations', KubernetesObject>,
): KubernetesObject {
  const metadata = mapping(object, 'metadata');
  const labels = { ...mapping(metadata, 'labels'), ...added.labels };
  const annotations = { ...mapping(metadata, 'annotations'), ...added.annotations };
  return { ...object, metadata: { ...metadata, labels, annotations } };
}

/** An object as selectors see it: by the name in its file, and by the one that it has now (kustomize resmap, Select). */
function seenAs(object: KubernetesObject, metadata: KubernetesObject): readonly Selectable[] {
  const setNamespaces = [text(metadata, 'namespace')];
  const none = new Set<string>();
  const one = { ...selectable({ object }), setNamespaces, labelsSet: none, annotationsSet: none };
  return [one, { ...one, name: text(metadata, 'name') }];
}

/** What stands for a value that a replacement writes; it is read as a template action: any text. */
const replacement = '${replacement}';

/** An object after a target of a replacement. */
function afterReplacement(object: KubernetesObject, target: unknown): KubernetesObject {
  return list(target, 'fieldPaths').reduce<KubernetesObject>((before, path) => {
    const keys = String(path).split('.');
    const value = field(before, ...keys);
    if (keys[0] !== 'spec' || (value === undefined && field(target, 'options', 'create') !== true)) return before;
    const after = operated(before, keys, { op: 'replace', value: replacedText(value, target) });
    return isMapping(after) ? after : before;
  }, object);
}

/** A value of which a replacement writes a part, or all; a part beyond the last one is added (kustomize api/filters/replacement). */
function replacedText(value: unknown, target: unknown): string {
  const delimiter = text(target, 'options', 'delimiter');
  if (typeof value !== 'string' || delimiter === '') return replacement;
  const index = Number(field(target, 'options', 'index') ?? 0);
  const parts = value.split(delimiter);
  if (index < 0) return [replacement, ...parts].join(delimiter);
  if (index >= parts.length) return [...parts, replacement].join(delimiter);
  return parts.map((part, at) => (at === index ? replacement : part)).join(delimiter);
}

function afterMatching(
  object: KubernetesObject,
  { target, patches }: Extract<Step, { kind: 'patch' }>,
  seen: readonly Selectable[],
): KubernetesObject {
  if (target !== undefined && !seen.some((one) => selects(target, one))) return object;
  const own = target === undefined ? patches.filter((patch) => seen.some((one) => isPatchOf(patch, one))) : patches;
  return own.reduce<KubernetesObject>(afterContent, object);
}

/** An object after a patch: a JSON patch is a list; operations that take a value from elsewhere have no effect here. */
function afterContent(object: KubernetesObject, patch: unknown): KubernetesObject {
  if (Array.isArray(patch))
    return patch.reduce<KubernetesObject>((before, one) => afterOperation(before, one) ?? before, object);
  return afterMerge(object, patch);
}
