import { describe, expect, test } from 'vitest';
import { embeddedIn } from '../../src/checks/embedded-splits.ts';
import { reportLeftovers } from '../../src/checks/leftovers.ts';
import { resolveOptions } from '../../src/config/config.ts';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { neighboursOf } from '../../src/manifests/neighbours.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

/** The first manifest of a text. */
function manifestOf(text: string, path = 'a.yaml'): ReturnType<typeof manifestsOf>['manifests'][number] {
  const page = readUtf8(cut({ path, bytes: Buffer.from(text) }, 'coarse').at(0));
  const [manifest] = page === undefined ? [] : manifestsOf(page).manifests;
  if (manifest === undefined) throw new Error('holds no manifest');
  return manifest;
}

const split = 'apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit';
const text = 'apiVersion: split.smi-spec.io/v1alpha2\\nkind: TrafficSplit\\n';
const encoded = Buffer.from('apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nspec: {}\n').toString(
  'base64',
);

describe('a TrafficSplit inside another object', () => {
  test.each<[string, string, readonly string[]]>([
    ['a mapping with a spec', `kind: Object\nspec: {manifest: {${split}, spec: {}}}`, ['spec.manifest']],
    ['a mapping with data', `kind: ClusterPolicy\nspec: {generate: {${split}, data: {}}}`, ['spec.generate']],
    ['a mapping that is a clone', `kind: ClusterPolicy\nspec: {generate: {${split}, clone: {}}}`, ['spec.generate']],
    ['a reference', `kind: Object\nspec: {ref: {${split}, name: web}}`, []],
    [
      'a mapping of another group',
      'kind: Object\nspec: {manifest: {apiVersion: v1, kind: TrafficSplit, spec: {}}}',
      [],
    ],
    [
      'a mapping of another kind',
      `kind: Object\nspec: {manifest: {${split.replace('Split', 'Target')}, spec: {}}}`,
      [],
    ],
    ['a list of them', `kind: Object\nspec: {manifest: {${split}List, items: []}}`, ['spec.manifest']],
    [
      'two of a list',
      `kind: Work\nspec: {manifests: [{${split}, spec: {}}, {kind: A}, {${split}, spec: {}}]}`,
      ['spec.manifests.0', 'spec.manifests.2'],
    ],
    ['a string', `kind: ConfigMap\ndata: {a: "${text}"}`, ['data.a']],
    ['a string of a list', `kind: ConfigMap\ndata: {a: "${text.replace('Split', 'SplitList')}"}`, ['data.a']],
    ['a string with another kind', `kind: ConfigMap\ndata: {a: "${text.replace('Split', 'Splits')}"}`, []],
    [
      'a string with a comment alone',
      `kind: ConfigMap\ndata: {a: "apiVersion: split.smi-spec.io/v1\\n# kind: TrafficSplit\\n"}`,
      [],
    ],
    ['a string without a version', `kind: ConfigMap\ndata: {a: "kind: TrafficSplit\\n"}`, []],
    [
      'a string with a template action as version',
      `kind: ConfigMap\ndata: {a: "apiVersion: {{ .v }}\\nkind: TrafficSplit\\n"}`,
      ['data.a'],
    ],
    [
      'a string with a variable as version',
      'kind: ConfigMap\ndata: {a: "apiVersion: ${V}\\nkind: TrafficSplit\\n"}',
      ['data.a'],
    ],
    [
      'JSON in a string',
      `kind: ConfigMap\ndata: {a: '{"apiVersion":"split.smi-spec.io/v1","kind":"TrafficSplit"}'}`,
      ['data.a'],
    ],
    [
      'a string in a script',
      `kind: ConfigMap\ndata: {a: 'echo "apiVersion: split.smi-spec.io/v1\\nkind: TrafficSplit\\n"'}`,
      ['data.a'],
    ],
    ['base64', `kind: Secret\ndata: {a: ${encoded}}`, ['data.a']],
    ['base64 with a letter that is none', `kind: Secret\ndata: {a: "-${encoded}"}`, []],
    ['base64 with the end of another text in it', `kind: Secret\ndata: {a: "${encoded}=a"}`, []],
    ['base64 of a word alone', `kind: Secret\ndata: {a: ${Buffer.from('TrafficSplit').toString('base64')}}`, []],
    ['an annotation', `kind: A\nmetadata: {annotations: {a: "${text}"}}`, ['metadata.annotations.a']],
    [
      'the last applied object',
      `kind: A\nmetadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: "${text}"}}`,
      [],
    ],
    ['another field of the metadata', `kind: A\nmetadata: {labels: {a: "${text}"}}`, []],
    ['a status', `kind: A\nstatus: {a: "${text}"}`, []],
    ['patches', `kind: A\nspec: {patches: [{patch: "${text}"}], patchesJson6902: ["${text}"]}`, []],
    ['the items of a list', `kind: AList\nitems: [{${split}, spec: {}}]\nother: "${text}"`, ['other']],
    ['items of what is no list', `kind: A\nitems: [{${split}, spec: {}}]`, ['items.0']],
    ['items of a list that are no list', `kind: AList\nitems: {a: {${split}, spec: {}}}`, ['items.a']],
    [
      'an alias of one',
      `kind: A\nspec: {a: &a {${split}, spec: {}}, b: *a, c: [&b {d: "${text}"}, *b]}`,
      ['spec.a', 'spec.c.0.d'],
    ],
    ['the kind of KubeFed', 'kind: FederatedTrafficSplit\nspec: {}', ['spec.template']],
    ['a ResourceList', `kind: ResourceList\nitems: [{${split}, spec: {}}]\nresults: ["${text}"]`, []],
    ['a split itself', `{${split}, spec: {a: "${text}"}}`, []],
    ['a transformer', `apiVersion: builtin\nkind: PatchTransformer\npatch: "${text}"\nother: "${text}"`, []],
    ['a kustomization', `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Component\nother: "${text}"`, []],
  ])('%s', (_, yaml, places) => {
    expect(embeddedIn(manifestOf(yaml)).map((place) => place.join('.'))).toEqual(places);
  });

  test.each(['kustomization.yaml', 'a/kustomization.yml', 'a/Kustomization'])('in %s is a patch', (path) => {
    expect(embeddedIn(manifestOf(`other: "${text}"`, path))).toEqual([]);
    expect(embeddedIn(manifestOf(`other: "${text}"`, `${path}x`))).toEqual([['other']]);
  });
});

describe('what still refers to TrafficSplits', () => {
  const codesOf = (yaml: string, drop: boolean): readonly string[] => {
    const found: string[] = [];
    reportLeftovers(neighboursOf([[manifestOf(yaml)]]), {
      options: resolveOptions({ drop }),
      report: ({ code }) => found.push(code),
    });
    return found;
  };

  test.each<[string, string, readonly string[]]>([
    ['a role', 'kind: ClusterRole\nrules: [{apiGroups: [split.smi-spec.io]}]', ['smi-leftover']],
    ['a kind in a value', 'kind: Policy\nspec: {kinds: [TrafficSplit]}', ['smi-leftover']],
    ['a kind as part of a word', 'kind: Policy\nspec: {kinds: [TrafficSplits]}', []],
    ['a status', 'kind: Policy\nstatus: {kinds: [TrafficSplit]}', []],
    ['a list', 'kind: List\nspec: {kinds: [TrafficSplit]}', []],
    ['a split', `{${split}, spec: {}}`, []],
    ['an object that holds one', `kind: Object\nspec: {manifest: {${split}, spec: {}}}`, []],
  ])('%s, if they are dropped', (_, yaml, codes) => {
    expect([codesOf(yaml, true), codesOf(yaml, false)]).toEqual([codes, []]);
  });
});
