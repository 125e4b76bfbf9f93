import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { ServiceProfile } from '../mesh/service-profile.ts';
import { overridesOf, sameWeight, skipAnnotation } from '../mesh/service-profile.ts';
import type { Change } from '../plan/plan.ts';
import { splitComments } from './comments.ts';
import { isReferred } from './fields.ts';
import { takeOutInserted, takeOutSeparator } from './fold.ts';
import { setAnnotation, setOverrides } from './overrides.ts';
import { insertAfter, replaceManifest } from './place.ts';
import { removeManifests } from './remove.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';

/** Changes as edits, and what could not be written. The only place where the mesh's words meet characters. */
export interface Rewritten {
  readonly edits: readonly Edit[];
  readonly problems: readonly Diagnostic[];
  /** The splits whose change cannot be written. */
  readonly refused: ReadonlySet<Manifest>;
}

/** Changes as edits of text. A split whose change cannot be written stays as it is, and a diagnostic says so. */
export function rewrite(changes: readonly Change[], printed = false): Rewritten {
  const edits: Edit[] = [];
  const problems: Diagnostic[] = [];
  const removed: Manifest[] = [];
  const outside: { split: Manifest; profile: ServiceProfile }[] = [];
  const refused = new Set<Manifest>();
  const separators = new Map<Manifest, Edit>();
  for (const change of changes.flatMap((one) => (one.kind === 'fold' ? unfold(one, edits, separators) : one))) {
    if (refused.has(change.split)) continue;
    if ((change.kind === 'remove' || change.kind === 'replace') && isReferred(change.split, change.split.node)) {
      problems.push(sharedAnchor(change.split));
      refused.add(change.split);
    } else if (change.kind === 'remove') removed.push(change.split);
    else if (change.kind === 'update') {
      const made = update(change);
      if (made === undefined) {
        problems.push(behindAlias(change.manifest));
        refused.add(change.split);
      } else edits.push(...made);
    } else if (!printed && isSingleObjectFile(change.split) && change.kind === 'add') {
      problems.push(noRoom(change.split));
      refused.add(change.split);
    } else if (isTyped(change.split)) {
      outside.push(change);
      if (change.kind === 'replace') removed.push(change.split);
    } else if (change.kind === 'replace') edits.push(replaceWith(change));
    else edits.push(...insertAfter(change.split, asValue(change.profile)));
  }
  edits.push(...removed.flatMap((split) => separators.get(split) ?? []));
  edits.push(...besideLists(outside, removed), ...removeManifests(kept(removed)));
  return { edits, problems, refused };
}

type Fold = Extract<Change, { kind: 'fold' }>;

/** A profile that stands as we write it goes, and comes back in the place of its split; any other is changed where it is. */
function unfold(change: Fold, edits: Edit[], separators: Map<Manifest, Edit>): readonly Exclude<Change, Fold>[] {
  const { split, manifest, beside, profile, backends, otherwise } = change;
  const bound = isTyped(split) || isReferred(split, split.node);
  const taken = bound || beside === undefined ? undefined : takeOutInserted(split, manifest, asValue(beside));
  if (taken === undefined) {
    const separator = bound ? undefined : takeOutSeparator(split, manifest);
    if (separator !== undefined) separators.set(split, separator);
    return otherwise.filter((one) => one.kind !== 'fold');
  }
  edits.push(...taken);
  return [{ kind: 'replace', split, profile, backends }];
}

function update(change: Extract<Change, { kind: 'update' }>): readonly Edit[] | undefined {
  const { manifest, dstOverrides, mark } = change;
  const stood = overridesOf(manifest.object);
  const marks = mark === undefined ? [] : setAnnotation(manifest, skipAnnotation, mark);
  const overrides =
    dstOverrides === undefined
      ? []
      : setOverrides(manifest, dstOverrides, (index) => differs(stood, dstOverrides[index]));
  return marks && overrides && [...marks, ...overrides];
}

function differs(
  stood: readonly { authority: unknown; weight: unknown }[],
  wanted: { authority: string; weight: string } | undefined,
): boolean {
  const before = stood.find((entry) => entry.authority === wanted?.authority);
  return before === undefined || wanted === undefined || !sameWeight(before.weight, wanted.weight);
}

function replaceWith({ split, profile, backends }: Extract<Change, { kind: 'add' | 'replace' }>): Edit {
  return replaceManifest(split, asValue(profile), splitComments(split, backends));
}

function asValue(profile: ServiceProfile): Value {
  return profile as unknown as Value;
}

/** Whether a split stands in a list that can hold TrafficSplits only. */
function isTyped({ list }: Manifest): boolean {
  return list !== undefined && text(list.object, 'kind') === 'TrafficSplitList';
}

function isSingleObjectFile({ page, parent }: Manifest): boolean {
  const { path } = page.slice.source;
  return path.endsWith('.json') && parent === undefined && page.slice.part !== 'json';
}

/** Profiles of the splits of a typed list go after it; a list left empty makes room for the first of them. */
function besideLists(
  outside: readonly { split: Manifest; profile: ServiceProfile }[],
  removed: readonly Manifest[],
): readonly Edit[] {
  const edits: Edit[] = [];
  const replaced = new Set<Manifest>();
  const emptied = emptiedBy(removed);
  for (const { split, profile } of outside) {
    const { list } = split;
    if (list === undefined) continue;
    const room = emptied(split) && !replaced.has(list);
    if (room) replaced.add(list);
    edits.push(...(room ? [replaceManifest(list, asValue(profile))] : insertAfter(list, asValue(profile))));
  }
  const gone = removed.filter(emptied).flatMap((one) => one.list ?? []);
  return [...edits, ...removeManifests([...new Set(gone)].filter((list) => !replaced.has(list)))];
}

/** Tells whether a typed list loses its last entry with a split, and goes as a whole. */
function emptiedBy(removed: readonly Manifest[]): (split: Manifest) => boolean {
  const lost = new Map<Manifest['parent'], number>();
  for (const { parent } of removed) lost.set(parent, (lost.get(parent) ?? 0) + 1);
  return (split) => split.list !== undefined && isTyped(split) && lost.get(split.parent) === split.parent?.items.length;
}

/** Those that go by themselves, and not with their list. */
function kept(removed: readonly Manifest[]): readonly Manifest[] {
  const emptied = emptiedBy(removed);
  return removed.filter((one) => !emptied(one));
}

function sharedAnchor(split: Manifest): Diagnostic {
  return {
    code: 'cannot-insert',
    message: 'holds an anchor that other manifests refer to, so it cannot be dropped',
    fix: 'write the anchor and what refers to it out',
    at: { manifest: split, field: [] },
  };
}

function behindAlias(profile: Manifest): Diagnostic {
  return {
    code: 'cannot-insert',
    message: 'shares overrides or annotations by an anchor, or has a key written with ?',
    fix: 'write spec.dstOverrides and metadata.annotations of the ServiceProfile out, without anchor, alias and ?',
    at: { manifest: profile, field: ['spec'] },
  };
}

function noRoom(split: Manifest): Diagnostic {
  return {
    code: 'cannot-insert',
    message: 'a .json file holds one object: a ServiceProfile has no place beside it',
    fix: 'pass --drop to put the profile in its place, or make the file a List or YAML',
    at: { manifest: split, field: [] },
  };
}
