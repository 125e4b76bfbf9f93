import { describe, expect, test } from 'vitest';
import { isDuration } from '../../src/mesh/durations.ts';
import { kindOf, show } from '../../src/mesh/flag.ts';
import { readProfileSplit } from '../../src/mesh/profile-split.ts';
import { givenPorts, oddPort, servicePorts } from '../../src/mesh/route-ports.ts';

describe('isDuration', () => {
  test.each([
    '0',
    '+0',
    '1s',
    '-1s',
    '1h30m',
    '.5s',
    '1.s',
    '1.5h',
    '3us',
    '3µs',
    '3μs',
    '9223372036854775807ns',
    '-9223372036854775808ns',
    '2562047h47m16.854775807s',
    `${'0'.repeat(999)}s`,
  ])('%s is one', (text) => {
    expect(isDuration(text)).toBe(true);
  });

  test.each([
    '',
    '1',
    's',
    '.s',
    '1 s',
    '1d',
    '--1s',
    '9223372036854775808ns',
    '+9223372036854775808ns',
    '-9223372036854775809ns',
    '2562047h47m16.854775808s',
    '2562048h',
    `${'0'.repeat(1000)}s`,
  ])('%s is none', (text) => {
    expect(isDuration(text)).toBe(false);
  });
});

describe('ports of a Service', () => {
  const service = (ports: readonly object[], opaque?: string): Record<string, unknown> => ({
    kind: 'Service',
    metadata: opaque === undefined ? {} : { annotations: { 'config.linkerd.io/opaque-ports': opaque } },
    spec: { ports },
  });
  const opaqueIn = (annotation: string, port: number): boolean =>
    servicePorts(service([{ port }], annotation))[0]?.opaque !== undefined;

  test.each([
    ['80', 80],
    [' 80 ', 80],
    ['1,80', 80],
    ['79-81', 80],
    ['80-90', 80],
    ['70 - 80', 80],
    ['1-65535', 80],
    ['1', 1],
    ['65535', 65_535],
    ['80,', 80],
    [', ,80', 80],
    ['79,,80', 80],
    ['+80', 80],
    ['000080-+81', 81],
  ])('opaque-ports %s holds %i', (annotation, port) => {
    expect(opaqueIn(annotation, port)).toBe(true);
  });

  test.each([
    ['', 3306],
    ['81', 80],
    ['81-90', 80],
    ['70-79', 80],
    ['80,http', 80],
    ['0-80', 80],
    ['80-65536', 80],
    ['80-79', 80],
    ['80,81-80', 80],
    ['80,81-', 80],
    ['80,-81', 80],
    ['80,+ 81', 80],
  ])('opaque-ports %s does not hold %i', (annotation, port) => {
    expect(opaqueIn(annotation, port)).toBe(false);
  });

  test('the reason names the annotation and its object', () => {
    const space = { metadata: { annotations: { 'config.linkerd.io/opaque-ports': '80' } } };
    expect(servicePorts(service([{ port: 80 }]), space)).toEqual([
      { port: 80, opaque: 'config.linkerd.io/opaque-ports of its Namespace holds it' },
    ]);
    expect(servicePorts(service([{ port: 80 }], '80'), {})).toEqual([
      { port: 80, opaque: 'config.linkerd.io/opaque-ports of its Service holds it' },
    ]);
  });

  test('ports of the default list are opaque, by their target port if one of them has such a target', () => {
    const byDefault = 'it is opaque by default';
    expect(servicePorts(service([{ port: 80 }, { port: 3306 }]))).toEqual([
      { port: 80 },
      { port: 3306, opaque: byDefault },
    ]);
    const targets = [
      { port: 80, targetPort: 3306 },
      { port: 3306, targetPort: 8080 },
      { port: 25, targetPort: 'mail' },
    ];
    expect(servicePorts(service(targets))).toEqual([{ port: 80, opaque: byDefault }, { port: 3306 }, { port: 25 }]);
    const other = [{ port: 3306, targetPort: 8080 }];
    expect(servicePorts(service(other))).toEqual([{ port: 3306, opaque: byDefault }]);
    expect(givenPorts([80, 3306])).toEqual([{ port: 80 }, { port: 3306, opaque: byDefault }]);
  });

  test('an appProtocol decides: HTTP and HTTP/2 are not opaque, others are', () => {
    const ports = [
      { port: 3306, appProtocol: 'HTTP' },
      { port: 4444, appProtocol: 'kubernetes.io/h2c' },
      { port: 80, appProtocol: 'grpc' },
    ];
    expect(servicePorts(service(ports))).toEqual([
      { port: 3306 },
      { port: 4444 },
      { port: 80, opaque: 'its appProtocol is grpc' },
    ]);
  });

  test('only ports of TCP with a number count', () => {
    const ports = [{ port: 1 }, { port: 2, protocol: 'TCP' }, { port: 3, protocol: 'UDP' }, { port: '4' }, {}];
    expect(servicePorts(service(ports)).map(({ port }) => port)).toEqual([1, 2]);
    expect(oddPort(service(ports))).toBe('"4"');
    expect(oddPort(service([{}]))).toBe('null');
    expect(oddPort(service([{ port: 1 }, { port: 65_535 }]))).toBeUndefined();
  });

  test.each([0, -1, 65_536, 80.5])('%d is no port', (port) => {
    expect(servicePorts(service([{ port }]))).toEqual([]);
    expect(oddPort(service([{ port }]))).toBe(String(port));
  });
});

describe('readProfileSplit', () => {
  const read = (
    dstOverrides: readonly unknown[],
    metadata: object = { name: 'web.shop.svc.cluster.local', namespace: 'shop' },
  ): unknown => {
    const flagged: unknown[] = [];
    const split = readProfileSplit({ metadata, spec: { dstOverrides } }, {}, (...words) => flagged.push(words));
    return split ?? flagged;
  };
  const at = ['spec', 'dstOverrides'];

  test('the overrides are the backends; those of its own namespace have the namespace of the profile', () => {
    expect(
      read([
        { authority: 'web-v1.shop.svc.cluster.local', weight: '900m' },
        { authority: 'web-v2.other.svc.cluster.local.:8080', weight: 1 },
      ]),
    ).toMatchObject({
      apex: 'web',
      namespace: 'shop',
      backends: [
        { service: 'web-v1', namespace: 'shop', weight: '900m' },
        { service: 'web-v2', namespace: 'other', port: 8080, weight: '1' },
      ],
    });
    const bare = read([{ authority: 'web-v1.shop.svc.cluster.local', weight: 0 }], {
      name: 'web.shop.svc.cluster.local',
    });
    expect(bare).toMatchObject({ namespace: '', backends: [{ service: 'web-v1', namespace: '', weight: '0' }] });
    expect(bare).not.toHaveProperty('backends.0.port');
  });

  test.each([
    'web-v1.shop',
    'Web.shop.svc.cluster.local',
    'web-v1..svc.cluster.local',
    'web-v1.shop.pod.cluster.local',
    'web-v1.shop.svc.example.org',
    'web-v1.shop.svc.cluster.local:0',
    'web-v1.shop.svc.cluster.local:65536',
    7,
    undefined,
  ])('authority %s is refused', (authority) => {
    const shown =
      authority === undefined
        ? 'is missing'
        : `${JSON.stringify(authority)} is not <service>.<namespace>.svc.cluster.local`;
    expect(read([{ authority, weight: 1 }])).toEqual([
      ['invalid-backend', `authority ${shown}`, [...at, 0, 'authority'], 'name a Service of this cluster'],
    ]);
  });

  test('port 65535 is the last one', () => {
    expect(read([{ authority: 'a.shop.svc.cluster.local:65535', weight: 1 }])).toMatchObject({
      backends: [{ port: 65_535 }],
    });
  });

  test.each([
    [undefined, 'weight is missing'],
    ['', 'weight "" is not a quantity of zero or more'],
    ['.', 'weight "." is not a quantity of zero or more'],
    ['-1', 'weight "-1" is not a quantity of zero or more'],
    [-1, 'weight -1 is not a quantity of zero or more'],
    ['1x', 'weight "1x" is not a quantity of zero or more'],
    [true, 'weight true is not a quantity of zero or more'],
  ])('weight %s is refused', (weight, message) => {
    expect(read([{ authority: 'a.shop.svc.cluster.local', weight }])).toEqual([
      ['invalid-weight', message, [...at, 0, 'weight'], 'use a whole number such as 50, or milli units such as 500m'],
    ]);
  });

  test('a name that Linkerd does not read, and a namespace of clients, are refused', () => {
    expect(read([], { name: 'web', namespace: 'shop' })).toEqual([
      [
        'invalid-apex',
        'its name is not of the form <service>.<namespace>.svc.<cluster domain>',
        ['metadata', 'name'],
        'remove the profile: Linkerd never reads it',
      ],
    ]);
    expect(read([], { name: 'web.shop.svc.cluster.local', namespace: 'clients' })).toEqual([
      ['profile-foreign', 'is in namespace clients, so it is that of the clients there', ['metadata', 'namespace']],
    ]);
  });

  test('16 overrides are a route, 17 are too many', () => {
    const overrides = (count: number): readonly object[] =>
      Array.from({ length: count }, (_, index) => ({ authority: `a${index}.shop.svc.cluster.local`, weight: 1 }));
    expect(read(overrides(16))).toHaveProperty('backends.length', 16);
    expect(read(overrides(17))).toEqual([
      ['too-many-backends', 'has 17 overrides, but an HTTPRoute can have 16 backends', at],
    ]);
  });

  test('weights that a route cannot have are refused', () => {
    const weights = ['1000000', '1n'].map((weight, index) => ({
      authority: `a${index}.shop.svc.cluster.local`,
      weight,
    }));
    expect(read(weights)).toMatchObject([['weight-out-of-range', expect.any(String), at, expect.any(String)]]);
  });
});

describe('values in messages', () => {
  test('show cuts at 60 characters, and kindOf names the type', () => {
    expect(show('a'.repeat(58))).toBe(`"${'a'.repeat(58)}"`);
    expect(show('a'.repeat(59))).toBe(`"${'a'.repeat(56)}...`);
    expect([null, [], {}, 'a', 1].map(kindOf)).toEqual(['empty', 'a list', 'a mapping', '"a"', '1']);
  });
});
