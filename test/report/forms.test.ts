import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../src/cli/report/forms.ts';
import type { RunReport } from '../../src/report/model.ts';
import { textOfFindings, textOfProblems, textOfSummary } from '../../src/report/text.ts';
import { long, models } from './models.ts';

const folder = join(import.meta.dirname, 'expected');

/** The report as text for a file or a pipe, and for a terminal. */
function textForm(report: RunReport): string {
  const findings = [false, true].map((style) =>
    textOfFindings(report.diagnostics, { color: style, excerpts: style }).replaceAll('\u001b', '␛'),
  );
  return [...findings, textOfProblems(report), textOfSummary(report)].join('\n');
}

/** The page without what is the same in all pages, and a line for each element of a list. */
function shortPage(page: string): string {
  return page
    .replaceAll(/sha256-[^']*/g, 'sha256')
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<script>[^]*?<\/script>/, '')
    .replace(/<\/h3><p><span[^]*?(?=<h3|<\/section)/g, '</h3>\n')
    .replace(/(?=<(?:article|section|figure|li|div|option|path|text)\b)/g, '\n');
}

/** SARIF without the texts of the rules, which are those of docs/diagnostics.md. */
function shortSarif(text: string): string {
  const log = JSON.parse(text) as { runs: { tool: { driver: { rules: { id: string }[] } } }[] };
  for (const { tool } of log.runs) tool.driver.rules = tool.driver.rules.map(({ id }) => ({ id }));
  return `${JSON.stringify(log, null, 1)}\n`;
}

async function shown(form: string, report: RunReport): Promise<string> {
  if (form === 'text') return textForm(report);
  const text = (await forms[form as keyof typeof forms]())(report);
  return form === 'html' ? shortPage(text) : form === 'sarif' ? shortSarif(text) : text;
}

/** Compares with a file in test/report/expected; UPDATE=1 writes it. */
function expectFile(name: string, text: string): void {
  const path = join(folder, name);
  if (process.env.UPDATE === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
}

describe('a report of each kind of run, in each format', () => {
  const names = ['text', 'sarif', 'github', 'markdown', 'html', 'gitlab', 'junit'];
  test.each(names.flatMap((form) => Object.keys(models).map((name) => [form, name] as const)))(
    '%s: %s',
    async (form, name) => {
      const report = models[name];
      if (report === undefined) throw new Error(name);
      expectFile(`${name}.${form}`, await shown(form, report));
    },
  );
});

describe('long reports', () => {
  const of = async (form: string, name: string): Promise<string> => {
    const report = long[name];
    if (report === undefined) throw new Error(name);
    return shown(form, report);
  };

  test('tables in Markdown have 100 rows and 10 backends in each, and say how many more there are', async () => {
    const text = await of('markdown', 'rows');
    expect(text.match(/^\| `.*<br>`web-v10` 9 % \| /gm)).toHaveLength(100);
    expect(text).toContain('| …and 1 more | | | | |');
    expect(text).toContain('- …and 1 more\n');
    expect(text.match(/^- \*\*error\*\*/gm)).toHaveLength(100);
    expect(await of('markdown', 'exactly')).not.toContain('more');
  });

  test('Markdown ends before the limit of a comment, at a whole diff or line', async () => {
    const diffs = await of('markdown', 'diffs');
    expect(diffs.match(/<details>/g)).toHaveLength(2);
    const problems = await of('markdown', 'problems');
    expect(problems.length).toBeGreaterThan(59_800);
    for (const text of [diffs, problems]) {
      expect(text.length).toBeLessThan(60_100);
      expect(text).toMatch(
        /(?:aaa\.|<\/details>)\n\n…and more: this report is cut where a comment would end\.\n$|a{90}\n\n…and more.*\n$/,
      );
    }
  });

  test('a page holds its first 200 cards as elements, and the others as data in parts of 100', async () => {
    const page = await of('html', 'cards');
    expect(page.match(/^<article/gm)).toHaveLength(200);
    const parts = [...page.matchAll(/data-into="cards">(.*?)<\/script>/gs)].map(
      ([, data = '']) => JSON.parse(data.replaceAll('\n', '')) as string[],
    );
    expect(parts.map(({ length }) => length)).toEqual([100, 2]);
    expect(page).toContain('The first 200 of 302 are shown');
  });
});
