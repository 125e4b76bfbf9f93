import type { KustomizeFiles } from './files.ts';

/** The directory, as shown, of the chart that a file is a template of; undefined for any other file. */
export function chartOfTemplate(path: string, files: Pick<KustomizeFiles, 'charts' | 'locate'>): string | undefined {
  const file = files.locate(path);
  const own = files.charts.find((one) => file.startsWith(`${one}/templates/`));
  if (own === undefined) return undefined;
  const chart = outermost(own, files.charts);
  const length = path.length - (file.length - chart.length);
  return length < 0 ? upTo(chart, files.locate('.')) : path.slice(0, length) || '.';
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
