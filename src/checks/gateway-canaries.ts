import { addTo } from '../collections.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { text } from '../kubernetes.ts';
import type { Run } from '../run.ts';
import { gatewayServices } from '../splits/controllers.ts';

/** Reports Canaries whose router writes an HTTPRoute for an apex: a profile with overrides takes precedence over it. */
export function reportGatewayCanaries(
  splits: readonly LocatedSplit[],
  neighbours: readonly Manifest[],
  { report }: Run,
): void {
  const byService = new Map<string, Manifest[]>();
  for (const manifest of neighbours)
    for (const service of gatewayServices(manifest.object)) addTo(byService, service, manifest);
  for (const { manifest, split } of splits) {
    for (const { object } of byService.get(split.apex) ?? []) {
      if (!['', split.namespace].includes(text(object, 'metadata', 'namespace'))) continue;
      report({
        code: 'route-ignored',
        message: `the profile disables the HTTPRoute of Canary ${text(object, 'metadata', 'name')} for Service ${split.apex}`,
        at: { manifest, field: ['spec', 'service'] },
      });
    }
  }
}
