import { describe, expect, test } from 'vitest';
import { forms } from '../../src/cli/report/forms.ts';
import { textOfAudit, verdictOf } from '../../src/report/audit-text.ts';
import { mergeReports } from '../../src/report/merge.ts';
import type { RunReport } from '../../src/report/model.ts';
import { findingsOf } from '../../src/report/words.ts';
import { splitPicture } from '../../src/report/split-picture.ts';
import { migrationSteps } from '../../src/report/migration-steps.ts';
import { check, finding, options, routed, split } from './models.ts';

const shown = async (form: keyof typeof forms, report: RunReport): Promise<string> => (await forms[form]())(report);
const upToDate = (more: object = {}) => split('web', { outcome: 'up-to-date', ...more });

describe('a report in a format says', () => {
  test.each<[string, keyof typeof forms, RunReport, string]>([
    [
      'that each split has its route, of a check without work for routes',
      'html',
      check({ options: routed, splits: [upToDate()], files: [{ path: 'web.yaml', changes: false }] }),
      'Every TrafficSplit that is to have a route has it',
    ],
    [
      'that each split has its profile, of a check without work for profiles',
      'html',
      check({ options, splits: [upToDate()], files: [{ path: 'web.yaml', changes: false }] }),
      'Every TrafficSplit that is to have a profile has it',
    ],
    [
      'an absolute path as a URI of its own',
      'sarif',
      check({ diagnostics: [finding('web', { path: '/srv/a b.yaml' })] }),
      'file:///srv/a%20b.yaml',
    ],
    [
      'an absolute path without its dots',
      'sarif',
      check({ diagnostics: [finding('web', { path: '/srv/job/../../srv/./k8s//..a/b.yaml' })] }),
      '"uri": "file:///srv/k8s/..a/b.yaml"',
    ],
    [
      'that no split can be shown, where a file with some is refused',
      'html',
      check({ summary: { ...check({}).summary, refused: 1, errors: 1, failed: true } }),
      '<p>None could be read.</p>',
    ],
    [
      'a blank in the place of an empty name',
      'markdown',
      check({ problems: [{ path: '', message: 'cannot be read' }] }),
      '` `',
    ],
    [
      'the cause of a code in its paragraphs',
      'html',
      check({ diagnostics: [finding('web', { code: 'comment-dropped', severity: 'warning' })] }),
      'in a profile or route that exists.</p><p>Two kinds of comments cannot move. ',
    ],
  ])('%s', async (_, form, report, text) => {
    expect(await shown(form, report)).toContain(text);
  });

  test('a code of a newer version without a link, as the page does not explain it', async () => {
    const text = await shown('html', check({ diagnostics: [finding('web', { code: 'brand-new-code' as never })] }));
    expect(text).toContain('</span> brand-new-code: ');
  });

  test('no more than a comment holds, however much room a list leaves for the next', async () => {
    for (let length = 59_400; length < 60_000; length += 20) {
      const problems = [{ path: 'a.yaml', message: 'a'.repeat(length) }];
      const text = await shown('markdown', check({ problems, diagnostics: [finding('web', {})] }));
      expect(text.length).toBeLessThan(60_200);
    }
  });

  test('nothing of a list, if its first line has no room', async () => {
    const long = finding('web', { message: 'a'.repeat(70_000) });
    const text = await shown('markdown', check({ diagnostics: [long] }));
    expect(text).toContain('…and more');
    expect(text).not.toContain('aaa');
  });
});

describe('an audit says of a split without backends', () => {
  test.each<[string, RunReport['splits'][number], string]>([
    ['that it needs no profile', upToDate(), 'TrafficSplit shop/web: needs no profile'],
    ['that it is refused', split('web', { outcome: 'refused' }), 'TrafficSplit shop/web: refused'],
    ['that it is left alone', split('web', { outcome: 'left-alone' }), 'TrafficSplit shop/web: left alone'],
  ])('%s', (_, one, line) => {
    expect(textOfAudit(check({ splits: [one] }))).toEqual([line]);
  });
});

test('an audit of a stream without splits names what writes them, with its name where the report has it', () => {
  const { resource, ...unnamed } = finding('web', {
    code: 'splits-at-run-time',
    severity: 'warning',
    message: 'writes',
  });
  const says = (one: RunReport['diagnostics'][number]): string => verdictOf(check({ diagnostics: [one] }));
  expect(says({ ...unnamed, ...(resource && { resource }) })).toBe(
    'no TrafficSplit in the stream, but TrafficSplit shop/web writes\n',
  );
  expect(says(unnamed)).toBe('no TrafficSplit in the stream, but writes\n');
});

describe('reports that are put together', () => {
  const named = (name: string, more: Partial<RunReport> = {}) => ({ name, report: check(more) });
  test('name the tools of all, once and in order', () => {
    expect(mergeReports([named('a'), named('b')]).tools).toBeUndefined();
    const [one, two] = [named('a', { tools: ['flux', 'argocd'] }), named('b', { tools: ['argocd'] })];
    expect(mergeReports([one, two]).tools).toEqual(['argocd', 'flux']);
  });

  test('keep the repositories of those that were put together before', () => {
    const before = mergeReports([named('a'), named('b')]);
    const after = mergeReports([{ name: 'ab', report: before }, named('c')]);
    expect(after.repositories?.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('the steps of a migration', () => {
  const audit = { files: [{ path: '-', changes: false }] };
  test('of an audit where splits are refused alone name no deployment', () => {
    const steps = (more: Partial<RunReport>): string => JSON.stringify(migrationSteps(check({ ...audit, ...more })));
    const refused = split('web', { outcome: 'refused' });
    expect(steps({ splits: [refused] })).not.toContain('deploy the profiles');
    expect(steps({ splits: [refused, split('b', {})] })).toContain('deploy the profiles');
  });
});

test('the picture of a split without backends is the apex with all of the traffic', () => {
  expect(splitPicture('web', [])).toContain('aria-label="web: web 100');
});

test('a finding about one of two splits of the same name is below that one alone', () => {
  const splits = ['a', 'b'].map((namespace) => split('web', { namespace }));
  const about = finding('web', { resource: { kind: 'TrafficSplit', name: 'web', namespace: 'b' } });
  expect(splits.map(findingsOf(check({ splits, diagnostics: [about] })))).toEqual([[], [about]]);
});
