import { backendField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

/** Reports backends that are the apex of another TrafficSplit: Linkerd does not follow it from there. */
export function reportNested(placed: LocatedSplit, apexes: ReadonlySet<string>, run: Run): void {
  const { manifest, split } = placed;
  for (const { service, namespace, index } of split.backends) {
    if ((service === split.apex && namespace === split.namespace) || !apexes.has(`${namespace}/${service}`)) continue;
    run.report({
      code: 'nested-split',
      message: `backend ${service} is the apex of another TrafficSplit, which is not followed`,
      at: { manifest, field: backendField(placed, index) },
    });
  }
}
