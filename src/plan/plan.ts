import type { Options } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { annotation } from '../kubernetes.ts';
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
import type { ProfileChoice, SplitsAndProfiles } from './choose-profile.ts';
import { chooseProfile } from './choose-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';

/** A split with the profile that belongs to it, if there is one. */
export interface Chosen {
  readonly placed: LocatedSplit;
  readonly existing?: Manifest;
}

/** Finds the profile of each of some splits of a unit; reports and leaves out the splits for which it is unclear. */
export function chooseProfiles(splits: readonly LocatedSplit[], unit: SplitsAndProfiles, run: Run): readonly Chosen[] {
  const choose = chooseProfile(unit, run);
  const chosen: Chosen[] = [];
  for (const placed of splits) {
    const choice = choose(placed);
    if ('error' in choice) run.report(choiceRefusal(placed, choice));
    else chosen.push({ placed, ...(choice.profile && { existing: choice.profile }) });
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
function withoutRivals(chosen: readonly Chosen[], { options, report }: Run): readonly Chosen[] {
  const claims = new Map<Manifest, Chosen[]>();
  for (const one of chosen) {
    if (one.existing === undefined) continue;
    const rivals = claims.get(one.existing);
    if (rivals === undefined) claims.set(one.existing, [one]);
    else rivals.push(one);
  }
  const lost = new Set<Chosen>();
  for (const [profile, rivals] of claims) {
    if (rivals.length < 2 || rivals.every((one) => sameOverrides(profile.object, wantedOf(one, options)))) continue;
    for (const one of rivals) {
      lost.add(one);
      report({
        code: 'apex-split-twice',
        message: `${rivals.length} TrafficSplits need the ServiceProfile in ${profile.page.slice.source.path}: ${several(rivals.map(rivalPlace))}`,
        at: { manifest: one.placed.manifest, field: ['spec', 'service'] },
      });
    }
  }
  return chosen.filter((one) => !lost.has(one));
}

function rivalPlace({ placed }: Chosen): string {
  return `${placed.split.name} (${placed.manifest.page.slice.source.path})`;
}

function wantedOf({ placed }: Chosen, options: Options): readonly WeightedDst[] {
  return toServiceProfile(placed.split, options).spec.dstOverrides;
}

/** The changes for one split, or that the owner of its profile excludes it; reports findings about it. */
export function planChanges(chosen: Chosen, run: Run): readonly Change[] | Left {
  const { options, unit } = run;
  const { placed, existing } = chosen;
  if (existing !== undefined) return planExisting(placed, existing, run);
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
