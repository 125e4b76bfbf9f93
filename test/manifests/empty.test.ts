import { expect, test } from 'vitest';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { readSlice } from '../../src/yaml/read.ts';

test.each(['', '# nothing\n', '---\n# nothing\n', '---\n...\n', 'null\n', '[]\n'])('%j holds no manifest', (text) => {
  const bytes = Buffer.from(text);
  const page = readSlice({ source: { path: '-', bytes }, start: 0, end: bytes.length, part: 'documents' });
  expect(manifestsOf(page)).toMatchObject({ manifests: [], unreadable: [] });
});
