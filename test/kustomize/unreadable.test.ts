import { expect, test } from 'vitest';
import { readKustomization } from '../../src/kustomize/read.ts';
import { wordsOf } from '../../src/kustomize/unreadable.ts';

const read = (bytes: Uint8Array): ReturnType<typeof readKustomization> =>
  readKustomization({ path: 'app/kustomization.yaml', directory: '/app', bytes });

test('a kustomization in UTF-16 is read, as Kustomize does', () => {
  const littleEndian = Buffer.from('\uFEFFnamespace: prod\n', 'utf16le');
  for (const bytes of [littleEndian, Buffer.from(littleEndian).swap16()])
    expect(read(bytes)).toMatchObject({ object: { namespace: 'prod' } });
});

test.each([
  ['namespace: "x\nresources: [web.yaml]\n', 'app/kustomization.yaml:3:1', false],
  ['namespace: {{ x }}\nresources: [web.yaml]\n', 'app/kustomization.yaml', true],
  ['{{ if x }}\nresources:\n- web.yaml\n{{ end }}\n', 'app/kustomization.yaml', true],
  ['<<<<<<< a\nnamespace: {{ x }}\n=======\n>>>>>>> b\nresources: [web.yaml]\n', 'app/kustomization.yaml:1:1', false],
  ['x: &a [*a]\nresources: [web.yaml]\n', 'app/kustomization.yaml', false],
])('%j cannot be read', (text, place, isTemplate) => {
  const { problem, object } = read(Buffer.from(text));
  expect(problem).toMatchObject({ place, isTemplate });
  expect(object.resources).toContain('web.yaml');
});

test('a kustomization that is not UTF-8 lists what is named in the rest of its text', () => {
  const { problem, object } = read(Buffer.from('# caf\xe9\nresources: [web.yaml]\n', 'latin1'));
  expect(problem).toMatchObject({ place: 'app/kustomization.yaml', reason: 'not UTF-8' });
  expect(object.resources).toContain('web.yaml');
});

test('actions in texts and comments do not make a kustomization a template', () => {
  expect(read(Buffer.from('# {{ x }}\nnamespace: "{{ y }}"\n')).problem).toBeUndefined();
});

test('words in comments, and more than a kustomization has, are no paths', () => {
  expect(wordsOf('a.yaml # b.yaml\n#c.yaml\n.. - !\n')).toEqual(['a.yaml', '..']);
  expect(wordsOf(Array.from({ length: 30_000 }, (_, index) => `f${index}`).join('\n'))).toHaveLength(20_000);
});
