import type { Diagnostic, Report } from './diagnostic.ts';
import { annotation, groupOf, text } from './kubernetes.ts';
import type { Manifest } from './manifest.ts';
import type { Placed } from './placed.ts';

const previousNames = 'internal.config.kubernetes.io/previousNames';

/**
 * Names as Kustomize will deploy them. A function in an overlay sees Services already renamed by namePrefix or
 * nameSuffix, and TrafficSplits that still hold the old names (kustomize resolves nameReferences at the very end). Where
 * no Service has a name of the split and exactly one had it before, the new name is meant.
 */
export function followRenames(placed: Placed, neighbours: readonly Manifest[], report: Report): Placed {
  const services = neighbours.filter(({ object }) => text(object, 'kind') === 'Service' && groupOf(object) === '');
  if (!services.some(({ object }) => annotation(object, previousNames) !== undefined)) return placed;
  const { manifest, split } = placed;
  const follow = (name: string, namespace: string, field: readonly (string | number)[]): string => {
    const renamed = renamedService(services, name, namespace);
    if (renamed === undefined) return name;
    report(renaming(manifest, name, renamed, field));
    return renamed;
  };
  const apex = follow(split.apex, split.namespace, ['spec', 'service']);
  const backends = split.backends.map((backend) => ({
    ...backend,
    service: follow(backend.service, backend.namespace, ['spec', 'backends', backend.index, 'service']),
  }));
  return { manifest, split: { ...split, apex, backends } };
}

function renamedService(services: readonly Manifest[], name: string, namespace: string): string | undefined {
  const here = services.filter(({ object }) => [namespace, ''].includes(text(object, 'metadata', 'namespace')));
  if (here.some(({ object }) => text(object, 'metadata', 'name') === name)) return undefined;
  const renamed = here.filter(({ object }) => (annotation(object, previousNames) ?? '').split(',').includes(name));
  return renamed.length === 1 ? text(renamed[0]?.object, 'metadata', 'name') : undefined;
}

function renaming(manifest: Manifest, name: string, renamed: string, field: readonly (string | number)[]): Diagnostic {
  return {
    code: 'service-renamed',
    message: `Service ${name} is deployed as ${renamed}: the profile uses that name`,
    at: { manifest, field },
    proposedValue: renamed,
  };
}
