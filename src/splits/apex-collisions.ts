import { addTo, groupByEach } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { enumerated, several } from '../diagnostics/diagnostic.ts';
import { atApex } from '../manifests/located-split.ts';
import type { Run, Unit } from '../run.ts';
import type { ReadSplit } from './read-splits.ts';
import { nameOf, pathOf } from './names.ts';
import { namespaceGiven } from './namespaces.ts';
import { isOfOtherUnit } from './profile-sources.ts';
import { isMoved, keepersOf, namespaceInName } from './rewritten.ts';

/**
 * Reports splits of the same apex in different units that a kustomization of the call deploys together; returns them.
 * Not counted are splits whose apex or namespace is changed wherever both are deployed, and profiles that belong to a split of
 * another unit.
 */
export function collisionsOfUnits(
  units: readonly { readonly run: Run; readonly read: { readonly splits: readonly ReadSplit[] } }[],
): ReadonlySet<ReadSplit> {
  const blocked = new Set<ReadSplit>();
  const [first] = units;
  if (first === undefined || units.length < 2) return blocked;
  const runs = new Map(units.flatMap(({ run, read }) => read.splits.map((split) => [split, run] as const)));
  const runOf = (split: ReadSplit): Run => runs.get(split) ?? first.run;
  for (const group of byApex([...runs.keys()], first.run)) {
    const { kustomize } = first.run.unit;
    const joined = kustomize?.joined([...new Set(group.map(({ manifest }) => pathOf(manifest)))]) ?? new Set();
    const listed = group.filter(({ manifest }) => joined.has(pathOf(manifest)));
    if (!areOfSeveral(listed, runs)) continue;
    const own = listed.filter((split) => !isOfOtherUnit(split, runOf(split)));
    const groups = groupByEach(own, (split) => keepersOf(split, runOf(split))).values();
    const meeting = new Set([...groups].filter((splits) => areOfSeveral(splits, runs)).flat());
    const colliding = own.filter((split) => meeting.has(split));
    for (const one of colliding) blocked.add(one);
    const reported = colliding.findLast((one) => !one.skipped);
    if (reported !== undefined) first.run.report(twice(reported, colliding));
  }
  return blocked;
}

function areOfSeveral(splits: readonly ReadSplit[], runs: ReadonlyMap<ReadSplit, Run>): boolean {
  return new Set(splits.map((split) => runs.get(split))).size > 1;
}

/**
 * Reports splits of the same apex; returns those that must not be converted. The smi-adaptor lets the last one win.
 * Splits that are deployed together must not share an apex, but files may hold alternatives that are applied one after
 * the other. Not counted are splits whose apex or namespace each of their builds changes. Those of several units have been
 * reported.
 */
export function blockCollisions(
  splits: readonly ReadSplit[],
  run: Run,
  ofUnits: ReadonlySet<ReadSplit>,
): ReadonlySet<ReadSplit> {
  const { unit, report } = run;
  const blocked = new Set(ofUnits);
  for (const group of byApex(splits, run)) {
    const together = collidingIn(group, unit);
    const stays = unit.together ? together : together.filter((one) => !isMoved(one, run));
    const colliding = stays.length > 1 ? stays : [];
    for (const one of colliding) blocked.add(one);
    const notSkipped = group.filter((one) => !one.skipped);
    const reported = colliding.findLast((one) => !one.skipped);
    if (reported !== undefined && !colliding.every((one) => ofUnits.has(one))) report(twice(reported, colliding));
    const last = notSkipped.at(-1);
    if (together.length === 0 && !group.some((one) => ofUnits.has(one)) && notSkipped.length > 1 && last !== undefined)
      report(alternatives(last, notSkipped));
  }
  return blocked;
}

/**
 * The splits of a group that are deployed together with another one of it; the kustomizations of a file are looked up
 * once per file.
 */
function collidingIn(group: readonly ReadSplit[], unit: Unit): readonly ReadSplit[] {
  if (unit.together) return group;
  const byFile = new Map<string, number>();
  for (const one of group) byFile.set(pathOf(one.manifest), (byFile.get(pathOf(one.manifest)) ?? 0) + 1);
  const joined = unit.kustomize?.joined([...byFile.keys()]) ?? new Set();
  return group.filter((one) => (byFile.get(pathOf(one.manifest)) ?? 0) > 1 || joined.has(pathOf(one.manifest)));
}

function byApex(splits: readonly ReadSplit[], run: Run): readonly ReadSplit[][] {
  const groups = new Map<string, ReadSplit[]>();
  for (const one of splits) {
    // Whether a profile says its namespace or not, the Service is that of its name.
    const namespace = one.isProfile === true ? namespaceInName(one.manifest) : namespaceGiven(one, run);
    if ((namespace === '' && run.options.target !== 'httproute') || !one.understood) continue;
    const key = `${namespace}/${one.split.apex}`;
    addTo(groups, key, one);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function twice(at: ReadSplit, colliding: readonly ReadSplit[]): Diagnostic {
  const named = [...colliding.filter((one) => one !== at), at].map(where);
  const apex = `${at.split.apex}${inNamespace(at.split)}`;
  const kind = kindOfSource(colliding);
  return {
    code: 'apex-split-twice',
    at: atApex(at),
    ...(named.length > 2
      ? { message: `${named.length} ${kind} split ${apex}: ${several(named)}`, fix: 'keep one of them' }
      : { message: `${kind} ${enumerated(named)} both split ${apex}` }),
  };
}

function alternatives(at: ReadSplit, group: readonly ReadSplit[]): Diagnostic {
  const names = new Set(group.map((one) => one.split.name));
  const { apex } = at.split;
  return {
    code: names.size === 1 ? 'apex-split-alternative' : 'apex-split-in-files',
    message: `${group.length} files split ${apex}${inNamespace(at.split)}: ${several(group.map(where))}`,
    at: atApex(at),
  };
}

/** Profiles are converted as splits are, where the user asks for it, but for those whose Service has a TrafficSplit. */
function kindOfSource(splits: readonly ReadSplit[]): string {
  return splits.some(({ isProfile }) => isProfile === true) ? 'ServiceProfiles' : 'TrafficSplits';
}

function inNamespace({ namespace }: ReadSplit['split']): string {
  return namespace === '' ? '' : ` in namespace ${namespace}`;
}

function where(one: ReadSplit): string {
  const path = pathOf(one.manifest);
  return path === '-' ? nameOf(one.manifest) : `${nameOf(one.manifest)} (${path})`;
}
