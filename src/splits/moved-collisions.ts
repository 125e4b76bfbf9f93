import { addTo, append } from '../collections.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Build } from '../kustomize/builds.ts';
import { apexField } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import { nameOf, pathOf } from './names.ts';
import { namespaceGiven } from './namespaces.ts';
import type { ReadSplit } from './read-splits.ts';
import { buildsOfApex } from './rewritten.ts';

type Placed = readonly [split: ReadSplit, run: Run];

/** The splits that one build puts into one namespace, with one apex. */
interface Meeting {
  /** The kustomization that is built, or what deploys it. */
  readonly by: string;
  readonly namespace: string;
  readonly splits: Placed[];
}

/**
 * Reports splits whose apex is that of another split in a build that gives both one namespace; returns them. For a profile,
 * what is moved is refused for that; the others would be converted, and their profile would then be taken for that of what
 * is moved. Routes may be moved: all of these splits would be converted, to routes of one Service.
 */
export function collisionsOfMoved(
  units: readonly { readonly run: Run; readonly read: { readonly splits: readonly ReadSplit[] } }[],
): ReadonlySet<ReadSplit> {
  const blocked = new Set<ReadSplit>();
  for (const { by, namespace, splits: colliding } of meetingsOf(units)) {
    const given = new Set(colliding.map(([one, run]) => namespaceGiven(one, run)));
    if (given.size < 2) continue;
    const isConverted = ([one, run]: Placed): boolean =>
      run.options.target === 'httproute' || namespaceGiven(one, run) === namespace;
    const [first, ...more] = colliding.filter((placed) => isConverted(placed) && !blocked.has(placed[0]));
    if (first === undefined) continue;
    for (const [one] of [first, ...more]) blocked.add(one);
    const reported = [...colliding, first, ...more].findLast(([one]) => !one.skipped);
    if (reported === undefined) continue;
    const [speaker, run] = reported;
    const names = colliding.map(([one]) => `${nameOf(one.manifest)} (${pathOf(one.manifest)})`);
    run.report({
      code: 'apex-split-twice',
      message: `${by} puts ${several(names, ' and ')}, which split ${speaker.split.apex}, into namespace ${namespace}`,
      at: { manifest: speaker.manifest, field: apexField(speaker) },
      ...(names.length > 2 && { fix: 'keep one of them' }),
    });
  }
  return blocked;
}

function meetingsOf(units: Parameters<typeof collisionsOfMoved>[0]): readonly Meeting[] {
  const byApex = new Map<string, Placed[]>();
  for (const { run, read } of units) {
    for (const one of read.splits)
      if (one.understood && one.isProfile !== true) addTo(byApex, one.split.apex, [one, run]);
  }
  const found: Meeting[] = [];
  // Most apexes have one split: the builds of their files are not looked at.
  for (const ofApex of byApex.values()) if (ofApex.length > 1) append(found, meetingsOfApex(ofApex));
  return found;
}

function meetingsOfApex(splits: readonly Placed[]): readonly Meeting[] {
  const found = splits.map((placed) => {
    const [one, run] = placed;
    const own = namespaceGiven(one, run);
    const isBare = text(one.manifest.object, 'metadata', 'namespace') === '';
    const namespaceIn = (build: Build): string => (isBare ? build.namespace : build.movesTo) || own;
    return { placed, own, builds: buildsOfApex(one, run), namespaceIn };
  });
  // Those that meet in the namespace that they have in their files are found without their builds.
  if (found.every(({ own, builds, namespaceIn }) => builds.every((build) => namespaceIn(build) === own))) return [];
  const meetings = new Map<string, Meeting>();
  for (const { placed, builds, namespaceIn } of found)
    for (const build of builds) {
      const { path, deployer } = build;
      const namespace = namespaceIn(build);
      if (namespace === '') continue;
      const by = deployer === undefined ? path : `${deployer.name} in ${deployer.path}`;
      // Flux makes one build of all kustomizations below a directory without one.
      const key = `${deployer?.tool === 'flux' ? by : path}\n${namespace}`;
      const meeting = meetings.get(key) ?? { by, namespace, splits: [] };
      meetings.set(key, meeting);
      if (meeting.splits.at(-1) !== placed) meeting.splits.push(placed);
    }
  return [...meetings.values()].filter((meeting) => meeting.splits.length > 1);
}
