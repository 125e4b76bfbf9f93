import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { runWith } from '../host.ts';

const corpus = process.env.SMI2LINKERD_CORPUS ?? '';
const present = existsSync(join(corpus, 'trafficsplits'));
if (!present)
  console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so the profiles of the smi-adaptor are not compared');

interface Golden {
  readonly path: string;
  readonly document: number;
  readonly name: string;
  readonly version: string | null;
  readonly apex: string | null;
  readonly profile: Profile | null;
  /** What the adaptor made of the same split under a version that it serves. */
  readonly asV1alpha1?: Profile;
}

interface Profile {
  readonly name: string;
  readonly namespace: string;
  readonly spec: unknown;
}

const rows = readFileSync(join(import.meta.dirname, '../vectors/adaptor-golden.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden);

/**
 * Where something else than the adaptor's profile is right, by what is said about it: how many splits of
 * the corpus that are, and why. Any other difference fails.
 */
const differences: Readonly<Record<string, { readonly splits: number; readonly why: string }>> = {
  same: { splits: 89, why: "name, namespace and spec are the adaptor's, text for text" },
  'other (name-normalised)': {
    splits: 13,
    why: 'the apex is dotted: the adaptor appends the namespace once more, to a name that Linkerd never reads',
  },
  'other (version-never-served, name-normalised)': { splits: 1, why: 'the same, in a version without an adaptor' },
  'none (matches-unsupported)': {
    splits: 6,
    why: 'matches: a profile would split all traffic; the adaptor is not served this version, or has the field pruned',
  },
  'none (invalid-backend)': { splits: 1, why: 'a backend is written namespace/name' },
  'none (failover-controlled)': { splits: 1, why: 'linkerd-failover changes the weights at run time' },
  'neither ()': { splits: 8, why: 'the document has no apiVersion: on standard input that is no manifest' },
  'neither (lookalike-group)': { splits: 7, why: 'another group than split.smi-spec.io' },
  'neither (unknown-version)': { splits: 6, why: 'v1beta1' },
  'neither (template-skipped)': {
    splits: 3,
    why: 'a template action in a name or namespace: the API server refuses it',
  },
  'neither (unknown-field, invalid-trafficsplit)': { splits: 2, why: 'the metadata or the spec is cut short' },
};

describe.skipIf(!present)('profiles of the corpus, as written by the real smi-adaptor', () => {
  test('are equal, except for the intended differences', async () => {
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const outcome = await outcomeOf(row);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    const explained = Object.entries(differences).map(([outcome, { splits }]) => [outcome, splits] as const);
    expect(counts).toEqual(Object.fromEntries(explained));
  });
});

/** `same`, `neither`, or what is different: the findings where no profile is made. */
async function outcomeOf(row: Golden): Promise<string> {
  const text = readFileSync(join(corpus, '..', row.path), 'utf8');
  const documents = text.split(/^---(?=[ \t\r\n]|$).*\r?\n?/m);
  const wanted = row.profile ?? row.asV1alpha1;
  const source = documents.find((document) => isSplit(document, row)) ?? text;
  const { stdout, stderr } = await runWith(['--drop', '--no-skip-annotation', '-n', 'default'], {
    stdin: Buffer.from(source),
  });
  const made = parseAllDocuments(stdout.toString())
    .map(
      (document) =>
        document.toJS() as { kind?: string; metadata: { name: string; namespace: string }; spec: unknown } | null,
    )
    .find((object) => object?.kind === 'ServiceProfile');
  const codes = [...new Set([...stderr.matchAll(/(?:error|warning|info) ([a-z-]+):/g)].map((match) => match[1]))].join(
    ', ',
  );
  if (made === undefined || made === null) return wanted == null ? `neither (${codes})` : `none (${codes})`;
  if (wanted == null) return `made (${codes})`;
  const { name, namespace, spec } = wanted;
  const same =
    JSON.stringify([made.metadata.name, made.metadata.namespace, made.spec]) ===
    JSON.stringify([name, namespace, spec]);
  return same ? 'same' : `other (${codes})`;
}

function isSplit(document: string, { name, apex }: Golden): boolean {
  return (
    document.includes('TrafficSplit') &&
    (document.includes(`name: ${name}`) || (apex !== null && document.includes(apex)))
  );
}
