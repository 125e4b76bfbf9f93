import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/index.ts';

const guide = readFileSync(join(import.meta.dirname, '../examples/trafficsplit-sample/trafficsplit.yaml'), 'utf8');

describe('the library', () => {
  test('puts the profile beside the split, and says nothing where nothing is wrong', () => {
    const { files, findings, failed } = convert([{ path: 'split.yaml', text: guide }]);
    expect(files[0]?.text.startsWith(guide)).toBe(true);
    expect(files[0]?.text).toContain('kind: ServiceProfile');
    expect([findings, failed]).toEqual([[], false]);
  });

  test('takes the options of the command line', () => {
    const { files } = convert([{ path: 'split.yaml', text: guide }], { drop: true, clusterDomain: 'example.org' });
    expect(files[0]?.text).not.toContain('TrafficSplit');
    expect(files[0]?.text).toContain('authority: failing-svc.trafficsplit-sample.svc.example.org');
  });

  test('treats all files as deployed together: a profile in another file is updated', () => {
    const made = convert([{ path: 'split.yaml', text: guide }], { drop: true }).files[0]?.text ?? '';
    const other = made.replace('weight: "500"', 'weight: "100"');
    const { files } = convert([
      { path: 'split.yaml', text: guide },
      { path: 'profile.yaml', text: other },
    ]);
    expect(files.map((file) => file.text)).toEqual([guide, made]);
  });

  test('files that are not deployed together may hold alternatives on one apex', () => {
    const files = ['a.yaml', 'b.yaml'].map((path) => ({ path, text: guide }));
    const joined = convert(files);
    expect(joined.findings.map(({ code }) => code)).toContain('apex-split-twice');
    expect(joined.files.map(({ text }) => text)).toEqual([guide, guide]);
    const apart = convert(files, { together: false });
    expect(apart.failed).toBe(false);
    expect(apart.files.map(({ text }) => text.includes('kind: ServiceProfile'))).toEqual([true, true]);
    expect(() => convert(files, { together: 'no' } as object)).toThrow('together');
  });

  test('reports with path, line and column, and keeps what it cannot convert', () => {
    const text = guide.replace('weight: 500', 'weight: -5');
    const { files, findings, failed } = convert([{ path: 'k8s/split.yaml', text }]);
    expect(files[0]?.text).toBe(text);
    expect(failed).toBe(true);
    expect(findings).toMatchObject([
      { code: 'invalid-weight', severity: 'error', path: 'k8s/split.yaml', line: 10, column: 13 },
    ]);
    expect(findings[0]?.field).toBe('spec.backends[0].weight');
  });

  test('answers a ResourceList as the function does', () => {
    const items = guide
      .replace('weight: 500', 'weight: -5')
      .replace(/^(?=.)/gm, '  ')
      .replace(/^ {2}/, '- ');
    const text = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items}`;
    const { files, failed } = convert([{ path: '-', text }]);
    expect(failed).toBe(true);
    expect(files[0]?.text.startsWith(text)).toBe(true);
    expect(files[0]?.text).toContain('results:\n- message:');
  });

  test('refuses options that do not exist or have a wrong value', () => {
    expect(() => convert([], { dorp: true } as object)).toThrow(TypeError);
    expect(() => convert([], { failOn: 'never' } as object)).toThrow('failOn');
  });

  test('refuses a namespace and a cluster domain that are none, and says what is allowed', () => {
    expect(() => convert([], { namespace: '=shop' })).toThrow('has to be a DNS label');
    expect(() => convert([], { clusterDomain: 'cluster.local.' })).toThrow(
      'has to be a DNS name such as cluster.local',
    );
  });

  test('refuses files without a path or a text', () => {
    for (const file of [
      { path: 'a.yaml', content: guide },
      { path: 'a.yaml', text: null },
      { text: guide },
      null,
      guide,
    ])
      expect(() => convert([file] as unknown as Parameters<typeof convert>[0])).toThrow(TypeError);
    expect(() => convert(guide as unknown as Parameters<typeof convert>[0])).toThrow('files has to be a list');
    expect(() => convert([{ path: 'a.yaml', content: guide }] as object as [])).toThrow(
      'files[0].text has to be a string',
    );
  });

  test('a lone surrogate beside a split is an error, and the text stays', () => {
    const text = guide.replace('spec:', '  annotations: {a: "\ud800"}\nspec:');
    const { files, findings, failed } = convert([{ path: 'a.yaml', text }]);
    expect([files[0]?.text, findings.map(({ code }) => code), failed]).toEqual([text, ['not-utf8'], true]);
  });

  test('a text that no byte of UTF-8 can hold comes back as it was', () => {
    const text = 'a: "\ud800"\n';
    expect(convert([{ path: 'a.yaml', text }]).files[0]?.text).toBe(text);
  });
});
