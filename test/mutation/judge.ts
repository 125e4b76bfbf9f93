// Runs in a process of its own, on sources that hold every mutant behind a switch: tells which mutants the fixtures, the
// library's answers to their streams, and the tests that are quick and run in the process notice.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { convert } from '../../src/index.ts';
import { scanList } from '../../src/yaml/list-scan/list-scan.ts';
import { difficultStreams } from '../exact/difficult-streams.ts';
import { insert, insertions } from '../exact/insertion.ts';
import { broken, ways } from '../exact/invariants.ts';
import { streamOf } from '../exact/random.ts';
import { difficultList } from '../fast/difficult-lists.ts';
import { answered } from '../fast/function-runs.ts';
import { cases, runCase, tree } from '../fixtures.ts';
import { seededRandom } from '../fuzz/seeded-random.ts';
import { atEnd, collected, startFile } from './test-functions.ts';

/** The switch that scripts/mutate.js builds into the sources. */
interface Switch {
  /** The mutant that is on; -1: none. */
  active: number;
  /** Collects the mutants whose code is reached; undefined: nothing is collected. */
  hits: Set<number> | undefined;
  /** How often a switch was asked since this was set to 0, and where it throws, because a loop does not end. */
  calls: number;
  limit: number;
}

const { mutants } = globalThis as unknown as { mutants: Switch };

/** Something that can be run again and again, and a digest of what it answered. */
interface Probe {
  readonly name: string;
  run(): Promise<string>;
}

/** A mutant to try, and the file that it is in. */
interface Wanted {
  readonly id: number;
  readonly file: string;
}

/** What scripts/mutate.js asks for: the mutants to try, with the tests of these files only unless there are none. */
interface Task {
  readonly root: string;
  readonly wanted: readonly Wanted[];
  readonly tests: readonly string[];
}

/** A probe with what it answers without a mutant. */
interface Measured extends Probe {
  readonly usual: string;
  readonly calls: number;
  /** Of the CPU: what else the machine does must not decide which tests are used. */
  readonly milliseconds: number;
  readonly hits: ReadonlySet<number>;
}

/** Tests that take longer are left out: each is run again for every mutant that it reaches. */
const longest = 1500;
/** After so many milliseconds of CPU a mutant that no test has noticed counts as one that survives. */
const patience = 6_000;

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64');
}

/** Where the scan of lists cuts generated lists, or why it does not. */
function cutsOf(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, index) =>
    JSON.stringify(scanList(Buffer.from(difficultList(seededRandom(1, from + index))))),
  );
}

/** What the function answers to generated lists. */
function answersOf(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, index) => {
    const text = difficultList(seededRandom(1, from + index));
    return JSON.stringify([answered(text, false, 'fine'), answered(text, true, 'coarse')]);
  });
}

/** Tests that are long as a whole, in parts: generated streams and insertions, of which the invariants are checked. */
function partsOfLongTests(): readonly Probe[] {
  const tapes = fc.sample(fc.uint8Array({ minLength: 40, maxLength: 220 }), { numRuns: 120, seed: 4 });
  const streams = tapes.map((tape) => streamOf(tape)).map(({ text, path }) => ({ path, bytes: Buffer.from(text) }));
  const inserted = difficultStreams.flatMap((text, index) =>
    Object.values(insertions).flatMap((documents) => insert({ path: `${index}`, bytes: Buffer.from(text) }, documents)),
  );
  return [...streams, ...inserted.map(({ source }) => source)].map((source, index) => ({
    name: `invariants of stream ${String(index)}`,
    run: () => Promise.resolve(digest(ways.flatMap((way) => broken([source], way).problems))),
  }));
}

/** The files whose tests run the sources in this process, without mocks and without other programs. */
const files: Readonly<Record<string, () => Promise<unknown>>> = {
  findings: () => import('../findings.test.ts'),
  forms: () => import('../forms.test.ts'),
  gitops: () => import('../gitops.test.ts'),
  library: () => import('../library.test.ts'),
  'profile-validity': () => import('../profile-validity.test.ts'),
  report: () => import('../report.test.ts'),
  'report/forms': () => import('../report/forms.test.ts'),
  'rewrite/first-document': () => import('../rewrite/first-document.test.ts'),
  'rewrite/positions': () => import('../rewrite/positions.test.ts'),
  'rewrite/read-back': () => import('../rewrite/read-back.test.ts'),
  'rewrite/removed': () => import('../rewrite/removed.test.ts'),
  'rewrite/style': () => import('../rewrite/style.test.ts'),
  'rewrite/updated': () => import('../rewrite/updated.test.ts'),
  'route-runs': () => import('../route-runs.test.ts'),
  'checks/backend-ports': () => import('../checks/backend-ports.test.ts'),
  'checks/embedded': () => import('../checks/embedded.test.ts'),
  'cli/calls': () => import('../cli/calls.test.ts'),
  'cli/diff': () => import('../cli/diff.test.ts'),
  'cli/failures': () => import('../cli/failures.test.ts'),
  'cli/gitignore': () => import('../cli/gitignore.test.ts'),
  'cli/json-documents': () => import('../cli/json-documents.test.ts'),
  'cli/links': () => import('../cli/links.test.ts'),
  'cli/other-names': () => import('../cli/other-names.test.ts'),
  'cli/option-values': () => import('../cli/option-values.test.ts'),
  'cli/print': () => import('../cli/print.test.ts'),
  'cli/progress': () => import('../cli/progress.test.ts'),
  'cli/quick-options': () => import('../cli/quick-options.test.ts'),
  'cli/repository-around': () => import('../cli/repository-around.test.ts'),
  'cli/search': () => import('../cli/search.test.ts'),
  'cli/write': () => import('../cli/write.test.ts'),
  'exact/large': () => import('../exact/large.test.ts'),
  'exact/named': () => import('../exact/named.test.ts'),
  'exact/scalars': () => import('../exact/scalars.test.ts'),
  'exact/styles': () => import('../exact/styles.test.ts'),
  'findings/words': () => import('../findings/words.test.ts'),
  'fixes/fixes': () => import('../fixes/fixes.test.ts'),
  'golden/adaptor': () => import('../golden/adaptor.test.ts'),
  'golden/captures': () => import('../golden/captures.test.ts'),
  'golden/linkerd-regex': () => import('../golden/linkerd-regex.test.ts'),
  'golden/quantity': () => import('../golden/quantity.test.ts'),
  'golden/routes': () => import('../golden/routes.test.ts'),
  'golden/routes-of-matches': () => import('../golden/routes-of-matches.test.ts'),
  'krm/item-index': () => import('../krm/item-index.test.ts'),
  'krm/plain-annotations': () => import('../krm/plain-annotations.test.ts'),
  'checks/own-reports': () => import('../checks/own-reports.test.ts'),
  'checks/projects': () => import('../checks/projects.test.ts'),
  'conversion/services-like': () => import('../conversion/services-like.test.ts'),
  'conversion/directories': () => import('../conversion/directories.test.ts'),
  'conversion/rounds': () => import('../conversion/rounds.test.ts'),
  'plan/route-profiles': () => import('../plan/route-profiles.test.ts'),
  'rewrite/obstacles': () => import('../rewrite/obstacles.test.ts'),
  'rewrite/followers': () => import('../rewrite/followers.test.ts'),
  'rewrite/blank-tabs': () => import('../rewrite/blank-tabs.test.ts'),
  'rewrite/comments': () => import('../rewrite/comments.test.ts'),
  'rewrite/editors': () => import('../rewrite/editors.test.ts'),
  'rewrite/flow-parts': () => import('../rewrite/flow-parts.test.ts'),
  'rewrite/kept-comments': () => import('../rewrite/kept-comments.test.ts'),
  'plan/existing-routes': () => import('../plan/existing-routes.test.ts'),
  'plan/profiles-in-the-way': () => import('../plan/profiles-in-the-way.test.ts'),
  'conversion/call-index': () => import('../conversion/call-index.test.ts'),
  'kustomize/charts': () => import('../kustomize/charts.test.ts'),
  'kustomize/label-steps': () => import('../kustomize/label-steps.test.ts'),
  'rewrite/folded': () => import('../rewrite/folded.test.ts'),
  'rewrite/updates': () => import('../rewrite/updates.test.ts'),
  'yaml/numbers': () => import('../yaml/numbers.test.ts'),
  'manifests/neighbours': () => import('../manifests/neighbours.test.ts'),
  'exact/refused-scalars': () => import('../exact/refused-scalars.test.ts'),
  'golden/outcomes': () => import('../golden/outcomes.test.ts'),
  'cli/modes': () => import('../cli/modes.test.ts'),
  'krm/config-keys': () => import('../krm/config-keys.test.ts'),
  'checks/beside': () => import('../checks/beside.test.ts'),
  'checks/unreadable': () => import('../checks/unreadable.test.ts'),
  'checks/unusual': () => import('../checks/unusual.test.ts'),
  'cli/closed-output': () => import('../cli/closed-output.test.ts'),
  'cli/command': () => import('../cli/command.test.ts'),
  'cli/from-reports': () => import('../cli/from-reports.test.ts'),
  'cli/gitignore-rules': () => import('../cli/gitignore-rules.test.ts'),
  'cli/pattern-cost': () => import('../cli/pattern-cost.test.ts'),
  'cli/streams': () => import('../cli/streams.test.ts'),
  'cli/inputs': () => import('../cli/inputs.test.ts'),
  'config/read-config': () => import('../config/read-config.test.ts'),
  'diagnostics/order': () => import('../diagnostics/order.test.ts'),
  'krm/item-places': () => import('../krm/item-places.test.ts'),
  'kustomize/port-changes': () => import('../kustomize/port-changes.test.ts'),
  'kustomize/profiles-that-go': () => import('../kustomize/profiles-that-go.test.ts'),
  'kustomize/unusual': () => import('../kustomize/unusual.test.ts'),
  'manifests/annotations': () => import('../manifests/annotations.test.ts'),
  'manifests/empty': () => import('../manifests/empty.test.ts'),
  'mesh/refusals': () => import('../mesh/refusals.test.ts'),
  'plan/patched-services': () => import('../plan/patched-services.test.ts'),
  'plan/route-facts': () => import('../plan/route-facts.test.ts'),
  'plan/routes-of-trees': () => import('../plan/routes-of-trees.test.ts'),
  'report/audit': () => import('../report/audit.test.ts'),
  'report/merged-runs': () => import('../report/merged-runs.test.ts'),
  'report/out-of-date': () => import('../report/out-of-date.test.ts'),
  'report/words': () => import('../report/words.test.ts'),
  'krm/results-order': () => import('../krm/results-order.test.ts'),
  'report/parts': () => import('../report/parts.test.ts'),
  'splits/namespace-candidates': () => import('../splits/namespace-candidates.test.ts'),
  'splits/templates': () => import('../splits/templates.test.ts'),
  'splits/unusual': () => import('../splits/unusual.test.ts'),
  'yaml/print': () => import('../yaml/print.test.ts'),
  'krm/results-text': () => import('../krm/results-text.test.ts'),
  'krm/schema': () => import('../krm/schema.test.ts'),
  'diagnostics/places': () => import('../diagnostics/places.test.ts'),
  'manifests/node-store': () => import('../manifests/node-store.test.ts'),
  'manifests/page-cache': () => import('../manifests/page-cache.test.ts'),
  'manifests/profile-domains': () => import('../manifests/profile-domains.test.ts'),
  'manifests/manifest': () => import('../manifests/manifest.test.ts'),
  'kustomize/late-changes': () => import('../kustomize/late-changes.test.ts'),
  'kustomize/patched-deployers': () => import('../kustomize/patched-deployers.test.ts'),
  'kustomize/result-changes': () => import('../kustomize/result-changes.test.ts'),
  'kustomize/template-actions': () => import('../kustomize/template-actions.test.ts'),
  'kustomize/deployer-forms': () => import('../kustomize/deployer-forms.test.ts'),
  'kustomize/deployments': () => import('../kustomize/deployments.test.ts'),
  'kustomize/deployers': () => import('../kustomize/deployers.test.ts'),
  'kustomize/forms': () => import('../kustomize/forms.test.ts'),
  'kustomize/rewrites': () => import('../kustomize/rewrites.test.ts'),
  'kustomize/selectors': () => import('../kustomize/selectors.test.ts'),
  'kustomize/steps': () => import('../kustomize/steps.test.ts'),
  'mesh/quantities': () => import('../mesh/quantities.test.ts'),
  'mesh/route-groups': () => import('../mesh/route-groups.test.ts'),
  'mesh/regex-facts': () => import('../mesh/regex-facts.test.ts'),
  'mesh/regex-problems': () => import('../mesh/regex-problems.test.ts'),
  'mesh/routes': () => import('../mesh/routes.test.ts'),
  'mesh/values': () => import('../mesh/values.test.ts'),
  'kustomize/components': () => import('../kustomize/components.test.ts'),
  'kustomize/deployed-references': () => import('../kustomize/deployed-references.test.ts'),
  'kustomize/directory-sources': () => import('../kustomize/directory-sources.test.ts'),
  'kustomize/paths': () => import('../kustomize/paths.test.ts'),
  'kustomize/renamed-names': () => import('../kustomize/renamed-names.test.ts'),
  'kustomize/unreadable': () => import('../kustomize/unreadable.test.ts'),
  'conversion/beside-search': () => import('../conversion/beside-search.test.ts'),
  'splits/in-namespace': () => import('../splits/in-namespace.test.ts'),
  'report/page': () => import('../report/page.test.ts'),
  'report/kinds': () => import('../report/kinds.test.ts'),
  'report/split-picture': () => import('../report/split-picture.test.ts'),
  'report/fix-commands': () => import('../report/fix-commands.test.ts'),
  'yaml/byte-search': () => import('../yaml/byte-search.test.ts'),
  'yaml/cut': () => import('../yaml/cut.test.ts'),
  'yaml/source': () => import('../yaml/source.test.ts'),
  'yaml/scalars': () => import('../yaml/scalars.test.ts'),
  'yaml/list-scan': () => import('../yaml/list-scan.test.ts'),
  'yaml/page-offsets': () => import('../yaml/page-offsets.test.ts'),
  'yaml/read': () => import('../yaml/read.test.ts'),
};

/** The tests of the files whose names begin with one of these. */
async function testsOf(prefixes: readonly string[]): Promise<readonly Probe[]> {
  for (const [name, load] of Object.entries(files)) {
    if (!prefixes.some((prefix) => name.startsWith(prefix))) continue;
    startFile(name);
    await load();
  }
  return collected.map((one) => ({ name: one.name, run: () => one.run().then(() => 'passes') }));
}

/** Everything that runs in this process. */
async function allProbes(root: string): Promise<readonly Probe[]> {
  const fixtures = cases(join(root, 'fixtures'));
  return [
    ...fixtures.map((one) => ({
      name: one.name,
      async run() {
        const { code, stdout, stderr, after } = await runCase(one);
        return digest([String(code), stdout, stderr, ...[...after].flat()]);
      },
    })),
    ...fixtures.flatMap(({ name, folder }) => {
      const files = [...tree(join(folder, 'before'))]
        .filter(([path]) => /\.(?:ya?ml|json)$/.test(path))
        .map(([path, content]) => ({ path, text: content.toString() }));
      if (files.length === 0) return [];
      return [
        {
          name: `library, files: ${name}`,
          run: () => Promise.resolve(digest([JSON.stringify(convert(files, { drop: true }))])),
        },
      ];
    }),
    ...fixtures.flatMap(({ name, stdin }) => {
      if (stdin === undefined) return [];
      const text = stdin.toString();
      return [
        {
          name: `library: ${name}`,
          run: () => Promise.resolve(digest([JSON.stringify(convert([{ path: 'a.yaml', text }], { drop: true }))])),
        },
      ];
    }),
    ...Array.from({ length: 20 }, (_, part) => ({
      name: `lists ${part * 50} to ${part * 50 + 49}`,
      run: () => Promise.resolve(digest(cutsOf(part * 50, part * 50 + 50))),
    })),
    ...Array.from({ length: 20 }, (_, part) => ({
      name: `function, lists ${part * 5} to ${part * 5 + 4}`,
      run: () => Promise.resolve(digest(answersOf(part * 5, part * 5 + 5))),
    })),
    ...partsOfLongTests(),
    ...(await testsOf([''])),
  ];
}

/** The digest of a probe, or the error that it ended with. */
async function answer(probe: Probe): Promise<string> {
  try {
    return await probe.run();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function measure(probe: Probe): Promise<Measured> {
  const hits = new Set<number>();
  Object.assign(mutants, { active: -1, hits, calls: 0, limit: Infinity });
  const start = process.cpuUsage();
  const usual = await answer(probe);
  const milliseconds = millisecondsSince(start);
  mutants.hits = undefined;
  return { ...probe, usual, calls: mutants.calls, milliseconds, hits };
}

/** The probes by the mutants that they reach, the quickest first; without tests that fail or take long as they are. */
async function coveringProbes({ root, tests }: Task): Promise<ReadonlyMap<number, readonly Measured[]>> {
  const measured: Measured[] = [];
  for (const probe of await (tests.length === 0 ? allProbes(root) : testsOf(tests))) {
    measured.push(await measure(probe));
    // Says that it is not stuck.
    process.send?.({ state: 'measured' });
  }
  const known = new Set(collected.map(({ name }) => name));
  const used = measured.filter(
    ({ name, usual, milliseconds }) => !known.has(name) || (usual === 'passes' && milliseconds < longest),
  );
  const covering = new Map<number, Measured[]>();
  for (const probe of used.sort((a, b) => a.milliseconds - b.milliseconds))
    for (const id of probe.hits) {
      const others = covering.get(id);
      if (others === undefined) covering.set(id, [probe]);
      else others.push(probe);
    }
  return covering;
}

/** Probes with those first that have noticed mutants of the same file: they are likely to notice others. */
function likelyFirst(probes: readonly Measured[], likely: ReadonlySet<string>): readonly Measured[] {
  return [...probes.filter(({ name }) => likely.has(name)), ...probes.filter(({ name }) => !likely.has(name))];
}

async function main(task: Task): Promise<void> {
  const covering = await coveringProbes(task);
  const killers = new Map<string, Set<string>>();
  for (const { id, file } of task.wanted) {
    if (!process.connected) return;
    process.send?.({ id, state: 'started' });
    let killer: string | undefined;
    const start = process.cpuUsage();
    const ofFile = killers.get(file) ?? new Set();
    for (const probe of likelyFirst(covering.get(id) ?? [], ofFile)) {
      if (millisecondsSince(start) > patience) break;
      Object.assign(mutants, { active: id, calls: 0, limit: probe.calls * 20 + 100_000 });
      const told = await answer(probe);
      Object.assign(mutants, { active: -1, limit: Infinity });
      if (told === probe.usual) continue;
      killer = probe.name;
      killers.set(file, ofFile.add(killer));
      break;
    }
    process.send?.({
      id,
      state: killer !== undefined ? 'killed' : covering.has(id) ? 'survived' : 'not reached',
      killer,
    });
  }
  for (const step of atEnd) await step();
}

process.on('message', (task: Task) => {
  void main(task).then(() => {
    process.disconnect();
  });
});
