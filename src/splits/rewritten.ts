import { enumerated, mostNamed, several } from '../diagnostics/diagnostic.ts';
import { addTo, memoisedFor } from '../collections.ts';
import type { Options } from '../config/config.ts';
import { list, text, type KubernetesObject } from '../kubernetes.ts';
import type { Build } from '../kustomize/builds.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Rewrite } from '../kustomize/overlay-rewrites.ts';
import type { PatchedPlace } from '../kustomize/patched-places.ts';
import { selectable, type Selectable } from '../kustomize/selectors.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { isServiceProfile, namespaceOfProfile, sameOverrides, toServiceProfile } from '../mesh/service-profile.ts';
import type { KustomizedFile, Run } from '../run.ts';
import { leftOut } from './build-fixes.ts';
import { kustomizedFile } from './kustomized-file.ts';
import { pathOf } from './names.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import type { ReadSplit } from './read-splits.ts';
import { outsideAdvice, rewriteFix, servedBy, turnedVariables, unreadableFinding } from './rewrite-fix.ts';

/**
 * Reports a split that the kustomizations of the call convert by this program, or change, so that its profile would
 * differ between overlays; undefined if there is no such kustomization.
 */
export function leftToKustomize(one: ReadSplit, run: Run): Left | undefined {
  const { manifest, isProfile } = one;
  const file = kustomizedFile(manifest, run);
  if (file === undefined) return undefined;
  const { kustomize, path } = file;
  const at = { manifest, field: ['metadata', 'name'] };
  const builds = kustomize.builds(path);
  const isRoute = isMovableRoute(manifest, run);
  // Flux does not run the function at all.
  const late = areOfFlux(builds) ? [] : kustomize.late(path, { ...selectable(manifest), isRoute });
  if (late.length > 0) return leave(run, { code: 'kustomize-rewrites', ...lateFinding(late), at });
  const served = servedBy(builds, isProfile);
  if (served !== undefined) {
    const { by, fix } = served;
    return leave(run, { code: 'served-by-function', message: `is converted by ${by}`, fix, at });
  }
  const rewrites = kustomize.rewrites(path, selectableSplit(one, run));
  if (rewrites.length === 0) return undefined;
  const message = describeRewrites(rewrites);
  const unreadable = rewrites.flatMap((rewrite) => rewrite.unreadable ?? []);
  if (unreadable.length > 0) return leave(run, { ...unreadableFinding(unreadable), message, at });
  const moved = isProfile === true && rewrites.some(({ how }) => how.startsWith('sets namespace'));
  const fix = moved
    ? `write it into each overlay with its names: a namespace that is set moves the object, not the names in it; ${leftOut(path)}`
    : rewriteFix(builds, path, run, {
        isBare: one.split.namespace === '',
        isProfile,
        variablesIn: rewrites.flatMap(({ variablesIn }) => variablesIn ?? []),
      });
  return leaveRewritten(manifest, { message, fix }, run);
}

const areOfFlux = memoisedFor(
  (builds: readonly Build[]) => builds.length > 0 && builds.every(({ deployer }) => deployer?.tool === 'flux'),
);

/** Reports a split that is changed; the items of a function do not show from where their kustomizations are built. */
function leaveRewritten(manifest: Manifest, { message, fix }: { message: string; fix: string }, run: Run): Left {
  const own = run.unit.way === 'function' ? {} : { fix };
  return leave(run, { code: 'kustomize-rewrites', message, ...own, at: { manifest, field: ['metadata', 'name'] } });
}

/** What is said where a split is changed after the function: what the function made has the names from before. */
const lateFinding = memoisedFor(
  (late: ReturnType<Kustomize['late']>): { readonly message: string; readonly fix: string } => {
    const [variables, others] = [true, false].map((wanted) => late.filter(({ isVariable }) => isVariable === wanted));
    const tops = enumerated([...new Set(others?.flatMap((one) => one.tops))]);
    const fixes = [
      ...(variables?.length ? [turnedVariables(variables.map(({ overlay }) => overlay))] : []),
      ...(tops === ''
        ? []
        : [
            `move the function into a file of its own, the last one in transformers: of ${tops}; those written inline run before`,
          ]),
    ];
    const changes = late.map(({ by, overlay, how }) => `${overlay} ${how} after the function in ${by}`);
    return {
      // These are long: of very many, one stands for all; the fix names more.
      message: late.length > mostNamed ? `${changes[0]}; ${late.length - 1} more` : changes.join('; '),
      fix: fixes.join('; '),
    };
  },
);

/** What a split becomes, and the manifest in whose file that is. */
interface PlacedResult {
  readonly beside: Manifest;
  readonly object: KubernetesObject;
  readonly isNew: boolean;
}

/** Reports that kustomizations change or move what a split would become; undefined if they do not. */
export function leftByResults(
  { manifest, split }: LocatedSplit,
  results: readonly PlacedResult[],
  run: Run,
): Left | undefined {
  for (const { beside, object, isNew } of results) {
    const file = kustomizedFile(beside, run);
    if (file === undefined) continue;
    const { kustomize, path } = file;
    const isMarkable = isServiceProfile(object);
    const isMarked = run.options.skipAnnotation && isMarkable;
    const isEqual = isMarkable && sameOverrides(object, toServiceProfile(split, run.options).spec.dstOverrides);
    const rewrites = kustomize.rewritesOfResult(path, { ...selectable({ object }), isNew, isEqual, isMarked });
    const moves = isNew ? undefined : moveOfProfile(object, file, split.namespace, run.options);
    const message = rewrites.length > 0 ? describeRewrites(rewrites) : moves;
    if (message === undefined) continue;
    return leaveRewritten(manifest, { message, fix: rewriteFix(kustomize.builds(path), pathOf(manifest), run) }, run);
  }
  return undefined;
}

/** What puts or leaves a profile in another namespace than that of its split, where it is that of the clients there. */
function moveOfProfile(
  object: KubernetesObject,
  { kustomize, path }: KustomizedFile,
  namespace: string,
  options: Options,
): string | undefined {
  if (!isServiceProfile(object)) return undefined;
  const own = namespaceOfProfile(object, options);
  const built = kustomize.namespacesBuilt(path, text(object, 'metadata', 'namespace') === '');
  const moving = built.find(({ value }) => (value || own) !== namespace);
  if (moving === undefined) return undefined;
  const verb = moving.value === '' ? 'leaves' : 'puts';
  return `${moving.by} ${verb} its profile (${path}) in namespace ${moving.value || own}`;
}

/**
 * Reports that a file which would change is also part of a ConfigMap or a Secret, which would change with it; undefined if
 * none is.
 */
export function leftByData({ manifest }: LocatedSplit, paths: readonly string[], run: Run): Left | undefined {
  for (const path of new Set(paths)) {
    const data = run.unit.kustomize?.dataOf(path);
    if (data === undefined) continue;
    const message = `${data.by} makes ${path} data of a ${data.kind}, too`;
    const fix = rewriteFix(run.unit.kustomize?.builds(path) ?? [], pathOf(manifest), run);
    return leaveRewritten(manifest, { message, fix }, run);
  }
  return undefined;
}

/** Reports that a file which would change is outside of the call; undefined if none is. */
export function leftByOutside(placed: LocatedSplit, paths: readonly string[], run: Run): Left | undefined {
  const path = paths.find((one) => run.unit.isOutside?.(one) === true);
  if (path === undefined) return undefined;
  const { manifest } = placed;
  const { message, fix } = outsideAdvice(pathOf(manifest), path, run);
  return leave(run, {
    code: run.options.target === 'httproute' ? 'profile-wins' : 'profile-elsewhere',
    message: `${path} would change; ${message}`,
    fix,
    at: atApex(placed),
  });
}

/** Whether each build of the call that a split goes through gives it another apex or namespace, or removes it. */
export function isMoved(split: LocatedSplit, run: Run): boolean {
  return run.unit.kustomize?.movesInAll(pathOf(split.manifest), selectableSplit(split, run)) === true;
}

/** What deploys a split with the apex and namespace that it has in its file. */
export function keepersOf(split: LocatedSplit, run: Run): readonly object[] {
  return run.unit.kustomize?.keepers(pathOf(split.manifest), selectableSplit(split, run)) ?? [];
}

/** The builds of the call that give a split no other apex and do not remove it, whatever namespace they give it. */
export function buildsOfApex(split: LocatedSplit, run: Run): readonly Build[] {
  return run.unit.kustomize?.buildsOfApex(pathOf(split.manifest), selectableSplit(split, run)) ?? [];
}

/** The builds of the call whose patches give a split another apex or namespace, with what it has there. */
export function patchedPlacesOf(split: LocatedSplit, run: Run): readonly PatchedPlace[] {
  const { kustomize } = run.unit;
  return (
    kustomize?.patchedPlaces(pathOf(split.manifest), { ...selectableSplit(split, run), apex: split.split.apex }) ?? []
  );
}

/** The namespaces that patches and replacements give a split; '' among them if one is not known. */
export function changedNamespacesOf(split: LocatedSplit, run: Run): readonly string[] {
  const places = patchedPlacesOf(split, run).map(({ namespace }) => namespace);
  return [...places, ...replacedNamespaces(split.manifest, selectableSplit(split, run), run)];
}

/** The same of an object of which no split is made. */
export function changedNamespaces(manifest: Manifest, run: Run): readonly string[] {
  const object = selectable(manifest);
  const places = run.unit.kustomize?.patchedPlaces(pathOf(manifest), { ...object, apex: '' }) ?? [];
  return [...places.map(({ namespace }) => namespace), ...replacedNamespaces(manifest, object, run)];
}

function replacedNamespaces(manifest: Manifest, object: Selectable, { unit }: Run): readonly string[] {
  return unit.kustomize?.mayReplaceNamespace(pathOf(manifest), object) === true ? [''] : [];
}

function selectableSplit({ manifest, split, isProfile }: LocatedSplit, run: Run): Selectable {
  // The namespace of a profile is in its name, whatever it becomes.
  const namespace = isProfile === true ? namespaceInName(manifest) : split.namespace;
  const isRoute = isMovableRoute(manifest, run);
  return { ...selectable(manifest), namespace, isRoute, drops: run.options.drop };
}

/**
 * Whether a split becomes a route without a namespace in its names. One that names its own namespace (`web-v1.shop`) means
 * that one also where a kustomization moves it, and its route would not.
 */
function isMovableRoute({ object }: Manifest, { options }: Run): boolean {
  const services = [
    text(object, 'spec', 'service'),
    ...list(object, 'spec', 'backends').map((one) => text(one, 'service')),
  ];
  return options.target === 'httproute' && !services.some((service) => service.includes('.'));
}

/** What overlays change; the places of the same change are named together. */
export const describeRewrites = memoisedFor((rewrites: readonly Rewrite[]): string => {
  const places = new Map<string, string[]>();
  for (const { overlay, how } of rewrites) {
    const [, what = how, place = ''] = /^(.*) \(([^()]*)\)$/.exec(how) ?? [];
    addTo(places, `${overlay} ${what}`, place);
  }
  const changes = Array.from(places, ([what, named]) =>
    named.includes('') ? what : `${what} (${several([...new Set(named)])})`,
  );
  return several(changes, '; ');
});

/** The namespace in the name of a profile; '' if the name is of another form. */
export function namespaceInName({ object }: Manifest): string {
  return parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? '';
}
