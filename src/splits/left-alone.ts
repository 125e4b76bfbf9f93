import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, label } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { skipAnnotation } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';
import { ownerOf } from './controllers.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';

/** Whether a split carries the skip annotation: then nothing else is said about it. */
export function isSkipped(object: KubernetesObject): boolean {
  return annotation(object, skipAnnotation) !== undefined;
}

/** Whether a split is left alone on purpose; says why. */
export function leftAlone(placed: LocatedSplit, controllers: readonly Manifest[], run: Run): Left | undefined {
  const { manifest, split } = placed;
  const { object } = manifest;
  if (annotation(object, 'config.kubernetes.io/local-config') === 'true') {
    return leave(run, {
      code: 'split-local-config',
      message: `TrafficSplit ${split.name} is local configuration and is never applied`,
      at: { manifest, field: ['metadata', 'annotations', 'config.kubernetes.io/local-config'] },
    });
  }
  const failover = label(object, 'failover.linkerd.io/controlled-by');
  if (failover !== undefined) {
    return leave(run, {
      code: 'failover-controlled',
      message: `TrafficSplit ${split.name} is controlled by ${failover || 'linkerd-failover'}, which changes its weights at run time`,
      at: { manifest, field: ['metadata', 'labels', 'failover.linkerd.io/controlled-by'] },
    });
  }
  const owner = ownerOf(placed, controllers);
  if (owner === undefined) return undefined;
  return leave(run, {
    code: 'controller-owned',
    message: `TrafficSplit ${split.name} belongs to ${owner.name}, which writes its weights`,
    at: { manifest, field: owner.field },
  });
}
