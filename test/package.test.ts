import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { versions } from '../scripts/version-check.js';
import { codes } from '../src/findings/findings.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;

describe('the package', () => {
  test('package.json has no runtime dependencies', () => {
    const kinds = Object.keys(manifest).filter((key) => /dependencies$/i.test(key));
    expect(kinds).toEqual(['devDependencies']);
  });

  test('package.json has no install scripts', () => {
    const lifecycle = /^(?:pre|post)?(?:install|pack|publish|prepare|uninstall)$|^(?:prepublishOnly|dependencies)$/;
    expect(Object.keys(manifest.scripts as object).filter((name) => lifecycle.test(name))).toEqual([]);
    expect(Object.keys(manifest.scripts as object)).toContain('build');
  });

  test('every file that names the version names that of package.json', () => {
    const { version, places } = versions();
    expect(places.filter((place) => place.version !== version)).toEqual([]);
    const paths = new Set(places.map(({ path }) => path));
    const known = ['Dockerfile', '.pre-commit-hooks.yaml', 'krm-function.yaml', 'docs/gitops.md', 'man/smi2linkerd.1'];
    for (const path of [
      ...known,
      'package-lock.json',
      'dist/smi2linkerd.cjs',
      'examples/pre-commit/.pre-commit-config.yaml',
      'examples/gitlab-ci/.gitlab-ci.yml',
    ])
      expect(paths, path).toContain(path);
    const linesOf = (path: string): readonly number[] =>
      places.filter((place) => place.path === path).map(({ line }) => line);
    expect(linesOf('gitlab/smi2linkerd.gitlab-ci.yml'), 'the comment and the default').toHaveLength(2);
    const mention = new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?!\\.?\\d)`, 'g');
    // In the documents each mention of it counts, two on one line included.
    for (const path of readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))) {
      const text = readFileSync(join(root, 'docs', path), 'utf8');
      const ours = text.split('\n').filter((line) => line.includes('smi2linkerd') || line.includes('rev: '));
      const named = ours.flatMap((line) => line.match(mention) ?? []);
      expect(linesOf(`docs/${path}`).length, path).toBe(named.length);
    }
  });

  test('package.json lists the man page for `npm install --global`', () => {
    expect(manifest.man).toEqual(['./man/smi2linkerd.1']);
  });

  test('every file that package.json lists is committed', () => {
    expect(manifest.bin).toEqual({ smi2linkerd: 'dist/smi2linkerd.cjs' });
    expect(manifest.exports).toMatchObject({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } });
  });

  test('the types list the codes by name, without the texts of the findings', () => {
    const types = readFileSync(join(root, 'dist/index.d.ts'), 'utf8');
    const [, listed = ''] = /^export type Code =((?:\n\t\| "[\w-]+")+);$/m.exec(types) ?? [];
    expect([...listed.matchAll(/[\w-]+/g)].map(([code]) => code)).toEqual([...codes].sort());
    expect(types).not.toContain('declare const');
  });
});
