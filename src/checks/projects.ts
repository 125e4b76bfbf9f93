import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, list, text } from '../kubernetes.ts';
import type { Run } from '../run.ts';

/**
 * The finding for an Argo CD project that allows TrafficSplits but not what they are converted to; undefined for any
 * other object.
 */
export function projectFinding(
  object: KubernetesObject,
  { target }: Run['options'],
): Pick<Diagnostic, 'code' | 'message'> | undefined {
  if (text(object, 'kind') !== 'AppProject' || groupOf(object) !== 'argoproj.io') return undefined;
  if (!isAllowed(object, 'split.smi-spec.io', 'TrafficSplit')) return undefined;
  if (target === 'httproute')
    return isAllowed(object, 'gateway.networking.k8s.io', 'HTTPRoute')
      ? undefined
      : { code: 'project-forbids-route', message: 'allows TrafficSplits but no HTTPRoutes' };
  return isAllowed(object, 'linkerd.io', 'ServiceProfile')
    ? undefined
    : { code: 'project-forbids-profile', message: 'allows TrafficSplits but no ServiceProfiles' };
}

/**
 * An AppProject decides by its whitelist, if it has one, and by its blacklist (argo-cd,
 * AppProject.IsGroupKindNamePermitted).
 */
function isAllowed(project: KubernetesObject, group: string, kind: string): boolean {
  const lists = (key: string): boolean =>
    list(project, 'spec', key).some(
      (entry) => matchesGlob(text(entry, 'group'), group) && matchesGlob(text(entry, 'kind'), kind),
    );
  const isListed =
    list(project, 'spec', 'namespaceResourceWhitelist').length === 0 || lists('namespaceResourceWhitelist');
  return isListed && !lists('namespaceResourceBlacklist');
}

/**
 * Whether a pattern of `*`, `?` and literal characters matches a name without slashes (Go, path/filepath.Match). Tried
 * from the left, going back to the last `*` only, so that the time is that of pattern times name.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  let [at, star, from] = [0, -1, 0];
  for (let index = 0; index < name.length;) {
    const sign = pattern[at];
    if (sign === '*') [star, from, at] = [at, index, at + 1];
    else if (sign === '?' || sign === name[index]) [at, index] = [at + 1, index + 1];
    else if (star !== -1) [at, from, index] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
