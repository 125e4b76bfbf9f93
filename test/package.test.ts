import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { versions } from '../scripts/version-check.js';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as Record<
  string,
  unknown
>;

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
    ])
      expect(paths, path).toContain(path);
    expect(places.length).toBeGreaterThanOrEqual(19);
  });

  test('package.json lists the man page for `npm install --global`', () => {
    expect(manifest.man).toEqual(['./man/smi2linkerd.1']);
  });

  test('every file that package.json lists is committed', () => {
    expect(manifest.bin).toEqual({ smi2linkerd: 'dist/smi2linkerd.cjs' });
    expect(manifest.exports).toMatchObject({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } });
  });
});
