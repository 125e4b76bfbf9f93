import { several } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { field, groupOf, list, mapping, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

type Find = (name: string, namespace: string) => Manifest | undefined;

/** Reports Services of the input on which Linkerd reads no profile, or which it cannot balance to (docs/facts/linkerd.md, "Which profile Linkerd reads"). */
export function reportServices(splits: readonly LocatedSplit[], neighbours: readonly Manifest[], run: Run): void {
  const find = serviceFinder(neighbours);
  for (const placed of splits) {
    const apex = find(placed.split.apex, placed.split.namespace);
    if (apex !== undefined) reportApex(placed, apex, run);
    reportBackends(placed, apex, find, run);
  }
}

/** Finds a Service; one without a namespace is in that of the split. */
function serviceFinder(neighbours: readonly Manifest[]): Find {
  const services = new Map<string, Manifest>();
  for (const manifest of neighbours) {
    const { object } = manifest;
    if (text(object, 'kind') !== 'Service' || groupOf(object) !== '') continue;
    services.set(`${text(object, 'metadata', 'namespace')}/${text(object, 'metadata', 'name')}`, manifest);
  }
  return (name, namespace) => services.get(`${namespace}/${name}`) ?? services.get(`/${name}`);
}

function isExternal(object: KubernetesObject): boolean {
  return text(object, 'spec', 'type') === 'ExternalName';
}

const policies = /^(?:balancer|retry|timeout)\.linkerd\.io\//;

function reportApex({ manifest, split }: LocatedSplit, apex: Manifest, run: Run): void {
  const at = { manifest, field: ['spec', 'service'] };
  const { object } = apex;
  if (isExternal(object) || field(object, 'spec', 'clusterIP') === 'None') {
    const what = isExternal(object) ? 'an ExternalName' : 'headless';
    run.report({
      code: 'apex-headless',
      message: `Service ${split.apex} is ${what}: Linkerd reads no profile for it`,
      at,
    });
  }
  const off = Object.keys(mapping(object, 'metadata', 'annotations')).filter((key) => policies.test(key));
  if (off.length > 0) {
    run.report({
      code: 'annotation-ignored',
      message: `the profile switches ${several(off)} of Service ${split.apex} off`,
      at,
    });
  }
}

function reportBackends({ manifest, split }: LocatedSplit, apex: Manifest | undefined, find: Find, run: Run): void {
  for (const { service, namespace, index } of split.backends) {
    const backend = find(service, namespace);
    if (backend === undefined || backend === apex) continue;
    const at = { manifest, field: ['spec', 'backends', index, 'service'] };
    if (isExternal(backend.object)) {
      run.report({
        code: 'backend-external-name',
        message: `Service ${service} is an ExternalName: Linkerd skips this backend`,
        at,
      });
    } else if (apex !== undefined) {
      const own = new Set(portsOf(backend.object));
      const missing = portsOf(apex.object).filter((port) => !own.has(port));
      if (missing.length > 0) {
        run.report({
          code: 'backend-port-missing',
          message: `Service ${service} lacks port ${several(missing.map(String))} of apex ${split.apex}: Linkerd skips this backend there`,
          at,
        });
      }
    }
  }
}

function portsOf(service: KubernetesObject): readonly number[] {
  return list(service, 'spec', 'ports').flatMap((port) => {
    const number = field(port, 'port');
    return typeof number === 'number' ? [number] : [];
  });
}
