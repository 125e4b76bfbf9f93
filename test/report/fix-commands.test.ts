import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

const split = (name: string, namespace = ', namespace: shop'): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}${namespace}}\nspec: {service: ${name}, backends: [{service: ${name}-v1, weight: 1}]}\n`;
const profile = (name: string): string =>
  `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: ${name}.shop.svc.cluster.local, namespace: shop}\nspec: {routes: [{name: all, condition: {method: GET}}], dstOverrides: [{authority: old.shop.svc.cluster.local, weight: 1}]}\n`;
const canary =
  'apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: owned, namespace: shop}\nspec: {provider: linkerd, targetRef: {name: owned}, service: {port: 80}}\n';

/** Files of all kinds that a call can name, more of them than a finding names. */
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`s${at}.yaml`, split(`s${at}`)])),
  'two words.yaml': split('words'),
  '-dash.yaml': split('dash'),
  'far.yaml': split('far'),
  'far-profile.yaml': profile('far'),
  'group.yaml': `${split('g1')}---\n${profile('g2')}`,
  'group-profile.yaml': profile('g1'),
  'z-group.yaml': split('g2'),
  'mixed.yaml': `${split('mixed')}---\n${split('owned')}`,
  'canary.yaml': canary,
  'built/kustomization.yaml': 'namespace: shop\nresources: [split.yaml]\n',
  'built/split.yaml': split('built', ''),
};
const named = Object.keys(files);

interface Found {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

async function outOfDate(cwd: string, flags: readonly string[] = []): Promise<readonly Found[]> {
  const words = ['--check', '--format', 'json', ...flags, '--', ...named];
  const { stdout } = await runWith(words, { cwd });
  const { diagnostics } = JSON.parse(stdout.toString()) as { diagnostics: (Found & { code: string })[] };
  return diagnostics.filter(({ code }) => code === 'out-of-date');
}

/** The words of a command in a fix, without the name of the program. */
function wordsOf(fix: string): readonly string[] {
  const words = fix.replace('run smi2linkerd ', '').match(/'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replaceAll("'", ''));
}

describe('a check of many files that the call names', () => {
  test.each([[[]], [['--drop']], [['--no-skip-annotation', '--cluster-domain', 'east.example']]])(
    'has fixes that work as written, with %j',
    async (flags) => {
      const cwd = treeOf(files);
      const found = await outOfDate(cwd, flags);
      expect(found.length).toBeGreaterThan(11);
      for (const { path, message, fix } of found) {
        if (fix === 'run the same call with --write instead of --check') {
          expect(['mixed.yaml', 'built/split.yaml']).toContain(path);
          continue;
        }
        const copy = mkdtempSync(join(tmpdir(), 'smi2linkerd-fix-'));
        cpSync(cwd, copy, { recursive: true });
        expect((await runWith(wordsOf(fix), { cwd: copy })).stderr).toContain('written');
        const left = await outOfDate(copy, flags);
        expect(left).not.toContainEqual(expect.objectContaining({ path, message }));
        expect(left.length).toBeLessThan(found.length);
        rmSync(copy, { recursive: true });
      }
    },
  );

  test('names in a fix only the files that it is about', async () => {
    const fixes = new Map((await outOfDate(treeOf(files))).map(({ path, fix }) => [path, fix]));
    expect(fixes.get('s1.yaml')).toBe('run smi2linkerd --write s1.yaml');
    expect(fixes.get('-dash.yaml')).toBe('run smi2linkerd --write -- -dash.yaml');
    expect(fixes.get('two words.yaml')).toBe("run smi2linkerd --write 'two words.yaml'");
    expect(fixes.get('far.yaml')).toBe('run smi2linkerd --write far-profile.yaml far.yaml');
    expect(fixes.get('far-profile.yaml')).toBe('run smi2linkerd --write far-profile.yaml far.yaml');
    expect(fixes.get('z-group.yaml')).toBe('run smi2linkerd --write group-profile.yaml group.yaml z-group.yaml');
    // What is beside these in the call decides what becomes of them.
    expect(fixes.get('mixed.yaml')).toBe('run the same call with --write instead of --check');
    expect(fixes.get('built/split.yaml')).toBe('run the same call with --write instead of --check');
  });

  test('has the whole call as the fix for routes, which depend on all of it', async () => {
    const found = await outOfDate(treeOf(files), ['--target', 'httproute', '--port', '80']);
    expect(new Set(found.map(({ fix }) => fix))).toEqual(
      new Set(['run the same call with --write instead of --check']),
    );
  });

  test.each(['json', 'github', 'gitlab', 'sarif', 'junit', 'html', 'markdown'])(
    'has a report as %s that grows with their number, not with its square',
    async (format) => {
      const sizeOf = async (count: number): Promise<number> => {
        const paths = Array.from({ length: count }, (_, at) => `a-directory-with-a-long-name/split-${at}.yaml`);
        const cwd = treeOf(Object.fromEntries(paths.map((path, at) => [path, split(`s${at}`)])));
        return (await runWith(['--check', '--format', format, ...paths], { cwd })).stdout.length;
      };
      expect(await sizeOf(300)).toBeLessThan(4 * (await sizeOf(100)));
    },
  );
});

describe('a report of a call with many paths', () => {
  const flags = ['--no-skip-annotation', '--cluster-domain', 'east.example', '--config', 'a b.yaml'];
  const shownOf = async (format: string, count: number, more: readonly string[] = flags): Promise<string> => {
    const paths = Array.from({ length: count }, (_, at) => `split-with-a-long-name-${at}.yaml`);
    const tree = Object.fromEntries(paths.map((path, at) => [path, split(`s${at}`)]));
    const cwd = treeOf({ ...tree, 'a b.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: {failOn: error}\n' });
    const { stdout, stderr } = await runWith(['--check', '--format', format, ...more, ...paths], { cwd });
    return format === 'text' ? stderr : stdout.toString();
  };
  const short = "smi2linkerd --write --no-skip-annotation --cluster-domain east.example --config 'a b.yaml' PATHS";

  test('names them once', async () => {
    const text = await shownOf('text', 40);
    expect(text.match(/split-with-a-long-name-7\.yaml/g)).toHaveLength(1);
    expect(text).toContain(`  ${short.replace('--write', '--write --drop')}  # commit`);
    expect(text).toContain('\nPATHS are the paths of the call\nto write what is missing: smi2linkerd --write --no');
  });

  test('does not name thousands of them', async () => {
    const text = await shownOf('text', 400);
    expect(text).not.toContain('split-with-a-long-name-7.yaml');
    expect(text).toContain(`\nto write what is missing: ${short}\n`);
    const markdown = await shownOf('markdown', 400);
    expect(markdown).toContain(`To write what is missing (PATHS are the paths of the call):\n\n\`\`\`sh\n${short}\n`);
    expect(markdown.length).toBeLessThan(61_000);
    expect(await shownOf('html', 400)).toContain('<p>PATHS are the paths of the call.</p>');
  });

  test('has the command for few of them in full', async () => {
    expect(await shownOf('text', 2, [])).not.toContain('PATHS');
  });
});
