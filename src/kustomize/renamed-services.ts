import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { annotation, text } from '../kubernetes.ts';
import { isServiceManifest, type Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';

const previousNames = 'internal.config.kubernetes.io/previousNames';

const isRenamed = (one: Manifest): boolean =>
  isServiceManifest(one) && annotation(one.object, previousNames) !== undefined;

/**
 * Changes the names in splits to those that Kustomize deploys. A function in an overlay sees Services that namePrefix
 * or nameSuffix has renamed already, and TrafficSplits that still have the old names (Kustomize resolves nameReferences
 * at the very end). If no Service has a name of the split and exactly one had it before, the new name is used.
 */
export function followRenames(neighbours: Neighbours, report: Report): (placed: LocatedSplit) => LocatedSplit {
  if (neighbours.of(isRenamed).length === 0) return (placed) => placed;
  const services = neighbours.of(isServiceManifest);
  const [names, earlier] = [new Set<string>(), new Map<string, Set<string>>()];
  for (const { object } of services) {
    const [namespace, name] = [text(object, 'metadata', 'namespace'), text(object, 'metadata', 'name')];
    names.add(`${namespace}/${name}`);
    for (const old of new Set((annotation(object, previousNames) ?? '').split(','))) {
      const known = earlier.get(`${namespace}/${old}`) ?? new Set();
      earlier.set(`${namespace}/${old}`, known.add(name));
    }
  }
  const isThere = (name: string, namespace: string): boolean =>
    [`${namespace}/${name}`, `/${name}`].some((key) => names.has(key));
  const renamedTo = (name: string, namespace: string): string | undefined => {
    if (isThere(name, namespace)) return undefined;
    const keys = [`${namespace}/${name}`, `/${name}`];
    const [found, ...more] = new Set(keys.flatMap((key) => [...(earlier.get(key) ?? [])]));
    return more.length === 0 ? found : undefined;
  };
  return (placed) => {
    const followed = renamed(placed, renamedTo, report);
    if (followed.split.apex === placed.split.apex) return followed;
    const missing = followed.split.backends.filter(({ service, namespace }) => !isThere(service, namespace));
    for (const backend of missing) report(halfRenamed(followed, backend));
    return { ...followed, unanswered: missing.map(({ service }) => service) };
  };
}

function renamed(
  { manifest, split }: LocatedSplit,
  renamedTo: (name: string, namespace: string) => string | undefined,
  report: Report,
): LocatedSplit {
  const follow = (name: string, namespace: string, field: readonly (string | number)[]): string => {
    const now = renamedTo(name, namespace);
    if (now === undefined) return name;
    report(renaming(manifest, name, now, field));
    return now;
  };
  const apex = follow(split.apex, split.namespace, ['spec', 'service']);
  const backends = split.backends.map((backend) => ({
    ...backend,
    service: follow(backend.service, backend.namespace, ['spec', 'backends', backend.index, 'service']),
  }));
  return { manifest, split: { ...split, apex, backends } };
}

/** The finding for an apex with a new name and a backend whose name no Service has or had. */
function halfRenamed(
  { manifest, split }: LocatedSplit,
  { service, index }: LocatedSplit['split']['backends'][number],
): Diagnostic {
  return {
    code: 'half-renamed',
    message: `apex ${split.apex} is renamed, but no Service is or was called ${service}`,
    at: { manifest, field: ['spec', 'backends', index, 'service'] },
  };
}

function renaming(manifest: Manifest, name: string, renamed: string, field: readonly (string | number)[]): Diagnostic {
  return {
    code: 'service-renamed',
    message: `Service ${name} is deployed as ${renamed}`,
    at: { manifest, field },
    proposedValue: renamed,
  };
}
