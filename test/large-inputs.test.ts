import { describe, expect, test } from 'vitest';
import { convert } from '../src/index.ts';

const split = (name: string, spec: string, namespace = 'shop'): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec: ${spec}\n`;
const spec = '{service: web, backends: [{service: web-v1, weight: 1}]}';

const converted = (text: string): { converted: number; failed: boolean } => {
  const { report, failed } = convert([{ path: 'web.yaml', text }]);
  return { converted: report.summary.converted, failed };
};

describe('a large input is converted', () => {
  test('with 200,000 lines of blanks after a split', () => {
    expect(converted(split('web', spec) + ' \t\n'.repeat(200_000))).toEqual({ converted: 1, failed: false });
  });

  test('with more aliases in the result than are followed in an input of its size', () => {
    const backends = Array.from({ length: 100 }, (_, at) => `{service: web-v${at}, weight: 1}`).join(', ');
    const items = Array.from({ length: 101 }, (_, at) => {
      const own = at === 0 ? `&spec {service: web, backends: [${backends}]}` : '*spec';
      return `- ${split('web', own, `shop-${at}`).trim().replaceAll('\n', '\n  ')}`;
    });
    const list = `apiVersion: v1\nkind: List\nitems:\n${items.join('\n')}\n`;
    expect(converted(list)).toEqual({ converted: 101, failed: false });
  });
});

describe('a large input is refused', () => {
  test('with a key of 200,000 letters beside the items', () => {
    const text = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n${'a'.repeat(200_000)}: 1\nitems:\n- ${split('web', spec).trim().replaceAll('\n', '\n  ')}\n`;
    expect(converted(text)).toEqual({ converted: 0, failed: true });
  });
});
