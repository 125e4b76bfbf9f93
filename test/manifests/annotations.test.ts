import { describe, expect, test } from 'vitest';
import { annotation, label } from '../../src/kubernetes.ts';

describe('an annotation or a label', () => {
  test.each<[string, object, string | undefined]>([
    ['that is missing', {}, undefined],
    ['that is a string', { a: 'b' }, 'b'],
    ['that is a number', { a: 1 }, '1'],
    ['without a value', { a: null }, ''],
  ])('%s', (_, values, text) => {
    expect(annotation({ metadata: { annotations: values } }, 'a')).toBe(text);
    expect(label({ metadata: { labels: values } }, 'a')).toBe(text);
  });
});
