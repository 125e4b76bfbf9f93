import { describe, expect, test } from 'vitest';
import { operated } from '../../src/kustomize/json-patch.ts';
import { afterStep, portChangeOf } from '../../src/kustomize/port-changes.ts';
import type { Step } from '../../src/kustomize/step.ts';
import { servicePorts } from '../../src/mesh/route-ports.ts';

const opaque = 'config.linkerd.io/opaque-ports';
const path = `/metadata/annotations/${opaque.replace('/', '~1')}`;
const web = { group: '', kind: 'Service', name: 'web', namespace: 'shop', version: 'v1' };

/** Whether a step changes the ports of a Service with 80, which is opaque if annotated, and 53 over UDP. */
function changes(step: object, annotations: object = {}): boolean {
  const object = {
    metadata: { name: 'web', annotations },
    spec: { ports: [{ port: 80 }, { port: 53, protocol: 'UDP', nodePort: 1 }] },
  };
  const taken = (one: object): string => JSON.stringify(servicePorts(one as typeof object));
  return portChangeOf({ ...step, where: 'x' } as Step, { ...web, object, taken }) !== undefined;
}

const merge = (more: object): object => ({ kind: 'patch', target: { kind: 'Service' }, patches: [more] });
const operations = (...all: readonly object[]): object => merge(all);

describe('a strategic merge', () => {
  test.each<[object, boolean]>([
    [{ spec: { ports: [{ port: 80, nodePort: 2 }] } }, false],
    [{ spec: { ports: [{ port: 80, protocol: 'TCP', nodePort: 2 }] } }, false],
    [{ spec: { ports: [{ port: 53, protocol: 'UDP', appProtocol: 'tcp' }] } }, false],
    [{ spec: { ports: [{ port: 80, protocol: 'TCP', appProtocol: 'tcp' }] } }, false],
    [{ spec: { ports: [{ port: 53 }] } }, false],
    [{ spec: { ports: [{ port: 54 }] } }, true],
    [{ spec: { ports: [{ port: 80, protocol: 'UDP' }] } }, false],
    [{ spec: { ports: [{ port: 80, appProtocol: 'tcp' }] } }, true],
    [{ spec: { ports: [{ name: 'a' }] } }, false],
    [{ spec: { ports: [{ port: 80 }, { port: 53, protocol: 'UDP', $patch: 'delete' }] } }, false],
    [{ spec: { ports: [{ port: 80, $patch: 'delete' }] } }, false],
    [{ spec: { ports: [{ port: 80, protocol: 'TCP', $patch: 'delete' }] } }, false],
    [{ spec: { ports: [{ $patch: 'replace' }, { port: 80 }] } }, false],
    [{ spec: { ports: [{ $patch: 'replace' }, { port: 81 }] } }, true],
    [{ spec: { ports: [{ $patch: 'replace', port: 80 }] } }, true],
    [{ spec: { ports: [{ $patch: 'delete' }] } }, true],
    [{ spec: { ports: [{ $setElementOrder: 'x', port: 80 }] } }, true],
    [{ spec: { ports: null } }, true],
    [{ spec: { $patch: 'merge' } }, false],
    [{ spec: { $patch: 'other' } }, true],
    [{ spec: { ports: [{ port: 80 }, 'text'] } }, true],
    [{ spec: { ports: {} } }, true],
    [{ spec: { $patch: 'replace', type: 'NodePort' } }, true],
    [{ spec: null }, true],
    [{ metadata: { $patch: 'replace' } }, true],
    [{ metadata: null }, true],
    [{ metadata: { annotations: { $patch: 'replace' } } }, true],
    [{ metadata: { annotations: null } }, true],
    [{ metadata: { annotations: { [opaque]: '80' } } }, true],
    [{ metadata: { annotations: { [opaque]: '90' } } }, false],
    [{ metadata: { annotations: { a: 'b' } } }, false],
  ])('%j changes ports: %s', (patch, isChange) => {
    expect(changes(merge(patch))).toBe(isChange);
  });

  test('that removes an annotation, or writes the same one', () => {
    const own = { [opaque]: '80', a: 'b' };
    expect(changes(merge({ metadata: { annotations: { [opaque]: null } } }), own)).toBe(true);
    expect(changes(merge({ metadata: { annotations: { [opaque]: '80' } } }), own)).toBe(false);
    expect(changes({ kind: 'metadata', labels: {}, annotations: { [opaque]: '' } }, own)).toBe(true);
  });
});

describe('a JSON patch', () => {
  test.each<[string, readonly object[], boolean]>([
    ['replaces a port of nodes', [{ op: 'replace', path: '/spec/ports/1/nodePort', value: 2 }], false],
    ['removes a port of nodes', [{ op: 'remove', path: '/spec/ports/1/nodePort' }], false],
    ['removes a port over UDP', [{ op: 'remove', path: '/spec/ports/1' }], false],
    ['removes a port', [{ op: 'remove', path: '/spec/ports/0' }], true],
    ['moves something else', [{ op: 'move', from: '/metadata/labels/a', path: '/metadata/labels/b' }], false],
    ['copies ports to somewhere else', [{ op: 'copy', from: '/spec/ports', path: '/spec/x' }], false],
    ['moves ports to somewhere else', [{ op: 'move', from: '/spec/ports', path: '/spec/x' }], true],
    ['replaces all by text', [{ op: 'replace', path: '', value: 'text' }], true],
    ['removes all', [{ op: 'remove', path: '' }], true],
    ['adds the annotation', [{ op: 'add', path, value: '80' }], true],
    ['removes the annotation that there is not', [{ op: 'remove', path }], false],
    [
      'takes a change back',
      [
        { op: 'add', path, value: '80' },
        { op: 'remove', path },
      ],
      false,
    ],
    [
      'changes nothing and then something',
      [
        { op: 'add', path, value: '90' },
        { op: 'add', path, value: '80' },
      ],
      true,
    ],
    ['is of an unknown kind', [{ op: 'swap', path: '/spec/ports' }], true],
  ])('that %s', (_, all, isChange) => {
    expect(changes(operations(...all))).toBe(isChange);
  });
});

describe('a step', () => {
  const patch = { kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 90 }] } };
  const target = (fieldPath: string, kind = 'Service'): object => ({ select: { kind }, fieldPaths: [fieldPath] });

  test.each<[string, object, boolean]>([
    ['that patches by name', { kind: 'patch', patches: [patch] }, true],
    ['that patches another by name', { kind: 'patch', patches: [{ ...patch, metadata: { name: 'api' } }] }, false],
    ['that patches another kind by name', { kind: 'patch', patches: [{ ...patch, kind: 'Pod' }] }, false],
    ['that patches another kind', { ...merge(patch), target: { kind: 'Pod' } }, false],
    ['whose patch is text', merge(['text']), true],
    ['whose patch is a word', { kind: 'patch', target: {}, patches: ['word'] }, true],
    ['whose patch cannot be read', { kind: 'patch', target: {}, patches: [] }, true],
    ['that replaces something of another', { kind: 'replacement', targets: [target('spec.ports', 'Pod')] }, false],
    [
      'that replaces ports, too',
      { kind: 'replacement', targets: [target('spec.type'), target('spec.ports.0.port')] },
      true,
    ],
    ['that sets a namespace', { kind: 'namespace', value: 'a' }, false],
  ])('%s', (_, step, isChange) => {
    expect(changes(step)).toBe(isChange);
  });
});

describe('an operation', () => {
  test.each<[string, unknown, readonly string[], object, unknown]>([
    ['makes what is missing', {}, ['a', 'b'], { op: 'add', value: 1 }, { a: { b: 1 } }],
    ['removes a key', { a: 1, b: 2 }, ['a'], { op: 'remove' }, { b: 2 }],
    ['inserts an entry', [1, 2], ['1'], { op: 'add', value: 3 }, [1, 3, 2]],
    ['appends an entry', [1, 2], ['-'], { op: 'add', value: 3 }, [1, 2, 3]],
    ['replaces an entry', [1, 2], ['0'], { op: 'replace', value: 3 }, [3, 2]],
    ['removes an entry', [1, 2], ['1'], { op: 'remove' }, [1]],
    [
      'changes a field of an entry',
      [{ a: 1 }, { a: 2 }],
      ['1', 'a'],
      { op: 'replace', value: 3 },
      [{ a: 1 }, { a: 3 }],
    ],
  ])('%s', (_, value, keys, operation, after) => {
    expect(operated(value, keys, operation as Parameters<typeof operated>[2])).toEqual(after);
  });
});

describe('the type of a Service', () => {
  const after = (step: object): unknown => {
    const object = { spec: { type: 'NodePort', clusterIP: '10.0.0.1' } };
    return { ...(afterStep({ ...step, where: 'x' } as Step, { ...web, object })?.spec as object), ports: undefined };
  };

  test.each<[string, object, unknown]>([
    ['is set by a merge', merge({ spec: { type: 'ExternalName' } }), { type: 'ExternalName', clusterIP: '10.0.0.1' }],
    ['is not that of the metadata', merge({ metadata: { type: 'a' } }), { type: 'NodePort', clusterIP: '10.0.0.1' }],
    [
      'is set by a JSON patch',
      operations({ op: 'replace', path: '/spec/clusterIP', value: 'None' }),
      { type: 'NodePort', clusterIP: 'None' },
    ],
    ['is removed by a JSON patch', operations({ op: 'remove', path: '/spec/type' }), { clusterIP: '10.0.0.1' }],
    [
      'is left by an operation whose value is not known',
      operations({ op: 'copy', from: '/spec/a', path: '/spec/type' }),
      { type: 'NodePort', clusterIP: '10.0.0.1' },
    ],
  ])('%s', (_, step, spec) => {
    expect(after(step)).toEqual(spec);
  });

  test('is no port', () => {
    expect(changes(merge({ spec: { type: 'ExternalName' } }))).toBe(false);
    expect(changes(operations({ op: 'move', from: '/spec/a', path: '/spec/type' }))).toBe(false);
  });
});

describe('ports of the same number', () => {
  const [bare, tcp, udp] = [{ port: 80 }, { port: 80, protocol: 'TCP' }, { port: 80, protocol: 'UDP' }];
  const marked = (port: object, appProtocol: string): object => ({ ...port, appProtocol });
  const other = { port: 90, protocol: 'TCP' };

  // As Kustomize 5.8 builds them.
  test.each<[string, readonly object[], readonly object[], readonly object[]]>([
    ['with two protocols keep an entry without one', [tcp, udp], [marked(bare, 'a')], [tcp, udp]],
    ['of which one has a protocol', [bare, udp], [marked(bare, 'a')], [bare, udp]],
    ['with a protocol in the patch', [bare], [marked(bare, 'a'), marked(tcp, 'b')], [bare]],
    ['beside another number with a protocol', [bare, other], [marked(bare, 'a')], [marked(bare, 'a'), other]],
    ['with a protocol that is named', [bare, udp], [marked(udp, 'a')], [bare, marked(udp, 'a')]],
    ['that are patched twice', [bare], [marked(bare, 'a'), { ...bare, targetPort: 1 }], [marked(bare, 'a')]],
    ['that are added twice', [], [marked(tcp, 'a'), marked(tcp, 'b')], [marked(tcp, 'a')]],
    ['that are added with and without one', [other], [marked(bare, 'a'), tcp], [other, tcp]],
    ['after a directive for them', [bare], [{ ...bare, $patch: 'delete' }, marked(bare, 'a')], []],
    [
      'after a directive without effect',
      [bare, other],
      [{ ...bare, $patch: 'delete' }, marked(bare, 'a')],
      [bare, other],
    ],
  ])('%s', (_, own, patch, built) => {
    const step = { ...merge({ spec: { ports: patch } }), where: 'x' } as Step;
    expect(afterStep(step, { ...web, object: { spec: { ports: own } } })).toEqual({ spec: { ports: built } });
  });
});
