import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/findings/findings.ts';
import { cases, runCase } from './fixtures.ts';
import { runWith } from './host.ts';

const root = join(import.meta.dirname, '..');
const schema = JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8')) as object;
const valid = new Ajv({ allErrors: true }).compile(schema);

/** Every fixture that is answered with a report on stderr: no KRM function, no text that was asked for. */
const reported = cases(join(root, 'fixtures')).filter(
  ({ stdin, args }) =>
    stdin?.includes('ResourceList') !== true &&
    !args.some((word) => /^--(?:format|explain|help|version|color)/.test(word)),
);

const weight = (name: string): string => `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: ${name}
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 50%
`;

describe('--format json', () => {
  test('is valid for its schema, for every fixture', async () => {
    let checked = 0;
    for (const one of reported) {
      const { stderr, stdout, code } = await runCase(one, undefined, one.stdin, [...one.args, '--format', 'json']);
      const text = one.args.includes('--check') && code < 2 ? stdout.toString() : stderr;
      if (!text.startsWith('{')) continue; // a wrong call
      const report = JSON.parse(text) as { diagnostics: { code: string }[] };
      expect(valid(report), `${one.name}: ${JSON.stringify(valid.errors)}`).toBe(true);
      for (const { code: found } of report.diagnostics) expect(codes).toContain(found);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(250);
  });

  test('a report without a required key is invalid', () => {
    expect(valid({ schemaVersion: 2, diagnostics: [{ code: 'x' }] })).toBe(false);
  });
});

describe('--format github', () => {
  test('escapes the start of a command or property', async () => {
    const { stderr } = await runWith(['--format', 'github'], { stdin: Buffer.from(weight('"a\\n::error::x"')) });
    expect(stderr).toBe(
      '::error title=invalid-weight::TrafficSplit shop/a\\u000a::error::x: weight "50%25" is not a quantity (spec.backends[0].weight)%0Afix: use a whole number such as 50\n',
    );
  });

  test('escapes names of files', async () => {
    const { treeOf } = await import('./cli/tree.ts');
    const cwd = treeOf({ 'a,b:c%.yaml': weight('web') });
    const { stdout } = await runWith(['--check', '--format', 'github', '.'], { cwd });
    expect(stdout.toString()).toMatch(/^::error file=a%2Cb%3Ac%25\.yaml,line=10,col=13,title=invalid-weight::/);
  });
});

describe('--format sarif', () => {
  test('has a rule, a level and a region for each result', async () => {
    const { treeOf } = await import('./cli/tree.ts');
    const cwd = treeOf({ 'web.yaml': weight('web') });
    const { stdout } = await runWith(['--check', '--format', 'sarif', '.'], { cwd });
    const { runs } = JSON.parse(stdout.toString()) as {
      runs: [{ tool: { driver: { rules: { id: string; helpUri: string }[] } }; results: object[] }];
    };
    const [{ tool, results }] = runs;
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['invalid-weight']);
    expect(tool.driver.rules[0]?.helpUri).toMatch(/docs\/diagnostics\.md#invalid-weight$/);
    expect(results).toMatchObject([
      {
        ruleId: 'invalid-weight',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'web.yaml' }, region: { startLine: 10, startColumn: 13 } },
            logicalLocations: [{ fullyQualifiedName: 'TrafficSplit shop/web' }],
          },
        ],
      },
    ]);
  });
});

describe('--format text', () => {
  const bad = weight('web').replace('50%', '"50%"  # half');

  test('the mark below a line stands below the value, whatever columns the characters before it take', async () => {
    const text = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec: {service: web, backends: [{"日本ー": "가🎈e\u0301", service: web-v1, weight: 50%}]}
`;
    const { stderr } = await runWith(['--color', 'never'], { stdin: Buffer.from(text), terminal: true });
    const lines = stderr.split('\n');
    const at = lines.findIndex((line) => line.includes('invalid-weight'));
    // Six columns for three characters, four for two, and one for a letter whose accent is a character of its own.
    const written = lines[at + 1]?.replace('日本ー', '123456').replace('가🎈e\u0301', '12345') ?? '';
    expect(lines[at + 2]?.indexOf('^^^')).toBe(written.indexOf('50%'));
  });

  test('shows the line of source with a mark below the value at a terminal', async () => {
    const { stderr } = await runWith(['--color', 'never'], { stdin: Buffer.from(bad), terminal: true });
    expect(stderr).toContain('    10 |     weight: "50%"  # half\n       |             ^^^^^\n    fix: ');
    const { stderr: piped } = await runWith(['--color', 'never'], { stdin: Buffer.from(bad) });
    expect(piped).not.toContain(' | ');
  });

  test('places the mark below the value after tabs and escaped characters', async () => {
    const stdin = Buffer.from(
      bad.replace('weight:', 'wei\u202eght: 1, weight:').replace(/wei.*/, '"weight"\t: \u202e'),
    );
    const { stderr } = await runWith(['--color', 'never'], { stdin, terminal: true });
    const [shown, marks] = stderr.split('\n').slice(1, 3);
    expect(shown).toBe('    10 |     "weight" : \\u202e');
    expect(marks).toBe('       |                ^^^^^^');
  });

  test('does not show a line of source that is longer than a screen', async () => {
    const long = bad.replace('# half', `# ${'x'.repeat(300)}`);
    const { stderr } = await runWith([], { stdin: Buffer.from(long), terminal: true });
    expect(stderr).not.toContain(' | ');
  });

  test('names the command for more information once', async () => {
    const twice = `${bad}---\n${weight('api')}`;
    const { stderr } = await runWith([], { stdin: Buffer.from(twice) });
    expect(stderr.match(/--explain/g)).toHaveLength(1);
  });
});

describe('colour', () => {
  const run = (words: readonly string[], env: Record<string, string>, terminal: boolean): Promise<string> =>
    runWith(words, { stdin: Buffer.from(weight('web')), env, terminal }).then(({ stderr }) => stderr);

  test.each([
    ['on a terminal', [], {}, true, true],
    ['not in a pipe', [], {}, false, false],
    ['not with NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['with an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['always', ['--color', 'always'], { NO_COLOR: '1' }, false, true],
    ['never', ['--color', 'never'], {}, true, false],
  ] as const)('%s', async (_, words, env, terminal, colored) => {
    expect((await run([...words], env, terminal)).includes('\u001b[31merror invalid-weight')).toBe(colored);
  });
});
