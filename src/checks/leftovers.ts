import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';

/**
 * Reports Argo CD projects that allow TrafficSplits but not what they are converted to, and, when TrafficSplits are
 * dropped, the objects that still refer to them: CRDs, roles, policies, projects.
 */
export function reportLeftovers(manifests: readonly Manifest[], run: Run): void {
  for (const manifest of manifests) {
    const { object } = manifest;
    const forbids = text(object, 'kind') === 'AppProject' ? forbidden(object, run) : undefined;
    if (forbids !== undefined) {
      run.report({ ...forbids, at: { manifest, field: ['spec'] } });
    } else if (run.options.drop && namesSplits(object)) {
      run.report({
        code: 'smi-leftover',
        message: 'still refers to TrafficSplits',
        at: { manifest, field: [] },
      });
    }
  }
}

const containers = ['List', 'ResourceList', 'TrafficSplitList'];

function namesSplits(object: KubernetesObject): boolean {
  if (containers.includes(text(object, 'kind'))) return false;
  return /split\.smi-spec\.io|"TrafficSplit"/.test(JSON.stringify({ ...object, status: undefined }));
}

interface Allowed {
  readonly group: string;
  readonly kind: string;
}

function entries(object: KubernetesObject, key: string): readonly Allowed[] | undefined {
  const found = list(object, 'spec', key).map((entry) => ({ group: text(entry, 'group'), kind: text(entry, 'kind') }));
  return found.length === 0 ? undefined : found;
}

function listsKind(list_: readonly Allowed[], group: string, kind: string): boolean {
  return list_.some((entry) => ['*', group].includes(entry.group) && ['*', kind].includes(entry.kind));
}

/**
 * The finding for an AppProject that allows TrafficSplits but not what they are converted to; undefined for any other.
 */
function forbidden(object: KubernetesObject, { options }: Run): Pick<Diagnostic, 'code' | 'message'> | undefined {
  if (groupOf(object) !== 'argoproj.io' || !isAllowed(object, 'split.smi-spec.io', 'TrafficSplit')) return undefined;
  if (options.target === 'httproute')
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
  const white = entries(project, 'namespaceResourceWhitelist');
  const black = entries(project, 'namespaceResourceBlacklist') ?? [];
  return (white === undefined || listsKind(white, group, kind)) && !listsKind(black, group, kind);
}
