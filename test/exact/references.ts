import { Document, isCollection, visit, type Node } from 'yaml';
import type { SeededRandom } from '../fuzz/seeded-random.ts';
import type { Styled } from './styles.ts';

/**
 * A split and the profile or route that carries it already, parts of which have anchors, tags and comments; aliases
 * repeat some of these parts elsewhere in the document.
 */

const suffix = '.shop.svc.cluster.local';
const metadata = { name: 'web', namespace: 'shop' };

/** A stream for a tape of numbers. */
export function referencedStream(random: SeededRandom): Styled {
  const backends = random.pick([
    [],
    [{ service: 'web-v1', weight: 90 }],
    [
      { service: 'web-v1', weight: 90 },
      { service: 'web-v2', weight: 10 },
    ],
  ]);
  const split = document(random, {
    apiVersion: 'split.smi-spec.io/v1alpha2',
    kind: 'TrafficSplit',
    metadata,
    spec: { service: 'web', backends },
  });
  const carrier = document(random, random.below(4) === 0 ? routeOf(random) : profileOf(random));
  const service = `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{port: 80}]}\n`;
  const text = random
    .pick([
      [service, split, carrier],
      [carrier, service, split],
    ])
    .join('---\n');
  const overrides = backends.map(({ service: name, weight }) => ({
    authority: `${name}${suffix}`,
    weight: String(weight),
  }));
  return { text, path: 'all.yaml', splits: [{ apex: 'web', overrides }] };
}

function profileOf(random: SeededRandom): object {
  const names = random.pick([['web-v1'], ['web-v1', 'web-v2'], ['web-v2', 'web-v1'], ['web-v3'], []]);
  const dstOverrides = names.map((name) => ({ authority: name + suffix, weight: random.pick(['1', '90', '10']) }));
  const routes = [{ name: 'GET /', condition: { method: 'GET', pathRegex: '/' } }];
  const annotations = random.pick([{}, { a: 'b' }, { 'smi.linkerd.io/skip': 'true', a: 'b' }]);
  return {
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: { name: `web${suffix}`, namespace: 'shop', labels: { a: 'b' }, annotations },
    spec: { ...(random.below(5) > 0 && { dstOverrides }), ...(random.below(2) === 0 && { routes }) },
  };
}

function routeOf(random: SeededRandom): object {
  const names = random.pick([['web-v1', 'web-v2'], ['web-v1']]);
  const backendRefs = names.map((name) => ({
    group: '',
    kind: 'Service',
    name,
    port: 80,
    weight: random.pick([1, 90]),
  }));
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { ...metadata, annotations: { 'smi2linkerd.dev/trafficsplit': 'web' } },
    spec: {
      parentRefs: [{ group: 'core', kind: 'Service', name: 'web', port: 80 }],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs }],
    },
  };
}

/** An object as the text of a document, alone or in a List, with anchors, tags and comments, and aliases below it. */
function document(random: SeededRandom, object: object): string {
  const isListed = random.below(4) === 0;
  const made = new Document(isListed ? { apiVersion: 'v1', kind: 'List', items: [object] } : object);
  const nodes: Node[] = [];
  visit(made, {
    Node: (key, node) => {
      if (key !== 'key' && node !== made.contents) nodes.push(node);
      if (isCollection(node) && random.below(4) === 0) node.flow = true;
      if (key === 'value' && isCollection(node) && random.below(12) === 0)
        node.tag = `tag:yaml.org,2002:${'add' in node && Array.isArray(node.toJSON()) ? 'seq' : 'map'}`;
      if (random.below(16) === 0) node.comment = ' about it';
    },
  });
  const anchored = Array.from({ length: random.below(3) }, (_, index) => {
    const node = random.pick<Node & { anchor?: string }>(nodes);
    node.anchor = `a${index}`;
    return node.anchor;
  });
  const text = made.toString();
  const isBlock = !isCollection(made.contents) || made.contents.flow !== true;
  const used = [...new Set(anchored)].filter((name) => text.includes(`&${name}`) && random.below(3) > 0);
  return isBlock ? text + used.map((name) => `x-${name}: *${name}\n`).join('') : text;
}
