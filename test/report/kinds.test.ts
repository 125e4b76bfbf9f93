import { describe, expect, test } from 'vitest';
import { htmlForm } from '../../src/report/html.ts';
import { mergeReports } from '../../src/report/merge.ts';
import type { RunReport } from '../../src/report/model.ts';
import { migrationSteps } from '../../src/report/migration-steps.ts';
import { check, options, split } from './models.ts';

describe('the page of reports of different kinds', () => {
  const upToDate = [split('web', { outcome: 'up-to-date' })];
  const audit = check({ options, splits: upToDate, files: [{ path: '-', changes: false }] });
  const failing = check({ options, splits: [split('web', {})], files: [{ path: 'web.yaml', changes: true }] });
  const written = { ...check({ ...failing, mode: 'write' }), summary: { ...failing.summary, failed: false } };
  const pageOf = (...reports: readonly RunReport[]): string =>
    htmlForm(mergeReports(reports.map((report, at) => ({ name: `r${at}<`, report }))));

  test('gives an audit and a check of files the words of each', () => {
    const page = pageOf(audit, failing);
    expect(page).toContain(
      'The TrafficSplits of the cluster and the adaptor can go, as far as the stream shows (r0&lt;). There is work to do: 0 errors, 0 warnings in 2 reports.',
    );
    expect(page).toContain('<th scope="row">r0&lt;</th><td>the adaptor can go</td>');
    expect(page).toContain('<th scope="row">r1&lt;</th><td>work to do</td>');
  });

  test('says what each of several audits decides', () => {
    const canary = { ...audit, atRunTime: 'Canary a/b writes TrafficSplits at run time' };
    const page = pageOf(audit, canary, audit, { ...audit, splits: [] });
    expect(page).toContain('and the adaptor can go, as far as the stream shows (r0&lt;, r2&lt;). The TrafficSplits of');
    expect(page).toContain(
      'but not the adaptor, as far as the stream shows (r1&lt;). No TrafficSplit was found (r3&lt;)',
    );
  });

  test('has the steps of what is left to convert, and of audits', () => {
    const cluster = { ...audit, splits: failing.splits, summary: { ...failing.summary } };
    const steps = migrationSteps(
      mergeReports([written, failing, cluster].map((report, at) => ({ name: `r${at}`, report }))),
    );
    expect(steps.map(({ does }) => does)).toEqual([
      'convert 1 TrafficSplit: the command of each repository is above, its steps are in its own report',
      'deploy the profiles that smi2linkerd --skip-annotation makes of 1 TrafficSplit, then check again',
    ]);
  });

  test('tells what was written from what would be', () => {
    const page = pageOf(written, failing);
    expect(page).toContain('<title>smi2linkerd: 1 converted, 1 would be converted</title>');
    expect(page).toContain('<dt>converted</dt><dd>1</dd></div><div><dt>to convert</dt><dd>1</dd>');
    expect(page).toContain('<dt>files written</dt><dd>1</dd></div><div><dt>files to change</dt><dd>1</dd>');
    expect(page).toContain('<span class="badge converted">converted</span><span class="soft">r0&lt;: web.yaml:1');
    expect(page).toContain('<span class="badge converted">to convert</span><span class="soft">r1&lt;: web.yaml:1');
  });
});
