import { expect, test } from 'vitest';
import { runsIn, runsToMerge } from '../../src/report/merged-runs.ts';
import type { ReportedFinding, RunReport, SplitReport } from '../../src/report/model.ts';

const split = (outcome: SplitReport['outcome'], repository: string): SplitReport => ({
  repository,
  path: 'a.yaml',
  kind: 'TrafficSplit',
  name: 'web',
  backends: [],
  outcome,
  codes: [],
});

const finding = (severity: ReportedFinding['severity'], repository: string): ReportedFinding => ({
  repository,
  code: 'invalid-weight',
  severity,
  message: '',
  fix: '',
  path: 'a.yaml',
});

/** The same for two repositories, of which the second one has nothing but a file that stays as it is. */
const merged: RunReport = {
  schemaVersion: 2,
  version: '0.1.0',
  mode: 'check',
  repositories: ['one', 'two'].map((name) => ({ name, version: '0.1.0', mode: 'check', failed: name === 'one' })),
  files: [
    { repository: 'one', path: 'a.yaml', changes: true },
    { repository: 'one', path: 'b.yaml', changes: false },
    { repository: 'one', path: 'c.yaml', changes: false },
    { repository: 'two', path: 'a.yaml', changes: false },
  ],
  splits: [
    ...(['converted', 'up-to-date', 'up-to-date'] as const).map((outcome) => split(outcome, 'one')),
    ...(['left-alone', 'left-alone', 'left-alone', 'refused'] as const).map((outcome) => split(outcome, 'one')),
  ],
  diagnostics: (['error', 'warning', 'warning', 'info', 'info', 'info'] as const).map((one) => finding(one, 'one')),
  problems: [],
  summary: {
    ...{ converted: 1, upToDate: 2, leftAlone: 3, refused: 1, errors: 1, warnings: 2, infos: 3 },
    ...{ filesChanged: 1, filesUnchanged: 90, failed: true },
  },
};

test('a run in a merged report of an earlier version has the numbers of what the report shows of it', () => {
  expect(runsIn({ name: 'all', report: merged }).map(({ summary }) => summary)).toEqual([
    { ...merged.summary, filesUnchanged: 2 },
    {
      ...{ converted: 0, upToDate: 0, leftAlone: 0, refused: 0, errors: 0, warnings: 0, infos: 0 },
      ...{ filesChanged: 0, filesUnchanged: 1, failed: false },
    },
  ]);
});

test('a run in a merged report has its own summary where the report has it', () => {
  const repositories = (merged.repositories ?? []).map((one) => ({ ...one, summary: merged.summary }));
  const [run] = runsIn({ name: 'all', report: { ...merged, repositories } });
  expect(run?.summary).toEqual(merged.summary);
});

test('a run that two merged reports of an earlier version have counts once, by what they show of it', () => {
  const { runs, doubles } = runsToMerge([
    { name: 'all', report: merged },
    { name: 'again', report: merged },
  ]);
  expect(runs.map(({ repository }) => repository.name)).toEqual(['one', 'two']);
  expect(doubles).toEqual(runsIn({ name: 'again', report: merged }).map(({ summary }) => summary));
});
