import { decode, isUtf8 } from '../yaml/source.ts';
import type { KustomizeFiles } from './files.ts';

/** A chart that files are templates of. */
export interface RenderedChart {
  /** Its directory, as shown to the user. */
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
