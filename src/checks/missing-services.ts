import { addTo, memoisedFor } from '../collections.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../findings/did-you-mean.ts';
import { isService, text } from '../kubernetes.ts';
import { apexField, backendField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import type { Run } from '../run.ts';
import { isPatch } from '../splits/find-objects.ts';
import { namespacesAmong, namespacesOfSplit, ownNamespaces } from '../splits/namespaces.ts';
import { serviceFinder } from './services.ts';

/**
 * Reports names of a split that no Service of the call has, if Services of its namespace are in the unit. This is an
 * info, since mirrored Services and those of other repositories are not in the input; it is a warning if a Service that
 * the split does not name has a similar name.
 */
export function reportMissingServices(splits: readonly LocatedSplit[], neighbours: Neighbours, run: Run): void {
  const find = serviceFinder(neighbours, run);
  const missing = splits.flatMap((placed) => namesOf(placed).filter(({ name }) => isMissing(placed, name)));
  if (missing.length === 0) return;
  const names = new Set(missing.map(({ name }) => name));
  const namespaces = new Set(missing.map(({ placed }) => placed.split.namespace));
  const services = run.services({ names, namespaces }).filter((one) => !isPatch(one, run));
  const splitsOf = [...new Set(missing.map(({ placed }) => placed))];
  const seen = serviceNames(services, splitsOf, run);
  for (const one of missing) reportMissing(one, seen, run);

  function isMissing(placed: LocatedSplit, name: string): boolean {
    return find(placed, name, placed.split.namespace) === undefined;
  }
}

/** A name in the namespace of the split, and the field that holds it. */
interface NamedService {
  readonly placed: LocatedSplit;
  readonly name: string;
  readonly isApex: boolean;
  readonly field: readonly (string | number)[];
}

function namesOf(placed: LocatedSplit): readonly NamedService[] {
  const { unanswered = [] } = placed;
  const { apex, backends, namespace } = placed.split;
  return [
    { placed, name: apex, isApex: true, field: apexField(placed) },
    ...backends
      .filter(({ namespace: own, service }) => own === namespace && service !== apex && !unanswered.includes(service))
      .map(({ service, index }) => ({ placed, name: service, isApex: false, field: backendField(placed, index) })),
  ];
}

/** A profile moves the share of a Service that does not exist to the others; a route keeps it. */
const answered500 = '; its share is answered 500';

/** Returns a function that finds the names of the Services that are in a namespace of one of these splits, or have none. */
function serviceNames(
  services: readonly Manifest[],
  splits: readonly LocatedSplit[],
  run: Run,
): (placed: LocatedSplit) => readonly ComparedName[] {
  const wanted = [...new Set(['', ...splits.flatMap((placed) => namespacesOfSplit(placed, run))])];
  const names = new Map<string, ComparedName[]>();
  for (const one of services.filter(({ object }) => isService(object)))
    for (const namespace of new Set(namespacesAmong(ownNamespaces(one, run), wanted)))
      addTo(names, namespace, serviceName(text(one.object, 'metadata', 'name')));
  const namesIn = memoisedFor((places: readonly string[]) =>
    [...new Set([...places, ''])].flatMap((place) => names.get(place) ?? []),
  );
  return (placed) => namesIn(namespacesOfSplit(placed, run));
}

/** The name of a Service, with what it is compared by. */
interface ComparedName {
  readonly name: string;
  /** Words at its end that tell versions of one Service apart. */
  readonly version: string;
  readonly digits: string;
}

function serviceName(name: string): ComparedName {
  const version = /(?:-(?:canary|primary|stable|preview|baseline|blue|green))+$/.exec(name)?.[0] ?? '';
  return { name, version, digits: name.replace(/\D/g, '') };
}

function reportMissing(
  { placed, name, isApex, field }: NamedService,
  seen: ReturnType<typeof serviceNames>,
  run: Run,
): void {
  const here = seen(placed);
  if (here.length === 0) return;
  const own = new Set(namesOf(placed).map((one) => one.name));
  const meant = similarTo(serviceName(name), name !== placed.split.apex, here, own);
  const places = namespacesOfSplit(placed, run).filter((one) => one !== '');
  const where = places.length === 0 ? '' : ` in namespace ${several(places, ' or ')}`;
  const isAnswered = isApex || run.options.target !== 'httproute';
  run.report({
    code: 'service-missing',
    message: `there is no Service ${name}${where}, but there are others${isAnswered ? '' : answered500}`,
    ...(!isAnswered && {
      fix: 'create it before the route is applied: until then Argo CD shows the route as Degraded',
    }),
    ...(meant !== undefined && { severity: 'warning', fix: `did you mean ${meant}?` }),
    at: { manifest: placed.manifest, field },
  });
}

/**
 * The name of a Service that was probably meant by a name without one: they differ by a typing error, or by a part before or
 * after a dash. Names that differ by a version (`web-2`, `web-canary`) are those of different Services, and a backend with one
 * part more at its end than a Service is mirrored from another cluster (linkerd multicluster mirrors `web` as `web-west`).
 */
function similarTo(
  missing: ComparedName,
  isBackend: boolean,
  here: readonly ComparedName[],
  own: ReadonlySet<string>,
): string | undefined {
  const { name } = missing;
  let affixed: string | undefined;
  const near: string[] = [];
  for (const one of here) {
    const isAffixed =
      isPartOf(name, one.name) || (isBackend ? name.endsWith(`-${one.name}`) : isPartOf(one.name, name));
    const isNear = Math.abs(one.name.length - name.length) <= typingErrors;
    if ((!isAffixed && !isNear) || areVersions(one, missing, isAffixed) || own.has(one.name)) continue;
    if (isAffixed) affixed ??= one.name;
    near.push(one.name);
  }
  return nearestWord(name, near, typingErrors) ?? affixed;
}

/** Whether a name is the part of another before or after a dash. */
function isPartOf(part: string, name: string): boolean {
  return (
    (name.startsWith(part) && name[part.length] === '-') || (name.endsWith(part) && name.at(-part.length - 1) === '-')
  );
}

/** Two Services whose names differ in more letters are two Services. */
const typingErrors = 2;

/**
 * Whether two names are those of versions of one Service: by words at their ends (`web-blue` and `web-green`; `web` and
 * `web-canary`, which is affixed), or by numbers, but for a digit too many. `web-canry` is no other version of `web-canary`.
 */
function areVersions(one: ComparedName, other: ComparedName, isAffixed: boolean): boolean {
  const isOther = one.version !== other.version;
  if (isOther && (isAffixed || (one.version !== '' && other.version !== ''))) return true;
  return one.digits !== other.digits && !hasOneMore(one.digits, other.digits) && !hasOneMore(other.digits, one.digits);
}

/** Whether one text is another, which is not empty, with a letter more. */
function hasOneMore(longer: string, shorter: string): boolean {
  if (shorter === '' || longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
