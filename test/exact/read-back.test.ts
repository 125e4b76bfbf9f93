import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { convert } from '../../src/index.ts';
import type * as Print from '../../src/yaml/print.ts';
import { runWith } from '../host.ts';

/** What is done to each printed text before it is written; set by each test. */
const damage = vi.hoisted(() => ({ done: (text: string): string => text }));

vi.mock('../../src/yaml/print.ts', async (original) => {
  const print = await original<typeof Print>();
  return {
    ...print,
    printBlock: (...given: Parameters<typeof print.printBlock>) => damage.done(print.printBlock(...given)),
    printFlow: (...given: Parameters<typeof print.printFlow>) => damage.done(print.printFlow(...given)),
  } satisfies typeof Print;
});

const block = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 90
  - service: web-v2
    weight: 10
`;
const flow =
  '{apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: web, namespace: shop}, spec: {service: web, backends: [{service: web-v1, weight: 1}]}}\n';
const existing = `${block}---
apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: web.shop.svc.cluster.local
  namespace: shop
spec:
  routes: [{name: all, condition: {method: GET}}]
`;
const typed = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplitList
items:
- ${block.trimEnd().replaceAll('\n', '\n  ')}
`;
const list = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- ${block.trimEnd().replaceAll('\n', '\n  ')}
`;
const inputs = { block, flow, existing, typed, list };

const damages: Record<string, (text: string) => string> = {
  'a key without a space after its colon': (text) => text.replace(/: (?=[a-z"])/, ':'),
  'a colon and comma too many': (text) => text.replace('authority: ', 'authority: {a: b},, '),
  'another weight': (text) => text.replace(/weight: "?\d/, 'weight: "7'),
  'another name': (text) => text.replace('web-v1', 'web-v3'),
  'a key that is not meant': (text) => text.replace(/authority:/, 'more: 1, authority:').replace(/- more: 1, /, '- '),
  'less indentation': (text) => text.replaceAll('\n  ', '\n'),
  'an open quote': (text) => text.replace(/weight: /, 'weight: "'),
};

describe('text that would be read differently', () => {
  beforeEach(() => {
    damage.done = (text) => text;
  });

  const all = Object.entries(inputs).flatMap(([form, input]) =>
    Object.keys(damages).map((what) => [form, what, input]),
  );

  test.each(all)('is not printed: %s, %s', async (_, what = '', input = '') => {
    for (const args of [[], ['--drop']]) {
      damage.done = (text) => text;
      const valid = await runWith(args, { stdin: Buffer.from(input) });
      let hits = 0;
      damage.done = (text) => {
        const done = damages[what]?.(text) ?? text;
        if (done !== text) hits += 1;
        return done;
      };
      const { code, stdout, stderr } = await runWith(args, { stdin: Buffer.from(input) });
      expect(valid.code).toBe(0);
      expect([code, stdout.length > 0]).toEqual(hits > 0 ? [70, false] : [0, true]);
      if (hits > 0) expect(stderr).toContain('is not what is meant');
    }
  });

  test.each(['-w', '-l', '-d', '--check'])('stops %s before anything is written', async (flag) => {
    const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-read-back-'));
    try {
      writeFileSync(join(cwd, 'split.yaml'), block);
      damage.done = (text) => text.replace('weight: "90"', 'weight: "91"');
      const { code, stdout } = await runWith([flag, '.'], { cwd });
      expect([code, stdout.toString()]).toEqual([70, '']);
      expect(readFileSync(join(cwd, 'split.yaml'), 'utf8')).toBe(block);
      expect((await runWith(['.'], { cwd })).code).toBe(70);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });

  test('makes the library throw an error', () => {
    damage.done = (text) => text.replace('web-v1.shop', 'web-v1.other');
    expect(() => convert([{ path: 'split.yaml', text: block }])).toThrow('is not what is meant');
    expect(() => convert([{ path: 'list.yaml', text: list }])).toThrow('is not what is meant');
  });
});
