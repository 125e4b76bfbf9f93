import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/index.ts';
import { codeQuality } from './code-quality.ts';
import { hostile } from './hostile-names.ts';
import { githubForm } from '../src/report/github.ts';
import { gitlabForm } from '../src/report/gitlab.ts';
import { htmlForm } from '../src/report/html.ts';
import { jsonForm } from '../src/report/json.ts';
import { junitForm } from '../src/report/junit.ts';
import { markdownForm } from '../src/report/markdown.ts';
import { mergeReports } from '../src/report/merge.ts';
import { pageScript, pageStyle, scriptDigest, styleDigest } from '../src/report/page-assets.ts';
import { sarifForm } from '../src/report/sarif.ts';
import { textOfFindings, textOfProblems, textOfSummary } from '../src/report/text.ts';
import type { RunReport } from '../src/report/model.ts';

/** A report in which every place that a user fills holds the name: objects, values, paths. */
function reportOf(name: string): RunReport {
  const text = JSON.stringify({
    apiVersion: 'split.smi-spec.io/v1alpha2',
    kind: 'TrafficSplit',
    metadata: { name, namespace: 'shop' },
    spec: { service: name, backends: [{ service: name, weight: name }], [name]: 1 },
  });
  const { report } = convert([{ path: `${name}.yaml`, text }]);
  return {
    ...report,
    command: `smi2linkerd --write '${name}'`,
    atRunTime: name,
    files: [{ path: `${name}.yaml`, changes: true, diff: `--- a/${name}\n+++ b/${name}\n@@ -1 +1 @@\n-${name}\n+x\n` }],
    problems: [{ path: name, message: name }],
  };
}

/** The same report from a repository of that name and from another one. */
function mergedOf(name: string): RunReport {
  return mergeReports([name, 'other'].map((one) => ({ name: one, report: reportOf(name) })));
}

const forms = {
  text: (report: RunReport) =>
    textOfFindings(report.diagnostics, { color: false, excerpts: true }) +
    textOfSummary(report) +
    textOfProblems(report),
  json: jsonForm,
  sarif: sarifForm,
  github: githubForm,
  markdown: markdownForm,
  gitlab: gitlabForm,
  junit: junitForm,
  html: htmlForm,
};

describe('names with control characters and markup', () => {
  const cases = Object.entries(forms).flatMap(([form, make]) =>
    Object.entries(hostile).flatMap(([kind, name]) => [
      [form, kind, make(reportOf(name))] as const,
      [form, `${kind}, also in the name of a repository`, make(mergedOf(name))] as const,
    ]),
  );

  test('appear in every format', () => {
    for (const [form, kind, text] of cases) expect(text.length, `${form} ${kind}`).toBeGreaterThan(100);
  });

  test.each(cases)('%s: %s is printed without control characters', (_, __, text) => {
    // A diff keeps its tabs.
    const read = text.replace(/^(`{3,})diff\n[^]*?^\1$/gm, (block) => block.replaceAll('\t', ''));
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(read).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('json, sarif and gitlab are valid JSON', () => {
    for (const [form, kind, text] of cases.filter(([one]) => ['json', 'sarif', 'gitlab'].includes(one)))
      expect(() => JSON.parse(text) as unknown, `${form} ${kind}`).not.toThrow();
  });

  test('github has one command on each line', () => {
    for (const [, , text] of cases.filter(([one]) => one === 'github'))
      expect(text.split('\n').filter((line) => line !== '' && !/^::(?:error|warning|notice) /.test(line))).toEqual([]);
  });

  test('html has only its own script and no event attributes', () => {
    for (const [, , text] of cases.filter(([one]) => one === 'html')) {
      expect(text.match(/<script/g)).toHaveLength(1);
      expect(text.match(/<\/script/g)).toHaveLength(1);
      const own = text
        .replace(pageScript, '')
        .replace(pageStyle, '')
        .replace(/"[^"<>]*"/g, '""');
      expect(own).not.toMatch(/<img|<[^>]* on\w+=|<[^>]* style=/);
    }
  });

  test('markdown has no tag, link or mention from a name', () => {
    for (const [, kind, text] of cases.filter(([one]) => one === 'markdown')) {
      const outside = text
        .replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '')
        .replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
      expect(outside.replace(/<code>[^<]*<\/code>|<\/?(?:details|summary|br)>/g, ''), kind).not.toMatch(
        /<|@everyone|(?<!\\)\]\(/,
      );
    }
  });

  test('markdown tables keep their cells', () => {
    const row = /^\| .*refused.*$/m.exec(markdownForm(reportOf(hostile.table)))?.[0] ?? '';
    expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
  });

  test('markdown that is too long for a comment keeps the rows that have room', () => {
    const one = reportOf('x'.repeat(253));
    const [split] = one.splits;
    if (split === undefined) throw new Error('the report has no split');
    const backends = Array.from({ length: 10 }, (_, at) => ({ service: `${'v'.repeat(60)}${at}`, weight: '1' }));
    const splits = Array.from({ length: 100 }, (_, at) => ({ ...split, name: `split-${at}`, backends }));
    const text = markdownForm({ ...one, splits });
    expect(text.length).toBeLessThan(65_536);
    const tableRows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(tableRows.length).toBeGreaterThan(40);
    for (const row of tableRows) expect(row).toMatch(/\|$/);
    expect(text).toMatch(/\n\n…and more: this report is cut where a comment would end\.\n$/);
  });

  test('junit has no element from a name', () => {
    for (const [, , text] of cases.filter(([one]) => one === 'junit')) {
      const tags = new Set(Array.from(text.matchAll(/<\/?([^\s/>]+)/g), ([, tag]) => tag));
      expect([...tags].sort()).toEqual(['?xml', 'failure', 'system-out', 'testcase', 'testsuite', 'testsuites']);
    }
  });
});

describe('the HTML page', () => {
  const page = htmlForm(reportOf('web'));
  const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

  test('the Content-Security-Policy has the digests of its style and script', () => {
    expect([styleDigest, scriptDigest]).toEqual([digest(pageStyle), digest(pageScript)]);
    expect(page).toContain(`style-src '${styleDigest}'; script-src '${scriptDigest}'`);
    expect(page).toContain("default-src 'none'");
  });

  test('says of a refused split without an error of its own that the error is elsewhere', () => {
    const split = JSON.stringify({
      apiVersion: 'split.smi-spec.io/v1alpha2',
      kind: 'TrafficSplit',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { service: 'web', backends: [{ service: 'v1', weight: 1 }] },
    });
    const profile =
      'apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local';
    const { report } = convert([
      { path: 'a.yaml', text: split },
      { path: 'b.yaml', text: profile },
    ]);
    expect(report.splits).toMatchObject([{ outcome: 'refused', codes: [] }]);
    expect(htmlForm(report)).toContain('Refused because of an error at another place, which is reported there.</p>');
    expect(page).not.toContain('Refused because of an error at another place');
  });

  test('names what is converted by its target', () => {
    expect(page).toContain('<h1>From TrafficSplits to ServiceProfiles</h1>');
    const { report } = convert([], { target: 'httproute' });
    expect(htmlForm(report)).toContain('<h1>From TrafficSplits to HTTPRoutes</h1>');
  });

  test('shows what is between backticks in a fix or an explanation as code', () => {
    const one = reportOf('web');
    const diagnostics = one.diagnostics.map((finding) => ({ ...finding, fix: 'run `a <b>` and `c`' }));
    expect(htmlForm({ ...one, diagnostics })).toContain('Fix: run <code>a &lt;b&gt;</code> and <code>c</code></li>');
  });

  test('of several reports refers to the command of each repository', () => {
    const text = JSON.stringify({
      apiVersion: 'split.smi-spec.io/v1alpha2',
      kind: 'TrafficSplit',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { service: 'web', backends: [{ service: 'v1', weight: 1 }] },
    });
    const report: RunReport = {
      ...convert([{ path: 'a.yaml', text }]).report,
      mode: 'check',
      command: 'smi2linkerd -w',
    };
    const merged = htmlForm(mergeReports(['shop', 'pay'].map((name) => ({ name, report }))));
    expect(merged).toContain('<li>Convert 2 TrafficSplits: the command of each repository is above');
  });

  test('names the file of an object in a stream, and no line of the stream', () => {
    const one = reportOf('web');
    const stream = (origin: string): RunReport => ({
      ...one,
      splits: one.splits.map((split) => ({ ...split, path: '-', origin: 'a.yaml' })),
      diagnostics: one.diagnostics.map((finding) => ({ ...finding, path: '-', origin, line: 77 })),
    });
    expect(htmlForm(stream('a.yaml'))).not.toContain('77');
    expect(htmlForm(stream('templates/b.yaml'))).toContain('<span class="soft">templates/b.yaml</span>');
  });

  test('the page loads nothing: no source, no link and no import', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/url\(|@import/);
  });

  test('has a text alternative for each picture', () => {
    const text = JSON.stringify({
      apiVersion: 'split.smi-spec.io/v1alpha2',
      kind: 'TrafficSplit',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        service: 'web',
        backends: [
          { service: 'v1', weight: 9 },
          { service: 'v2', weight: 1 },
        ],
      },
    });
    const { report } = convert([{ path: 'a.yaml', text }]);
    expect(htmlForm(report)).toContain('aria-label="web: v1 90 %, v2 10 %"');
    expect(htmlForm(report)).toContain('aria-label="web: web 100 %"');
  });

  test('has the first splits of many as elements, and the others as data that ends no script', () => {
    const name = '</script><script>alert(1)</script>';
    const one = reportOf(name);
    const [split] = one.splits;
    const [file] = one.files;
    if (split === undefined || file === undefined) throw new Error('the report has no split');
    const splits = Array.from({ length: 450 }, (_, at) => ({ ...split, name: `${name}${at}` }));
    const files = Array.from({ length: 450 }, (_, at) => ({ ...file, path: `${name}${at}` }));
    const many = htmlForm({ ...one, splits, files });
    const blocks = Array.from(
      many.matchAll(/<script type="application\/json" class="rest" data-into="(\w+)">(.*?)<\/script>/g),
      ([, into = '', data = '']) => [into, (JSON.parse(data) as string[]).length] as const,
    );
    expect(blocks).toEqual([
      ['cards', 100],
      ['cards', 100],
      ['cards', 50],
      ['changes', 100],
      ['changes', 100],
      ['changes', 50],
    ]);
    expect(many.match(/<script/g)).toHaveLength(blocks.length + 1);
    expect(many.match(/<article/g)).toHaveLength(200);
    expect(many).toContain('The first 200 of 450 are shown');
  });
});

describe('the GitLab report', () => {
  const valid = new Ajv().compile(codeQuality);

  test.each(Object.entries(hostile))('is valid for GitLab: %s', (_, name) => {
    const issues = JSON.parse(gitlabForm(reportOf(name))) as { fingerprint: string }[];
    expect(valid(issues), JSON.stringify(valid.errors)).toBe(true);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

describe('what writes TrafficSplits at run time', () => {
  const writer = 'Canary shop/<web> (web.yaml) writes TrafficSplits at run time; only an adaptor converts these';
  const none = convert([{ path: 'a.yaml', text: 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n' }]).report;
  const report: RunReport = { ...none, mode: 'check', atRunTime: writer };
  const page = /<h2 id="run-time">Written at run time<\/h2><ul><li>(.*?)<\/li><\/ul>/;

  test('is a section of the page', () => {
    expect(page.exec(htmlForm(report))?.[1]).toBe(
      'Canary shop/&lt;web&gt; (web.yaml) writes TrafficSplits at run time; only an adaptor converts these.',
    );
    expect(htmlForm(none)).not.toMatch(page);
  });

  test('is named with its repository in the page of several reports', () => {
    const merged = mergeReports([
      { name: 'flagger', report },
      { name: 'plain', report: none },
    ]);
    expect(page.exec(htmlForm(merged))?.[1]).toMatch(/^flagger: Canary shop\/&lt;web&gt; /);
    expect(JSON.parse(jsonForm(merged))).toMatchObject({ repositories: [{ name: 'flagger', atRunTime: writer }, {}] });
  });
});
