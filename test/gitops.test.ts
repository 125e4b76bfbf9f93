import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isOption } from '../src/config/config.ts';

const root = join(import.meta.dirname, '..');
const page = read('docs/gitops.md');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '');
}

interface PreCommit {
  readonly repos: readonly { rev: string; hooks: readonly { id: string }[] }[];
}
interface Workflow {
  readonly jobs: Readonly<
    Record<string, { steps: readonly { uses: string; with: Readonly<Record<string, string>> }[] }>
  >;
}

/** What docs/gitops.md shows exists under that name. */
describe('docs/gitops.md', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const [preCommit, workflow] = blocks('yaml').map((text) => parse(text) as unknown) as [PreCommit, Workflow];

  test('its block has one of the existing hooks, and its text names the others', () => {
    const there = (parse(read('.pre-commit-hooks.yaml')) as { id: string }[]).map(({ id }) => id);
    const [repository] = preCommit.repos;
    // One of them: a block with all would be copied with all.
    const shown = repository?.hooks.map(({ id }) => id) ?? [];
    expect(shown).toHaveLength(1);
    const named = [...page.matchAll(/`(smi2linkerd[a-z-]*)`/g)].map(([, name = '']) => name);
    expect([...new Set([...shown, ...named])].sort()).toEqual(there.sort());
    expect(repository?.rev).toBe(`v${version}`);
  });

  test('uses inputs that the action declares', () => {
    const inputs = Object.keys((parse(read('action.yml')) as { inputs: object }).inputs);
    const [, step] = workflow.jobs.profiles?.steps ?? [];
    expect(step?.uses).toBe(`smi2linkerd/smi2linkerd@v${version}`);
    expect(inputs).toEqual(expect.arrayContaining(Object.keys(step?.with ?? { none: '' })));
  });

  test('lists the options of the library', () => {
    const [, list = ''] = /camel case: ([^.]*)\./.exec(page) ?? [];
    const names = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
    expect(names.length).toBe(9);
    expect(names.filter((name) => !isOption(name))).toEqual([]);
  });
});

describe('links of the pages to files', () => {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

  test.each([...pages.map((name) => `docs/${name}`), 'README.md'])('%s', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(root, path, '..', link)))).toEqual([]);
  });
});
