import type { KubernetesObject } from '../kubernetes.ts';
import { field, isMapping, scalarText } from '../kubernetes.ts';
import type { Flag } from './flag.ts';
import { kindOf } from './flag.ts';

/** Annotations and labels that a profile does not inherit: tools wrote them about the split itself. */
const ownOfTools =
  /^(?:(?:(?:internal|kustomize|alpha)\.)?config\.(?:kubernetes|k8s)\.io|kubectl\.kubernetes\.io|smi\.linkerd\.io|failover\.linkerd\.io|internal\.kpt\.dev|meta\.helm\.sh|kapp\.k14s\.io|objectset\.rio\.cattle\.io)\/|^argocd\.argoproj\.io\/tracking-id$/;

/** Shared by all splits without any. */
const nothingInherited: Readonly<Record<string, string>> = {};

/**
 * The labels or annotations that a profile inherits from a split, as strings. Reports values that are not strings: the
 * API server refuses them (apimachinery, ObjectMeta; it stores null as an empty string).
 */
export function inherited(
  object: KubernetesObject,
  key: 'labels' | 'annotations',
  flag: Flag,
): Readonly<Record<string, string>> {
  const values = field(object, 'metadata', key);
  if (values === undefined || values === null) return nothingInherited;
  if (!isMapping(values)) {
    flag(
      'metadata-form',
      `metadata.${key} is ${kindOf(values)}, not a mapping`,
      ['metadata', key],
      'write a mapping of names to texts',
    );
    return nothingInherited;
  }
  const copied = Object.entries(values).filter(([name]) => !ownOfTools.test(name));
  for (const [name, value] of copied) {
    if (typeof value === 'string' || value === null) continue;
    flag('metadata-form', `${key.slice(0, -1)} ${name} is ${kindOf(value)}, not a string`, ['metadata', key, name]);
  }
  if (copied.length === 0) return nothingInherited;
  return Object.fromEntries(copied.map(([name, value]) => [name, value === null ? '' : scalarText(value)]));
}
