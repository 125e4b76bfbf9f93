import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/index.ts';

const guide = readFileSync(join(import.meta.dirname, '../examples/trafficsplit-sample/trafficsplit.yaml'), 'utf8');

describe('the library', () => {
  test('a valid split gets its profile, without findings', () => {
    const { files, findings, failed } = convert([{ path: 'split.yaml', text: guide }]);
    expect(files[0]?.text.startsWith(guide)).toBe(true);
    expect(files[0]?.text).toContain('kind: ServiceProfile');
    expect([findings, failed]).toEqual([[], false]);
  });

  test('the option drop replaces the split', () => {
    const { files } = convert([{ path: 'split.yaml', text: guide }], { drop: true, clusterDomain: 'example.org' });
    expect(files[0]?.text).not.toContain('TrafficSplit');
    expect(files[0]?.text).toContain('authority: failing-svc.trafficsplit-sample.svc.example.org');
  });

  test('a ResourceList whose functionConfig fails the run has failed, with the options of the functionConfig', () => {
    const item = guide.replace('weight: 500', 'weight: "500"').trim().replaceAll('\n', '\n  ');
    const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n';
    const config =
      'functionConfig: {apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {failOn: warning, drop: "true"}}\n';
    const text = `${head}${config}items:\n- ${item}\n`;
    const { files, failed, report } = convert([{ path: 'list.yaml', text }]);
    expect(files[0]?.text).not.toContain('ServiceProfile');
    expect([failed, report.summary.failed, report.options?.drop]).toEqual([true, true, true]);
  });

  test('a ResourceList of an unknown version is left as it is, with a finding', () => {
    const item = guide.trim().replaceAll('\n', '\n  ');
    const text = `apiVersion: config.kubernetes.io/v2\nkind: ResourceList\nitems:\n- ${item}\n`;
    const { files, findings, failed } = convert([{ path: 'list.yaml', text }]);
    expect([files[0]?.text, failed]).toEqual([text, true]);
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['invalid-config', 1]]);
  });

  test('a profile in another file is updated, because all files count as deployed together', () => {
    const made = convert([{ path: 'split.yaml', text: guide }], { drop: true }).files[0]?.text ?? '';
    const other = made.replace('weight: "500"', 'weight: "100"');
    const { files } = convert([
      { path: 'split.yaml', text: guide },
      { path: 'profile.yaml', text: other },
    ]);
    expect(files.map((file) => file.text)).toEqual([guide, made]);
  });

  test('with together: false, two files may split one apex', () => {
    const files = ['a.yaml', 'b.yaml'].map((path) => ({ path, text: guide }));
    const joined = convert(files);
    expect(joined.findings.map(({ code }) => code)).toContain('apex-split-twice');
    expect(joined.files.map(({ text }) => text)).toEqual([guide, guide]);
    const apart = convert(files, { together: false });
    expect(apart.failed).toBe(false);
    expect(apart.files.map(({ text }) => text.includes('kind: ServiceProfile'))).toEqual([true, true]);
    expect(() => convert(files, { together: 'no' } as object)).toThrow('together');
  });

  test('a .json file without room for a profile is told the option of the library', () => {
    const text = JSON.stringify({
      apiVersion: 'split.smi-spec.io/v1alpha2',
      kind: 'TrafficSplit',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { service: 'web', backends: [{ service: 'web-v1', weight: 1 }] },
    });
    const { findings } = convert([{ path: 'split.json', text }]);
    expect(findings).toMatchObject([
      {
        code: 'cannot-insert',
        fix: 'replace the TrafficSplit by the profile (option `drop: true`), or make the file a List or YAML',
      },
    ]);
    expect(convert([{ path: 'split.json', text }], { drop: true }).findings).toEqual([]);
  });

  test('fixes name options of the library, and no words of a command line', () => {
    const fixesOf = (text: string, options: Parameters<typeof convert>[1]): readonly string[] =>
      convert([{ path: 'split.yaml', text }], options).findings.map(({ code, fix }) => `${code}: ${fix}`);
    expect(fixesOf(guide.replace('spec:', 'spec:\n  matches: [{kind: HTTPRouteGroup, name: beta}]'), {})).toEqual([
      'matches-unsupported: pass option `target: httproute`: an HTTPRoute can have matches',
    ]);
    expect(fixesOf(guide.replace('weight: 500', 'weight: ${WEIGHT}'), { drop: true })).toEqual([
      'template-skipped: render first: flux build kustomization NAME --path DIR --kustomization-file FILE --dry-run --strict-substitute, if postBuild.substitute has a variable, or envsubst <FILE, and convert the output',
    ]);
    const { files } = convert([{ path: 'split.yaml', text: guide }], { drop: true, skipAnnotation: false });
    const split = guide.replace('service: backend-svc', 'service: web');
    expect(fixesOf(`${split}---\n${files[0]?.text}`, { target: 'httproute', ports: '80' })).toContain(
      'profile-convertible: pass option `profiles: true` to convert it too',
    );
  });

  test('profiles of two files that are equally near are to be converted in calls of their own', () => {
    const made = convert([{ path: 'split.yaml', text: guide }], { drop: true }).files[0]?.text ?? '';
    const profile = made.replace('spec:', 'spec:\n  routes: []').replace('"500"', '"100"');
    const split = { path: 'split.yaml', text: guide };
    const [a, b] = [
      { path: 'a.yaml', text: profile },
      { path: 'b.yaml', text: profile },
    ];
    expect(convert([split, a, b], { together: false }).findings).toMatchObject([
      {
        code: 'ambiguous-profile',
        fix: 'convert the files that are applied together in a call of their own: split.yaml, a.yaml',
      },
    ]);
    const { findings, files } = convert([split, a], { together: false });
    expect(findings).toEqual([]);
    expect(files[1]?.text).not.toBe(profile);
  });

  test('an invalid split is reported with path, line and column, and kept', () => {
    const text = guide.replace('weight: 500', 'weight: -5');
    const { files, findings, failed } = convert([{ path: 'k8s/split.yaml', text }]);
    expect(files[0]?.text).toBe(text);
    expect(failed).toBe(true);
    expect(findings).toMatchObject([
      { code: 'invalid-weight', severity: 'error', path: 'k8s/split.yaml', line: 10, column: 13 },
    ]);
    expect(findings[0]?.field).toBe('spec.backends[0].weight');
  });

  test('a ResourceList is handled as by the function', () => {
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

  test('a ResourceList with nothing to convert counts as unchanged, and its text is the same string', () => {
    const text = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- kind: Service\n';
    const { files, report } = convert([{ path: '-', text }]);
    expect(files[0]?.text).toBe(text);
    expect(report.summary).toMatchObject({ filesChanged: 0, filesUnchanged: 1 });
  });

  test('an unknown option or a wrong value throws TypeError', () => {
    expect(() => convert([], { dorp: true } as object)).toThrow(TypeError);
    expect(() => convert([], { failOn: 'never' } as object)).toThrow('failOn');
    for (const options of [null, 'drop', []])
      expect(() => convert([], options as object)).toThrow('has to be an object');
  });

  test('an invalid namespace or cluster domain throws TypeError with the allowed form', () => {
    expect(() => convert([], { namespace: '=shop' })).toThrow('has to be a DNS label');
    expect(() => convert([], { clusterDomain: 'cluster.local.' })).toThrow(
      'has to be a DNS name such as cluster.local',
    );
  });

  test('a file without path or text throws TypeError', () => {
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

  test('a lone surrogate in a file with a split is an error, and the text is unchanged', () => {
    const text = guide.replace('spec:', '  annotations: {a: "\ud800"}\nspec:');
    const { files, findings, failed } = convert([{ path: 'a.yaml', text }]);
    expect([files[0]?.text, findings.map(({ code }) => code), failed]).toEqual([text, ['not-utf8'], true]);
  });

  test('a lone surrogate in a file without a split is unchanged', () => {
    const text = 'a: "\ud800"\n';
    expect(convert([{ path: 'a.yaml', text }]).files[0]?.text).toBe(text);
  });
});
