import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

function load(path: string): { text: string; value: unknown } {
  const text = readFileSync(join(root, path), 'utf8');
  return { text, value: parse(text, { strict: true, uniqueKeys: true }) };
}

const { text, value } = load('action.yml');
const action = value as Action;

describe('the GitHub Action', () => {
  test('scripts hold no expressions, so inputs are not read by a shell', () => {
    const scripts = action.runs.steps.map(({ run }) => run ?? '').filter((run) => run !== '');
    expect(scripts).toEqual(['node "$GITHUB_ACTION_PATH/action/main.js"']);
  });

  test('declares exactly the inputs that it uses', () => {
    const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test.each(['action.yml', '.github/workflows/ci.yml'])('%s names other actions by commit', (path) => {
    const uses = [...load(path).text.matchAll(/uses: (\S+)(.*)/g)].filter(([, name]) => name !== './');
    expect(uses.length).toBeGreaterThan(0);
    for (const [, name, comment] of uses) {
      expect(name).toMatch(/@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });
});
