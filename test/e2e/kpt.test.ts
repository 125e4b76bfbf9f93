import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { bundle, tool } from './tools.ts';

const kpt = tool('kpt', 'version') ?? '';
const guide = join(import.meta.dirname, '../../examples/trafficsplit-sample/trafficsplit.yaml');

test.skipIf(kpt === '')('kpt fn eval adds the profile and nothing else, once', () => {
  const root = mkdtempSync(join(tmpdir(), 'smi2linkerd-kpt-'));
  try {
    const [ours, identity] = [join(root, 'ours'), join(root, 'identity')];
    cpSync(join(guide, '..'), ours, { recursive: true });
    writeFileSync(join(ours, 'deploy.yaml'), deployment);
    writeFileSync(join(ours, 'c.json'), '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}\n');
    cpSync(ours, identity, { recursive: true });
    evaluate(identity, 'cat');
    evaluate(ours, bundle);
    const [once, plain] = [tree(ours), tree(identity)];
    expect([...once.keys()]).toEqual([...plain.keys()]);
    const different = [...once.keys()].filter(
      (path) => once.get(path)?.equals(plain.get(path) ?? Buffer.alloc(0)) !== true,
    );
    expect(different).toEqual(['trafficsplit.yaml']);
    const text = once.get('trafficsplit.yaml')?.toString() ?? '';
    expect(text.startsWith(`${plain.get('trafficsplit.yaml')?.toString() ?? '?'}---\n`)).toBe(true);
    expect(text).toContain('name: backend-svc.trafficsplit-sample.svc.cluster.local');
    evaluate(ours, bundle);
    expect([...tree(ours)]).toEqual([...once]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

const deployment = `# The shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # name
spec:
  replicas: 2 # two
`;

function evaluate(folder: string, program: string): void {
  execFileSync(kpt, ['fn', 'eval', folder, '--exec', program], { stdio: 'pipe' });
}
