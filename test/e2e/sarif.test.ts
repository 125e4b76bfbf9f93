import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cases } from '../fixtures.ts';
import { run, scratch } from './run.ts';
import { bundle, tool } from './tools.ts';

const multitool = tool('sarif-multitool', '--version') ?? '';
const root = scratch();

test.skipIf(multitool === '')("reports are valid SARIF 2.1.0, says Microsoft's own validator", () => {
  const streams = cases(join(import.meta.dirname, '../../fixtures')).filter(
    ({ stdin, args }) => stdin !== undefined && !stdin.includes('ResourceList') && args.length === 0,
  );
  const [one, ...logs] = streams
    .slice(0, 120)
    .map(({ stdin }) => run(process.execPath, [bundle, '--format', 'sarif'], { input: stdin?.toString() ?? '' }).stderr)
    .filter((text) => text.startsWith('{'))
    .map((text) => JSON.parse(text) as { runs: object[] });
  const file = join(root, 'report.sarif');
  writeFileSync(file, JSON.stringify({ ...one, runs: [one, ...logs].flatMap((log) => log?.runs ?? []) }));
  const { status, stdout } = run(
    multitool,
    ['validate', file, '--output', join(root, 'validation.sarif'), '--log', 'ForceOverwrite'],
    { env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  expect(status, stdout).toBe(0);
  const validation = JSON.parse(readFileSync(join(root, 'validation.sarif'), 'utf8')) as {
    runs: { results: { level?: string; ruleId: string }[] }[];
  };
  const findings = validation.runs.flatMap(({ results }) => results);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  console.info(`SARIF: ${logs.length + 1} reports in one log, ${findings.length} remarks, no error`);
});
