import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { field, groupOf, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

/** A controller that writes the weights of a split, and the field of the split that shows it. */
export interface Owner {
  readonly name: string;
  readonly field: FieldPath;
}

/** The Canary or Rollout that a split belongs to (docs/facts/linkerd.md, "Who owns a split"): by ownerReference, or named in the input. */
export function ownerOf({ manifest, split }: LocatedSplit, controllers: readonly Manifest[]): Owner | undefined {
  const references = list(manifest.object, 'metadata', 'ownerReferences');
  const index = references.findIndex((reference) => ['Canary', 'Rollout'].includes(text(reference, 'kind')));
  if (index !== -1) return { name: shown(references[index]), field: ['metadata', 'ownerReferences', index] };
  for (const { object } of controllers) {
    if (!isNear(object, split.namespace)) continue;
    if (isRollout(object) && rolloutSplit(object) === split.name)
      return { name: shown(object), field: ['metadata', 'name'] };
    if (isCanary(object) && canaryServices(object).includes(split.apex))
      return { name: shown(object), field: ['spec', 'service'] };
  }
  return undefined;
}

/** The objects that may own splits: each split is held against these alone. */
export function controllersIn(neighbours: readonly Manifest[]): readonly Manifest[] {
  return neighbours.filter(({ object }) => isRollout(object) || isCanary(object));
}

/** Reports the controllers of the input that write TrafficSplits at run time: those are never in Git. */
export function reportControllers(neighbours: readonly Manifest[], run: Run): void {
  for (const manifest of neighbours) {
    const { object } = manifest;
    const writes = isRollout(object)
      ? rolloutSplit(object) !== undefined
      : isCanary(object) && field(object, 'spec', 'provider') !== undefined;
    if (!writes) continue;
    run.report({
      code: 'splits-at-run-time',
      message: `${shown(object)} writes TrafficSplits at run time, which only an adaptor converts`,
      at: { manifest, field: ['spec'] },
    });
  }
}

function shown(object: unknown): string {
  return `${text(object, 'kind')} ${text(object, 'metadata', 'name') || text(object, 'name')}`;
}

function isNear(object: KubernetesObject, namespace: string): boolean {
  return [namespace, ''].includes(text(object, 'metadata', 'namespace'));
}

function isRollout(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'Rollout' && groupOf(object) === 'argoproj.io';
}

/** The split that a Rollout writes: trafficSplitName, by default its own name; undefined without SMI traffic routing. */
function rolloutSplit(object: KubernetesObject): string | undefined {
  const smi = field(object, 'spec', 'strategy', 'canary', 'trafficRouting', 'smi');
  if (smi === undefined) return undefined;
  return text(smi, 'trafficSplitName') || text(object, 'metadata', 'name');
}

/** Whether a Canary is one whose router writes TrafficSplits (flagger, pkg/router/factory.go). */
function isCanary(object: KubernetesObject): boolean {
  if (text(object, 'kind') !== 'Canary' || groupOf(object) !== 'flagger.app') return false;
  const provider = text(object, 'spec', 'provider');
  return provider === '' || provider === 'linkerd' || provider.startsWith('smi:');
}

function canaryServices(object: KubernetesObject): readonly string[] {
  return [text(object, 'spec', 'service', 'name'), text(object, 'spec', 'targetRef', 'name')].filter(
    (name) => name !== '',
  );
}
