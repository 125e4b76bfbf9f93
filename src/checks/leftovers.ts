import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';

/** Reports what still names TrafficSplits when the splits themselves go: CRDs, roles, policies, Argo CD projects. */
export function reportLeftovers(manifests: readonly Manifest[], run: Run): void {
  for (const manifest of manifests) {
    const { object } = manifest;
    if (text(object, 'kind') === 'AppProject' && forbidsProfile(object)) {
      run.report({
        code: 'project-forbids-profile',
        message: 'allows TrafficSplits and no ServiceProfiles',
        at: { manifest, field: ['spec'] },
      });
    } else if (namesSplits(object)) {
      run.report({
        code: 'smi-leftover',
        message: 'still names TrafficSplits of split.smi-spec.io',
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

function holds(list_: readonly Allowed[], group: string, kind: string): boolean {
  return list_.some((entry) => ['*', group].includes(entry.group) && ['*', kind].includes(entry.kind));
}

/** An AppProject decides by whitelist, where it has one, and by blacklist (argo-cd, AppProject.IsGroupKindNamePermitted). */
function forbidsProfile(object: KubernetesObject): boolean {
  if (groupOf(object) !== 'argoproj.io') return false;
  const white = entries(object, 'namespaceResourceWhitelist');
  const black = entries(object, 'namespaceResourceBlacklist') ?? [];
  const allows = (group: string, kind: string): boolean =>
    (white === undefined || holds(white, group, kind)) && !holds(black, group, kind);
  return allows('split.smi-spec.io', 'TrafficSplit') && !allows('linkerd.io', 'ServiceProfile');
}
