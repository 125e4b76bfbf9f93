import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convert } from '../src/index.ts';

interface Judged {
  readonly id: string;
  /** A profile and its TrafficSplit. */
  readonly yaml: string;
  /** Which of the API server, the validator and the controller refuse the profile after its conversion. */
  readonly refusedBy: readonly string[];
}

const lines = readFileSync(join(import.meta.dirname, 'vectors/profile-validity.jsonl'), 'utf8')
  .trim()
  .split('\n');
const judged = lines.map((line) => JSON.parse(line) as Judged);

test('profile-invalid is reported exactly for the profiles that Linkerd refuses', () => {
  const wrong = judged.filter(({ yaml, refusedBy }) => {
    const { findings } = convert([{ path: 'a.yaml', text: yaml }]);
    return findings.some(({ code }) => code === 'profile-invalid') !== refusedBy.length > 0;
  });
  expect(wrong.map(({ id, refusedBy }) => [id, refusedBy])).toEqual([]);
  expect(judged.filter(({ refusedBy }) => refusedBy.length > 0).length).toBeGreaterThan(200);
  expect(judged.filter(({ refusedBy }) => refusedBy.length === 0).length).toBeGreaterThan(150);
});
