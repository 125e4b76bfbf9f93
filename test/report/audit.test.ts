import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';

const split = (name: string, backends = '{service: v1, weight: 1}'): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}, namespace: a}\nspec: {service: ${name}, backends: [${backends}]}\n---\n`;
const profile = (namespace: string, more = ''): string =>
  `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.a.svc.cluster.local, namespace: ${namespace}, annotations: {smi.linkerd.io/skip: smi2linkerd}}\nspec: {dstOverrides: [{authority: v1.a.svc.cluster.local, weight: 1}]${more}}\n---\n`;

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a, annotations: {config.linkerd.io/opaque-ports: "80"}}\nspec: {ports: [{port: 80}]}\n';

/** The findings of an audit, as `code message`, and its exit code. */
async function audit(stream: string): Promise<readonly [number, readonly string[]]> {
  const stdin = Buffer.from(stream);
  const { code, stdout } = await runWith(['--check', '--skip-annotation', '--format', 'json', '-'], { stdin });
  const { diagnostics } = JSON.parse(stdout.toString()) as { diagnostics: { code: string; message: string }[] };
  return [code, diagnostics.map((one) => `${one.code} ${one.message}`)];
}

describe('an audit of a stream', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['with a split and its profile finds nothing', split('web') + profile('a'), 0, []],
    [
      'with a split without backends says only so',
      split('empty', ''),
      0,
      [expect.stringContaining('no-backends') as string],
    ],
    [
      'with a copy of the profile for the clients of another namespace finds nothing',
      split('web') + profile('a') + profile('b'),
      0,
      [],
    ],
    [
      'with a profile for the clients of another namespace, which is read instead there',
      split('web') + profile('a') + profile('b').replace('v1.a', 'v2.a'),
      1,
      [
        expect.stringContaining('profile-shadowed') as string,
        'not-in-force its profile matches but does not split traffic: profile-shadowed',
      ],
    ],
    [
      'with a profile that Linkerd refuses',
      split('web') + profile('a', ', routes: [{name: a}]'),
      1,
      [
        expect.stringContaining('profile-invalid') as string,
        'not-in-force its profile matches but does not split traffic: profile-invalid',
      ],
    ],
    [
      'with a document that cannot be read',
      `${split('web')}${profile('a')}kind: TrafficSplit\napiVersion: split.smi-spec.io/v1alpha2\na: [\n`,
      1,
      [expect.stringContaining('yaml-syntax') as string],
    ],
    [
      'with a split that is refused',
      split('web').replace('weight: 1', 'weight: x') + profile('a'),
      1,
      [expect.stringContaining('invalid-weight') as string],
    ],
    [
      'with a split without a Service',
      `${split('web')}${profile('a')}---\n${split('x').replace('service: x, ', '')}${service}`,
      1,
      [expect.stringContaining('invalid-trafficsplit') as string],
    ],
    [
      'with a split that is a template, and a port that is opaque',
      `${split('web')}${profile('a')}${split('x').replace('weight: 1', 'weight: "{{ .Values.w }}"')}${service}`,
      1,
      [
        expect.stringContaining('template-skipped') as string,
        'not-in-force its profile matches, but splits connections: port 80 is opaque',
      ],
    ],
    [
      'that is a List, with a port that is opaque',
      `apiVersion: v1\nkind: List\nitems:\n${[split('web'), profile('a'), service]
        .map((one) => `- ${one.replace('---\n', '').trimEnd().replaceAll('\n', '\n  ')}\n`)
        .join('')}`,
      1,
      ['not-in-force its profile matches, but splits connections: port 80 is opaque'],
    ],
    [
      'that is a ResourceList, with a port that is opaque',
      `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${[split('web'), profile('a'), service]
        .map((one) => `- ${one.replace('---\n', '').trimEnd().replaceAll('\n', '\n  ')}\n`)
        .join('')}`,
      1,
      ['not-in-force its profile matches, but splits connections: port 80 is opaque'],
    ],
  ])('%s', async (_, stream, exit, found) => {
    const [code, said] = await audit(stream);
    expect(code).toBe(exit);
    expect(said.length === 0).toBe(found.length === 0);
    expect(said).toEqual(expect.arrayContaining([...found]));
  });
});
