import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { cases } from '../fixtures.ts';
import { runWith } from '../host.ts';
import { startCluster } from './cluster.ts';
import type { Ran, RunOptions } from './run.ts';
import { checkout, scratch } from './run.ts';

const cluster = await startCluster(scratch());
const corpus = process.env.SMI2LINKERD_CORPUS ?? '';
const present = existsSync(join(corpus, 'trafficsplits'));
if (!present) console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so no profile of a real manifest is applied');

interface Profile {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
}

const keyOf = ({ metadata: { name, namespace = 'default' } }: Profile): string => `${namespace}/${name}`;

/** The ServiceProfiles of a stream, by namespace and name. */
function profilesIn(stream: string): ReadonlyMap<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const document of parseAllDocuments(stream)) {
    const object = document.errors.length === 0 ? (document.toJS({ maxAliasCount: 1000 }) as Profile | null) : null;
    if (object?.kind === 'ServiceProfile' && typeof object.metadata.name === 'string')
      profiles.set(keyOf(object), object);
  }
  return profiles;
}

/** A stream as documents. */
const documentsOf = (path: string): readonly Buffer[] =>
  readFileSync(path, 'utf8')
    .split(/^---(?=[ \t\r\n]|$).*\r?\n?/m)
    .map((text) => Buffer.from(text));

/** What we print for some streams: the last profile of each name. */
async function converted(streams: readonly Uint8Array[], ...words: string[]): Promise<ReadonlyMap<string, Profile>> {
  const all = new Map<string, Profile>();
  for (const stdin of streams) {
    const { code, stdout } = await runWith([...words, '-n', 'default'], { stdin });
    if (code === 0) for (const [key, profile] of profilesIn(stdout.toString())) all.set(key, profile);
  }
  return all;
}

/** Values of JSON one after the other, as kubectl prints and reads them. */
const streamOf = (profiles: Iterable<unknown>): string =>
  [...profiles].map((profile) => JSON.stringify(profile)).join('\n');

describe.skipIf(cluster === undefined)('a Kubernetes API server', () => {
  function kubectl(words: readonly string[], options?: RunOptions): Ran {
    if (cluster === undefined) throw new Error('there is no cluster');
    return cluster.kubectl(words, options);
  }

  /** Applies with strict validation twice: the second time nothing changes. */
  function apply(profiles: ReadonlyMap<string, Profile>): void {
    const input = streamOf(profiles.values());
    const first = kubectl(['apply', '--validate=strict', '-f', '-'], { input });
    expect(first.status, first.stderr).toBe(0);
    const second = kubectl(['apply', '--validate=strict', '-f', '-'], { input });
    expect(
      second.stdout
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith(' unchanged')),
    ).toEqual([]);
    expect(kubectl(['diff', '-f', '-'], { input })).toMatchObject({ status: 0, stdout: '' });
  }

  test('accepts the output for the examples, and a second apply changes nothing', async () => {
    const files = readdirSync(join(checkout, 'examples'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('split.yaml'),
    );
    const streams = files.map((path) => readFileSync(join(checkout, 'examples', path)));
    const profiles = await converted(streams, '--drop');
    expect(profiles.size).toBeGreaterThan(2);
    apply(profiles);
  });

  test('accepts the output for the fixtures', async () => {
    const streams = cases(join(checkout, 'fixtures')).flatMap(({ stdin }) => (stdin === undefined ? [] : [stdin]));
    const profiles = await converted(streams);
    // A profile that was there before may be one that no API server takes; what is ours may not.
    const ours = new Map(
      [...profiles].filter(([, { spec }]) => JSON.stringify(Object.keys(spec ?? {})) === '["dstOverrides"]'),
    );
    expect(ours.size).toBeGreaterThan(10);
    apply(ours);
  });

  test.skipIf(!present)('accepts the output for real manifests', async () => {
    const folder = join(corpus, 'trafficsplits');
    const apart = new Map<string, Profile>();
    // Many are copies of one guide: a namespace for each manifest keeps them apart.
    for (const name of readdirSync(folder))
      for (const document of documentsOf(join(folder, name)))
        for (const profile of (await converted([document], '--drop')).values())
          apart.set(`${name}/${keyOf(profile)}`, inNamespace(profile, `n${apart.size}`));
    console.info(`${apart.size} profiles of real manifests applied`);
    expect(apart.size).toBeGreaterThan(90);
    apply(apart);
  });

  test.skipIf(!present)(
    'that holds the profiles of the smi-adaptor sees no difference in the spec of ours',
    async () => {
      const rows = readFileSync(join(checkout, 'test/vectors/adaptor-golden.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { path: string; profile: Adopted | null });
      const pairs: { readonly theirs: Profile; readonly ours: Profile }[] = [];
      for (const { path, profile } of rows) {
        if (profile === null) continue;
        const { name, namespace, spec } = profile;
        const made = await converted(documentsOf(join(corpus, '..', path)), '--drop');
        const ours = made.get(`${namespace}/${name}`);
        if (ours === undefined || JSON.stringify(ours.spec) !== JSON.stringify(spec)) continue; // test/golden tells which
        const theirs = {
          apiVersion: 'linkerd.io/v1alpha2',
          kind: 'ServiceProfile',
          metadata: { name, namespace },
          spec,
        };
        const apart = `a${pairs.length}`;
        pairs.push({ theirs: inNamespace(theirs, apart), ours: inNamespace(ours, apart) });
      }
      expect(pairs.length).toBeGreaterThan(70);
      const created = kubectl(['create', '-f', '-'], { input: streamOf(pairs.map(({ theirs }) => theirs)) });
      expect(created.status, created.stderr).toBe(0);
      const { status, stdout } = kubectl(['diff', '-f', '-'], { input: streamOf(pairs.map(({ ours }) => ours)) });
      expect(status).toBe(1);
      const changes = stdout.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
      expect(changes.filter((line) => /dstOverrides|authority|weight|spec:/.test(line))).toEqual([]);
      expect(changes.filter((line) => line.includes('smi.linkerd.io/skip')).length).toBe(pairs.length);
      console.info(`kubectl diff of ${pairs.length} profiles that the adaptor made: no difference in spec`);
    },
  );
});

interface Adopted {
  readonly name: string;
  readonly namespace: string;
  readonly spec: unknown;
}

function inNamespace(profile: Profile, namespace: string): Profile {
  return { ...profile, metadata: { ...profile.metadata, namespace } };
}
