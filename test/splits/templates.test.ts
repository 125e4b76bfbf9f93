import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { firstPartOf, holdsAction, namePattern } from '../../src/splits/actions.ts';
import { actionOn } from '../../src/splits/templates.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

/** The place of the first template action in an object. */
function placeIn(text: string): string | undefined {
  const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'coarse').at(0));
  const [manifest] = page === undefined ? [] : manifestsOf(page).manifests;
  if (manifest === undefined) throw new Error('holds no object');
  const { at } = actionOn(manifest, undefined) ?? {};
  return at === undefined || !('field' in at) ? undefined : at.field.join('.');
}

describe('the first template action that decides what becomes of an object', () => {
  test.each<[string, string | undefined]>([
    ['kind: A\nspec: {a: 1}', undefined],
    ['kind: "{{ .kind }}"\nspec: {a: "{{ .a }}"}', 'kind'],
    ['apiVersion: {{ .v }}\nkind: A', 'apiVersion'],
    ['kind: A\nmetadata: "{{ .m }}"\nspec: {a: 1}', 'metadata'],
    ['kind: A\nmetadata: {name: "a-{{ .n }}"}', 'metadata.name'],
    ['kind: A\nmetadata: {namespace: {{ .n }}}', 'metadata.namespace'],
    ['kind: A\nmetadata: {labels: {a: "{{ .n }}"}}', undefined],
    ['kind: A\nmetadata: {labels: {a: {{ .n }}}}', 'metadata.labels.a'],
    ['kind: A\nmetadata: {annotations: {{ .n }}}', 'metadata.annotations'],
    ['kind: A\nmetadata: {ownerReferences: {{ .n }}}', 'metadata.ownerReferences'],
    ['kind: A\na: &a "{{ .n }}"\nmetadata: {labels: *a}', 'metadata.labels'],
    ['kind: A\nmetadata: {annotations: {a: [[ .n ]]}}', 'metadata.annotations.a'],
    ['kind: A\nspec: {a: [1, {b: "${B}"}]}', 'spec.a.1.b'],
    ['kind: A\nspec: {a: {{ .b }}}', 'spec.a'],
    ['kind: A\nspec: {a: $(B)}', 'spec.a'],
    ['kind: A\nspec: {a: "<%= b %>"}', 'spec.a'],
    ['kind: A\nspec: {a: [[ b ]]}', 'spec.a'],
    ['kind: A\nspec: {a: [ [b] ]}', undefined],
    ['kind: A\nspec: {a: [[b], [c]]}', undefined],
    ['kind: A # [[\nspec: {a: [ [b] ]}', undefined],
    ['kind: A # [[\nspec: {a: {b: [c]}}', undefined],
    ['kind: A\nspec: {a: [[]]}', undefined],
    ['kind: A\nspec: {a: [[1, "$B"]]}', 'spec.a.0.1'],
    ['kind: A\nspec: {a: [[b, 1]]}', undefined],
    ['kind: A\nspec: {"{{ a }}": 1}', 'spec.{{ a }}'],
    ['kind: A\nspec: {<<: {a: $B}}', 'spec.a'],
    ['kind: A\nb: &b {a: $B}\nspec: {<<: *b, c: 1}', 'spec.a'],
    ['kind: A\nb: &b {a: 1}\nspec: {c: *b, d: *b, e: $E}', 'spec.e'],
    ['kind: A\nspec: {a: "\\x7b{ b }}"}', 'spec.a'],
    ['kind: A\nspec: {a: 1} # {{ b }}', undefined],
    ['kind: A\nstatus: {a: {{ b }}}', undefined],
  ])('in %j is at %s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });
});

describe('a name with template actions', () => {
  test.each<[string, string, boolean]>([
    ['{{ .a }}', 'web', true],
    ['web-{{ .a }}', 'web-1', true],
    ['web-{{ .a }}', 'api-1', false],
    ['${A}-web', 'x-web', true],
    ['$(A).web', 'x.web', true],
    ['$(A).web', 'x-web', false],
    ['<%= a %>b', 'ab', true],
    ['[[ a ]]b', 'ac', false],
    ['$A', 'b', true],
    ['a-{{ .a', 'a-{{ .a', true],
    ['a-{{ .a', 'a-b', false],
    ['a-{{ .a', 'a-{{ .ab', false],
    ['x}}y{{z', 'x}}y{{z', true],
    ['a${A}b${B}c', 'aXbYc', true],
    ['a${A}b${B}c', 'acb', false],
    ['ab${A}bc', 'abc', false],
    ['web${A}', 'web', true],
    ['${A}-x-${B}-x-${C}', 'a-x-c', false],
    ['${A}-${B}', 'web', false],
    ['{{ if .a }}a{{ end }}b', 'b', true],
    ['{{ if .a }}a{{ end }}b', 'a', false],
    ['{{ if .a }}a-${B}{{ end }}b', 'b', true],
    ['[[- a -]]b', 'ab', true],
  ])('%j may become %j: %s', (name, other, may) => {
    expect(namePattern(name)?.test(other)).toBe(may);
  });

  test.each<[string, string, string]>([
    ['60 actions, each before a letter', `${'${x}a'.repeat(60)}b`, 'a'.repeat(250)],
    ['300,000 actions that are not closed, after one', `\${x}${'[[ '.repeat(300_000)}`, 'web'],
    ['300,000 actions that are not closed', '{{'.repeat(300_000), 'web'],
  ])('of %s, does not become another', (_, name, other) => {
    expect(namePattern(name)?.test(other)).toBe(false);
  });

  test.each<[string, string]>([
    ['web.a.svc', 'web'],
    ['web', 'web'],
    ['{{ .a }}.b.svc', '{{}}'],
    ['web-{{ .a }}-c.b', 'web-{{}}-c'],
    ['web.{{ .a }}.svc', 'web'],
    ['${A.b}.c', '{{}}'],
  ])('%j has the first part %j', (name, part) => {
    expect(firstPartOf(name)).toBe(part);
  });

  test('of 300,000 actions that are not closed is its own first part', () => {
    const name = '{{'.repeat(300_000);
    expect(firstPartOf(name)).toBe(name);
  });

  test.each(['web', '[[ ]]', '[['.repeat(300_000), '[[ '.repeat(300_000)])('%#: is none without one', (name) => {
    expect(namePattern(name)).toBeUndefined();
  });

  test.each([
    ['a: 1 # {{ b }}', false],
    ['a: {{ b }}', true],
    [`-${'-'.repeat(300_000)}`, false],
  ])('%#: a text holds one', (text, holds) => {
    expect(holdsAction(text)).toBe(holds);
  });
});

describe('splits', () => {
  const splitOf = (name: string): string =>
    `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}, namespace: a}\nspec: {service: ${name}, backends: [{service: v1, weight: 1}]}\n`;
  const messagesOf = (text: string): readonly string[] =>
    convert([{ path: 'a.yaml', text }]).findings.map(({ message }) => message);

  test.each<[string, string]>([
    ['a last line without an end that begins as one of ytt', `${splitOf('web')}---\nkind: A\n#@shop/team`],
    ['a condition in a last line without an end', `${splitOf('web')}---\n{{ if .a }}{{ end }}`],
    [
      'a condition in a comment of a template that never ends',
      `---\n# {{/* a\n---\n{{ if .a }}\n---\n${splitOf('web')}---\n{{ end }}\n`,
    ],
  ])('are converted beside %s', (_, text) => {
    expect(messagesOf(text)).toEqual([]);
  });

  test('have the comments above them, after the end of the document before', () => {
    const text = `%YAML 1.2\n---\n${splitOf('web')}...\n#@ if/end a\n${splitOf('api')}...\n${splitOf('pay')}`;
    expect(messagesOf(text)).toEqual(
      ['file', 'TrafficSplit api', 'file'].map(
        (of) => `a comment of ${of === 'file' ? 'the file' : of} holds a template action, which ytt runs`,
      ),
    );
  });
});
