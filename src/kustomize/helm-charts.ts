import { addTo, once } from '../collections.ts';
import { groupOf, mapping, text, type KubernetesObject } from '../kubernetes.ts';

/** A file and the objects in it. */
interface ReadFile {
  readonly directory: string;
  readonly objects: readonly KubernetesObject[];
}

/** The specs of the HelmCharts that a reference from a directory may mean. */
export type FindCharts = (reference: KubernetesObject, namespace: string, directory: string) => readonly unknown[];

/** More charts of one name than this, equally near, are not looked at. */
const mostCharts = 10;

/** Finds HelmCharts in files, which are read when one is asked for: those in the nearest directory above that has some below it. */
export function findChartsIn(files: () => readonly ReadFile[]): FindCharts {
  const byPlace = once(() => {
    const places = new Map<string, KubernetesObject[]>();
    for (const { directory, objects } of files())
      for (const chart of objects.filter(isChart)) {
        const { name, namespace = '' } = mapping(chart, 'metadata');
        for (const place of upwards(directory))
          for (const where of [namespace, '*']) addTo(places, JSON.stringify([name, where, place]), chart);
      }
    return places;
  });
  return (reference, namespace, directory) => {
    const wanted = text(reference, 'namespace') || namespace;
    for (const place of upwards(directory)) {
      const keys = (wanted === '' ? ['*'] : [wanted, '']).map((where) =>
        JSON.stringify([text(reference, 'name'), where, place]),
      );
      const found = keys.flatMap((key) => (byPlace().get(key) ?? []).slice(0, mostCharts));
      if (found.length > 0) return found.map((chart) => mapping(chart, 'spec'));
    }
    return [];
  };
}

/**
 * A HelmRelease that refers to a HelmChart has the chart of that (helm.toolkit.fluxcd.io/v2, CrossNamespaceSourceReference):
 * one release for each that it may mean. Any other object is returned as it is.
 */
export function withChart(
  object: KubernetesObject,
  directory: string,
  charts: FindCharts,
): readonly KubernetesObject[] {
  const reference = mapping(object, 'spec', 'chartRef');
  if (text(object, 'kind') !== 'HelmRelease' || text(reference, 'kind') !== 'HelmChart') return [object];
  const specs = charts(reference, text(object, 'metadata', 'namespace'), directory);
  return specs.map((spec) => ({ ...object, spec: { ...mapping(object, 'spec'), chart: { spec } } }));
}

function isChart(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'HelmChart' && groupOf(object) === 'source.toolkit.fluxcd.io';
}

/** A directory and those above it. */
function* upwards(directory: string): Iterable<string> {
  for (let at = directory; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) yield at;
  yield '';
}
