import type { Options } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { annotation } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority } from '../mesh/authority.ts';
import { isOwnMark, overridesOf, sameOverrides, skipAnnotation, toServiceProfile } from '../mesh/service-profile.ts';
import type { Change } from './change.ts';
import type { SplitsAndProfiles } from './choose-profile.ts';
import type { Chosen, ProfileChoice } from './profile-choice.ts';
import { withoutRivals } from './profile-rivals.ts';
import { markAfter, newMark } from './skip-marks.ts';
import { chooseProfile } from './choose-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';

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
      beside: toServiceProfile(split, { ...options, mark: skip }),
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

function skipped(placed: LocatedSplit, existing: Manifest, value: string): Diagnostic {
  const twist = value === 'false' ? ' (any value counts)' : '';
  return {
    code: 'profile-skipped',
    message: `is marked ${skipAnnotation}: ${JSON.stringify(value)}${twist}: it and TrafficSplit ${placed.split.name} stay as they are`,
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
    several(entries.map(({ authority: name, weight }) => `${shortName(name, end)} ${shortWeight(weight)}`));
  const said = current.length === 1 ? `weight ${show(current)} is` : `weights ${show(current)} are`;
  run.report({
    code: 'profile-overwritten',
    message:
      wanted.length === 0
        ? `${said} removed: TrafficSplit ${placed.split.name} has no backends`
        : `${said} replaced by ${show(wanted)} of TrafficSplit ${placed.split.name}`,
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
