import { expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { readAsKubernetes } from './kubernetes-reader.ts';

/** Values with a tag, an escape or a form that readers of YAML treat differently. */
const values = [
  ...['!!int abc', '!!int 5.5', '!!int 1e3', '!!int ""', '!!int null', '!!int true', '!!int "5"', '!!int 0x1F'],
  ...['!!int 99999999999999999999', '!!float abc', '!!float 5', '!!float ""', '!!bool abc', '!!bool 1', '!!bool yes'],
  ...['!!null x', '!!null 5', '!!null ""', '!!timestamp nonsense', '!!timestamp 5', '!!timestamp 2024-05-01'],
  ...['!!str 5', '!!str .inf', '!foo a', '! 5', '.inf', '-.INF', '.nan', '".nan"', '".inf"', '.info', '1.inf'],
  ...[String.raw`"\ud800"`, String.raw`"\udc00x"`, String.raw`"\ud83d\ude00"`, String.raw`"\\ud800"`],
  ...[String.raw`'\ud800'`, String.raw`a\ud800`, String.raw`"\u00e4"`],
];

const fields = ['annotation', 'service', 'weight', 'status'] as const;

function splitWith(field: (typeof fields)[number], value: string): string {
  const at = (other: typeof field, usual: string): string => (other === field ? value : usual);
  return `apiVersion: split.smi-spec.io/v1alpha1
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
  annotations:
    note: ${at('annotation', 'a note')}
spec:
  service: web
  backends:
  - service: ${at('service', 'web-v1')}
    weight: ${at('weight', '90')}
status: ${at('status', '{}')}
`;
}

const texts = fields.flatMap((field) => values.map((value) => splitWith(field, value)));
const read = readAsKubernetes(texts.map((text) => new TextEncoder().encode(text)));

test.skipIf(read === undefined)("a split that Kubernetes' reader refuses is not converted without a finding", () => {
  const refused = texts.filter((_, at) => read?.[at] === undefined);
  const silent = refused.filter((text) => convert([{ path: 'a.yaml', text }]).findings.length === 0);
  expect(refused.length).toBeGreaterThan(60);
  expect(silent).toEqual([]);
});

test.skipIf(read === undefined)("a split that Kubernetes' reader takes is no syntax error", () => {
  const taken = texts.filter((_, at) => read?.[at] !== undefined);
  const refused = taken.filter((text) =>
    convert([{ path: 'a.yaml', text }]).findings.some(({ code }) => code === 'yaml-syntax'),
  );
  expect(taken.length).toBeGreaterThan(50);
  expect(refused).toEqual([]);
});
