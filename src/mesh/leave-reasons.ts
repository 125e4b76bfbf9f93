import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { annotation, label } from '../kubernetes.ts';
import { skipAnnotation } from './service-profile.ts';

/** A label or annotation because of which a split is not converted: the finding, its field and its value. */
export interface LeaveReason {
  readonly code: 'split-skipped' | 'split-local-config' | 'failover-controlled';
  readonly field: FieldPath;
  readonly value: string;
}

/** Kustomize leaves out what has this annotation with any value but `false` (kustomize, api/resource/factory.go). */
export const localConfigAnnotation = 'config.kubernetes.io/local-config';
const controlledBy = 'failover.linkerd.io/controlled-by';
const primaryService = 'failover.linkerd.io/primary-service';
const managedBy = 'app.kubernetes.io/managed-by';

/**
 * The first label or annotation because of which an object is not converted: `smi.linkerd.io/skip`, which the smi-adaptor
 * reads on profiles only (linkerd-smi, controller.go), that of Kustomize for objects that are never applied, and those of
 * linkerd-failover: its label, its annotation (if the Helm chart sets another label), and the label of its first versions.
 */
export function leaveReasonOf(object: KubernetesObject): LeaveReason | undefined {
  const skip = annotation(object, skipAnnotation);
  if (skip !== undefined)
    return { code: 'split-skipped', field: ['metadata', 'annotations', skipAnnotation], value: skip };
  if (isLocalConfig(object))
    return {
      code: 'split-local-config',
      field: ['metadata', 'annotations', localConfigAnnotation],
      value: annotation(object, localConfigAnnotation) ?? '',
    };
  const controller = label(object, controlledBy);
  if (controller !== undefined)
    return { code: 'failover-controlled', field: ['metadata', 'labels', controlledBy], value: controller };
  if (annotation(object, primaryService) !== undefined)
    return { code: 'failover-controlled', field: ['metadata', 'annotations', primaryService], value: '' };
  if (label(object, managedBy) === 'linkerd-failover')
    return { code: 'failover-controlled', field: ['metadata', 'labels', managedBy], value: 'linkerd-failover' };
  return undefined;
}

/** Whether an object says that it is never applied, by the value as it is parsed. */
export function isLocalConfig(object: KubernetesObject): boolean {
  return (annotation(object, localConfigAnnotation) ?? 'false') !== 'false';
}
