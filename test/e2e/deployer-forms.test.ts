import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deployerForms, deployerTreeOf, type DeployerForm } from '../kustomize/deployer-forms.ts';
import { decisive } from './built-objects.ts';
import { put, run, scratch } from './run.ts';
import { tool } from './tools.ts';

const kustomize = tool('kustomize', 'version') ?? '';
const flux = tool('flux', '--version') ?? '';
const argo = tool('argocd-manifests') ?? '';
const root = scratch();

/** test/kustomize/deployer-forms.test.ts holds what is said of each form against the same table. */
describe('what reaches the cluster', () => {
  test.for(deployerForms.map((form, index) => ({ form, index })))(
    '$form.tool: $form.name',
    ({ form, index }, { skip }) => {
      if (form.tool === 'flux' ? flux === '' : argo === '' || kustomize === '') skip();
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
  const [program, words] =
    form.tool === 'flux'
      ? [flux, 'build kustomization web --path apps/web --kustomization-file clusters/prod/web.yaml --dry-run']
      : [argo, 'clusters/prod/web.yaml .'];
  // Argo CD runs the kustomize that is on PATH.
  const env = { PATH: `${dirname(kustomize)}${delimiter}${process.env.PATH ?? ''}` };
  const { status, stdout, stderr } = run(program, words.split(' '), { cwd: folder, env });
  expect(status, stderr).toBe(0);
  return decisive(stdout);
}
