import { Ajv } from 'ajv';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trees } from '../cli/trees.ts';
import { codeQuality } from '../code-quality.ts';
import { hostile } from '../hostile-names.ts';
import { escapeControls } from '../../src/diagnostics/escape.ts';
import { put, run, scratch, succeed } from './run.ts';
import { bundle, find, tool } from './tools.ts';

const xmllint = tool('xmllint', '--version') ?? '';
const schema = find('jenkins-junit.xsd') ?? '';
const python = tool('python-cmarkgfm', '-c', 'import importlib.metadata as m; print(m.version("cmarkgfm"))') ?? '';
const htmlValidate = tool('html-validate', '--version') ?? '';
const multitool = tool('sarif-multitool', '--version') ?? '';
const folder = scratch();

/** Files that hold each name in every place that a user fills: object, apex, backend, weight, key, and path where it can be one. */
function filesOf(name: string): Readonly<Record<string, string>> {
  const object = (apex: string, weight: unknown): string =>
    JSON.stringify({
      apiVersion: 'split.smi-spec.io/v1alpha2',
      kind: 'TrafficSplit',
      metadata: { name, namespace: 'shop' },
      spec: { service: apex, backends: [{ service: apex, weight }], [name]: 1 },
    });
  const path = name.slice(0, 100).replaceAll('/', '\u2215');
  return { [`${path}.yaml`]: object(name, name), [`valid/${path}.yaml`]: object('web', 1) };
}

const [tree] = trees;

/** The names, and all real trees as one where there is a corpus. */
const inputs: readonly (readonly [string, string])[] = [
  ...Object.entries(hostile).map(([kind, name]) => [kind, put(join(folder, kind), filesOf(name))] as const),
  ...(tree === undefined ? [] : [['real trees', dirname(tree)] as const]),
];
if (tree === undefined) console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so no real tree is opened');

const made = new Map<string, string>();

/** The report of a check in a form, made once. */
function reportOf(tree: string, form: string): string {
  const key = `${form} ${tree}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const { stdout, status, stderr } = run(process.execPath, [bundle, '--check', `--format=${form}`, '-n', 'web', '.'], {
    cwd: tree,
  });
  expect([status, stderr]).toEqual([1, '']);
  made.set(key, stdout);
  return stdout;
}

/** The reports of all hostile names, each as a repository of that name, put together in a form. */
function mergedAs(form: string): string {
  const reports = Object.keys(hostile).map((kind) => [`${kind}.json`, reportOf(join(folder, kind), 'json')] as const);
  const cwd = put(join(folder, 'merged'), Object.fromEntries(reports));
  return succeed(process.execPath, [bundle, `--format=${form}`, '--from', ...reports.map(([file]) => file)], { cwd });
}

interface Model {
  readonly splits: readonly { name: string; namespace?: string }[];
  readonly diagnostics: readonly unknown[];
  readonly files: readonly { diff?: string }[];
}

function modelOf(tree: string): Model {
  return JSON.parse(reportOf(tree, 'json')) as Model;
}

const readTags = `import cmarkgfm, sys, json
from html.parser import HTMLParser
class Tags(HTMLParser):
    def __init__(self):
        super().__init__(); self.tags = []; self.cells = []; self.inside = False
    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == 'tr': self.cells.append([])
        if tag in ('td', 'th'): self.cells[-1].append(''); self.inside = True
    def handle_endtag(self, tag):
        if tag in ('td', 'th'): self.inside = False
    def handle_data(self, data):
        if self.inside: self.cells[-1][-1] += data
tags = Tags()
tags.feed(cmarkgfm.github_flavored_markdown_to_html(sys.stdin.read(), options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE))
print(json.dumps({'tags': tags.tags, 'cells': tags.cells}))
`;

describe.each(inputs)('%s', (kind, tree) => {
  test.skipIf(python === '')(
    "Markdown: GitHub's renderer makes a row of five cells for each split, and no link or image",
    () => {
      const { tags, cells } = JSON.parse(succeed(python, ['-c', readTags], { input: reportOf(tree, 'markdown') })) as {
        tags: string[];
        cells: string[][];
      };
      const { splits } = modelOf(tree);
      expect(cells.map((row) => row.length)).toEqual(
        Array.from({ length: Math.min(splits.length, 100) + 1 + Number(splits.length > 100) }, () => 5),
      );
      const named = new Set(cells.slice(1, 101).map(([name]) => name));
      for (const { name, namespace } of splits.slice(0, splits.length > 100 ? 0 : undefined))
        expect([...named]).toContain(namespace === undefined ? name : `${namespace}/${name}`);
      expect(tags.filter((tag) => ['a', 'img', 'script', 'h1', 'input', 'x'].includes(tag))).toEqual([]);
    },
  );

  test.skipIf(xmllint === '' || schema === '')("JUnit: valid by the schema of Jenkins' plugin", () => {
    const file = join(put(folder, { [`${kind}.xml`]: reportOf(tree, 'junit') }), `${kind}.xml`);
    const { status, stderr } = run(xmllint, ['--noout', '--schema', realpathSync(schema), file]);
    expect(status, stderr).toBe(0);
    const count = succeed(xmllint, ['--xpath', 'count(//testcase)', file]).trim();
    expect(Number(count)).toBeGreaterThanOrEqual(modelOf(tree).splits.length);
  });

  test('GitLab: valid Code Quality, an issue for each finding', () => {
    const issues = JSON.parse(reportOf(tree, 'gitlab')) as unknown[];
    const valid = new Ajv().compile(codeQuality);
    expect(valid(issues), JSON.stringify(valid.errors)).toBe(true);
    expect(issues).toHaveLength(modelOf(tree).diagnostics.length);
  });

  test.skipIf(htmlValidate === '')('HTML: html-validate finds nothing that the standard forbids', () => {
    const file = `${kind}.html`;
    const config = JSON.stringify({ root: true, extends: ['html-validate:standard'] });
    put(folder, { [file]: reportOf(tree, 'html'), '.htmlvalidate.json': config });
    const { status, stdout } = run(process.execPath, [realpathSync(htmlValidate), '--formatter=text', file], {
      cwd: folder,
    });
    expect(status, stdout.slice(0, 2000)).toBe(0);
  });
});

test.skipIf(multitool === '')("SARIF: Microsoft's validator finds no error in any of them", () => {
  const logs = inputs.map(([, tree]) => JSON.parse(reportOf(tree, 'sarif')) as { runs: { results: unknown[] }[] });
  for (const [at, [, tree]] of inputs.entries())
    expect(logs[at]?.runs[0]?.results).toHaveLength(modelOf(tree).diagnostics.length);
  const merged = JSON.parse(mergedAs('sarif')) as (typeof logs)[number];
  expect(merged.runs).toHaveLength(Object.keys(hostile).length);
  const file = join(
    put(folder, { 'all.sarif': JSON.stringify({ ...logs[0], runs: [...logs, merged].flatMap(({ runs }) => runs) }) }),
    'all.sarif',
  );
  const output = join(folder, 'validation.sarif');
  const { status, stdout } = run(multitool, ['validate', file, '--output', output, '--log', 'ForceOverwrite'], {
    env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  expect(status, stdout).toBe(0);
  const validation = JSON.parse(readFileSync(output, 'utf8')) as { runs: { results: { level?: string }[] }[] };
  expect(validation.runs.flatMap(({ results }) => results).filter(({ level }) => level === 'error')).toEqual([]);
});

describe('reports of several repositories', () => {
  test.skipIf(xmllint === '' || schema === '')(
    "JUnit: valid by the schema of Jenkins' plugin, a suite for each",
    () => {
      const file = join(put(folder, { 'merged.xml': mergedAs('junit') }), 'merged.xml');
      const { status, stderr } = run(xmllint, ['--noout', '--schema', realpathSync(schema), file]);
      expect(status, stderr).toBe(0);
      expect(Number(succeed(xmllint, ['--xpath', 'count(//testsuite)', file]))).toBe(Object.keys(hostile).length);
    },
  );

  test('GitLab: valid Code Quality, no two issues with one fingerprint', () => {
    const issues = JSON.parse(mergedAs('gitlab')) as { fingerprint: string }[];
    const valid = new Ajv().compile(codeQuality);
    expect(valid(issues), JSON.stringify(valid.errors)).toBe(true);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

test('names are told with what a terminal would obey escaped, and not otherwise', () => {
  for (const [kind, name] of Object.entries(hostile))
    expect(modelOf(join(folder, kind)).splits.map((split) => split.name)).toContain(escapeControls(name));
});
