import { expect, test } from 'vitest';
import { chartsInflated, chartsOver } from '../../src/kustomize/charts.ts';

/** Where Kustomize takes charts and their values from (api/internal/builtins, HelmChartInflationGenerator). */
const inflated: readonly [string, Record<string, unknown>, readonly unknown[], string, readonly string[]][] = [
  ['a chart', { helmCharts: [{ name: 'web' }] }, [], 'charts/web', ['charts/web/values.yaml']],
  [
    'a chart below chartHome',
    { helmGlobals: { chartHome: '../helm' }, helmCharts: [{ name: 'web' }] },
    [],
    '../helm/web',
    ['../helm/web/values.yaml'],
  ],
  [
    'a chart with values',
    { helmCharts: [{ name: 'web', valuesFile: 'v.yaml', additionalValuesFiles: ['w.yaml', 3] }] },
    [],
    'charts/web',
    ['v.yaml', 'w.yaml'],
  ],
  [
    'a chart of a repository with a version',
    { helmCharts: [{ name: 'web', repo: 'https://charts.example.com', version: '1.2.0' }] },
    [],
    'charts/web-1.2.0/web',
    ['charts/web-1.2.0/web/values.yaml'],
  ],
  [
    'a chart of a repository without a version',
    { helmCharts: [{ name: 'web', repo: 'https://charts.example.com' }] },
    [],
    'charts/web',
    ['charts/web/values.yaml'],
  ],
  [
    'a chart with a version, of no repository',
    { helmCharts: [{ name: 'web', version: '1.2.0' }] },
    [],
    'charts/web',
    ['charts/web/values.yaml'],
  ],
  [
    'the older field',
    {
      helmChartInflationGenerator: [
        {
          chartName: 'web',
          chartHome: 'c',
          chartRepoUrl: 'https://charts.example.com',
          chartVersion: '2.0.0',
          values: 'v',
        },
      ],
    },
    [],
    'c/web-2.0.0/web',
    ['v'],
  ],
  [
    'a generator',
    {},
    [
      { kind: 'ConfigMapGenerator', name: 'x' },
      { kind: 'HelmChartInflationGenerator', name: 'web', chartHome: 'c' },
    ],
    'c/web',
    ['c/web/values.yaml'],
  ],
  [
    'a generator with helmGlobals',
    {},
    [{ kind: 'HelmChartInflationGenerator', name: 'web', helmGlobals: { chartHome: 'c' } }],
    'c/web',
    ['c/web/values.yaml'],
  ],
];

test.each(inflated)('%s of a kustomization is found', (_, object, configs, directory, values) => {
  expect(chartsInflated(object, configs)).toEqual([{ directory, values }]);
});

test.each([
  ['/r/web/templates/split.yaml', ['/r/web']],
  ['/r/web/charts/db/templates/x/split.yaml', ['/r/web', '/r/web/charts/db']],
  ['/r/templates/web/templates/split.yaml', ['/r', '/r/templates/web']],
  ['/r/web/charts/db/values.yaml', []],
  ['/r/web/split.yaml', []],
])('%s may be a template of the charts in %j', (file, directories) => {
  expect(chartsOver(file)).toEqual(directories);
});
