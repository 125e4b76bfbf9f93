import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';
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

async function check(files: Readonly<Record<string, string>>): ReturnType<typeof runWith> {
  const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    return await runWith(['--check', '.'], { cwd });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
