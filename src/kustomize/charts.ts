import { addTo } from '../collections.ts';
import { list, text } from '../kubernetes.ts';
import { decode, isUtf8 } from '../yaml/source.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';

/** A chart that files are templates of. */
export interface RenderedChart {
  /** Its directory, spelled as by `KustomizeFiles.locate`. */
  readonly directory: string;
  /** The same, as shown to the user. */
  readonly shown: string;
  /** Whether Helm renders it only with a chart that depends on it. */
  readonly isLibrary: boolean;
}

/** The chart that a file is a template of; undefined for any other file. */
export function chartOfTemplate(
  path: string,
  files: Pick<KustomizeFiles, 'charts' | 'locate' | 'bytes'>,
): RenderedChart | undefined {
  const file = files.locate(path);
  const own = files.charts.find((one) => file.startsWith(`${one}/templates/`));
  if (own === undefined) return undefined;
  const chart = outermost(own, files.charts);
  const length = path.length - (file.length - chart.length);
  return {
    directory: chart,
    shown: length < 0 ? upTo(chart, files.locate('.')) : path.slice(0, length) || '.',
    isLibrary: isLibrary(files.bytes(`${chart}/Chart.yaml`)),
  };
}

function isLibrary(chart: Uint8Array | undefined): boolean {
  return chart !== undefined && isUtf8(chart) && /^type:[ \t]*["']?library\b/m.test(decode(chart));
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

/** Returns a function that finds the kustomizations that render a file as a template of one of their charts. */
export function chartListers(
  kustomizations: readonly Kustomization[],
  files: Pick<KustomizeFiles, 'resolve'>,
): (file: string) => readonly Kustomization[] {
  const listing = new Map<string, Kustomization[]>();
  for (const one of kustomizations) {
    const places = chartsOf(one, files).map(({ place }) => place);
    for (const place of new Set(places)) addTo(listing, place, one);
  }
  return (file) => {
    const found: Kustomization[] = [];
    const end = listing.size === 0 ? -1 : file.lastIndexOf('/templates/');
    for (let at = file.indexOf('/'); at !== -1 && at <= end; at = file.indexOf('/', at + 1)) {
      // Charts in charts/ are rendered with the one that holds them.
      const isTemplate = /^(?:\/charts\/[^/]+)*\/templates\//.test(file.slice(at));
      if (isTemplate) found.push(...(listing.get(file.slice(0, at)) ?? []));
    }
    return found;
  };
}

/** The values that a kustomization renders its charts with: Kustomize reads them as its own files. */
export function valuesFiles(one: Kustomization, files: Pick<KustomizeFiles, 'resolve'>): readonly string[] {
  return chartsOf(one, files).flatMap(({ chart, place }) => {
    const own = text(chart, 'valuesFile');
    const more = list(chart, 'additionalValuesFiles').filter((file) => typeof file === 'string');
    return [own === '' ? `${place}/values.yaml` : own, ...more].map((file) => files.resolve(one.directory, file));
  });
}

/**
 * The charts of a kustomization, and their directories; that of a chart of a repository has its version in its name
 * (kustomize api/internal/builtins, HelmChartInflationGenerator).
 */
function chartsOf(
  { object, directory }: Kustomization,
  files: Pick<KustomizeFiles, 'resolve'>,
): readonly { readonly chart: unknown; readonly place: string }[] {
  const home = text(object, 'helmGlobals', 'chartHome') || 'charts';
  return list(object, 'helmCharts').map((chart) => {
    const [name, version] = [text(chart, 'name'), text(chart, 'version')];
    const isPulled = text(chart, 'repo') !== '' && version !== '';
    return {
      chart,
      place: files.resolve(directory, isPulled ? `${home}/${name}-${version}/${name}` : `${home}/${name}`),
    };
  });
}
