import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

const split =
  '{"apiVersion": split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: web, namespace: shop}, spec: {service: web, backends: [{service: web-v1, weight: 1}]}}';

/** The line of the profile that a stream with this split becomes; the whole text if it has none. */
function profileIn(text: string): string {
  const [file] = convert([{ path: 'a.yaml', text: text.replace('<S>', split) }], { drop: true }).files;
  return file?.text.split(/\r?\n/).find((line) => line.includes('ServiceProfile')) ?? text;
}

// Kubernetes' decoder reads a stream as JSON if its first document is, and then takes no line of three dots.
describe('a flow document whose first key has quotes becomes', () => {
  test.each<[string, string, boolean]>([
    ['JSON', '<S>\n', true],
    ['JSON before another document', '<S>\n---\na: 1\n', true],
    ['JSON in a later document before an end marker', 'a: 1\n---\n<S>\n...\n', true],
    ['JSON after a marker, before an end marker', '---\n<S>\n...\n', true],
    ['JSON in a list before an end marker', 'kind: List\napiVersion: v1\nitems: [<S>]\n...\n', true],
    ['JSON before another document with an end marker', '<S>\n---\na: 1\n...\n', true],
    ['no JSON as the first one before an end marker', '<S>\n...\n---\na: 1\n', false],
    ['no JSON before comments and an end marker', '<S> # c\n\n  # d\n... # e\n', false],
    ['no JSON before an end marker, with CRLF', '<S>\r\n...\r\n', false],
  ])('%s', (_, text, isJson) => {
    expect(profileIn(text).includes('"kind": "ServiceProfile"')).toBe(isJson);
  });
});
