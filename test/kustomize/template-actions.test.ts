import { describe, expect, test } from 'vitest';
import { objectsInTemplate, replaceActions } from '../../src/kustomize/template-actions.ts';

describe('actions in a text are replaced', () => {
  test.each([
    ['a{{ b }}c{{d}}', 'a*c*'],
    ['{{ a }', '{{ a }'],
    ['}} {{ a }} {{', '}} * {{'],
    ['{{ a\n}}b', '*b'],
    [`${'{{'.repeat(300_000)}}}`, '*'],
    ['{{'.repeat(300_000), '{{'.repeat(300_000)],
  ])('%#', (written, replaced) => {
    expect(replaceActions(written, () => '*')).toBe(replaced);
  });
});

describe('the objects in a template', () => {
  test.each<[string, string, readonly unknown[]]>([
    ['actions on lines of their own are left out', '{{- if .a }}\na: 1\n  {{- end }}  \n', [{ a: 1 }]],
    ['two actions on a line', 'a: 1\n{{ b }} {{ c }}\r\nd: 2\n', [{ a: 1, d: 2 }]],
    ['an action in a value is kept', 'a: {{ .b "c" }}-d\n', [{ a: '{{ .b "c" }}-d' }]],
    ['an action in a key is kept', '{{ .a }}: 1\n', [{ '{{ .a }}': 1 }]],
    [
      'an action that is not closed ends with its document',
      'a: "{{"\n---\nb: {c: {d: 1}}\n',
      [{ a: '{{' }, { b: { c: { d: 1 } } }],
    ],
    ['of both branches the last one counts', '{{ if a }}\nb: 1\n{{ else }}\nb: 2\n{{ end }}\n', [{ b: 2 }]],
    ['a document that cannot be read is left out', 'a: [\n---\nb: 1\n', [{ b: 1 }]],
  ])('%s', (_, written, objects) => {
    expect(objectsInTemplate(written)).toEqual(objects);
  });
});
