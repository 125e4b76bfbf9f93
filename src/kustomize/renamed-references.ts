import { addTo } from '../collections.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';
import { affixesOf, formerNames } from '../manifests/former-names.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { isServiceManifest, type Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { type Backend, mergeBackends } from '../mesh/backends.ts';
import type { Flag } from '../mesh/flag.ts';
import { isRouteGroup } from '../mesh/route-group.ts';

const isGroup = ({ object }: Manifest): boolean => isRouteGroup(object);
const isRenamed = (one: Manifest): boolean =>
  (isServiceManifest(one) || isGroup(one)) && formerNames(one.object).length > 0;

/** The objects of a kind by the names that they have, and by those that they had in their base. */
interface Names {
  /** Whether an object has a name now. */
  has(name: string, namespace: string): boolean;
  /**
   * The name now of the object that a split means by a name; undefined if that is not renamed, or not known. Of several
   * objects that had the name, it means the one with its own prefixes and suffixes, and of these the one that had it first.
   */
  follow(name: string, namespace: string, split: Manifest): string | undefined;
}

/**
 * Changes the names in splits to those that Kustomize deploys. A function in an overlay sees Services that namePrefix
 * or nameSuffix has renamed already, and TrafficSplits that still have the old names: Kustomize resolves nameReferences
 * at the very end, by the names that objects had (kustomize, api/internal/accumulator, `refvartransformer`;
 * api/filters/nameref, `selectReferral`).
 */
export function followRenames(neighbours: Neighbours, report: Report): (placed: LocatedSplit) => LocatedSplit {
  if (neighbours.of(isRenamed).length === 0) return (placed) => placed;
  const services = namesAmong(neighbours.of(isServiceManifest));
  const groups = namesAmong(neighbours.of(isGroup));
  return (placed) => {
    const followed = renamed(placed, { services, groups }, report);
    if (followed.split.apex === placed.split.apex) return followed;
    const missing = followed.split.backends.filter(({ service, namespace }) => !services.has(service, namespace));
    for (const backend of missing) report(halfRenamed(followed, backend));
    return { ...followed, unanswered: missing.map(({ service }) => service) };
  };
}

function namesAmong(manifests: readonly Manifest[]): Names {
  const names = new Set<string>();
  const earlier = new Map<string, KubernetesObject[]>();
  for (const { object } of manifests) {
    const [namespace, name] = [text(object, 'metadata', 'namespace'), text(object, 'metadata', 'name')];
    names.add(`${namespace}/${name}`);
    const former = formerNames(object);
    for (const one of former.length === 0 ? [name] : former) addTo(earlier, `${namespace}/${one}`, object);
  }
  const keysOf = (name: string, namespace: string): readonly string[] => [
    ...new Set([`${namespace}/${name}`, `/${name}`]),
  ];
  return {
    has: (name, namespace) => keysOf(name, namespace).some((key) => names.has(key)),
    follow: (name, namespace, split) => {
      const meant = keysOf(name, namespace).flatMap((key) => earlier.get(key) ?? []);
      const alike = meant.filter((object) => affixesOf(object) === affixesOf(split.object));
      const first = alike.filter((object) => formerNames(object)[0] === name);
      const [now] = onlyName(meant) ?? onlyName(alike) ?? onlyName(first) ?? [];
      return now === name ? undefined : now;
    },
  };
}

/** The name of objects that all have the same. */
function onlyName(objects: readonly KubernetesObject[]): readonly [string] | undefined {
  const [name, ...more] = new Set(objects.map((object) => text(object, 'metadata', 'name')));
  return name === undefined || more.length > 0 ? undefined : [name];
}

function renamed(
  placed: LocatedSplit,
  { services, groups }: { readonly services: Names; readonly groups: Names },
  report: Report,
): LocatedSplit {
  const { manifest, split } = placed;
  const follow = (names: Names, [name, namespace]: readonly [string, string], field: FieldPath): string => {
    const now = names.follow(name, namespace, manifest);
    if (now === undefined) return name;
    report(renaming(manifest, [names === groups ? 'HTTPRouteGroup' : 'Service', name, now], field));
    return now;
  };
  const apex = follow(services, [split.apex, split.namespace], ['spec', 'service']);
  const backends = split.backends.map((backend) => ({
    ...backend,
    service: follow(services, [backend.service, backend.namespace], ['spec', 'backends', backend.index, 'service']),
  }));
  const matches = split.matches.map((match) => ({
    ...match,
    name: follow(groups, [match.name, split.namespace], ['spec', 'matches', match.index, 'name']),
  }));
  const once = mergeBackends(backends, flagOf(manifest, report));
  const followed = { ...placed, split: { ...split, apex, backends: once, matches } };
  return apex === split.apex ? followed : { ...followed, formerApex: split.apex };
}

function flagOf(manifest: Manifest, report: Report): Flag {
  return (code, message, field = []) => {
    report({ code, message, at: { manifest, field } });
  };
}

/** The finding for an apex with a new name and a backend whose name no Service has or had. */
function halfRenamed({ manifest, split }: LocatedSplit, { service, index }: Backend): Diagnostic {
  return {
    code: 'half-renamed',
    message: `apex ${split.apex} is renamed, but no Service is or was called ${service}`,
    at: { manifest, field: ['spec', 'backends', index, 'service'] },
  };
}

function renaming(
  manifest: Manifest,
  [kind, name, now]: readonly [kind: string, name: string, now: string],
  field: FieldPath,
): Diagnostic {
  return {
    code: 'service-renamed',
    message: `${kind} ${name} is deployed as ${now}`,
    at: { manifest, field },
    proposedValue: now,
  };
}
