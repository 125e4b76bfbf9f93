import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { forms, treeOf } from './forms.ts';

/** test/e2e/kustomize-forms.test.ts holds the table against Kustomize itself. */
describe('effect of a kustomization on a TrafficSplit', () => {
  test.for(forms)('$name', async (form) => {
    const said = form.said?.rewritten ?? form.rewritten === true;
    const ran = await check(treeOf(form));
    expect(/^base\/split\.yaml:.* error kustomize-rewrites: /m.test(ran.stderr), ran.stderr).toBe(said);
    expect(ran.stdout.toString()).toBe(said ? '' : 'base/split.yaml\n');
  });
});
