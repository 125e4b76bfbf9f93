import { memoisedFor } from '../collections.ts';
import { list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { decode, isUtf8 } from '../yaml/source.ts';
import type { KustomizeFiles } from './files.ts';

/** A chart that files are templates of. */
export interface RenderedChart {
  /** Its directory, spelled as by `KustomizeFiles.locate`. */
  readonly directory: string;
  /** The same, as shown to the user. */
  readonly shown: string;
  /** Whether Helm renders it only with a chart that depends on it. */
  readonly isLibrary: boolean;
}

/** The directories of the charts of a call and around it. */
export const chartsIn = memoisedFor(({ charts, around }: Pick<KustomizeFiles, 'charts' | 'around'>) => [
  ...new Set([...charts, ...(around?.charts ?? [])]),
]);

/** The chart that a file is a template of; undefined for any other file. */
export function chartOfTemplate(
  path: string,
  files: Pick<KustomizeFiles, 'charts' | 'around' | 'locate' | 'bytes'>,
): RenderedChart | undefined {
  const file = files.locate(path);
  const chart = chartAbove(file, chartsIn(files));
  if (chart === undefined) return undefined;
  const length = path.length - (file.length - chart.length);
  return {
    directory: chart,
    shown: length < 0 ? upTo(chart, files.locate('.')) : path.slice(0, length),
    isLibrary: isLibrary(files.bytes(`${chart}/Chart.yaml`)),
  };
}

function isLibrary(chart: Uint8Array | undefined): boolean {
  return chart !== undefined && isUtf8(chart) && /^type:[ \t]*["']?library\b/m.test(decode(chart));
}

/** The directories that a file is a template of, if they have a chart: also those in which that is a part of another. */
export function chartsOver(file: string): readonly string[] {
  const places = Array.from(file.matchAll(/\/(?:templates|charts)\//g), ({ index }) => index);
  return places
    .filter((index) => /^(?:\/charts\/[^/]+)*\/templates\//.test(file.slice(index)))
    .map((index) => file.slice(0, index));
}

/** The directory of the chart that is rendered with a file, both spelled as by `locate`; undefined if there is none. */
function chartAbove(file: string, charts: readonly string[]): string | undefined {
  const own = charts.find((one) => file.startsWith(`${one}/templates/`));
  return own === undefined ? undefined : outermost(own, charts);
}

/** A chart that a kustomization inflates. */
export interface InflatedChart {
  /** Its directory, as seen from that of the kustomization. */
  readonly directory: string;
  /** The files with values that the kustomization gives it, as seen from there. */
  readonly values: readonly string[];
}

/**
 * The charts that a kustomization inflates (kustomize api/internal/builtins, HelmChartInflationGenerator): `configs` are the
 * objects that its `generators` name.
 */
export function chartsInflated(object: KubernetesObject, configs: readonly unknown[]): readonly InflatedChart[] {
  const home = text(object, 'helmGlobals', 'chartHome');
  const own = list(object, 'helmCharts').map((chart) => ({ ...mapping({ chart }, 'chart'), chartHome: home }));
  const older = list(object, 'helmChartInflationGenerator').map((chart) => ({
    name: text(chart, 'chartName'),
    chartHome: text(chart, 'chartHome'),
    repo: text(chart, 'chartRepoUrl'),
    version: text(chart, 'chartVersion'),
    valuesFile: text(chart, 'values'),
  }));
  const generators = configs.filter((config) => text(config, 'kind') === 'HelmChartInflationGenerator');
  return [...own, ...older, ...generators].map(inflatedChart);
}

/** That of a chart of a repository has its version in its name. */
function inflatedChart(chart: unknown): InflatedChart {
  const [name, repo, version] = [text(chart, 'name'), text(chart, 'repo'), text(chart, 'version')];
  const inside = repo === '' || version === '' ? '' : `${name}-${version}/`;
  const home = text(chart, 'chartHome') || text(chart, 'helmGlobals', 'chartHome') || 'charts';
  const directory = `${home}/${inside}${name}`;
  const more = list(chart, 'additionalValuesFiles').filter((file) => typeof file === 'string');
  return { directory, values: [text(chart, 'valuesFile') || `${directory}/values.yaml`, ...more] };
}

/** A directory as seen from one below it: `../..`. */
function upTo(directory: string, below: string): string {
  const steps = below.slice(directory.length).split('/').length - 1;
  return Array.from({ length: steps }, () => '..').join('/') || '.';
}

/** The chart that is rendered: a chart in `charts/` of another is rendered with that one. */
function outermost(chart: string, charts: readonly string[]): string {
  const parent = chart.replace(/\/charts\/[^/]+$/, '');
  return parent !== chart && charts.includes(parent) ? outermost(parent, charts) : chart;
}
