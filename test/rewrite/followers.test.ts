import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

/** A split with two weights, as an entry of a flow list. */
function entry(name: string, one: number, other: number): string {
  const backends = `[{service: ${name}-v1, weight: ${one}}, {service: ${name}-v2, weight: ${other}}]`;
  return `{apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: ${name}, namespace: shop}, spec: {service: ${name}, backends: ${backends}}}`;
}

const other = '{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: shop}}';

// The split `web` becomes two routes, of which the second goes after the comment; `api` and `cart` have no weight, and go.
describe('an entry that goes after new ones, which are after the comma and the comment of their split', () => {
  const [api, cart] = [entry('api', 0, 0), entry('cart', 0, 0)];
  test.each([
    ['on a line of its own, before another', `${api},\n  ${other}\n]`, `,\n  ${other}\n]`],
    ['on the line of another', `${api}, ${other}\n]`, `,\n  ${other}\n]`],
    ['as the last one', `${api}\n]`, '\n]'],
    ['as the last one with a comma', `${api},\n]`, ',\n]'],
    ['as the last one with a comma before the bracket', `${api}, ]`, ',\n   ]'],
    ['as the last one with a comma after a comment', `${api} # d\n  , # e\n]`, ',\n   # d\n   # e\n]'],
    ['with another that goes', `${api},\n  ${cart},\n  ${other}\n]`, `,\n  ${other}\n]`],
    ['with another on its line', `${api}, ${cart}, ${other}\n]`, `,\n  ${other}\n]`],
    ['with another, as the last ones', `${api},\n  ${cart}\n]`, '\n]'],
    ['with another on its line, as the last ones', `${api}, ${cart}\n]`, '\n]'],
    ['with another on its line, as the last ones with a comma', `${api}, ${cart}, ]`, ',\n   ]'],
    ['with another after one that stays', `${api},\n  ${other},\n  ${cart}\n]`, `,\n  ${other}\n]`],
  ])('%s', (_, behind, left) => {
    const text = `apiVersion: v1\nkind: List\nitems: [\n  ${entry('web', 1, 2)}, # c\n  ${behind}\n`;
    const { files } = convert([{ path: 'list.yaml', text }], { target: 'httproute', drop: true, ports: '80 8080' });
    const [route, next] = ['web-80', 'web-8080'].map(
      (name) => `{apiVersion: [^\\n]*metadata: {name: ${name}, [^\\n]*}`,
    );
    const rest = left.replaceAll(/[{}\]]/g, String.raw`\$&`);
    expect(files[0]?.text).toMatch(
      new RegExp(`^apiVersion: v1\nkind: List\nitems: \\[\n  ${route ?? ''}, # c\n  ${next ?? ''}${rest}\n$`),
    );
  });
});
