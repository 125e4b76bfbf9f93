import { memoisedFor } from '../collections.ts';
import { text } from '../kubernetes.ts';
import { withoutKustomize, type Given, type NamespaceQueries } from '../kustomize/given-namespaces.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { overridesOf } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';

/** A profile whose names do not match its namespace. */
interface Mismatch {
  readonly profile: Manifest;
  readonly message: string;
}

/**
 * Reports profiles with overrides whose names do not match their namespaces: in a Kustomize base, `namespace:` moves the
 * object but does not change the names in it. Those in `except` are not reported.
 */
export function reportMismatches(profiles: readonly Manifest[], except: ReadonlySet<Manifest>, run: Run): void {
  for (const { profile, message } of mismatchesIn(profiles)(run.unit.kustomize ?? withoutKustomize)) {
    const own = text(profile.object, 'metadata', 'namespace') !== '';
    if (!except.has(profile))
      run.report({
        code: 'profile-namespace-mismatch',
        message,
        at: { manifest: profile, field: ['metadata', own ? 'namespace' : 'name'] },
      });
  }
}

/** Units that are deployed together share one array of profiles, and all units of a call the kustomizations. */
const mismatchesIn = memoisedFor((profiles: readonly Manifest[]) =>
  memoisedFor((kustomize: NamespaceQueries): readonly Mismatch[] =>
    profiles.flatMap((profile) => {
      const message = mismatchOf(profile, kustomize);
      return message === undefined ? [] : [{ profile, message }];
    }),
  ),
);

function mismatchOf(profile: Manifest, kustomize: NamespaceQueries): string | undefined {
  const { object } = profile;
  const overrides = overridesOf(object);
  const name = parseProfileName(text(object, 'metadata', 'name'));
  if (overrides.length === 0 || name === undefined) return undefined;
  const namespace = deployedNamespace(profile, name.namespace, kustomize);
  if (namespace === undefined) return undefined;
  const [elsewhere, ...more] = new Set(
    overrides.map(({ authority: value }) => (typeof value === 'string' ? value.split('.')[1] : undefined)),
  );
  const mismatch = `is in namespace ${namespace.value}${namespace.by === '' ? '' : ` (by ${namespace.by})`}, but`;
  if (name.namespace !== namespace.value) return `${mismatch} its name has namespace ${name.namespace}`;
  if (elsewhere === undefined || elsewhere === namespace.value || more.length > 0) return undefined;
  return `${mismatch} its overrides name Services in ${elsewhere}`;
}

/**
 * The namespace that a profile is deployed to, and the build that sets it; where builds set several, the first that is
 * not the wanted one. Undefined if it is not known.
 */
function deployedNamespace({ object, page }: Manifest, wanted: string, kustomize: NamespaceQueries): Given | undefined {
  const path = page.slice.source.path;
  const own = { value: text(object, 'metadata', 'namespace'), by: '' };
  const built = kustomize.namespacesBuilt(path, own.value === '').map((one) => (one.value === '' ? own : one));
  const given = kustomize.namespace(path);
  if (given !== undefined && built.every(({ value }) => value === given.value)) return given;
  const deployed = built.length === 0 ? [own] : built;
  const known = deployed.filter(({ value }) => value !== '');
  return known.find(({ value }) => value !== wanted) ?? known[0];
}
