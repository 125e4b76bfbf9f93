import { describe, expect, test } from 'vitest';
import { forms } from '../../src/cli/report/forms.ts';
import { convert } from '../../src/index.ts';
import { mergeReports } from '../../src/report/merge.ts';
import type { RunReport } from '../../src/report/model.ts';
import { migrationSteps } from '../../src/report/migration-steps.ts';
import { textOfSummary } from '../../src/report/text.ts';
import { isDone } from '../../src/report/words.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';
import { check, finding, options, split } from './models.ts';

const shown = async (form: keyof typeof forms, report: RunReport): Promise<string> => (await forms[form]())(report);
const failed = (mode: RunReport['mode'], isFailed: boolean, filesChanged = 1): RunReport => {
  const report = check({ mode, splits: [split('web', {})] });
  return { ...report, summary: { ...report.summary, failed: isFailed, filesChanged } };
};

describe('what a report says was done', () => {
  test.each<[RunReport['mode'], boolean, boolean]>([
    ['write', false, true],
    ['write', true, true],
    ['print', false, true],
    ['print', true, false],
    ['function', false, true],
    ['function', true, false],
    ['library', false, true],
    ['library', true, false],
    ['check', false, false],
    ['list', false, false],
    ['diff', false, false],
  ])('in mode %s, failed: %s', (mode, isFailed, done) => {
    expect(isDone(failed(mode, isFailed))).toBe(done);
  });

  test('in mode write of which no file could be written: nothing', () => {
    expect(isDone(failed('write', true, 0))).toBe(false);
  });

  test.each<[RunReport['mode'], boolean, string]>([
    ['print', false, '1 converted\n'],
    ['library', false, '1 converted\n'],
    ['library', true, 'nothing printed: 1 would be converted\n'],
    ['function', false, ''],
    ['write', false, '1 converted, 1 file written, 0 unchanged\n'],
    ['list', false, '1 would be converted, 1 file would change, 0 unchanged\n'],
  ])('in the summary of mode %s, failed: %s', (mode, isFailed, text) => {
    expect(textOfSummary(failed(mode, isFailed))).toBe(text);
  });

  test.each<[RunReport['mode'], string]>([
    ['print', ''],
    ['library', ''],
    ['function', ''],
  ])('in the summary of mode %s without splits: nothing', (mode, text) => {
    expect(textOfSummary(check({ mode }))).toBe(text);
  });
});

describe('a report of files of which some could not be written', () => {
  const target = { kind: 'ServiceProfile', name: 'p', path: 'p.yaml', state: 'different' } as const;
  const partly = check({
    mode: 'write',
    files: [
      { path: 'a.yaml', changes: true },
      { path: 'b.yaml', changes: false },
    ],
    splits: [
      split('a', {}),
      split('b', {}),
      split('c', { path: 'a.yaml', target }),
      split('d', { outcome: 'refused' }),
    ],
    problems: [
      { path: 'b.yaml', message: 'not written: disk full' },
      { path: 'a.yaml', message: 'written' },
      { path: 'p.yaml', message: 'not written' },
    ],
  });

  test.each([
    ['alone', partly],
    [
      'among others',
      mergeReports([
        { name: 'x', report: partly },
        { name: 'y', report: check({ mode: 'write' }) },
      ]),
    ],
  ])('calls converted what was written, %s', async (_, report) => {
    expect(textOfSummary(report)).toMatch(/^1 converted, 2 would be converted, 1 refused, 1 file written/);
    const rows = (await shown('markdown', report)).matchAll(/^\| `shop\/(.)` \| ([a-z ]+) \|/gm);
    expect(Array.from(rows, ([, name, word]) => `${name}: ${word}`)).toEqual([
      'd: refused',
      'a: converted',
      'b: to convert',
      'c: to convert',
    ]);
    const failures = await Promise.all(
      (['github', 'gitlab', 'junit', 'sarif'] as const).map((form) => shown(form, report)),
    );
    for (const text of failures) {
      expect(text).toContain('not written');
      expect(text.replaceAll('not written', '')).not.toContain('written');
    }
    const page = await shown('html', report);
    expect(page).not.toContain(': written<');
    expect(page).toMatch(/<dt>converted<\/dt><dd>1<\/dd><\/div><div><dt>to convert<\/dt><dd>2</);
  });
});

describe('a report in markdown', () => {
  test('has its findings by severity, those of one severity in their order', async () => {
    const codes = ['b', 'a', 'c'].flatMap((name) =>
      (['info', 'error', 'warning'] as const).map((severity) => finding(name, { severity, path: `${name}.yaml` })),
    );
    const text = await shown('markdown', check({ diagnostics: codes }));
    const items = Array.from(
      text.matchAll(/^- \*\*(\w+)\*\* `[^`]*` `(\w)/gm),
      ([, severity, name]) => `${severity} ${name}`,
    );
    expect(items).toEqual(
      ['error', 'warning', 'info'].flatMap((severity) => ['b', 'a', 'c'].map((name) => `${severity} ${name}`)),
    );
  });

  test.each<[string, string]>([
    ['a`b', '``a`b``'],
    ['`b', '`` `b ``'],
    ['b`', '`` b` ``'],
    [' b', '`  b `'],
    ['``', '``` `` ```'],
    ['a&b', '`a&b`'],
  ])('has a path as code: %j', async (path, code) => {
    expect(await shown('markdown', check({ problems: [{ path, message: 'x' }] }))).toContain(`- ${code}: x`);
  });

  test('has no control character of a diff, except its line ends and tabs', async () => {
    const file = { path: 'a&<.yaml', changes: true, diff: '-\ta\u0007\n+\tb\n' };
    const text = await shown('markdown', check({ files: [file] }));
    expect(text).toContain('<summary><code>a&amp;&lt;.yaml</code></summary>');
    expect(text).toContain('-\ta');
    expect(text).not.toContain('\u0007');
    expect(text).toContain('\n+\tb\n```');
  });
});

describe('reports of several repositories, put together', () => {
  const named = (name: string, isFailed: boolean, more: Partial<RunReport> = {}) => {
    const report = check({ splits: [split('web', {})], ...more });
    return { name, report: { ...report, summary: { ...report.summary, failed: isFailed } } };
  };

  test.each<[boolean, boolean, boolean]>([
    [false, false, false],
    [true, false, true],
    [false, true, true],
    [true, true, true],
  ])('fail if one of them does: %s, %s', (one, other, all) => {
    expect(mergeReports([named('a', one), named('b', other)]).summary.failed).toBe(all);
  });

  test('have a tool that one of them names, and the commands that they have', () => {
    const merged = mergeReports([named('a', false, { tools: ['flux'], command: 'x' }), named('b', false)]);
    expect(merged.tools).toEqual(['flux']);
    expect(merged.repositories?.map((one) => ['command' in one, one.command])).toEqual([
      [true, 'x'],
      [false, undefined],
    ]);
  });

  test('have their mode if it is that of all, and are a check otherwise', () => {
    expect(mergeReports([named('a', false, { mode: 'write' }), named('b', false, { mode: 'write' })]).mode).toBe(
      'write',
    );
    expect(mergeReports([named('a', false, { mode: 'write' }), named('b', false, { mode: 'print' })]).mode).toBe(
      'check',
    );
  });
});

test.each<[string, object, string]>([
  ['that some take effect', {}, 'commit: 1 TrafficSplit takes effect'],
  [
    'that nothing changes',
    {
      target: {
        kind: 'ServiceProfile',
        name: 'w',
        path: 'p',
        state: 'different',
        before: [{ authority: 'a', weight: '1' }],
      },
    },
    'commit',
  ],
])('the steps where no adaptor runs say %s', (_, more, short) => {
  const steps = migrationSteps(check({ options, command: 'smi2linkerd --write .', splits: [split('web', more)] }));
  expect(steps.find(({ when }) => when === 'no adaptor runs')?.short).toBe(short);
});

test('a report has the origin, the place and what becomes of a split, if there is any', () => {
  const text = (weight: string): string =>
    `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: ${weight}}]}\n`;
  const of = (weight: string): object => convert([{ path: 's.yaml', text: text(weight) }]).report.splits[0] ?? {};
  expect(of('1')).toMatchObject({ path: 's.yaml', line: 1, backends: [{ becomes: { weight: '1' } }] });
  expect(Object.keys(of('1'))).not.toContain('origin');
  expect(of('x')).toMatchObject({ outcome: 'refused', backends: [{ service: 'v1', weight: 'x' }] });
  expect(JSON.stringify(of('x'))).not.toContain('becomes');
});

test('a split up to date has what its backends became', () => {
  const split1 =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  const once = convert([{ path: 's.yaml', text: split1 }]).files[0]?.text ?? '';
  const [again] = convert([{ path: 's.yaml', text: once }]).report.splits;
  expect(again).toMatchObject({
    outcome: 'up-to-date',
    backends: [{ becomes: { authority: 'v1.a.svc.cluster.local' } }],
  });
});

test('a check names all routes that are missing', async () => {
  const routed =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  const flags = ['--check', '--target', 'httproute', '--format', 'json', '.'];
  const said = async (port: string): Promise<string> =>
    (await runWith([...flags, '--port', port], { cwd: treeOf({ 's.yaml': routed }) })).stdout.toString();
  expect(await said('80')).toContain('HTTPRoute web is missing');
  expect(await said('80,81')).toContain('HTTPRoute web-80, web-81 are missing');
});

describe('an audit of a cluster', () => {
  const own =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  const profile = (weight: string, annotations = ''): string =>
    `---\napiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.a.svc.cluster.local, namespace: a${annotations}}\nspec: {dstOverrides: [{authority: v1.a.svc.cluster.local, weight: "${weight}"}]}\n`;
  const marked = ', annotations: {smi.linkerd.io/skip: smi2linkerd}';
  const name = 'web.a.svc.cluster.local';

  test.each<[string, string, readonly string[]]>([
    ['a split without a profile', own, [`the cluster has no ServiceProfile ${name}`]],
    [
      'a profile that is not marked',
      `${own}${profile('1')}`,
      [`ServiceProfile ${name} differs, or is not marked smi.linkerd.io/skip`],
    ],
    ['a marked profile that differs', `${own}${profile('2', marked)}`, [`ServiceProfile ${name} differs`]],
    ['nothing of a marked profile that matches', `${own}${profile('1', marked)}`, []],
  ])('names %s', async (_, text, messages) => {
    const flags = ['--check', '-', '--skip-annotation', '--format', 'json'];
    const { code, stdout } = await runWith(flags, { stdin: Buffer.from(text) });
    expect(code).toBe(messages.length === 0 ? 0 : 1);
    const { diagnostics } = JSON.parse(stdout.toString()) as RunReport;
    expect(diagnostics.filter((one) => one.code === 'out-of-date').map(({ message }) => message)).toEqual(messages);
  });
});
