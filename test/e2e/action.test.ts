import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { copyCheckout } from './copy.ts';
import type { Ran } from './run.ts';
import { checkout, profile, put, run, scratch, split } from './run.ts';
import { tool } from './tools.ts';

const bash = tool('bash', '--version') ?? '';
const actionlint = tool('actionlint', '--version') ?? '';
const zizmor = tool('zizmor', '--version') ?? '';
const folder = scratch();
const cloned = join(folder, 'action');

interface Action {
  readonly inputs: Readonly<Record<string, { default: string }>>;
  readonly runs: { readonly steps: readonly { run?: string; env?: Readonly<Record<string, string>> }[] };
}

interface Step extends Ran {
  readonly outputs: string;
  readonly summary: string;
}

let runs = 0;

/** Runs the first step of the action in a repository as GitHub's runner does: expressions in `env` first, then bash. */
function act(cwd: string, inputs: Readonly<Record<string, string>> = {}): Step {
  const action = parse(readFileSync(join(cloned, 'action.yml'), 'utf8')) as Action;
  const [step] = action.runs.steps;
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([key, value]) => {
      const [, name = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
      return [key, inputs[name] ?? action.inputs[name]?.default ?? value];
    }),
  );
  const temp = put(join(folder, `runner-${(runs += 1)}`), { output: '', summary: '', 'script.sh': step?.run ?? '' });
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary'), RUNNER_TEMP: temp };
  const ran = run(bash, ['--noprofile', '--norc', '-e', '-o', 'pipefail', join(temp, 'script.sh')], {
    cwd,
    env: { ...env, ...files, GITHUB_ACTION_PATH: cloned },
  });
  const [outputs, summary] = [files.GITHUB_OUTPUT, files.GITHUB_STEP_SUMMARY].map((file) => readFileSync(file, 'utf8'));
  return { ...ran, outputs: outputs ?? '', summary: summary ?? '' };
}

/** What is left of the log when the runner has taken its commands out. */
function commandsOf({ stdout }: Ran): readonly string[] {
  const shown = stdout.replace(/^::stop-commands::(.*)\n[^]*?^::\1::\n/gm, '');
  return shown.split('\n').filter((line) => line.startsWith('::'));
}

describe.skipIf(bash === '')('the GitHub Action', () => {
  beforeAll(() => {
    copyCheckout(cloned);
  });

  test('says what writes splits at run time if no file has one', () => {
    const canary =
      'apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: web, namespace: shop}\nspec: {provider: "smi:v1alpha2", targetRef: {kind: Deployment, name: web}}\n';
    const step = act(put(join(folder, 'canary'), { 'web.yaml': canary }));
    expect(step.status).toBe(0);
    expect(commandsOf(step)).toEqual([expect.stringMatching(/^::notice title=smi2linkerd::Canary shop\/web /)]);
    expect(step.stdout).toMatch(/^no TrafficSplit in the files, but Canary shop\/web \(web\.yaml\) writes /m);
    expect(step.summary).toContain('Canary shop/web');
  });

  test('passes if every split has its profile', () => {
    const repository = put(join(folder, 'done'), { 'k8s/split.yaml': `${split}---\n${profile}`, 'README.md': '' });
    const step = act(repository);
    expect(step).toMatchObject({ status: 0, outputs: '' });
    expect(commandsOf(step)).toEqual([]);
    expect(step.stdout).toMatch(/^every TrafficSplit has its ServiceProfile$/m);
  });

  test('annotates the line of a split without profile, shows the change and lists the files', () => {
    const files = { 'k8s/split.yaml': split, 'k8s/two.yaml': `${split}---\n${profile}`.replaceAll('web', 'api') };
    const step = act(put(join(folder, 'missing'), files));
    expect(step.status).toBe(1);
    expect(commandsOf(step)).toEqual([
      '::error file=k8s/split.yaml,line=1,col=1,title=out-of-date::TrafficSplit shop/web: ServiceProfile web.shop.svc.cluster.local is missing%0Afix: run smi2linkerd --write .',
    ]);
    expect(step.outputs).toMatch(/^files<<(.*)\nk8s\/split\.yaml\n\1\n$/);
    expect(step.summary).toContain('```diff\n--- a/k8s/split.yaml\n');
    expect(step.summary).toContain('+kind: ServiceProfile\n');
  });

  test('annotates each split without a profile, and each finding at its field', () => {
    const stale = `${split}---\n${profile.replace('"90"', '"80"')}`;
    const both = `${stale}---\n${split.replaceAll('web', 'api')}`;
    const step = act(put(join(folder, 'findings'), { 'a.yaml': split.replace('90', '-90'), 'b.yaml': both }));
    const commands = commandsOf(step);
    expect(commands[0]).toMatch(/^::error file=a\.yaml,line=10,col=13,title=invalid-weight::/);
    expect(commands.filter((line) => line.startsWith('::error file=b.yaml')).map((line) => line.slice(20, 28))).toEqual(
      ['line=1,c', 'line=26,'],
    );
  });

  test('writes SARIF for the upload if it is asked to', () => {
    const step = act(put(join(folder, 'sarif'), { 'a.yaml': split.replace('90', '-90') }), { 'upload-sarif': 'true' });
    const [, file = ''] = /^sarif<<.*\n(.*)\n/m.exec(step.outputs) ?? [];
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'invalid-weight' }] }],
    });
  });

  test.each(['True', ' true '])('takes %j for true, as other actions do', (input) => {
    const step = act(put(join(folder, 'true'), { 'split.yaml': split }), { 'upload-sarif': input });
    expect(step.outputs).toMatch(/^sarif<</m);
  });

  test.each(['false', 'FALSE', ''])('uploads nothing for %j', (input) => {
    const step = act(put(join(folder, 'false'), { 'split.yaml': split }), { 'upload-sarif': input });
    expect(step.status).toBe(1);
    expect(step.outputs).not.toContain('sarif');
  });

  test.each(['yes', '1', 'ture'])('refuses %j, which is neither true nor false', (input) => {
    const step = act(put(join(folder, 'yes'), { 'split.yaml': split }), { 'upload-sarif': input });
    expect(step).toMatchObject({ status: 2, outputs: '', summary: '' });
    expect(commandsOf(step)).toEqual([
      `::error title=smi2linkerd::the input upload-sarif is "${input}", not true or false%0Afix: set it to 'true' or 'false'`,
    ]);
  });

  test('takes options and several paths, one per line', () => {
    const repository = put(join(folder, 'options'), {
      'one/split.yaml': `${split}---\n${profile}`,
      'two words/split.yaml': split.replace('  namespace: shop\n', ''),
      'three/split.yaml': split,
    });
    const step = act(repository, { paths: 'one\ntwo words\n', options: '--drop\n--namespace=prod\n' });
    expect(step.status).toBe(1);
    expect(step.outputs).toMatch(/^files<<.*\none\/split\.yaml\ntwo words\/split\.yaml\n/);
    expect(step.summary).toContain('name: web.prod.svc.cluster.local');
  });

  test('a wrong option or path fails with its reason', () => {
    const repository = put(join(folder, 'wrong'), { 'split.yaml': split });
    const wrong = act(repository, { options: '--dorp' });
    expect(wrong.status).toBe(2);
    expect(commandsOf(wrong)).toEqual([expect.stringMatching(/^::error title=smi2linkerd::.*--dorp/)]);
    const step = act(repository, { paths: 'nowhere' });
    expect(step.status).toBe(2);
    expect(step.stdout).toContain('nowhere');
  });

  test.each([
    '--format=sarif',
    '--format=text',
    '--format=gitlab',
    '--help',
    '-h',
    '--version',
    '-qV',
    '--explain',
    '--explain=out-of-date',
    '--from=k8s/report.json',
  ])('%s, which prints another thing than the report, fails with its reason', (option) => {
    for (const text of [split, `${split}---\n${profile}`]) {
      const step = act(put(join(folder, 'forms'), { 'k8s/split.yaml': text, 'k8s/report.json': '{}' }), {
        options: option,
        'upload-sarif': 'true',
      });
      expect(step).toMatchObject({ status: 2, outputs: '', summary: '' });
      expect(commandsOf(step)).toEqual([expect.stringMatching(/^::error title=smi2linkerd::.*--\w/)]);
      expect(step.stderr).toBe('');
    }
  });

  test('--format=json, which is the form that the action reads, is taken', () => {
    const step = act(put(join(folder, 'json'), { 'split.yaml': split }), { options: '--format=json' });
    expect(step.status).toBe(1);
    expect(commandsOf(step)).toEqual([expect.stringMatching(/^::error file=split\.yaml,.*title=out-of-date/)]);
  });

  test('an input is neither run nor read as a command of the runner', () => {
    const repository = put(join(folder, 'hostile'), { 'split.yaml': split });
    const evil = '$(touch pwned) `touch pwned`; touch pwned #\n"; touch pwned; "\n::error::pwned\n--output=pwned';
    for (const input of ['paths', 'options', 'upload-sarif']) {
      const step = act(repository, { [input]: evil });
      const others = commandsOf(step).filter((line) => !/^::error (?:file=[^,:]*,)?title=smi2linkerd::/.test(line));
      expect(others.filter((line) => line.includes('pwned'))).toEqual([]);
    }
    expect(readdirSync(repository)).toEqual(['split.yaml']);
    expect(existsSync(join(repository, 'pwned'))).toBe(false);
  });

  test('a file named like a command of the runner is shown as a name', () => {
    const step = act(put(join(folder, 'name'), { 'a\n::set-output name=x::y,z.yaml': split }));
    expect(step.status).toBe(1);
    expect(commandsOf(step).every((line) => line.startsWith('::error file='))).toBe(true);
  });
});

describe('the workflows', () => {
  test.skipIf(actionlint === '')('please actionlint', () => {
    const ran = run(actionlint, ['.github/workflows/ci.yml'], { cwd: checkout });
    expect(ran.stdout + ran.stderr).toBe('');
  });

  test.skipIf(zizmor === '')('and the action please zizmor', () => {
    const ran = run(zizmor, ['--offline', '--no-progress', 'action.yml', '.github'], { cwd: checkout });
    expect(ran.stdout).not.toMatch(/^(?:error|warning|help|info)\[/m);
    expect(ran.status).toBe(0);
  });
});
