import { addTo } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { ServiceProfile } from '../mesh/service-profile.ts';
import { overridesOf, skipAnnotation } from '../mesh/service-profile.ts';
import type { Change, RouteFold, RouteUpdate } from '../plan/plan.ts';
import type { Comments, Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import { splitComments } from './comments.ts';
import { isReferred } from './references.ts';
import { takeOutInserted, takeOutSeparator } from './fold.ts';
import { setAnnotation, setOverrides } from './overrides.ts';
import { insertAfter, replaceManifest } from './place.ts';
import { differs, isUpdatedProfile } from './profile-edits.ts';
import type { Intents } from './read-back.ts';
import { noIntents, readBack } from './read-back.ts';
import { behindAlias, droppedComments, noRoom, routeBehindAlias, sharedAnchor } from './refusals.ts';
import { removeManifests } from './remove.ts';
import { isUpdatedRoute, routeEdits } from './route-edits.ts';
import { misplacedAbove, withoutMisplaced } from './tool-comments.ts';

/** Changes as edits, and what could not be written. The only place where the mesh's words meet characters. */
export interface Rewritten {
  readonly edits: readonly Edit[];
  readonly problems: readonly Diagnostic[];
  /** The splits whose change cannot be written. */
  readonly refused: ReadonlySet<Manifest>;
}

type Kind<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** What the changes so far come to. */
interface Draft {
  readonly printed: boolean;
  readonly edits: Edit[];
  readonly problems: Diagnostic[];
  readonly intents: Intents;
  /** Splits that go, without another object in their place. */
  readonly removed: Manifest[];
  /** Objects for splits of lists that hold TrafficSplits alone. */
  readonly outside: Kind<'add' | 'replace'>[];
  readonly refused: Set<Manifest>;
  /** Separators that go with a split. */
  readonly separators: Map<Manifest, Edit>;
}

/**
 * Changes as edits of text, read back and found to be what is meant. A split whose change cannot be written stays as it
 * is, and a diagnostic says so. Throws what `readBack` throws.
 */
export function rewrite(changes: readonly Change[], printed = false): Rewritten {
  const draft: Draft = {
    printed,
    edits: [],
    problems: [],
    intents: noIntents(),
    removed: [],
    outside: [],
    refused: new Set(),
    separators: new Map(),
  };
  for (const change of changes.flatMap((one) => unfolded(one, draft)))
    if (!draft.refused.has(change.split)) write(change, draft);
  const { edits, removed, intents, problems, refused } = draft;
  edits.push(...removed.flatMap((split) => draft.separators.get(split) ?? []));
  edits.push(...besideLists(draft), ...removeManifests(kept(removed)));
  for (const split of removed) intents.put(split, []);
  readBack(edits, intents);
  return { edits, problems, refused };
}

/** What is to be written. */
type Written = Exclude<Change, Kind<'fold' | 'fold-routes'>>;

function unfolded(change: Change, draft: Draft): readonly Written[] {
  if (change.kind === 'fold') return unfold(change, draft);
  return change.kind === 'fold-routes' ? unfoldRoutes(change, draft) : [change];
}

function write(change: Written, draft: Draft): void {
  const { edits, intents, removed } = draft;
  const { split } = change;
  if (change.kind === 'update') update(change, draft);
  else if (change.kind === 'route') updateRoute(change, draft);
  else if (change.kind === 'take-out') takeOut(change, draft);
  else if (change.kind !== 'add' && isReferred(split, split.node)) refuse(split, sharedAnchor(split), draft);
  else if (change.kind === 'remove') {
    removed.push(split);
    dropComments(split, [], draft);
  } else if (change.kind === 'add' && !draft.printed && isSingleObjectFile(split))
    refuse(split, noRoom(split, text(change.objects[0], 'kind')), draft);
  else if (isTyped(split)) {
    draft.outside.push(change);
    if (change.kind === 'replace') removed.push(split);
  } else if (change.kind === 'add') {
    edits.push(...insertAfter(split, change.objects as readonly Value[]));
    intents.follow(split, change.objects);
  } else {
    const said = splitComments(split, change.backends, text(change.objects[0], 'kind'));
    const { comments, dropped } = withoutMisplaced(said);
    edits.push(...replaceWith(split, change.objects as readonly Value[], comments));
    intents.put(split, change.objects);
    dropComments(split, dropped, draft);
  }
}

function takeOut({ split, manifest }: Kind<'take-out'>, draft: Draft): void {
  if (isReferred(manifest, manifest.node)) {
    refuse(split, sharedAnchor(manifest), draft);
    return;
  }
  draft.removed.push(manifest);
  dropComments(manifest, [], draft);
}

/** Comments for tools that would be read otherwise where they would stand now go, and a finding names them. */
function dropComments(split: Manifest, dropped: readonly string[], { edits, problems }: Draft): void {
  const above = misplacedAbove(split);
  edits.push(...above);
  const lines = above.map(({ page, start, end }) => page.text.slice(start, end).trim());
  const all = [...new Set([...lines, ...dropped])];
  if (all.length > 0) problems.push(droppedComments(split, all));
}

function refuse(split: Manifest, why: Diagnostic, { problems, refused }: Draft): void {
  problems.push(why);
  refused.add(split);
}

/** The first object in the place of a manifest, the others behind it. */
function replaceWith(manifest: Manifest, objects: readonly Value[], comments?: Comments): readonly Edit[] {
  const [first, ...others] = objects;
  if (first === undefined) return [];
  const more = others.length > 0 ? insertAfter(manifest, others) : [];
  return [replaceManifest(manifest, first, comments), ...more];
}

/** A profile that stands as we write it goes, and comes back in the place of its split; any other is changed where it is. */
function unfold(change: Kind<'fold'>, { edits, separators, intents }: Draft): readonly Written[] {
  const { split, manifest, beside, profile, backends, otherwise } = change;
  const bound = isTyped(split) || isReferred(split, split.node);
  const taken = bound || beside === undefined ? undefined : takeOutInserted(split, [manifest], [asValue(beside)]);
  if (taken === undefined) {
    const separator = bound ? undefined : takeOutSeparator(split, manifest);
    if (separator !== undefined) separators.set(split, separator);
    return otherwise.filter(isWritten);
  }
  edits.push(...taken);
  intents.put(manifest, []);
  return [{ kind: 'replace', split, objects: [profile], backends }];
}

/** Routes that stand as they are written beside a split go, and come back in its place without their marks. */
function unfoldRoutes(change: RouteFold, { edits, separators, intents }: Draft): readonly Written[] {
  const { split, standing, beside, objects, backends, otherwise } = change;
  const [first] = standing;
  const bound = isTyped(split) || isReferred(split, split.node);
  const taken =
    bound || first === undefined ? undefined : takeOutInserted(split, standing, beside as unknown as readonly Value[]);
  if (taken === undefined) {
    const separator = bound || first === undefined ? undefined : takeOutSeparator(split, first);
    if (separator !== undefined) separators.set(split, separator);
    return otherwise.filter(isWritten);
  }
  edits.push(...taken);
  for (const route of standing) intents.put(route, []);
  return [{ kind: 'replace', split, objects, backends }];
}

function isWritten(change: Change): change is Written {
  return change.kind !== 'fold' && change.kind !== 'fold-routes';
}

function updateRoute(change: RouteUpdate, draft: Draft): void {
  const made = routeEdits(change);
  if (made === undefined) {
    refuse(change.split, routeBehindAlias(change.manifest), draft);
    return;
  }
  draft.edits.push(...made);
  draft.intents.put(change.manifest, [isUpdatedRoute(change)]);
}

function update(change: Kind<'update'>, draft: Draft): void {
  const { manifest, dstOverrides, mark } = change;
  const stood = overridesOf(manifest.object);
  const marks = mark === undefined ? [] : setAnnotation(manifest, skipAnnotation, mark);
  const overrides =
    dstOverrides === undefined
      ? []
      : setOverrides(manifest, dstOverrides, (index) => differs(stood, dstOverrides[index]));
  if (marks === undefined || overrides === undefined) {
    refuse(change.split, behindAlias(manifest), draft);
    return;
  }
  draft.edits.push(...marks, ...overrides);
  draft.intents.put(manifest, [isUpdatedProfile(change)]);
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

/** Objects for the splits of a typed list go after it; a list left empty makes room for the first of them. */
function besideLists({ outside, removed, intents }: Draft): readonly Edit[] {
  const edits: Edit[] = [];
  const emptied = emptiedBy(removed);
  const objects = new Map<Manifest, object[]>();
  for (const { split, objects: own } of outside)
    if (split.list !== undefined) for (const object of own) addTo(objects, split.list, object);
  const gone = new Set(removed.filter(emptied).flatMap(({ list }) => list ?? []));
  for (const [list, own] of objects) {
    const values = own as readonly Value[];
    edits.push(...(gone.has(list) ? replaceWith(list, values) : insertAfter(list, values)));
    intents.follow(list, own);
  }
  for (const list of gone) intents.put(list, []);
  return [...edits, ...removeManifests([...gone].filter((list) => !objects.has(list)))];
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
