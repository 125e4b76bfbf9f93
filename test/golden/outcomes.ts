import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWith } from '../host.ts';

/** What became of the files of the corpus that hold TrafficSplits, by what the run said: converted, or the errors. */
export async function outcomesOf(corpus: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const outcomes = new Map<string, string[]>();
  for (const file of yamlFiles(corpus)) {
    const outcome = await outcomeOf(join(corpus, 'trafficsplits', file));
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), file]);
  }
  return outcomes;
}

/** The files of class `yaml`: manifests, not extracts of documents and not templates. */
function yamlFiles(corpus: string): readonly string[] {
  const index = readFileSync(join(corpus, 'trafficsplits/index.tsv'), 'utf8');
  const rows = index.split('\n').map((line) => line.split('\t'));
  return rows.filter(([, kind]) => kind === 'yaml').map(([file = '']) => file);
}

async function outcomeOf(path: string): Promise<string> {
  const { stdout, stderr, code } = await runWith(['-n', 'default'], { stdin: readFileSync(path) });
  const codesOf = (severity: string): readonly string[] =>
    [...new Set([...stderr.matchAll(new RegExp(`: ${severity} ([a-z-]+):`, 'g'))].map(([, one = '']) => one))].sort();
  if (code === 1) return codesOf('error').join(' ');
  if (code !== 0) return `exit ${code}`;
  const made = stdout.toString().includes('dstOverrides:');
  return made ? 'converted' : ['nothing', ...codesOf('warning'), ...codesOf('info')].join(' ');
}
