import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

/** A text in which `<P>` is the start of a ServiceProfile and `<M>` its metadata, `<W>` its name, `<A1>` an authority. */
function filled(text: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return text
    .replace('<P>', ['apiVersion: linkerd.io/v1alpha2', 'kind: ServiceProfile', ''].join(eol))
    .replace('<M>', ['metadata:', '  name: <W>', '  namespace: shop', ''].join(eol))
    .replace('<O>', ['  annotations:', '    smi.linkerd.io/skip: smi2linkerd', ''].join(eol))
    .replaceAll('<W>', 'web.shop.svc.cluster.local')
    .replaceAll(/<A(\d)>/g, 'web-v$1.shop.svc.cluster.local');
}

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec: {service: web, backends: [{service: web-v1, weight: 90}, {service: web-v2, weight: 10}]}
`;

/** What the file of a profile becomes whose split is in another one: the overrides of two backends, and the annotation. */
function updated(text: string): string | undefined {
  const files = [
    { path: 'splits.yaml', text: split },
    { path: 'profiles.yaml', text: filled(text) },
  ];
  return convert(files, { skipAnnotation: true }).files[1]?.text;
}

describe('a profile gets its overrides and its annotation', () => {
  test.each<[string, string, string]>([
    [
      'no spec',
      '<P><M>',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'no spec, and no last line end',
      '<P>metadata:\n  name: <W>\n  namespace: shop',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"',
    ],
    [
      'a spec that is null',
      '<P><M>spec:\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is null, with a comment',
      '<P><M>spec: # one\n',
      '<P><M><O>spec: # one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is written as null',
      '<P><M>spec: null # one\n',
      '<P><M><O>spec: # one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is ~ before another key',
      '<P>spec: ~\n<M>',
      '<P>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n<M><O>',
    ],
    [
      'a spec that is an empty flow mapping',
      '<P><M>spec: {} # one\n',
      '<P><M><O>spec: # one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is an empty flow mapping on the next line',
      '<P><M>spec:\n  {}\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is an empty flow mapping with a tag on the next line',
      '<P><M>spec: # one\n  !!map {} # two\n',
      '<P><M><O>spec: # one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides that are an empty flow list with an anchor on the next line',
      '<P><M>spec:\n  dstOverrides: # one\n    &a []\n  routes: []\n',
      '<P><M><O>spec:\n  dstOverrides: # one\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n  routes: []\n',
    ],
    [
      'overrides with an authority that is an alias',
      'x: &x <A1>\n<P><M>spec:\n  dstOverrides:\n  - authority: *x\n    weight: 1\n  - {authority: <A2>, weight: 1}\n',
      'x: &x <A1>\n<P><M><O>spec:\n  dstOverrides:\n  - authority: *x\n    weight: "90"\n  - {authority: <A2>, weight: "10"}\n',
    ],
    [
      'overrides with an authority that is a list',
      '<P><M>spec:\n  dstOverrides:\n  - authority: [<A1>]\n    weight: 1\n  - {authority: <A2>, weight: 1}\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - {authority: <A2>, weight: "10"}\n',
    ],
    [
      'a spec that is a tagged null',
      '<P><M>spec: !!null\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is a null with an anchor',
      '<P><M>spec: &s # one\n',
      '<P><M><O>spec: # one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec with routes',
      '<P><M>spec:\n  routes: []\n',
      '<P><M><O>spec:\n  routes: []\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec with routes in four columns',
      '<P><M>spec:\n    routes:\n    -   name: a\n        condition: {method: GET}\n',
      '<P><M><O>spec:\n    routes:\n    -   name: a\n        condition: {method: GET}\n    dstOverrides:\n    -   authority: <A1>\n        weight: "90"\n    -   authority: <A2>\n        weight: "10"\n',
    ],
    [
      'a spec with routes and a comment',
      '<P><M>spec:\n  routes: [] # one\n  # two\n',
      '<P><M><O>spec:\n  routes: [] # one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n  # two\n',
    ],
    [
      'a spec that is a flow mapping',
      '<P><M>spec: {routes: []}\n',
      '<P><M><O>spec: {routes: [], dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]}\n',
    ],
    [
      'a spec that is a flow mapping with a comma',
      '<P><M>spec: {routes: [],}\n',
      '<P><M><O>spec: {routes: [],dstOverrides: [{authority: <A1>,weight: "90"},{authority: <A2>,weight: "10"}],}\n',
    ],
    [
      'a spec that is a tight flow mapping',
      '<P><M>spec: {routes: [],opaquePorts: []}\n',
      '<P><M><O>spec: {routes: [],opaquePorts: [],dstOverrides: [{authority: <A1>,weight: "90"},{authority: <A2>,weight: "10"}]}\n',
    ],
    [
      'a spec that is a flow mapping on several lines',
      '<P><M>spec: {\n  routes: [], # one\n  opaquePorts: [] # two\n}\n',
      '<P><M><O>spec: {\n  routes: [], # one\n  opaquePorts: [], # two\n  dstOverrides: [\n    {\n      authority: <A1>,\n      weight: "90"\n    },\n    {\n      authority: <A2>,\n      weight: "10"\n    }\n  ]\n}\n',
    ],
    [
      'a profile that is a flow mapping',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop}}\n',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop, annotations: {smi.linkerd.io/skip: smi2linkerd}}, spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]}}\n',
    ],
    [
      'a profile that is a flow mapping with an empty spec',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop}, spec: {}}\n',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop, annotations: {smi.linkerd.io/skip: smi2linkerd}}, spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]}}\n',
    ],
    [
      'a profile that is a flow mapping with a missing spec',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop}, spec: }\n',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop, annotations: {smi.linkerd.io/skip: smi2linkerd}}, spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]} }\n',
    ],
    [
      'a profile that is a flow mapping with a spec of a key alone',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop}, spec}\n',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop}, spec}\n',
    ],
    [
      'a profile that is a flow mapping with a null as spec',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop}, spec: null}\n',
      '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: <W>, namespace: shop, annotations: {smi.linkerd.io/skip: smi2linkerd}}, spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]}}\n',
    ],
    [
      'JSON',
      '{"apiVersion":"linkerd.io/v1alpha2","kind":"ServiceProfile","metadata":{"name":"<W>","namespace":"shop"},"spec":{"routes":[]}}\n',
      '{"apiVersion":"linkerd.io/v1alpha2","kind":"ServiceProfile","metadata":{"name":"<W>","namespace":"shop","annotations":{"smi.linkerd.io/skip":"smi2linkerd"}},"spec":{"routes":[],"dstOverrides":[{"authority":"<A1>","weight":"90"},{"authority":"<A2>","weight":"10"}]}}\n',
    ],
    [
      'JSON on several lines',
      '{\n  "apiVersion": "linkerd.io/v1alpha2",\n  "kind": "ServiceProfile",\n  "metadata": {"name": "<W>", "namespace": "shop"},\n  "spec": {\n    "routes": []\n  }\n}\n',
      '{\n  "apiVersion": "linkerd.io/v1alpha2",\n  "kind": "ServiceProfile",\n  "metadata": {"name": "<W>", "namespace": "shop", "annotations": {"smi.linkerd.io/skip": "smi2linkerd"}},\n  "spec": {\n    "routes": [],\n    "dstOverrides": [\n      {\n        "authority": "<A1>",\n        "weight": "90"\n      },\n      {\n        "authority": "<A2>",\n        "weight": "10"\n      }\n    ]\n  }\n}\n',
    ],
    [
      'JSON with an empty spec',
      '{\n    "apiVersion": "linkerd.io/v1alpha2",\n    "kind": "ServiceProfile",\n    "metadata": {"name": "<W>", "namespace": "shop"},\n    "spec": {}\n}\n',
      '{\n    "apiVersion": "linkerd.io/v1alpha2",\n    "kind": "ServiceProfile",\n    "metadata": {"name": "<W>", "namespace": "shop", "annotations": {"smi.linkerd.io/skip": "smi2linkerd"}},\n    "spec": {\n        "dstOverrides": [\n            {\n                "authority": "<A1>",\n                "weight": "90"\n            },\n            {\n                "authority": "<A2>",\n                "weight": "10"\n            }\n        ]\n    }\n}\n',
    ],
    [
      'overrides that are empty',
      '<P><M>spec:\n  dstOverrides: []\n  routes: []\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n  routes: []\n',
    ],
    [
      'overrides that are null',
      '<P><M>spec:\n  dstOverrides: # one\n  routes: []\n',
      '<P><M><O>spec:\n  dstOverrides: # one\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n  routes: []\n',
    ],
    [
      'overrides that are null and last',
      '<P><M>spec:\n  routes: []\n  dstOverrides:',
      '<P><M><O>spec:\n  routes: []\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"',
    ],
    [
      'overrides in a flow list',
      '<P><M>spec:\n  dstOverrides: [{authority: <A1>, weight: "1"}] # one\n',
      '<P><M><O>spec:\n  dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}] # one\n',
    ],
    [
      'overrides in a flow list on several lines',
      '<P><M>spec:\n  dstOverrides: [\n    {authority: <A1>, weight: "1"} # one\n  ]\n',
      '<P><M><O>spec:\n  dstOverrides: [\n     {\n       authority: <A1>,\n       weight: "90"\n     },\n     {\n       authority: <A2>,\n       weight: "10"\n     }\n   ]\n',
    ],
    [
      'overrides in a flow list with an anchor',
      '<P><M>spec:\n  dstOverrides: &o [{authority: <A1>, weight: "1"}]\n',
      '<P><M><O>spec:\n  dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]\n',
    ],
    [
      'overrides in a flow list on the next line',
      '<P><M>spec:\n  dstOverrides:\n    [{authority: <A3>, weight: "1"}]\n',
      '<P><M><O>spec:\n  dstOverrides:\n    [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]\n',
    ],
    [
      'overrides in a flow list with a tag on the next line',
      '<P><M>spec:\n  dstOverrides: !!seq\n    [{authority: <A3>, weight: "1"}]\n',
      '<P><M><O>spec:\n  dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}]\n',
    ],
    [
      'overrides in a flow mapping',
      '<P><M>spec: {dstOverrides: [{authority: <A3>, weight: "1"}], routes: []}\n',
      '<P><M><O>spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}], routes: []}\n',
    ],
    [
      'overrides in a flow mapping with an anchor',
      '<P><M>spec: {dstOverrides: &o [{authority: <A3>, weight: "1"}], routes: []}\n',
      '<P><M><O>spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}], routes: []}\n',
    ],
    [
      'empty overrides in a flow mapping',
      '<P><M>spec: {dstOverrides: [], routes: []}\n',
      '<P><M><O>spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}], routes: []}\n',
    ],
    [
      'missing overrides in a flow mapping',
      '<P><M>spec: {dstOverrides: , routes: []}\n',
      '<P><M><O>spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}] , routes: []}\n',
    ],
    [
      'empty overrides in a flow mapping with a tag',
      '<P><M>spec: {dstOverrides: !!seq [], routes: []}\n',
      '<P><M><O>spec: {dstOverrides: [{authority: <A1>, weight: "90"}, {authority: <A2>, weight: "10"}], routes: []}\n',
    ],
    [
      'overrides of others',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A3> # one\n    weight: "1" # two\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides of others with an anchor',
      '<P><M>spec:\n  dstOverrides: &o\n  - authority: <A3>\n    weight: "1"\n  routes: []\n',
      '<P><M><O>spec:\n  dstOverrides: &o\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n  routes: []\n',
    ],
    [
      'overrides of others with a tag',
      '<P><M>spec:\n  dstOverrides: !!seq # one\n    - authority: <A3>\n      weight: "1"\n',
      '<P><M><O>spec:\n  dstOverrides: !!seq # one\n    - authority: <A1>\n      weight: "90"\n    - authority: <A2>\n      weight: "10"\n',
    ],
    [
      'overrides with the other weights',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A1> # one\n    weight: "1" # two\n  # three\n  - weight: 2\n    authority: <A2>\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1> # one\n    weight: "90" # two\n  # three\n  - weight: "10"\n    authority: <A2>\n',
    ],
    [
      'overrides with the other weights in single quotes',
      "<P><M>spec:\n  dstOverrides:\n  - {authority: <A1>, weight: '1'}\n  - {authority: <A2>, weight: 5}\n",
      "<P><M><O>spec:\n  dstOverrides:\n  - {authority: <A1>, weight: '90'}\n  - {authority: <A2>, weight: '10'}\n",
    ],
    [
      'overrides in the other order',
      '<P><M>spec:\n  dstOverrides:\n  # one\n  - authority: <A2> # two\n    weight: "10"\n  # three\n  - authority: <A1>\n    weight: "90"\n',
      '<P><M><O>spec:\n  dstOverrides:\n  # three\n  - authority: <A1>\n    weight: "90"\n  # one\n  - authority: <A2> # two\n    weight: "10"\n',
    ],
    [
      'one override of two',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A1> # one\n    weight: "90"\n  # end\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1> # one\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n  # end\n',
    ],
    [
      'three overrides of two',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A3> # zero\n    weight: "1"\n  - authority: <A1> # one\n    weight: "90"\n  - authority: <A2> # two\n    weight: "10"\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1> # one\n    weight: "90"\n  - authority: <A2> # two\n    weight: "10"\n',
    ],
    [
      'one override of two, in flow style',
      '<P><M>spec:\n  dstOverrides:\n  -   {authority: <A2>, weight: "10"} # two\n',
      '<P><M><O>spec:\n  dstOverrides:\n  -   {authority: <A1>, weight: "90"}\n  -   {authority: <A2>, weight: "10"} # two\n',
    ],
    [
      'overrides without a weight',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A1>\n  - authority: <A2>\n    weight:\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides with a weight in a block',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: |-\n      1\n  - authority: <A2>\n    weight: "10"\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides with a weight with a tag',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: !!str 1\n  - authority: <A2>\n    weight: "10"\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides with a weight that is an alias',
      '<P><M>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: &w "10"\n  - authority: <A2>\n    weight: *w\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides with entries on lines of their own',
      '<P><M>spec:\n  dstOverrides:\n  -\n    authority: <A2>\n    weight: "10"\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  -\n    authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides below a key with a question mark',
      '<P><M>spec:\n  ? dstOverrides\n  : - authority: <A1>\n      weight: "1"\n',
      '<P><M>spec:\n  ? dstOverrides\n  : - authority: <A1>\n      weight: "1"\n',
    ],
    [
      'overrides below a merge',
      'x: &x\n  routes: []\n<P><M>spec:\n  <<: *x\n  dstOverrides:\n  - authority: <A1>\n    weight: "1"\n',
      'x: &x\n  routes: []\n<P><M><O>spec:\n  <<: *x\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'overrides that are a merge',
      'x: &x\n  dstOverrides: []\n<P><M>spec:\n  <<: *x\n',
      'x: &x\n  dstOverrides: []\n<P><M><O>spec:\n  <<: *x\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a spec that is an alias',
      'x: &x\n  dstOverrides: []\n<P><M>spec: *x\n',
      'x: &x\n  dstOverrides: []\n<P><M>spec: *x\n',
    ],
    [
      'a key of the spec that is an alias',
      'x: &x dstOverrides\n<P><M>spec:\n  *x : []\n',
      'x: &x dstOverrides\n<P><M>spec:\n  *x : []\n',
    ],
    [
      'annotations',
      '<P><M>  annotations:\n    a: b\n',
      '<P><M>  annotations:\n    a: b\n    smi.linkerd.io/skip: smi2linkerd\nspec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'annotations that are empty',
      '<P><M>  annotations: {}\nspec: {}\n',
      '<P><M><O>spec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'annotations that are null',
      '<P>metadata:\n  annotations:\n  name: <W>\n  namespace: shop\nspec: {}\n',
      '<P>metadata:\n<O>  name: <W>\n  namespace: shop\nspec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'annotations in a flow mapping',
      '<P><M>  annotations: {a: b}\nspec: {}\n',
      '<P><M>  annotations: {a: b, smi.linkerd.io/skip: smi2linkerd}\nspec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'metadata in a flow mapping',
      '<P>metadata: {name: <W>, namespace: shop}\nspec: {}\n',
      '<P>metadata: {name: <W>, namespace: shop, annotations: {smi.linkerd.io/skip: smi2linkerd}}\nspec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'metadata in a flow mapping with empty annotations',
      '<P>metadata: {name: <W>, namespace: shop, annotations: {}}\nspec: {}\n',
      '<P>metadata: {name: <W>, namespace: shop, annotations: {smi.linkerd.io/skip: smi2linkerd}}\nspec:\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'annotations that are an alias',
      'x: &x {a: b}\n<P><M>  annotations: *x\nspec: {}\n',
      'x: &x {a: b}\n<P><M>  annotations: *x\nspec: {}\n',
    ],
    [
      'another value of the annotation',
      '<P><M>  annotations:\n    smi.linkerd.io/skip: "" # one\nspec: {}\n',
      '<P><M>  annotations:\n    smi.linkerd.io/skip: "" # one\nspec: {}\n',
    ],
    [
      'CRLF',
      '<P><M>spec:\r\n  routes: []\r\n',
      '<P><M><O>spec:\r\n  routes: []\r\n  dstOverrides:\r\n  - authority: <A1>\r\n    weight: "90"\r\n  - authority: <A2>\r\n    weight: "10"\r\n',
    ],
    [
      'CRLF with overrides',
      '<P><M>spec:\r\n  dstOverrides:\r\n  - authority: <A1> # one\r\n    weight: "90"\r\n',
      '<P><M><O>spec:\r\n  dstOverrides:\r\n  - authority: <A1> # one\r\n    weight: "90"\r\n  - authority: <A2>\r\n    weight: "10"\r\n',
    ],
    [
      'a block scalar at the end',
      '<P><M>spec:\n  routes:\n  - name: |\n      one\n\n      two\n\n\n',
      '<P><M><O>spec:\n  routes:\n  - name: |\n      one\n\n      two\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n\n\n',
    ],
    [
      'a kept block scalar at the end',
      '<P><M>spec:\n  routes:\n  - name: |+\n      one\n\n\n',
      '<P><M><O>spec:\n  routes:\n  - name: |+\n      one\n\n\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a block scalar with an indented blank line at the end',
      '<P><M>spec:\n  routes:\n  - name: |\n      one\n  \n        \n',
      '<P><M><O>spec:\n  routes:\n  - name: |\n      one\n  \n        \n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'an empty block scalar at the end',
      '<P><M>spec:\n  routes:\n  - name: |\n',
      '<P><M><O>spec:\n  routes:\n  - name: |\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n',
    ],
    [
      'a block scalar with its own indentation at the end',
      '<P><M>spec:\n  routes:\n  - name: |2\n        one\n    \n',
      '<P><M><O>spec:\n  routes:\n  - name: |2\n        one\n  dstOverrides:\n  - authority: <A1>\n    weight: "90"\n  - authority: <A2>\n    weight: "10"\n    \n',
    ],
  ])('%s', (_, before, after) => {
    expect(updated(before)).toBe(filled(after));
  });
});

describe('a profile whose split is dropped gets another mark', () => {
  test.each<[string, string, string]>([
    ['plain', 'smi2linkerd # one', 'smi2linkerd-dropped # one'],
    ['in single quotes', "'smi2linkerd'", "'smi2linkerd-dropped'"],
    ['in double quotes', '"smi2linkerd"', '"smi2linkerd-dropped"'],
    ['in a block', '|-\n      smi2linkerd', 'smi2linkerd-dropped'],
    ['folded in a block', '>-\n      smi2linkerd\n', 'smi2linkerd-dropped\n'],
    ['with a tag', '!!str smi2linkerd # one', 'smi2linkerd-dropped # one'],
    ['with an anchor', '&a smi2linkerd', '&a smi2linkerd-dropped'],
    ['as an alias', '*o', 'smi2linkerd-dropped'],
    ['on the next line', '\n      smi2linkerd', '\n      smi2linkerd-dropped'],
  ])('%s', (_, before, after) => {
    const profile = (mark: string): string =>
      filled(`x: &o smi2linkerd\n<P><M>  annotations:\n    smi.linkerd.io/skip: ${mark}\n    a: b\nspec: {}\n`);
    const files = [
      { path: 'splits.yaml', text: split.replace(/backends: .*/, 'backends: []}') },
      { path: 'profiles.yaml', text: profile(before) },
    ];
    expect(convert(files, { drop: true }).files[1]?.text).toBe(profile(after));
  });
});
