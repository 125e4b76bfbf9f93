import { describe, expect, test } from 'vitest';
import { deployerForms, deployerTreeOf, places } from './deployer-forms.ts';
import { check } from './check.ts';

/** test/e2e/deployer-forms.test.ts holds the table against Flux's command line and Argo CD's repository server. */
describe('what Flux and Argo CD do to a TrafficSplit', () => {
  const all = deployerForms.flatMap((form) =>
    (form.tool === 'flux' ? ['source' as const] : places).map((place) => ({ ...form, place })),
  );
  test.for(all)('$tool: $name ($place)', async (form) => {
    const ran = await check(deployerTreeOf(form, form.place));
    expect(/^apps\/web\/split\.yaml:.* error kustomize-rewrites: /m.test(ran.stderr), ran.stderr).toBe(form.rewritten);
    expect(ran.stdout.toString()).toBe(form.rewritten ? '' : 'apps/web/split.yaml\n');
  });
});
