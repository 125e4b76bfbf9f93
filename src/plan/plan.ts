import type { Options } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { addTo, memoisedFor } from '../collections.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { annotation } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority } from '../mesh/authority.ts';
import type { WeightedDst } from '../mesh/service-profile.ts';
import {
  isOwnMark,
  overridesOf,
  ownMarks,
  sameOverrides,
  skipAnnotation,
  toServiceProfile,
} from '../mesh/service-profile.ts';
import type { Change } from './change.ts';
import type { SplitsAndProfiles } from './choose-profile.ts';
import { fixInBuilds, type ProfileChoice } from './profile-choice.ts';
import { chooseProfile, keyOfSplit } from './choose-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run, SplitOfCall } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { pathOf } from '../splits/names.ts';
import { leave } from '../splits/outcome.ts';

/** A split with the profile that belongs to it, if there is one. */
export interface Chosen {
  readonly placed: LocatedSplit;
  readonly existing?: Manifest;
  /** The profiles of other builds of the split; they have its overrides. */
  readonly copies?: readonly Manifest[];
}

/** Finds the profile of each of some splits of a unit; reports and leaves out the splits for which it is unclear. */
export function chooseProfiles(splits: readonly LocatedSplit[], unit: SplitsAndProfiles, run: Run): readonly Chosen[] {
  const choose = chooseProfile(unit, run);
  const chosen: Chosen[] = [];
  for (const placed of splits) {
    const choice = choose(placed);
    if ('error' in choice) run.report(choiceRefusal(placed, choice));
    else if (choice.profile === undefined) chosen.push({ placed });
    else chosen.push({ placed, existing: choice.profile, copies: choice.copies ?? [] });
  }
  return withoutRivals(chosen, run);
}

function choiceRefusal(placed: LocatedSplit, choice: Extract<ProfileChoice, { error: unknown }>): Diagnostic {
  return {
    code: choice.error,
    message: choice.message,
    at: { manifest: placed.manifest, field: ['spec', 'service'] },
    ...(choice.fix !== undefined && { fix: choice.fix }),
  };
}

/** Leaves out the splits of several files that would change the same profile in different ways. */
function withoutRivals(chosen: readonly Chosen[], run: Run): readonly Chosen[] {
  const claims = new Map<Manifest, Chosen[]>();
  for (const one of chosen) if (one.existing !== undefined) addTo(claims, one.existing, one);
  const lost = new Set<Chosen>();
  for (const [profile, own] of claims) {
    const isEqual = (one: Pick<Chosen, 'placed'>): boolean => sameOverrides(profile.object, wantedOf(one, run.options));
    const others = splitsElsewhere(profile, own, run).filter((one) => !isEqual(one));
    if (others.length === 0 && (own.length < 2 || own.every(isEqual))) continue;
    const rivals = [...own, ...others];
    for (const one of own) {
      lost.add(one);
      run.report({
        code: 'apex-split-twice',
        message: `${rivals.length} TrafficSplits need the ServiceProfile in ${pathOf(profile)}: ${several(rivals.map(rivalPlace))}`,
        at: { manifest: one.placed.manifest, field: ['spec', 'service'] },
        ...(others.length > 0 && isBuilt(one, run) && { fix: fixInBuilds(one.placed, run) }),
      });
    }
  }
  return chosen.filter((one) => !lost.has(one));
}

/**
 * The other splits that ask for a profile of another file which kustomizations deploy with them, where it gets an
 * annotation: then the adaptor, which wrote their weights into it, leaves it alone.
 */
function splitsElsewhere(profile: Manifest, own: readonly Chosen[], run: Run): readonly Pick<Chosen, 'placed'>[] {
  const { options, unit } = run;
  const skip = annotation(profile.object, skipAnnotation);
  const [one] = own;
  if (one === undefined || unit.kustomize === undefined || markAfter(skip, options) === skip) return [];
  if (pathOf(profile) === pathOf(one.placed.manifest)) return [];
  const askers = askersOf(run.splits())(unit.kustomize)(options);
  const { split } = one.placed;
  // The namespace of a split that has none may be this one.
  const maybe = { ...one.placed, split: { ...split, namespace: '' } };
  const byUser = [one.placed, maybe].map((placed) => askers.get(keyOfSplit(placed, options)));
  const users = unit.kustomize.users(pathOf(profile));
  const asking = new Set(byUser.flatMap((found) => users.flatMap((user) => found?.get(user) ?? [])));
  const known = new Set<LocatedSplit>(own.map(({ placed }) => placed));
  return [...asking].filter((placed) => !known.has(placed)).map((placed) => ({ placed }));
}

/** The splits that the adaptor obeys, by the profile that they ask for, and by the kustomizations that deploy them. */
const askersOf = memoisedFor((splits: readonly SplitOfCall[]) =>
  memoisedFor((kustomize: Kustomize) =>
    memoisedFor((options: Options): ReadonlyMap<string, ReadonlyMap<unknown, readonly SplitOfCall[]>> => {
      const found = new Map<string, Map<unknown, SplitOfCall[]>>();
      for (const placed of splits) {
        if (!placed.understood || placed.skipped) continue;
        const key = keyOfSplit(placed, options);
        const byUser = found.get(key) ?? new Map<unknown, SplitOfCall[]>();
        found.set(key, byUser);
        for (const user of kustomize.users(pathOf(placed.manifest))) addTo(byUser, user, placed);
      }
      return found;
    }),
  ),
);

function isBuilt({ placed }: Chosen, { unit }: Run): boolean {
  return (unit.kustomize?.builds(pathOf(placed.manifest)) ?? []).length > 0;
}

function rivalPlace({ placed }: Pick<Chosen, 'placed'>): string {
  return `${placed.split.name} (${pathOf(placed.manifest)})`;
}

function wantedOf({ placed }: Pick<Chosen, 'placed'>, options: Options): readonly WeightedDst[] {
  return toServiceProfile(placed.split, options).spec.dstOverrides;
}

/** The changes for one split, or that the owner of its profile excludes it; reports findings about it. */
export function planChanges(chosen: Chosen, run: Run): readonly Change[] | Left {
  const { options, unit } = run;
  const { placed, existing, copies = [] } = chosen;
  if (existing !== undefined) {
    const own = planExisting(placed, existing, run);
    return typeof own === 'string' ? own : [...own, ...copies.flatMap((copy) => markCopy(placed, copy, options))];
  }
  const { manifest, split } = placed;
  if (split.backends.length === 0) return options.drop ? [{ kind: 'remove', split: manifest }] : [];
  const place = options.drop ? 'instead' : 'beside';
  const profile = toServiceProfile(split, { ...options, mark: newMark(options) }, unit.annotations?.(manifest, place));
  return [
    {
      kind: options.drop ? 'replace' : 'add',
      split: manifest,
      objects: [profile],
      backends: split.backends.map((backend) => backend.index),
    },
  ];
}

function planExisting(placed: LocatedSplit, existing: Manifest, run: Run): readonly Change[] | Left {
  const { options } = run;
  const { manifest, split } = placed;
  const wanted = toServiceProfile(split, options).spec.dstOverrides;
  const same = sameOverrides(existing.object, wanted);
  const skip = annotation(existing.object, skipAnnotation);
  const removal: readonly Change[] = options.drop ? [{ kind: 'remove', split: manifest }] : [];
  if (skip !== undefined && !isOwnMark(skip)) {
    if (same) return removal;
    return leave(run, skipped(placed, existing, skip));
  }
  const mark = markAfter(skip, options);
  const backends = split.backends.map((backend) => backend.index);
  const update: Change = {
    kind: 'update',
    split: manifest,
    manifest: existing,
    backends,
    ...(mark !== skip && mark !== undefined && { mark }),
    ...(!same && { dstOverrides: wanted }),
  };
  if (!options.drop || split.backends.length === 0) return [...(same && mark === skip ? [] : [update]), ...removal];
  return [
    {
      kind: 'fold',
      split: manifest,
      manifest: existing,
      ...(same && { beside: toServiceProfile(split, { ...options, mark: skip }) }),
      profile: toServiceProfile(split, { ...options, mark }),
      backends,
      otherwise: [{ ...update, carries: true }, ...removal],
    },
  ];
}

/** The change of a profile of another build, which has the overrides and may lack the skip annotation. */
function markCopy({ manifest: split }: LocatedSplit, copy: Manifest, options: Options): readonly Change[] {
  const skip = annotation(copy.object, skipAnnotation);
  const mark = markAfter(skip, options);
  if (mark === undefined || mark === skip || (skip !== undefined && !isOwnMark(skip))) return [];
  return [{ kind: 'update', split, manifest: copy, mark, backends: [] }];
}

/** The skip annotation of a new profile; undefined if it gets none. */
function newMark({ drop, skipAnnotation: marks }: Options): string | undefined {
  if (!marks) return undefined;
  return drop ? ownMarks.dropped : ownMarks.kept;
}

/** The skip annotation of a profile after this run: `--drop` changes the values that this program writes. */
function markAfter(mark: string | undefined, options: Options): string | undefined {
  if (mark === undefined) return newMark(options);
  return options.drop ? ownMarks.dropped : mark;
}

function skipped(placed: LocatedSplit, existing: Manifest, value: string): Diagnostic {
  const twist = value === 'false' ? ' (any value counts)' : '';
  return {
    code: 'profile-skipped',
    message: `is skipped with TrafficSplit ${placed.split.name}: marked ${JSON.stringify(value)}${twist}`,
    at: { manifest: existing, field: ['metadata', 'annotations', skipAnnotation] },
  };
}

/** Reports overrides that are replaced by those of a split, unless this program wrote them. */
export function reportOverwritten(placed: LocatedSplit, existing: Manifest, run: Run): void {
  const current = overridesOf(existing.object);
  if (current.length === 0 || annotation(existing.object, skipAnnotation) !== undefined) return;
  const wanted = toServiceProfile(placed.split, run.options).spec.dstOverrides;
  const { namespace } = placed.split;
  const end = authority('', namespace, run.options.clusterDomain);
  const show = (entries: readonly { authority: unknown; weight: unknown }[]): string =>
    several(entries.map(({ authority: name, weight }) => `${shortName(name, end)} ${shortWeight(weight)}`)) || 'none';
  run.report({
    code: 'profile-overwritten',
    message: `weights ${show(current)} are replaced by ${show(wanted)} of TrafficSplit ${placed.split.name}`,
    at: { manifest: existing, field: ['spec', 'dstOverrides'] },
  });
}

/** The name of a Service in the namespace of its split, or any other authority as it is. */
function shortName(name: unknown, end: string): string {
  if (typeof name === 'string') return name.endsWith(end) ? name.slice(0, -end.length) : name;
  return name === undefined ? '(no authority)' : JSON.stringify(name);
}

function shortWeight(weight: unknown): string {
  if (typeof weight === 'string') return weight;
  return weight === undefined ? '(no weight)' : JSON.stringify(weight);
}
