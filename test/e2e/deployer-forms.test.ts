import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { deployerForms, deployerTreeOf, type DeployerForm } from '../kustomize/deployer-forms.ts';
import { decisive } from './built-objects.ts';
import { put, run, scratch } from './run.ts';
import { tool } from './tools.ts';

const kustomize = tool('kustomize', 'version') ?? '';
const flux = tool('flux', '--version') ?? '';
const root = scratch();

/** test/kustomize/deployer-forms.test.ts holds what is said of each form against the same table. */
describe('what reaches the cluster', () => {
  test.for(deployerForms.map((form, index) => ({ form, index })))(
    '$form.tool: $form.name',
    ({ form, index }, { skip }) => {
      if ((form.tool === 'flux' ? flux : kustomize) === '') skip();
      expect(applied(form, String(index)) !== plain(form, `${index}-plain`)).toBe(form.rewritten);
    },
  );
});

const known = new Map<string, string>();

/** What of the files reaches the cluster where nothing changes it. */
function plain({ tool: by, files }: DeployerForm, name: string): string {
  const key = JSON.stringify([by, files]);
  const built =
    known.get(key) ?? applied({ tool: by, name: '', fields: '', ...(files && { files }), rewritten: false }, name);
  known.set(key, built);
  expect(built).toContain('"kind":"TrafficSplit"');
  return built;
}

function applied(form: DeployerForm, name: string): string {
  const folder = put(join(root, name), deployerTreeOf(form));
  if (form.tool === 'argo') editAsArgo(join(folder, 'apps/web'), form.fields);
  const [program, words] =
    form.tool === 'flux'
      ? [
          flux,
          `build kustomization web --path apps/web --kustomization-file clusters/prod/web.yaml --dry-run`.split(' '),
        ]
      : [kustomize, ['build', '--load-restrictor', 'LoadRestrictionsNone', 'apps/web']];
  const { status, stdout, stderr } = run(program, words, { cwd: folder });
  expect(status, stderr).toBe(0);
  return decisive(stdout);
}

interface Fields {
  readonly namespace?: string;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly images?: readonly string[];
  readonly replicas?: readonly { readonly name: string; readonly count: number }[];
  readonly commonLabels?: Readonly<Record<string, string>>;
  readonly commonAnnotations?: Readonly<Record<string, string>>;
  readonly patches?: readonly unknown[];
  readonly components?: readonly string[];
}

/** What Argo CD does before it builds (argo-cd, util/kustomize/kustomize.go, Build): edits of the kustomization. */
function editAsArgo(folder: string, text: string): void {
  const fields = ((text === '' ? undefined : parse(text)) ?? {}) as Fields;
  const pairs = (of: Readonly<Record<string, string>> = {}): string[] =>
    Object.entries(of).map(([key, value]) => `${key}:${value}`);
  const edits = [
    ['set', 'nameprefix', '--', fields.namePrefix ?? []],
    ['set', 'namesuffix', '--', fields.nameSuffix ?? []],
    ['set', 'image', fields.images ?? []],
    ['set', 'replicas', (fields.replicas ?? []).map(({ name, count }) => `${name}=${count}`)],
    ['add', 'label', '--force', pairs(fields.commonLabels)],
    ['add', 'annotation', '--force', pairs(fields.commonAnnotations)],
    ['set', 'namespace', '--', fields.namespace ?? []],
    ['add', 'component', fields.components ?? []],
  ].map((words) => ({ words: words.slice(0, -1), values: [words.at(-1) ?? []].flat() }));
  for (const { words, values } of edits) {
    if (values.length === 0) continue;
    const { status, stderr } = run(kustomize, ['edit', ...(words as string[]), ...values], { cwd: folder });
    expect(status, stderr).toBe(0);
  }
  if (fields.patches === undefined) return;
  const file = join(folder, 'kustomization.yaml');
  writeFileSync(file, stringify({ ...(parse(readFileSync(file, 'utf8')) as object), patches: fields.patches }));
}
