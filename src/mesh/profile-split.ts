import type { KubernetesObject } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';
import { isLabel, parseProfileName } from './authority.ts';
import { mostBackends, sumDuplicates, withWeight, type Backend, type Weighted } from './backends.ts';
import type { Flag } from './flag.ts';
import { show } from './flag.ts';
import { inherited } from './inherited.ts';
import type { Quantity } from './quantity.ts';
import { hasDigits, parseQuantity } from './quantity.ts';
import { routeWeights } from './route-weights.ts';
import { overridesOf } from './service-profile.ts';
import type { TrafficSplit } from './traffic-split.ts';

/** The TrafficSplit that has the same effect as the overrides of a ServiceProfile. */
export type ProfileSplit = TrafficSplit;

/** Whether a profile splits traffic: it has an override with a weight other than zero; one below it is an error later. */
export function isConvertibleProfile(profile: KubernetesObject): boolean {
  return overridesOf(profile).some(({ weight }) => {
    const quantity = typeof weight === 'string' || typeof weight === 'number' ? parseQuantity(weight) : undefined;
    return quantity === undefined ? weight !== undefined : quantity.mantissa !== 0n;
  });
}

/**
 * Reads the overrides of a profile as a split (linkerd2, profile_translator.go). Returns undefined if an error was
 * reported.
 */
export function readProfileSplit(
  profile: KubernetesObject,
  { namespace: given }: { readonly namespace?: string },
  flag: Flag,
): ProfileSplit | undefined {
  const written = text(profile, 'metadata', 'name');
  const name = parseProfileName(written);
  const own = text(profile, 'metadata', 'namespace') || (given ?? '');
  if (name === undefined) {
    const says = 'its name is not of the form <service>.<namespace>.svc.<cluster domain>';
    flag('invalid-apex', says, ['metadata', 'name'], 'remove the profile: Linkerd never reads it');
    return undefined;
  }
  if (own !== '' && own !== name.namespace) {
    const says = `is in namespace ${own}, so it is that of the clients there`;
    flag('profile-foreign', says, ['metadata', 'namespace']);
    return undefined;
  }
  const backends = readOverrides(profile, name, own, flag);
  if (backends === undefined) return undefined;
  const copied = { labels: inherited(profile, 'labels', flag), annotations: inherited(profile, 'annotations', flag) };
  return { name: '', namespace: own, apex: name.service, backends, matches: [], ...copied };
}

type Name = NonNullable<ReturnType<typeof parseProfileName>>;

function readOverrides(
  profile: KubernetesObject,
  name: Name,
  namespace: string,
  flag: Flag,
): readonly Backend[] | undefined {
  const backends: Weighted[] = [];
  for (const [index, { authority, weight }] of overridesOf(profile).entries()) {
    const at = ['spec', 'dstOverrides', index];
    const backend = backendOf(authority, name, namespace);
    const quantity = typeof weight === 'string' || typeof weight === 'number' ? parseQuantity(weight) : undefined;
    if (backend === undefined) {
      const form = `<service>.<namespace>.svc.${name.clusterDomain}`;
      const says = `authority ${authority === undefined ? 'is missing' : `${show(authority)} is not ${form}`}`;
      flag('invalid-backend', says, [...at, 'authority'], 'name a Service of this cluster');
    } else if (quantity === undefined || !hasDigits(String(weight)) || quantity.mantissa < 0n)
      flag(
        'invalid-weight',
        `weight ${weight === undefined ? 'is missing' : `${show(weight)} is not a quantity of zero or more`}`,
        [...at, 'weight'],
        'use a whole number such as 50, or milli units such as 500m',
      );
    else backends.push({ ...backend, quantity, index });
  }
  if (backends.length < overridesOf(profile).length) return undefined;
  const summed = sumDuplicates(backends, flag, (index) => ['spec', 'dstOverrides', index, 'authority']);
  const quantities = summed.map(({ quantity }) => quantity);
  if (!isCarried(quantities, flag)) return undefined;
  return summed.map(withWeight);
}

function backendOf(
  authority: unknown,
  name: Name,
  own: string,
): Pick<Backend, 'service' | 'namespace' | 'port'> | undefined {
  const found = typeof authority === 'string' ? /^([^:]*?)\.?(?::([1-9][0-9]{0,4}))?$/.exec(authority) : null;
  const [service = '', namespace = '', svc, ...domain] = (found?.[1] ?? '').split('.');
  if (!isLabel(service) || !isLabel(namespace) || svc !== 'svc' || domain.join('.') !== name.clusterDomain)
    return undefined;
  const port = Number(found?.[2] ?? 0);
  if (port > 65_535) return undefined;
  return { service, namespace: namespace === name.namespace ? own : namespace, ...(port > 0 && { port }) };
}

function isCarried(quantities: readonly Quantity[], flag: Flag): boolean {
  const at = ['spec', 'dstOverrides'];
  const made = routeWeights(quantities);
  if ('message' in made) flag('weight-out-of-range', made.message, at, made.fix);
  const isTooMany = quantities.length > mostBackends;
  if (isTooMany) {
    const says = `has ${quantities.length} overrides, but an HTTPRoute can have ${mostBackends} backends`;
    flag('too-many-backends', says, at);
  }
  return !('message' in made) && !isTooMany;
}
