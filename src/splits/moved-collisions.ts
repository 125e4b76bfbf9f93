import { addTo } from '../collections.ts';
import { enumerated } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Build } from '../kustomize/builds.ts';
import type { PatchedPlace } from '../kustomize/patched-places.ts';
import { atApex } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import { nameOf, pathOf } from './names.ts';
import { namespaceGiven } from './namespaces.ts';
import type { ReadSplit } from './read-splits.ts';
import { buildsOfApex, patchedPlacesOf } from './rewritten.ts';

/** A split, and what it has in the builds whose patches give it another apex or namespace. */
interface Placed {
  readonly one: ReadSplit;
  readonly run: Run;
  readonly patched: readonly PatchedPlace[];
}

/** The splits that one build puts into one namespace, with one apex. */
interface Meeting {
  /** The kustomization that is built, or what deploys it. */
  readonly by: string;
  readonly apex: string;
  readonly namespace: string;
  readonly splits: Placed[];
}

/**
 * Reports splits whose apex is that of another split in a build that gives both one namespace; returns them. For a profile,
 * what is moved is refused for that; the others would be converted, and their profile would then be taken for that of what
 * is moved. Routes may be moved: all of these splits would be converted, to routes of one Service. What a patch moves is
 * refused for both.
 */
export function collisionsOfMoved(
  units: readonly { readonly run: Run; readonly read: { readonly splits: readonly ReadSplit[] } }[],
): ReadonlySet<ReadSplit> {
  const blocked = new Set<ReadSplit>();
  for (const meeting of meetingsOf(units)) {
    const { apex, splits: colliding } = meeting;
    const own = new Set(colliding.map(({ one, run }) => `${one.split.apex}.${namespaceGiven(one, run)}`));
    if (own.size < 2) continue;
    const isConverted = ({ one, run, patched }: Placed): boolean =>
      run.options.target === 'httproute'
        ? patched.length === 0
        : one.split.apex === apex && namespaceGiven(one, run) === meeting.namespace;
    const [first, ...more] = colliding.filter((placed) => isConverted(placed) && !blocked.has(placed.one));
    if (first === undefined) continue;
    for (const { one } of [first, ...more]) blocked.add(one);
    const reported = [...colliding, first, ...more].findLast(({ one }) => !one.skipped);
    if (reported !== undefined) report(meeting, reported);
  }
  return blocked;
}

function report({ by, apex, namespace, splits }: Meeting, { one: speaker, run }: Placed): void {
  const names = splits.map(({ one }) => `${nameOf(one.manifest)} (${pathOf(one.manifest)})`);
  const listed = enumerated(names);
  run.report({
    code: 'apex-split-twice',
    message: splits.every(({ one }) => one.split.apex === apex)
      ? `${by} puts ${listed}, which split ${apex}, into namespace ${namespace}`
      : `${by} makes ${listed} split ${apex} in namespace ${namespace}`,
    at: atApex(speaker),
    ...(names.length > 2 && { fix: 'keep one of them' }),
  });
}

function meetingsOf(units: Parameters<typeof collisionsOfMoved>[0]): readonly Meeting[] {
  const byApex = new Map<string, Placed[]>();
  for (const { run, read } of units) {
    for (const one of read.splits) {
      if (!one.understood || one.isProfile === true) continue;
      const placed = { one, run, patched: patchedPlacesOf(one, run) };
      const apexes = new Set([one.split.apex, ...placed.patched.map(({ apex }) => apex)]);
      for (const apex of apexes) addTo(byApex, apex, placed);
    }
  }
  // Most apexes have one split: the builds of their files are not looked at.
  return [...byApex].flatMap(([apex, splits]) => (splits.length > 1 ? meetingsOfApex(apex, splits) : []));
}

function meetingsOfApex(apex: string, splits: readonly Placed[]): readonly Meeting[] {
  const found = splits.map((placed) => {
    const { one, run, patched } = placed;
    const own = namespaceGiven(one, run);
    const isBare = text(one.manifest.object, 'metadata', 'namespace') === '';
    const kept = one.split.apex === apex ? buildsOfApex(one, run) : [];
    const places = [
      ...kept.map((build) => ({ build, namespace: (isBare ? build.namespace : build.movesTo) || own })),
      ...patched.filter((place) => place.apex === apex),
    ];
    return { placed, own, places };
  });
  // Those that meet with the apex and the namespace that they have in their files are found without their builds.
  const isKept = found.every(
    ({ placed, own, places }) => placed.one.split.apex === apex && places.every(({ namespace }) => namespace === own),
  );
  if (isKept) return [];
  const meetings = new Map<string, Meeting>();
  for (const { placed, places } of found)
    for (const { build, namespace } of places) {
      if (namespace === '') continue;
      const { by, key } = namesOf(build);
      const meeting = meetings.get(`${key}\n${namespace}`) ?? { by, apex, namespace, splits: [] };
      meetings.set(`${key}\n${namespace}`, meeting);
      if (meeting.splits.at(-1) !== placed) meeting.splits.push(placed);
    }
  return [...meetings.values()].filter((meeting) => meeting.splits.length > 1);
}

/** What a build is called, and what it has in common with those that are one build with it. */
function namesOf({ path, deployer }: Build): { readonly by: string; readonly key: string } {
  const by = deployer === undefined ? path : `${deployer.name} in ${deployer.path}`;
  // Flux makes one build of all kustomizations below a directory without one.
  return { by, key: deployer?.tool === 'flux' ? by : path };
}
