import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { profile, put, run, scratch, split } from './run.ts';
import { bundle, tool } from './tools.ts';

const kpt = tool('kpt', 'version') ?? '';
const root = scratch();

/** What a function in a pipeline of kpt does to a package with a split, as a replacement in the text of its items. */
interface FunctionForm {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The profile of the split that the function leaves behind; undefined if that is not converted. */
  readonly profile: string | undefined;
}

/** What the functions of these names in kpt's catalog do; they are images, which a test without a registry cannot pull. */
const forms: readonly FunctionForm[] = [
  {
    name: 'set-namespace',
    from: 'namespace: shop',
    to: 'namespace: prod',
    profile: profile.replaceAll('shop', 'prod'),
  },
  { name: 'apply-setters', from: 'weight: 90', to: 'weight: 50', profile: profile.replace('"90"', '"50"') },
  {
    name: 'ensure-name-substring',
    from: 'service: web-v2',
    to: 'service: blue-web-v2',
    profile: profile.replace('web-v2', 'blue-web-v2'),
  },
  { name: 'set-image', from: 'image: a:1', to: 'image: a:2', profile },
  {
    name: 'set-annotations',
    from: '    annotations:\n',
    to: '    annotations:\n      smi.linkerd.io/skip: "true"\n',
    profile: undefined,
  },
];

/** kpt renders in place: this program, as the last function, sees what the others have written. */
describe.skipIf(kpt === '')('functions of a pipeline before this one', () => {
  test.for(forms)('$name', (form) => {
    const folder = packageWith(form);
    expect(run(kpt, ['fn', 'render', folder, '--allow-exec'])).toMatchObject({ status: 0 });
    const rendered = tree(folder);
    const [, made] = rendered.get('split.yaml')?.toString().split('---\n') ?? [];
    expect(made).toBe(form.profile);
    const check = run(process.execPath, [bundle, '--check', '.'], { cwd: folder });
    expect(check.status, check.stderr).toBe(0);
    expect(run(kpt, ['fn', 'render', folder, '--allow-exec'])).toMatchObject({ status: 0 });
    expect([...tree(folder)]).toEqual([...rendered]);
  });
});

/** A package whose pipeline runs the function of a form, and then this program. */
function packageWith({ name, from, to }: FunctionForm): string {
  const change = `text.includes(${JSON.stringify(to)}) ? text : text.replaceAll(${JSON.stringify(from)}, ${JSON.stringify(to)})`;
  const program = `#!${process.execPath}\nconst text = require('node:fs').readFileSync(0, 'utf8');\nprocess.stdout.write(${change});\n`;
  const folder = put(join(root, name), {
    'fn/run.cjs': program,
    'pkg/Kptfile': `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\npipeline:\n  mutators:\n    - exec: ${join(root, name, 'fn/run.cjs')}\n    - exec: ${bundle}\n`,
    'pkg/split.yaml': split,
  });
  chmodSync(join(folder, 'fn/run.cjs'), 0o755);
  return join(folder, 'pkg');
}
