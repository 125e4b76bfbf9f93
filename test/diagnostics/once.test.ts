import { expect, test } from 'vitest';
import { oncePerPlace, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const source = { path: 'a.yaml', bytes: new Uint8Array() };
const finding = (message: string, path = source): Diagnostic => ({
  code: 'service-missing',
  message,
  at: { source: path },
});

test('a finding about the same place that two units report is passed on once', () => {
  const passed: string[] = [];
  const report = oncePerPlace(({ message }) => void passed.push(message));
  const [one, other] = [finding('one'), finding('other')];
  const elsewhere = finding('one', { ...source, path: 'b.yaml' });
  for (const diagnostic of [one, other, one, { ...one, at: { source } }, { ...other }, elsewhere]) report(diagnostic);
  expect(passed).toEqual(['one', 'other', 'one']);
});
