import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patterns } from '../../src/cli/files/patterns.ts';
import { gitignore } from '../../src/cli/files/gitignore.ts';
import { isPattern } from '../../src/cli/files/paths.ts';
import { readEvery, refusePrinting, search } from '../../src/cli/files/search.ts';
import { walk } from '../../src/cli/files/walk.ts';
import { resembling } from '../../src/manifests/resembling.ts';
import { holdsTrafficSplit, findWord, slowIndexOf } from '../../src/yaml/byte-search.ts';
import { anyOf, wordsIn } from '../../src/yaml/name-search.ts';
import { runWith } from '../host.ts';
import { split, treeOf } from './tree.ts';

function found(cwd: string, ...paths: string[]) {
  const tree = walk(cwd, paths, patterns);
  const { sources, problems } = search(tree.folders, holdsTrafficSplit, { words: holdsTrafficSplit });
  return { paths: sources.map(({ path }) => path), problems: [...tree.problems, ...problems], tree, sources };
}

/** Whether a program is here; a missing one is said loudly. */
function has(program: string): boolean {
  const there = spawnSync(program, ['--version']).error === undefined;
  if (!there) console.warn(`SKIPPED: ${program} is not here, so what needs it is not tried`);
  return there;
}

function messages(problems: readonly { path: string; message: string }[]) {
  return problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('directories', () => {
  test('are searched for manifests, except .git, node_modules and dot-directories', () => {
    const cwd = treeOf({
      'k8s/web.yaml': split,
      'k8s/deep/er/web.yml': split,
      'list.json': `{"kind": "TrafficSplit"}`,
      '.hidden.yaml': split,
      'README.md': split,
      '.git/web.yaml': split,
      'node_modules/x/web.yaml': split,
      '.github/web.yaml': split,
      'k8s/none.yaml': 'kind: Service\n',
    });
    expect(found(cwd, '.').paths).toEqual(['.hidden.yaml', 'k8s/deep/er/web.yml', 'k8s/web.yaml', 'list.json']);
    expect(found(cwd, '.github').paths).toEqual(['.github/web.yaml']);
    expect(found(cwd, 'node_modules').paths).toEqual(['node_modules/x/web.yaml']);
  });

  test('paths are shown as given', () => {
    const cwd = treeOf({ 'k8s/web.yaml': split });
    expect(found(cwd, './').paths).toEqual(['k8s/web.yaml']);
    expect(found(cwd, 'k8s//').paths).toEqual(['k8s/web.yaml']);
    expect(found(cwd, './k8s').paths).toEqual(['./k8s/web.yaml']);
    expect(found(join(cwd, 'k8s'), '../k8s').paths).toEqual(['../k8s/web.yaml']);
    expect(found('/', cwd).paths).toEqual([`${cwd}/k8s/web.yaml`]);
  });

  test('files are sorted by the bytes of their paths', () => {
    const names = [
      'a/x.yaml',
      'a-b.yaml',
      'a.yaml',
      'é.yaml',
      'Z.yaml',
      '\u{ff5e}.yaml',
      '\u{1f600}.yaml',
      'a0/x.yaml',
    ];
    const cwd = treeOf(Object.fromEntries(names.map((name) => [name, split])));
    const sorted = names
      .map((name) => Buffer.from(name))
      .sort(Buffer.compare.bind(Buffer))
      .map(String);
    expect(found(cwd, '.').paths).toEqual(sorted);
  });

  test('a directory named like a file is searched, and unusual names are found', () => {
    const names = [
      'x.yaml/y.yaml',
      'with space.yaml',
      'new\nline.yaml',
      'quo\'te".yaml',
      '-dash.yaml',
      'ünï.yaml',
      '[a]*.yaml',
    ];
    const cwd = treeOf(Object.fromEntries(names.map((name) => [name, split])));
    expect(new Set(found(cwd, '.').paths)).toEqual(new Set(names));
    expect(found(cwd, ...names).paths).toHaveLength(names.length);
    expect(found(cwd, ...names).problems).toEqual([]);
  });

  // Node itself cannot take such a tree away.
  const rm = has('rm');
  test.skipIf(!rm)('a tree with paths longer than PATH_MAX is a problem, not a crash', () => {
    const cwd = treeOf({});
    execFileSync('sh', ['-c', 'for i in $(seq 1 2500); do mkdir d && cd d || exit 0; done'], { cwd, stdio: 'ignore' });
    const { problems } = found(cwd, '.');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toBe('name too long');
    execFileSync('rm', ['-rf', 'd'], { cwd });
  });
});

describe('links', () => {
  test('named links are followed, links below a directory are not, and loops end', () => {
    const cwd = treeOf({ 'tree/web.yaml': split, 'outside/other.yaml': split });
    symlinkSync('../outside/other.yaml', join(cwd, 'tree/out.yaml'));
    symlinkSync('../outside', join(cwd, 'tree/outside'));
    symlinkSync('.', join(cwd, 'tree/loop'));
    symlinkSync('self.yaml', join(cwd, 'tree/self.yaml'));
    expect(found(cwd, 'tree').paths).toEqual(['tree/web.yaml']);
    const named = found(cwd, 'tree/out.yaml');
    expect(named.paths).toEqual(['tree/out.yaml']);
    expect(named.sources[0]?.file).toBe(join(cwd, 'outside/other.yaml'));
    expect(found(cwd, 'tree/outside').paths).toEqual(['tree/outside/other.yaml']);
    expect(messages(found(cwd, 'tree/self.yaml').problems)).toEqual([
      'tree/self.yaml: too many symbolic links encountered',
    ]);
  });

  test('a link that replaced a file after the walk is not followed', () => {
    const cwd = treeOf({ 'tree/a.yaml': split, 'tree/b.yaml': split, 'outside/secret.yaml': split });
    const { folders } = walk(cwd, ['tree']);
    rmSync(join(cwd, 'tree/a.yaml'));
    symlinkSync('../outside/secret.yaml', join(cwd, 'tree/a.yaml'));
    const { sources, problems } = search(folders, holdsTrafficSplit, { words: holdsTrafficSplit });
    expect(sources.map(({ path }) => path)).toEqual(['tree/b.yaml']);
    expect(problems.map(({ path }) => path)).toEqual(['tree/a.yaml']);
  });

  test('a named link to nothing is a problem', () => {
    const cwd = treeOf({ 'web.yaml': split });
    symlinkSync('gone.yaml', join(cwd, 'dangling.yaml'));
    const { paths, problems } = found(cwd, 'dangling.yaml', 'web.yaml');
    expect(paths).toEqual(['web.yaml']);
    expect(messages(problems)).toEqual(['dangling.yaml: no such file or directory']);
    expect(found(cwd, '.').problems).toEqual([]);
  });

  test('the same file named twice is read once; hard links are two files', () => {
    const cwd = treeOf({ 'k8s/web.yaml': split });
    symlinkSync('k8s', join(cwd, 'link'));
    symlinkSync('k8s/web.yaml', join(cwd, 'link.yaml'));
    for (const paths of [
      ['k8s/web.yaml', './k8s/web.yaml', 'k8s', '.', 'link', 'link.yaml', 'k8s/*.yaml', '**/*.yaml'],
      ['k8s/*.yaml', 'k8s/w*.yaml'],
      ['link', 'k8s'],
      ['link.yaml', 'k8s/web.yaml'],
    ]) {
      expect(found(cwd, ...paths).paths, paths.join(' ')).toHaveLength(1);
    }
    linkSync(join(cwd, 'k8s/web.yaml'), join(cwd, 'k8s/hard.yaml'));
    expect(found(cwd, 'k8s').paths).toHaveLength(2);
  });
});

describe('what cannot be read', () => {
  test('a missing or empty path, a FIFO, a device and a socket are problems; the other paths are read', async () => {
    const cwd = treeOf({ 'web.yaml': split });
    const fifo = has('mkfifo');
    if (fifo) execFileSync('mkfifo', [join(cwd, 'fifo.yaml')]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(cwd, 'socket.yaml'), done));
    const { paths, problems } = found(
      cwd,
      'gone',
      '',
      ...(fifo ? ['fifo.yaml'] : []),
      '/dev/null',
      'socket.yaml',
      'web.yaml/',
      'web.yaml',
    );
    const below = found(cwd, '.');
    server.close();
    expect(paths).toEqual(['web.yaml']);
    expect(messages(problems)).toEqual([
      'gone: no such file or directory',
      ': the path is empty',
      ...(fifo ? ['fifo.yaml: is a FIFO, not a file or directory'] : []),
      '/dev/null: is a device, not a file or directory',
      'socket.yaml: is a socket, not a file or directory',
      'web.yaml/: not a directory',
    ]);
    expect(below.paths).toEqual(['web.yaml']);
    expect(below.problems).toEqual([]);
  });

  test('a FIFO and a device that a kustomization names end with exit code 2 and are not opened for reading', async () => {
    const cwd = treeOf({
      'web.yaml': split,
      'kustomization.yaml': 'resources: [web.yaml]\npatches: [{path: fifo.yaml}, {path: /dev/zero}]\n',
    });
    const fifo = has('mkfifo');
    if (fifo) execFileSync('mkfifo', [join(cwd, 'fifo.yaml')]);
    const { code, stderr } = await runWith(['--check', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('smi2linkerd: /dev/zero: is a device, not a file or directory\n');
    if (fifo) expect(stderr).toContain('smi2linkerd: fifo.yaml: is a FIFO, not a file or directory\n');
  });

  test.skipIf(process.getuid?.() !== 0)(
    'a file or directory without permission is a problem, and the rest goes on',
    () => {
      const cwd = treeOf({ 'a.yaml': split, 'b/x.yaml': split, 'c.yaml': split });
      chmodSync(cwd, 0o755);
      chmodSync(join(cwd, 'a.yaml'), 0);
      chmodSync(join(cwd, 'b'), 0);
      process.seteuid?.(65534);
      try {
        const { paths, problems } = found(cwd, '.');
        expect(paths).toEqual(['c.yaml']);
        expect(new Set(messages(problems))).toEqual(new Set(['a.yaml: permission denied', 'b: permission denied']));
      } finally {
        process.seteuid?.(0);
      }
    },
  );

  test.skipIf(process.getuid?.() !== 0)('a .gitignore without permission ends the run', async () => {
    const cwd = treeOf({ 'a.yaml': split, '.gitignore': '*' });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, '.gitignore'), 0);
    process.seteuid?.(65534);
    try {
      const { code, stderr } = await runWith(['--check', '.'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('/.gitignore: permission denied, so it is not known which files git ignores\n');
      expect((await runWith(['--check', 'a.yaml'], { cwd })).code).toBe(1);
    } finally {
      process.seteuid?.(0);
    }
  });

  test('a name that is not UTF-8 is a problem', () => {
    const cwd = treeOf({ 'web.yaml': split });
    const named = (end: string): Buffer =>
      Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xff]), Buffer.from(end)]);
    writeFileSync(named('.yaml'), split);
    mkdirSync(named(''));
    const { paths, problems } = found(cwd, '.');
    expect(paths).toEqual(['web.yaml']);
    expect(new Set(messages(problems))).toEqual(
      new Set(['\ufffd: the path is not UTF-8', '\ufffd.yaml: the path is not UTF-8']),
    );
    expect(messages(found(cwd, '\ufffd').problems)).toEqual(['\ufffd: the path is not UTF-8']);
  });

  test('a file above 2 GiB is refused', () => {
    const cwd = treeOf({ 'web.yaml': split });
    writeFileSync(join(cwd, 'huge.yaml'), '');
    truncateSync(join(cwd, 'huge.yaml'), 2 ** 31 + 1);
    const { paths, problems } = found(cwd, '.');
    expect(paths).toEqual(['web.yaml']);
    expect(messages(problems)).toEqual(['huge.yaml: the file is larger than 2 GiB']);
  });

  test('files around the size of the buffer are read whole', () => {
    const sizes = [2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20];
    const cwd = treeOf(
      Object.fromEntries(sizes.map((size) => [`${size}.yaml`, '#'.repeat(size - split.length) + split])),
    );
    expect(
      found(cwd, '.')
        .sources.map(({ bytes }) => bytes.length)
        .sort((a, b) => a - b),
    ).toEqual(sizes);
  });

  test('sources keep their bytes when the buffer is used again', () => {
    const cwd = treeOf({ 'a.yaml': `# a\n${split}`, 'b.yaml': `# b\n${split}`, 'c.yaml': 'x'.repeat(1000) });
    expect(found(cwd, '.').sources.map(({ bytes }) => Buffer.from(bytes).toString().slice(0, 3))).toEqual([
      '# a',
      '# b',
    ]);
  });
});

test('files that are searched together give what each gives alone', () => {
  const wide = Buffer.from(`\ufeff${split}`, 'utf16le');
  const contents = fc.constantFrom<string | Buffer>(
    '',
    split,
    'kind: Traffic',
    'Split\n',
    '"Traffic\\x53plit"',
    wide,
    `a: ${'b'.repeat(60_000)}\n`,
    `${split}# ${'c'.repeat(2 ** 17)}\n`,
    `# ${'d'.repeat(2 ** 20 - 40)}\n${split}`,
  );
  fc.assert(
    fc.property(fc.array(contents, { maxLength: 12 }), (files) => {
      const cwd = treeOf(Object.fromEntries(files.map((content, index) => [`${index + 10}.yaml`, content])));
      const { folders } = walk(cwd, ['.']);
      const alone = search(folders, holdsTrafficSplit);
      const together = search(folders, holdsTrafficSplit, { words: holdsTrafficSplit });
      expect(together.sources.map(({ path }) => path)).toEqual(alone.sources.map(({ path }) => path));
      expect(
        together.sources.every(
          ({ bytes }, index) => Buffer.compare(bytes, alone.sources[index]?.bytes ?? Buffer.of()) === 0,
        ),
      ).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('patterns', () => {
  const files = {
    'a.yaml': split,
    'b.yml': split,
    'sub/c.yaml': split,
    'sub/.d/e.yaml': split,
    'node_modules/f.yaml': split,
  };

  test('match the expected files', () => {
    const cwd = treeOf(files);
    expect(found(cwd, '*.yaml').paths).toEqual(['a.yaml']);
    expect(found(cwd, './*.{yaml,yml}').paths).toEqual(['a.yaml', 'b.yml']);
    expect(found(cwd, '**/*.yaml').paths).toEqual(['a.yaml', 'sub/c.yaml']);
    expect(found(cwd, 'su?/[a-c].yaml').paths).toEqual(['sub/c.yaml']);
    expect(found(cwd, 'sub/.d/*.yaml').paths).toEqual(['sub/.d/e.yaml']);
    expect(found(join(cwd, 'sub'), '../*.yaml').paths).toEqual(['../a.yaml']);
    expect(found('/', `${cwd}/*.yaml`).paths).toEqual([`${cwd}/a.yaml`]);
  });

  test.each([
    ['su?/*.yaml', 'sub/c.yaml'],
    ['?.yml', 'b.yml'],
    ['su[?b]/c.{json,yaml}', 'sub/c.yaml'],
    ['su?(b|c)/@(c|d).yaml', 'sub/c.yaml'],
    ['su!(p)/*', 'sub/c.yaml'],
    ['.//sub//*.yaml', 'sub/c.yaml'],
    ['**/{b,c}.{yaml,yml}', 'b.yml sub/c.yaml'],
    ['{sub,gone}/*', 'sub/c.yaml'],
  ])('%s finds %s', (pattern, paths) => {
    expect(found(treeOf(files), pattern).paths.join(' ')).toBe(paths);
  });

  test.each([
    ['*/*.yaml', 'x/a.yaml'],
    ['*/*/*.yaml', 'x/y/b.yaml'],
    ['*/*/*/*.yaml', 'x/y/z/c.yaml'],
    ['x/*/*/*.yaml', 'x/y/z/c.yaml'],
    ['x/y/*.yaml', 'x/y/b.yaml'],
  ])('%s finds files at its depth alone: %s', (pattern, paths) => {
    const cwd = treeOf({ 'o.yaml': split, 'x/a.yaml': split, 'x/y/b.yaml': split, 'x/y/z/c.yaml': split });
    expect(found(cwd, pattern).paths.join(' ')).toBe(paths);
  });

  test('skip dot-directories unless named before the first special character', () => {
    const cwd = treeOf(files);
    expect(found(cwd, '*/.d/*.yaml').paths).toEqual([]);
    expect(found(cwd, '{sub/.d,sub}/*.yaml').paths).toEqual(['sub/c.yaml']);
    expect(found(cwd, 'node_modules/*').paths).toEqual(['node_modules/f.yaml']);
  });

  test.each([
    ['many stars', '*a*a*a*a*a*a*b.yaml'],
    ['a repeated choice with a mark', '+(a?|a)b.yaml'],
    ['a repeated group in another', '+(+(a)a)b.yaml'],
    ['a star in a repeated group', '*(a*)b.yaml'],
    ['repeated groups of classes', '([a])+([a]|a)+b.yaml'],
    ['a group of a regular expression', '(?:a+)+b.yaml'],
    ['many repeated classes', '[a]+[a]+[a]+[a]+[a]+[a]+[a]+b.yaml'],
    ['many optional groups', `${'?(a)'.repeat(40)}b.yaml`],
    ['many open braces', '{a,'.repeat(4000)],
    ['many open groups', `@${'('.repeat(9000)}`],
    ['a large range', '{1..1000000}.yaml'],
    ['many alternatives', '{a,b}{a,b}{a,b}{a,b}/{a,b}{a,b}{a,b}{a,b}/{a,b}{a,b}{a,b}{a,b}'],
    ['many ranges', '{a..z}{a..z}/{a..z}'],
    ['many levels', '**/**/**/**/**/a.yaml'],
    ['what globby fails to read', '{@(a)?a(?[[/"*1}b!('],
    ['many letters', `${'a'.repeat(70_000)}*`],
  ])('that would take long or cannot be read are refused: %s', (_, pattern) => {
    const cwd = treeOf({ [`${'a'.repeat(60)}.yaml`]: split });
    for (const paths of [[pattern], ['.', `!${pattern}`]])
      expect(messages(found(cwd, ...paths).problems)[0]).toMatch(/: is a pattern with |: cannot be read as a pattern$/);
  });

  test.skipIf(process.platform === 'win32')('cross directories and names with line ends', () => {
    const names = ['a\nb.yaml', 'd\nir/b.yaml', 'x/c\r\u2028\u{120a0}.yaml', 'x/\u{120a0}.yaml'];
    const cwd = treeOf(Object.fromEntries(names.map((name) => [name, split])));
    const [first, second, third, last] = names;
    for (const pattern of ['**', '**/*.yaml']) expect(found(cwd, pattern).paths).toEqual(names);
    expect(found(cwd, '*/?*').paths).toEqual([second, third, last]);
    expect(found(cwd, 'd\n*/*', '*\n?.yaml').paths).toEqual([first, second]);
    expect(found(cwd, '.', '!**/{c,b}*', '!*\n*').paths).toEqual([last]);
    expect(found(join(cwd, 'd\nir'), '../**/b*').paths).toEqual(['../d\nir/b.yaml']);
  });

  test.each(['((((', '[', ']', '*\\', '{', '}', '!(', '+(', '@()', '**', '!!', '!!a', '{a', '[]', '[!', '(|)', '\\['])(
    'that mean nothing, such as %s, end in a problem or in files, not in a crash',
    (pattern) => {
      const { paths, problems } = found(treeOf({ 'x/a.json': split }), pattern);
      expect(paths.length + problems.length).toBe(1);
    },
  );

  test('without a match are a problem only if no path matches', () => {
    const cwd = treeOf(files);
    expect(found(cwd, '*.yaml', '*.json').problems).toEqual([]);
    expect(found(cwd, 'sub', '*.json').problems).toEqual([]);
    expect(messages(found(cwd, '*.json', 'gone/*.yaml').problems)).toEqual([
      '*.json: no file matches the pattern',
      'gone/*.yaml: no file matches the pattern',
    ]);
  });

  test('that start at what cannot be read are a problem, whatever another path matches', () => {
    const cwd = treeOf(files);
    symlinkSync('loop', join(cwd, 'loop'));
    symlinkSync('gone', join(cwd, 'dangling'));
    expect(messages(found(cwd, 'loop/*.yaml', 'sub').problems)).toEqual(['loop: too many symbolic links encountered']);
    expect(found(cwd, 'dangling/*.yaml', 'gone/*.yaml', 'a.yaml/*.yaml', 'sub').problems).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('that start at a directory without read permission are a problem', () => {
    const cwd = treeOf(files);
    chmodSync(join(cwd, 'sub'), 0o300);
    const { problems } = found(cwd, 'sub/*.yaml', '*.yaml');
    chmodSync(join(cwd, 'sub'), 0o700);
    expect(messages(problems)).toEqual(['sub: permission denied']);
  });

  test('with dots match exactly what they name', () => {
    const cwd = treeOf({ 'k8s/web.yaml': split, 'other/web.yaml': split, 'web.yaml': split });
    expect(found(cwd, 'k8s/../other/*.yaml').paths).toEqual(['k8s/../other/web.yaml']);
    expect(found(join(cwd, 'k8s'), '../other/*.yaml').paths).toEqual(['../other/web.yaml']);
  });

  test('a file named like a pattern takes precedence', () => {
    const cwd = treeOf({ ...files, '*.yaml': split });
    expect(found(cwd, '*.yaml').paths).toEqual(['*.yaml']);
    expect(isPattern(cwd, '*.yaml')).toBe(false);
    expect(isPattern(cwd, '*.yml')).toBe(true);
    expect(isPattern(cwd, 'a.yml')).toBe(false);
  });
});

describe('exclusions', () => {
  const files = { 'a/one.yaml': split, 'a/deep/two.yaml': split, 'b/[x].yaml': split, '.c/y.yaml': split };

  test.each([
    [['.', '!a/one.yaml'], 'a/deep/two.yaml b/[x].yaml'],
    [['!a', '.'], 'a/deep/two.yaml a/one.yaml b/[x].yaml'],
    [['.', '!a', 'a/one.yaml'], 'a/one.yaml b/[x].yaml'],
    [['.', '!**/deep'], 'a/one.yaml b/[x].yaml'],
    [['.', '!a/', '!b'], ''],
    [['.', '!./a/./'], 'b/[x].yaml'],
    [['.', '!b/[[]x].yaml'], 'a/deep/two.yaml a/one.yaml'],
    [['.', '!.'], ''],
    [['.', '!!a'], 'b/[x].yaml'],
    [['.', '!!(a)/**'], 'a/deep/two.yaml a/one.yaml'],
    [['a//', '!a/deep'], 'a/one.yaml'],
    [['./a', '!**/one.*'], './a/deep/two.yaml'],
    [['.c', '!**/y.*'], ''],
    [['b/[x].yaml', 'a', '!b/*'], 'a/deep/two.yaml a/one.yaml'],
    [['a', '!a'], ''],
    [['*/*.yaml', '!a'], 'b/[x].yaml'],
    [['**', '!{a,b}/*.yaml'], 'a/deep/two.yaml'],
  ])('%j leave %s', (paths, left) => {
    const cwd = treeOf(files);
    expect(found(cwd, ...paths).paths.join(' ')).toBe(left);
    expect(found(cwd, ...paths).problems.filter(({ message }) => message !== 'no file matches the pattern')).toEqual(
      [],
    );
  });

  test('an absolute exclusion is applied, and a relative one to absolute paths', () => {
    const cwd = treeOf(files);
    expect(found(cwd, `${cwd}/a`, `!${cwd}/a/deep`).paths).toEqual([`${cwd}/a/one.yaml`]);
    expect(found(cwd, 'a', `!${cwd}/a/deep`).paths).toEqual(['a/one.yaml']);
    expect(found(cwd, `${cwd}/a`, '!**/deep').paths).toEqual([`${cwd}/a/one.yaml`]);
  });

  test('a relative exclusion from a directory above is applied', () => {
    const cwd = treeOf(files);
    expect(found(join(cwd, 'b'), '../a', '!../a/deep').paths).toEqual(['../a/one.yaml']);
    expect(found(join(cwd, 'b'), '../a', '!**/deep').paths).toEqual(['../a/one.yaml']);
  });
});

test.each(['TrafficSplit', 'split.smi-spec.io/v1alpha2'])('a file that begins with %j is found', (text) => {
  const cwd = treeOf({ 'a.yaml': text, 'b.yaml': 'a: 1\n', 'c.yaml': text });
  expect(found(cwd, '.').paths).toEqual(['a.yaml', 'c.yaml']);
});

describe('printing', () => {
  test('all files are read in order', () => {
    const cwd = treeOf({ 'b.yaml': '', 'a.yaml': 'x', 'c/d.json': '{}' });
    expect(readEvery(walk(cwd, ['.'])).sources.map(({ path }) => path)).toEqual(['a.yaml', 'b.yaml', 'c/d.json']);
  });

  test('a kustomization or a chart is refused', () => {
    const cwd = treeOf({
      'base/kustomization.yaml': '',
      'base/web.yaml': split,
      'chart one/Chart.yaml': '',
      'o/Kustomization': '',
      '-x/kustomization.yml': '',
      'tab\t/kustomization.yml': '',
      'plain/Kptfile': '',
      'plain/web.yaml': split,
    });
    const refused = (...paths: string[]) =>
      messages(refusePrinting(walk(cwd, paths, patterns, { cwd }), 'smi2linkerd', { inArgoCd: false }));
    expect(refused('.')).toEqual([
      '-x/kustomization.yml: has to be rendered before it is printed: kustomize build ./-x | smi2linkerd',
      'base/kustomization.yaml: has to be rendered before it is printed: kustomize build base | smi2linkerd',
      "chart one/Chart.yaml: has to be rendered before it is printed: helm template 'chart one' | smi2linkerd",
      'o/Kustomization: has to be rendered before it is printed: kustomize build o | smi2linkerd',
      String.raw`tab${'\t'}/kustomization.yml: has to be rendered before it is printed: kustomize build $'tab\u0009' | smi2linkerd`,
    ]);
    expect(refused('base/kustomization.yaml')).toHaveLength(1);
    expect(refused('base/*.yaml')).toHaveLength(1);
    expect(refused('base/web.yaml', 'plain')).toEqual([]);
    expect(refused('p*/*.yaml')).toEqual([]);
  });
});

test('temporary files of a killed run are reported but not read', () => {
  const cwd = treeOf({ 'k8s/.web.yaml.smi2linkerd-4x9.tmp': split, 'k8s/web.yaml': split, 'k8s/other.tmp': split });
  const { paths, tree } = found(cwd, '.', 'k8s/*');
  expect(tree.leftovers).toEqual(['k8s/.web.yaml.smi2linkerd-4x9.tmp']);
  expect(paths).toContain('k8s/web.yaml');
  expect(paths).not.toContain('k8s/.web.yaml.smi2linkerd-4x9.tmp');
});

test('progress is reported once per directory', () => {
  const cwd = treeOf({ 'a.yaml': '', 'b.yaml': '', 'c/d.yaml': '' });
  const told: number[] = [];
  search(walk(cwd, ['.']).folders, holdsTrafficSplit, { progress: (files) => told.push(files) });
  expect(told).toEqual([2, 3]);
});

const git = spawnSync('git', ['--version']).status === 0;
if (!git) console.warn('SKIPPED: git is not installed, so .gitignore is not compared with what it says');

test.skipIf(!git)('.gitignore gives the same result as git', () => {
  const cwd = treeOf({
    '.gitignore': '\ufeff*.gen.yaml\nbuild/\n/top/*\n!/top/keep/\n',
    'sub/.gitignore': '!back.gen.yaml\nlocal.yaml\n',
    'nested/.git/HEAD': 'ref: refs/heads/main\n',
  });
  const files = [
    'a.gen.yaml',
    'a.yaml',
    'build/x.yaml',
    'sub/build/x.yaml',
    'sub/back.gen.yaml',
    'sub/a.gen.yaml',
    'sub/local.yaml',
    'sub/deep/local.yaml',
    'local.yaml',
    'top/a.yaml',
    'top/keep/a.yaml',
    'sub/x y/ü.gen.yaml',
    'LOCAL.gen.YAML',
    '...x/a.yaml',
  ];
  const ignored = (file: string) => {
    try {
      execFileSync('git', ['check-ignore', '-q', file], { cwd });
      return true;
    } catch {
      return false;
    }
  };
  const outside = gitignore([`${cwd}/`, `${cwd}/sub/`], new Set());
  const before = files.map((file) => outside(join(cwd, file)));
  execFileSync('git', ['init', '-q'], { cwd });
  const inside = gitignore([], new Set());
  expect(files.map((file) => [file, inside(join(cwd, file))])).toEqual(files.map((file) => [file, ignored(file)]));
  expect(before).toEqual(files.map(ignored));
  expect(inside(join(cwd, 'nested/a.gen.yaml'))).toBe(false);
});

test.skipIf(!git)('a .gitignore that is a link is not read, as by git', () => {
  const cwd = treeOf({ 'a.yaml': split, 'sub/a.yaml': split, rules: 'a.yaml\n' });
  execFileSync('git', ['init', '-q'], { cwd });
  symlinkSync('../rules', join(cwd, 'sub/.gitignore'));
  const isIgnored = gitignore([], new Set());
  expect(spawnSync('git', ['check-ignore', '-q', 'sub/a.yaml'], { cwd }).status).not.toBe(0);
  expect(isIgnored(join(cwd, 'sub/a.yaml'))).toBe(false);
  writeFileSync(join(cwd, '.gitignore'), 'a.yaml\n');
  expect(gitignore([], new Set())(join(cwd, 'sub/a.yaml'))).toBe(true);
});

describe('byte search', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const holds = (text: string) => holdsTrafficSplit(bytes(text), 0, bytes(text).length);

  test('finds the word TrafficSplit in every spelling', () => {
    for (const text of [
      split,
      '{"kind":"TrafficSplit"}',
      '"Traffic\\x53plit"',
      '"\\x54raffic\\u0053plit"',
      '"\\U00000054rafficSplit"',
      '"Traffic\\\n    Split"',
      '"Traffic\\\r\n  \\\n  Split"',
      '"Traffic\\\n\tSplit"',
      '"T\\x72affi\\u0063Spl\\x69t"',
      'TTrafficSplit',
      'Split TrafficSplit',
      '"TTr\\x61fficSplit"',
      'apiVersion: split.smi-spec.io/v1alpha2',
      '"split.smi-spec.io\\/v1alpha2"',
    ]) {
      expect(holds(text), text).toBe(true);
    }
    for (const text of [
      '',
      'Split',
      'trafficSplit',
      '"Traffic\\nSplit"',
      '"Traffic\\x54plit"',
      'Traffic Split',
      '\\u00',
      '"\\x5',
      'apiGroups: [split.smi-spec.io]',
      'apiVersion: specs.smi-spec.io/v1alpha3',
      'apiVersion: split.smi-specs.io/v1alpha3',
    ]) {
      expect(holds(text), text).toBe(false);
    }
    expect(holdsTrafficSplit(Buffer.from('\ufeffkind: TrafficSplit', 'utf16le'), 0, 100)).toBe(true);
    expect(holdsTrafficSplit(Buffer.from('\ufeffkind: TrafficSplit', 'utf16le').swap16(), 0, 100)).toBe(true);
    expect(holdsTrafficSplit(Buffer.from('\ufeffa: split.smi-spec.io/v1', 'utf16le'), 0, 100)).toBe(true);
    const kind = split.slice(split.indexOf('kind'));
    expect(holdsTrafficSplit(bytes(kind), 0, kind.indexOf('Split') + 3)).toBe(false);
    expect(holdsTrafficSplit(bytes(kind), kind.indexOf('raffic'), kind.length)).toBe(false);
  });

  test('finds it with any escapes', () => {
    const spell = fc.constantFrom<(letter: string) => string>(
      (letter) => letter,
      (letter) => `\\x${letter.charCodeAt(0).toString(16)}`,
      (letter) => `\\u00${letter.charCodeAt(0).toString(16).toUpperCase()}`,
      (letter) => `\\U000000${letter.charCodeAt(0).toString(16)}`,
      (letter) => `${letter}\\\n  `,
    );
    const spelled = fc.tuple(...Array.from('TrafficSplit', (letter) => spell.map((make) => make(letter))));
    fc.assert(fc.property(fc.string(), spelled, fc.string(), (a, word, b) => holds(a + word.join('') + b)));
  });

  // A search that grows with the square would take many minutes.
  test('is linear with many backslashes', { timeout: 120_000 }, () => {
    for (const piece of ['\\\n', 'T\\\n', '\\x54', 'Traffic\\\n', '\\u003c']) {
      expect(holds(piece.repeat(300_000))).toBe(false);
    }
  });

  test('gives the same result with and without Buffer', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
        fc.nat(5),
        (hay, needle, from) => {
          expect(slowIndexOf(bytes(hay), needle, from)).toBe(hay.indexOf(needle, from));
          expect(findWord(bytes(hay), needle, from)).toBe(hay.indexOf(needle, from));
          const end = Math.floor(hay.length / 2);
          expect(findWord(bytes(hay), needle, 0, end)).toBe(hay.slice(0, end).indexOf(needle));
        },
      ),
    );
  });

  test('finds names as whole words', () => {
    const any = (text: string, ...words: string[]) => anyOf(new Set(words))(bytes(text), 0, bytes(text).length);
    for (const text of [
      'web',
      'x: web',
      'web.shop.svc.cluster.local',
      'shop/web',
      '"web"',
      '"we\\x62"',
      '"w\\\n  eb"',
      'a\nweb',
    ]) {
      expect(any(text, 'web', 'api'), text).toBe(true);
    }
    for (const text of ['', 'webs', 'web-v1', 'my-web', 'we b', '"a \\u003c b"', 'webé'.slice(0, 2)]) {
      expect(any(text, 'web', 'api'), text).toBe(false);
    }
    expect(any('x web.shop y', 'web.shop')).toBe(true);
    expect(any('web')).toBe(false);
    expect(anyOf(new Set(['we']))(bytes('a web'), 0, 4)).toBe(true);
  });

  test('finds names that differ in one letter or by a part at a dash', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 5 });
    const without = (word: string) => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
    const parts = (word: string) =>
      Array.from(word.matchAll(/-/g), ({ index }) => [word.slice(0, index), word.slice(index + 1)]).flat();
    const isNear = (one: string, other: string) =>
      [one, ...without(one)].some((part) => [other, ...without(other)].includes(part)) ||
      parts(one).includes(other) ||
      parts(other).includes(one);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), name, (names, other) => {
        const expected = !names.includes(other) && names.some((one) => isNear(one, other));
        expect(resembling(new Set(names))(`metadata: {name: ${other}}`)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('finds the same names in short and in long bytes, and for few and for many words', () => {
    const name = fc.constantFrom('web', 'web-v1', 'Service', 'ServiceProfile', 'aService', 'a', 'x', 'HTTPRoute');
    const between = fc.constantFrom(' ', '\n', ': ', '"', '/', '.', '-', '\\x62', '\\n', '');
    const texts = fc.array(fc.tuple(name, between), { maxLength: 12 }).map((parts) => parts.flat().join(''));
    const words = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, words, fc.nat(600), fc.boolean(), (text, few, before, addMany) => {
        const more = addMany ? Array.from({ length: 20 }, (_, at) => `other-${at}`) : [];
        const sought = new Set([...few, ...more]);
        const padded = bytes(`${' '.repeat(before)}${text}${' '.repeat(before)}`);
        const tokens = text.split(/[^A-Za-z0-9-]+/);
        const expected = few.filter((word) => tokens.includes(word));
        const isHidden = text.includes('\\x62');
        expect(anyOf(sought)(padded, 0, padded.length)).toBe(isHidden || expected.length > 0);
        const found = wordsIn(sought)(padded);
        expect(found && [...found].sort()).toEqual(isHidden ? undefined : expected.sort());
      }),
      { numRuns: 2000 },
    );
  });
});
