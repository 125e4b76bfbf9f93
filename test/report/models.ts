import { resolveOptions } from '../../src/config/config.ts';
import type { RunReport, ReportedFinding, SplitReport } from '../../src/report/model.ts';

const backends = (...shares: readonly (number | undefined)[]): SplitReport['backends'] =>
  shares.map((share, at) => ({
    service: `web-v${at + 1}`,
    weight: share === undefined ? `n|${at}` : `${share * 10}m`,
    ...(share !== undefined && {
      share,
      becomes: { authority: `web-v${at + 1}.shop.svc.cluster.local`, weight: `${share}` },
    }),
  }));

const profile = { kind: 'ServiceProfile', name: 'web.shop.svc.cluster.local', namespace: 'shop' } as const;

/** A split with usual values, and what is different. */
export function split(name: string, more: Partial<SplitReport>): SplitReport {
  return {
    kind: 'TrafficSplit',
    name,
    namespace: 'shop',
    path: `${name}.yaml`,
    line: 1,
    column: 1,
    apex: 'web',
    backends: backends(90, 10),
    outcome: 'converted',
    codes: [],
    ...more,
  };
}

/** A finding about a split, and what is different. */
export function finding(name: string, more: Partial<ReportedFinding>): ReportedFinding {
  return {
    code: 'invalid-weight',
    severity: 'error',
    message: 'weight "50%" is not a quantity',
    fix: 'use a `number`',
    path: `${name}.yaml`,
    line: 9,
    column: 13,
    field: 'spec.backends[0].weight',
    resource: { kind: 'TrafficSplit', name, namespace: 'shop' },
    excerpt: '    weight: 50%',
    ...more,
  };
}

/** The report of a check, counted from its splits and findings; and what is different. */
export function check(more: Partial<RunReport>): RunReport {
  const { splits = [], diagnostics = [], files = [] } = more;
  const ends = (wanted: string): number => splits.filter(({ outcome }) => outcome === wanted).length;
  const found = (wanted: string): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  return {
    schemaVersion: 2,
    version: 'a.b.c',
    mode: 'check',
    files,
    splits,
    diagnostics,
    problems: [],
    summary: {
      converted: ends('converted'),
      upToDate: ends('up-to-date'),
      leftAlone: ends('left-alone'),
      refused: ends('refused'),
      errors: found('error'),
      warnings: found('warning'),
      infos: found('info'),
      filesChanged: files.filter(({ changes }) => changes).length,
      filesUnchanged: files.filter(({ changes }) => !changes).length,
      failed: ends('converted') + ends('refused') > 0,
    },
    ...more,
  };
}

const changed = { path: 'web.yaml', changes: true, diff: '--- web.yaml\n+++ web.yaml\n@@ -1 +1 @@\n-\ta <b>\n+```\n' };
export const options = resolveOptions({});
export const routed = resolveOptions({ target: 'httproute', failOn: 'warning' });

const everyOutcome: readonly SplitReport[] = [
  split('alone', { outcome: 'left-alone', backends: backends(undefined, undefined), namespace: undefined as never }),
  split('equal', { outcome: 'up-to-date', target: { ...profile, path: 'p.yaml', line: 3, state: 'equal' } }),
  split('existing', {
    codes: ['out-of-date'],
    target: {
      ...profile,
      path: 'p.yaml',
      state: 'different',
      before: [
        { authority: 'old.shop', weight: '1', share: 100 },
        { authority: 'b', weight: 'x' },
      ],
    },
  }),
  split('fresh', {
    apex: 'a-service-with-a-long-name',
    backends: backends(50, 25.5, 24.5, 0),
    target: { ...profile, path: 'fresh.yaml', state: 'missing', mark: '"true"' },
  }),
  split('none', { backends: [], outcome: 'refused', codes: ['kustomize-rewrites'] }),
  split('own', {
    kind: 'ServiceProfile',
    outcome: 'refused',
    backends: [
      { service: 'web-v1.shop', weight: '1', share: 100 },
      { service: 'b', weight: '?' },
    ],
  }),
  split('skipped', {
    outcome: 'left-alone',
    codes: ['skip', 'paused'] as never,
    line: undefined as never,
    column: undefined as never,
  }),
  split('web', {
    outcome: 'refused',
    codes: ['invalid-weight'],
    target: { ...profile, path: 'web.yaml', line: 7, state: 'different', before: [] },
  }),
];

const marked: readonly SplitReport[] = [
  split('equal', {
    outcome: 'up-to-date',
    target: { ...profile, path: 'p.yaml', line: 3, state: 'equal', mark: 'smi2linkerd' },
  }),
];

const findings: readonly ReportedFinding[] = [
  finding('existing', {
    code: 'out-of-date',
    severity: 'warning',
    resource: profile,
    path: 'p.yaml',
    field: undefined as never,
  }),
  finding('web', {}),
  finding('web', { line: 11, message: 'weight "*a* | <b> @org https://x.y `c`" is not a quantity' }),
  finding('web', {
    severity: 'warning',
    code: 'all-weights-zero',
    line: 1,
    column: 1,
    field: undefined as never,
    fix: 'use a | b',
  }),
  finding('other', {
    severity: 'info',
    resource: undefined as never,
    line: undefined as never,
    column: undefined as never,
  }),
  finding('alone', {
    severity: 'info',
    resource: { kind: 'TrafficSplit', name: 'alone' },
    excerpt: undefined as never,
  }),
];

const full = check({
  options,
  command: 'smi2linkerd --write --no-skip-annotation k8s',
  tools: ['flux'],
  files: [changed, { path: 'p.yaml', changes: false }, { path: 'q.yaml', changes: true, diff: '' }],
  splits: everyOutcome,
  diagnostics: findings,
  problems: [{ path: './a`b.yaml', message: 'permission denied: a, b' }],
});

const asRoutes: readonly SplitReport[] = [
  split('web', {
    path: '-',
    origin: 'web.yaml',
    routes: [
      { kind: 'HTTPRoute', name: 'web-80', namespace: 'shop', path: '-', state: 'missing' },
      { kind: 'HTTPRoute', name: 'web-81', namespace: 'shop', path: '-', line: 4, state: 'equal', mark: 'x' },
    ],
  }),
  split('refused', { path: '-', outcome: 'refused' }),
];

/** Reports of all kinds of runs, with every outcome and the values that formats escape. */
export const models: Readonly<Record<string, RunReport>> = {
  'check-of-files': full,
  'check-under-argocd-with-helm': {
    ...full,
    tools: ['argocd', 'helm'],
    splits: everyOutcome.map((one) => (one.name === 'web' ? { ...one, codes: ['template-skipped'] } : one)),
    summary: { ...full.summary, refused: 1 },
  },
  'check-of-routes': check({
    options: routed,
    command: 'smi2linkerd --write --drop .',
    splits: [...asRoutes.slice(0, 1)],
    files: [{ path: 'w.yaml', changes: true }],
  }),
  'check-that-finds-nothing-left': check({
    options,
    tools: [],
    splits: everyOutcome.slice(1, 2),
    files: [{ path: 'equal.yaml', changes: false }],
  }),
  'check-of-nothing': check({ options, atRunTime: 'Flagger writes TrafficSplits: a, b' }),
  'audit-of-a-stream': check({
    options: routed,
    tools: ['kustomize'] as never,
    files: [{ path: '-', changes: true }],
    splits: asRoutes,
    diagnostics: [
      finding('web', { path: '-', origin: 'web.yaml' }),
      finding('web', { path: '-', code: 'kustomize-rewrites', severity: 'warning', resource: undefined as never }),
    ],
  }),
  'audit-that-succeeds': check({ options, files: [{ path: '-', changes: false }], splits: marked }),
  'audit-without-marks': check({
    options,
    files: [{ path: '-', changes: false }],
    splits: everyOutcome.slice(1, 2),
  }),
  'audit-of-a-stream-with-a-canary': check({
    options,
    atRunTime: 'Canary pay/pay writes TrafficSplits at run time; only an adaptor converts these',
    files: [{ path: '-', changes: false }],
    splits: marked,
  }),
  'audit-of-a-stream-without-a-split': check({ options, files: [{ path: '-', changes: false }] }),
  'files-that-were-written': {
    ...full,
    mode: 'write',
    summary: { ...full.summary, failed: false },
    splits: everyOutcome.slice(1, 4),
    diagnostics: [],
  },
  'stream-that-was-printed': {
    ...full,
    mode: 'print',
    files: [{ path: '-', changes: true }],
    splits: asRoutes.slice(0, 1),
    diagnostics: findings.slice(3, 4),
    problems: [],
  },
  'stream-that-was-refused': {
    ...full,
    mode: 'print',
    files: [{ path: '-', changes: false }],
    splits: asRoutes,
    diagnostics: findings.slice(1, 3),
  },
  'several-repositories': check({
    atRunTime: 'a controller of the cluster writes TrafficSplits',
    repositories: [
      {
        name: 'shop',
        version: 'a.b.c',
        mode: 'check',
        options,
        command: 'smi2linkerd --write .',
        failed: true,
      },
      {
        name: 'pay',
        version: 'a.b.c',
        mode: 'check',
        options: routed,
        failed: true,
        atRunTime: 'Flagger writes them',
      },
      { name: 'empty', version: 'a.b.c', mode: 'check', failed: false },
    ],
    files: [{ ...changed, repository: 'shop' }],
    splits: [
      ...everyOutcome.slice(1, 4).map((one) => ({ ...one, repository: 'shop' })),
      { ...split('web', {}), repository: 'pay' },
      { ...split('no', { outcome: 'refused' }), repository: 'pay' },
    ],
    diagnostics: [
      { ...finding('existing', { code: 'out-of-date', resource: profile, path: 'p.yaml' }), repository: 'shop' },
      { ...finding('web', {}), repository: 'pay' },
      { ...finding('web', { severity: 'warning', line: 2 }), repository: 'pay' },
      { ...finding('web', { severity: 'warning' }), repository: 'shop' },
      { ...finding('-', { path: '-' }), repository: 'shop' },
    ],
    problems: [{ path: 'web.yaml', message: 'is no file', repository: 'pay' }],
  }),
};

/** Reports of many splits and findings, which formats shorten. */
export const long: Readonly<Record<string, RunReport>> = {
  rows: check({
    options,
    splits: Array.from({ length: 101 }, (_, at) =>
      split(`s${at}`, { backends: backends(...Array.from({ length: 11 }, () => 9)) }),
    ),
    diagnostics: Array.from({ length: 101 }, (_, at) => finding(`s${at}`, {})),
  }),
  exactly: check({
    options,
    splits: Array.from({ length: 100 }, (_, at) => split(`s${at}`, {})),
    diagnostics: Array.from({ length: 100 }, (_, at) => finding(`s${at}`, {})),
  }),
  diffs: check({
    options,
    splits: [split('web', {})],
    files: [4, 4, 300].map((lines, at) => ({
      path: `${at}.yaml`,
      changes: true,
      diff: `+${'a'.repeat(199)}\n`.repeat(lines),
    })),
  }),
  problems: check({
    options,
    problems: Array.from({ length: 700 }, (_, at) => ({ path: `${at}.yaml`, message: 'a'.repeat(90) })),
  }),
  cards: check({ options, splits: Array.from({ length: 302 }, (_, at) => split(`s${at}`, { backends: [] })) }),
};
