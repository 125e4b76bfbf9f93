import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { FieldPath } from '../kubernetes.ts';
import { formerNames } from '../manifests/former-names.ts';
import { apexField, backendField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { type Backend, mergeBackends } from '../mesh/backends.ts';
import type { Flag } from '../mesh/flag.ts';
import type { Names, RenamedNames } from './renamed-names.ts';

/** Returns a function that changes the names in splits to those that Kustomize deploys. */
export function followRenames(names: RenamedNames | undefined, report: Report): (placed: LocatedSplit) => LocatedSplit {
  if (names === undefined) return (placed) => placed;
  const { services } = names;
  return (placed) => {
    const { apex, namespace } = placed.split;
    const now = renamed(placed, names, report);
    const followed = { ...now, formerNames: formerNamesAround(now, names) };
    if (followed.split.apex === apex) return followed;
    const missing = followed.split.backends.filter(
      (backend) => backend.namespace === namespace && !services.has(backend.service, namespace),
    );
    for (const backend of missing) report(halfRenamed(followed, backend));
    return { ...followed, unanswered: missing.map(({ service }) => service) };
  };
}

function renamed(placed: LocatedSplit, { services, groups }: RenamedNames, report: Report): LocatedSplit {
  const { manifest, split } = placed;
  const follow = (names: Names, [name, namespace]: readonly [string, string], field: FieldPath): string => {
    const now = names.follow(name, namespace, manifest.object);
    if (now === undefined) return name;
    report(renaming(placed, [names === groups ? 'HTTPRouteGroup' : 'Service', name, now], field));
    return now;
  };
  const apex = follow(services, [split.apex, split.namespace], apexField(placed));
  const backends = split.backends.map((backend) => ({
    ...backend,
    service: follow(services, [backend.service, backend.namespace], backendField(placed, backend.index)),
  }));
  const matches = split.matches.map((match) => ({
    ...match,
    name: follow(groups, [match.name, split.namespace], ['spec', 'matches', match.index, 'name']),
  }));
  const once = mergeBackends(backends, flagOf(manifest, report), (index) => backendField(placed, index));
  return { ...placed, split: { ...split, apex, backends: once, matches } };
}

function flagOf(manifest: Manifest, report: Report): Flag {
  return (code, message, field = []) => {
    report({ code, message, at: { manifest, field } });
  };
}

/** The names that a split and its Services had: other objects may name them so. */
function formerNamesAround({ manifest, split }: LocatedSplit, { services }: RenamedNames): readonly string[] {
  return [
    ...formerNames(manifest.object),
    ...services.formerNamesOf(split.apex, split.namespace),
    ...split.backends.flatMap(({ service, namespace }) => services.formerNamesOf(service, namespace)),
  ];
}

/** The finding for an apex with a new name and a backend whose name no Service has or had. */
function halfRenamed(placed: LocatedSplit, { service, index }: Backend): Diagnostic {
  const { manifest, split } = placed;
  return {
    code: 'half-renamed',
    message: `apex ${split.apex} is renamed, but no Service is or was called ${service}`,
    at: { manifest, field: backendField(placed, index) },
  };
}

/** The finding for a new name; in the authority of a profile it is only a part of the value. */
function renaming(
  { manifest, isProfile }: LocatedSplit,
  [kind, name, now]: readonly [kind: string, name: string, now: string],
  field: FieldPath,
): Diagnostic {
  return {
    code: 'service-renamed',
    message: `${kind} ${name} is deployed as ${now}`,
    at: { manifest, field },
    ...(isProfile !== true && { proposedValue: now }),
  };
}
