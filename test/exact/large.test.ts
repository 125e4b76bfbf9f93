import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/config.ts';
import { keptCharacters } from '../../src/manifests/node-store.ts';
import { runWith } from '../host.ts';
import { broken } from './invariants.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 90
`;

/** A CRD as generators write them, with a description of 2,000 lines that looks like manifests, separators and comments. */
function definition(index: number): string {
  const lines = Array.from({ length: 2_000 }, (_, line) =>
    line % 40 === 0
      ? ''
      : `                ${['--- not a document', 'kind: TrafficSplit', '# no comment', 'weight: 50'][line % 4] ?? ''} ${line}`,
  );
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: things${index}.example.org
spec:
  group: example.org
  versions:
  - name: v1
    schema:
      openAPIV3Schema:
        properties:
          spec:
            description: |
${lines.join('\n')}

            type: object
`;
}

describe('a split in the middle of a bundle of 5 MB', () => {
  const half = Array.from({ length: 44 }, (_, index) => definition(index)).join('---\n');
  const bundle = `${half}---\n${split}---\n${half}`;

  test.each([[[]], [['--drop']]])('changes nothing but itself, with %j', async (args) => {
    expect(bundle.length).toBeGreaterThan(5_000_000);
    const { code, stdout } = await runWith(args, { stdin: Buffer.from(bundle) });
    const printed = stdout.toString();
    expect(code).toBe(0);
    expect(printed.startsWith(`${half}---\n${args.length === 0 ? split : ''}`)).toBe(true);
    expect(printed.endsWith(`---\n${half}`)).toBe(true);
    expect(printed.length - bundle.length).toBeLessThan(400);
    expect(printed.match(/^kind: ServiceProfile$/gm)).toHaveLength(1);
  });

  test('is converted as one slice and as many', () => {
    const small = `${definition(0)}---\n${split}---\n${definition(1)}`;
    const way = { together: true, options: resolveOptions({}) };
    expect(broken([{ path: '-', bytes: Buffer.from(small) }], way)).toEqual({ problems: [], changed: 1 });
  });
});

/** A split with comments, an existing profile of it in some documents, and sometimes a quoted or flow style. */
function documentsOf(index: number): string {
  const name = `web-${index}`;
  const style = index % 3;
  const backends =
    style === 0
      ? `  backends: [{service: ${name}-v1, weight: 90}, {service: ${name}-v2, weight: 10}]\n`
      : `  backends:\n${style === 1 ? '  ' : ''}  # the stable one\n${style === 1 ? '  ' : ''}  - service: "${name}-v1" # until June\n${style === 1 ? '  ' : ''}    weight: 90\n`;
  const head = `# split ${index}\napiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata:\n  name: ${name}\n  namespace: shop\n`;
  const profile = `---\napiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata:\n  name: ${name}.shop.svc.cluster.local\n  namespace: shop\nspec:\n  routes: [] # of the owner\n`;
  return `${head}spec:\n  service: ${name}\n${backends}${index % 4 === 0 ? profile : ''}`;
}

describe('a stream of many splits', () => {
  test.each([[[]], [['--drop']], [['--drop', '--skip-annotation']]])(
    'is converted like each of its splits alone, with %j',
    async (args) => {
      const parts = Array.from({ length: 300 }, (_, index) => `---\n${documentsOf(index)}`);
      const whole = await runWith(args, { stdin: Buffer.from(parts.join('')) });
      const alone = [];
      for (const part of parts) alone.push((await runWith(args, { stdin: Buffer.from(part) })).stdout.toString());
      expect(parts.join('').length).toBeGreaterThan(2 * keptCharacters);
      expect(whole.code).toBe(0);
      expect(whole.stdout.toString()).toBe(alone.join(''));
    },
  );
});
