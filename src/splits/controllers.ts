import { addTo } from '../collections.ts';
import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { field, groupOf, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Deployed, Neighbours } from '../manifests/neighbours.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { CallObject, Run } from '../run.ts';
import { namespacesAmong, sharing } from './namespaces.ts';

/** A controller that writes the weights of a split, and the field of the split that shows it. */
interface Owner {
  readonly name: string;
  readonly field: FieldPath;
  /** The file of the controller, if that belongs to another unit. */
  readonly elsewhere?: string;
}

/** Controllers by the names of the splits that they write, and by the Services that they split. */
interface Controllers {
  readonly bySplit: ReadonlyMap<string, readonly Manifest[]>;
  readonly byApex: ReadonlyMap<string, readonly Manifest[]>;
  /** Canaries by the names of their splits: their apex may be a host that is no Service. */
  readonly canaries: ReadonlyMap<string, readonly Manifest[]>;
  /** All Canaries and Rollouts by kind and name, including those that write no splits. */
  readonly byTitle: ReadonlyMap<string, readonly Manifest[]>;
}

/**
 * The Canary or Rollout that writes a split (docs/facts/linkerd.md, "Who owns a split"): found by ownerReference, or
 * because it names the split or its apex. It is in the unit, or elsewhere in the call and known to be in the namespace
 * of the split.
 */
export function ownerOf(placed: LocatedSplit, near: Controllers, run: Run): Owner | undefined {
  const { manifest, split } = placed;
  const references = list(manifest.object, 'metadata', 'ownerReferences');
  const index = references.findIndex(isController);
  if (index !== -1) return { name: titleOf(references[index]), field: ['metadata', 'ownerReferences', index] };
  const own = ownerIn(near, placed, (some) => sharing(some, placed, run)[0]);
  if (own !== undefined || split.namespace === '') return own;
  const { controllers, namespaces } = run.inCall(controllersOfCall);
  const isThere = (one: Manifest): boolean => namespacesAmong([split.namespace], namespaces.get(one) ?? []).length > 0;
  // A controller outside of the unit counts only if the unit has none of its name that may be there, and all objects of that
  // kind and name in the call would own the split.
  const agreed = (one: Manifest): boolean => {
    const title = titleOf(one.object);
    const copies = (controllers.byTitle.get(title) ?? []).filter(isThere);
    const isInUnit = sharing(near.byTitle.get(title) ?? [], placed, run).length > 0;
    return !isInUnit && copies.every((copy) => owns(copy, placed));
  };
  const far = ownerIn(controllers, placed, (some) => some.find((one) => isThere(one) && agreed(one)));
  return far && { ...far, elsewhere: far.path };
}

function ownerIn(
  { bySplit, byApex, canaries }: Controllers,
  { split }: LocatedSplit,
  firstOf: (some: readonly Manifest[]) => Manifest | undefined,
): (Owner & { readonly path: string }) | undefined {
  const byName = firstOf(bySplit.get(split.name) ?? []);
  const ofApex = firstOf(byApex.get(split.apex) ?? []);
  const owner = byName ?? ofApex ?? firstOf(canaries.get(split.name) ?? []);
  if (owner === undefined) return undefined;
  const at: FieldPath = byName === undefined && ofApex !== undefined ? ['spec', 'service'] : ['metadata', 'name'];
  return { name: titleOf(owner.object), field: at, path: owner.page.slice.source.path };
}

/** The controllers among some manifests, indexed by the names that splits are looked up by. */
export function controllersIn(
  manifests: readonly Manifest[],
  deployed: Deployed = ({ object }) => object,
): Controllers {
  const bySplit = new Map<string, Manifest[]>();
  const byApex = new Map<string, Manifest[]>();
  const canaries = new Map<string, Manifest[]>();
  const byTitle = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const object = deployed(manifest);
    if (isController(object)) addTo(byTitle, titleOf(object), manifest);
    if (isRollout(object)) {
      const written = rolloutSplit(object);
      if (written === undefined) continue;
      addTo(bySplit, written.split, manifest);
      if (written.apex !== '') addTo(byApex, written.apex, manifest);
    } else if (isSmiCanary(object)) {
      const services = canaryServices(object);
      for (const service of services) addTo(byApex, service, manifest);
      addTo(canaries, services[0] ?? '', manifest);
    }
  }
  return { bySplit, byApex, canaries, byTitle };
}

/** The controllers around the splits of a unit. */
export function controllersAmong(neighbours: Neighbours): Controllers {
  return controllersIn(neighbours.of(isController), neighbours.deployed);
}

/** Whether a controller writes a split, by the name of the split or by its apex. */
function owns(controller: Manifest, { split }: LocatedSplit): boolean {
  const { bySplit, byApex, canaries } = controllersIn([controller]);
  return bySplit.has(split.name) || byApex.has(split.apex) || canaries.has(split.name);
}

function controllersOfCall(objects: readonly CallObject[]): {
  readonly controllers: Controllers;
  readonly namespaces: ReadonlyMap<Manifest, readonly string[]>;
} {
  const deployed = objects.filter(({ isPatch }) => !isPatch);
  const namespaces = new Map(deployed.map(({ manifest, namespaces }) => [manifest, namespaces]));
  return { controllers: controllersIn([...namespaces.keys()]), namespaces };
}

const writesSplits = (object: KubernetesObject): boolean => splitsAtRunTime(object) === 'written';

/** Reports the controllers of the input that write TrafficSplits at run time: those are never in Git. */
export function reportControllers(neighbours: Neighbours, run: Run): void {
  for (const manifest of neighbours.of(writesSplits)) {
    run.report({
      code: 'splits-at-run-time',
      message: 'writes TrafficSplits at run time',
      at: { manifest, field: ['spec'] },
    });
  }
}

/**
 * Whether an object writes TrafficSplits at run time; a Canary without a provider has the one of its Flagger
 * installation.
 */
export function splitsAtRunTime(object: KubernetesObject): 'written' | 'provider-unknown' | 'none' {
  if (isRollout(object)) return rolloutSplit(object) === undefined ? 'none' : 'written';
  if (!isSmiCanary(object)) return 'none';
  return text(object, 'spec', 'provider') === '' ? 'provider-unknown' : 'written';
}

function titleOf(object: unknown): string {
  return `${text(object, 'kind')} ${text(object, 'metadata', 'name') || text(object, 'name')}`;
}

/** Whether an object, or what an ownerReference names, is a Canary of Flagger or a Rollout of Argo; without a group, the kind is enough. */
export function isController(reference: unknown): boolean {
  const groups: Readonly<Record<string, string>> = { Canary: 'flagger.app', Rollout: 'argoproj.io' };
  const kind = text(reference, 'kind');
  if (!Object.hasOwn(groups, kind)) return false;
  const [group = ''] = text(reference, 'apiVersion').split('/');
  return group === '' || group === groups[kind];
}

/** Whether an object is a Rollout of Argo. */
export function isRollout(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'Rollout' && groupOf(object) === 'argoproj.io';
}

/**
 * The split that a Rollout writes: its name is trafficSplitName or else that of the Rollout, its apex is rootService or
 * else the stable Service (argo-rollouts, rollout/trafficrouting/smi). Undefined without SMI traffic routing.
 */
function rolloutSplit(object: KubernetesObject): { readonly split: string; readonly apex: string } | undefined {
  const canary = field(object, 'spec', 'strategy', 'canary');
  const smi = field(canary, 'trafficRouting', 'smi');
  if (smi === undefined || smi === null) return undefined;
  return {
    split: text(smi, 'trafficSplitName') || text(object, 'metadata', 'name'),
    apex: text(smi, 'rootService') || text(canary, 'stableService'),
  };
}

/** Whether an object is a Canary whose router writes TrafficSplits (flagger, pkg/router/factory.go). */
function isSmiCanary(object: KubernetesObject): boolean {
  if (!isCanary(object)) return false;
  const provider = text(object, 'spec', 'provider');
  return ['', 'linkerd', 'osm'].includes(provider) || provider.startsWith('smi:');
}

/** Whether an object is a Canary of Flagger. */
export function isCanary(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'Canary' && groupOf(object) === 'flagger.app';
}

/**
 * The Services of a Canary whose router writes HTTPRoutes (flagger, pkg/router/factory.go); empty for any other object.
 */
export function gatewayServices(object: KubernetesObject): readonly string[] {
  return isCanary(object) && text(object, 'spec', 'provider').startsWith('gatewayapi') ? canaryServices(object) : [];
}

/**
 * What a Canary may split: the name of its service, and that of its target, which Flagger takes where the first is missing
 * (flagger, `GetServiceNames`).
 */
function canaryServices(object: KubernetesObject): readonly string[] {
  const [name, target] = [text(object, 'spec', 'service', 'name'), text(object, 'spec', 'targetRef', 'name')];
  return [...new Set([name, target])].filter((service) => service !== '');
}
