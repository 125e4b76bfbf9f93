import { closure } from '../collections.ts';
import type { Actor } from './actor.ts';
import { buildsOf, flagsOf, type Build } from './builds.ts';
import { chainsOf } from './chains.ts';
import { chartOfTemplate, type RenderedChart } from './charts.ts';
import { isRelease, type Deployer } from './deployers.ts';
import type { KustomizeFiles } from './files.ts';
import { listersOf, type Graph } from './graph.ts';

/** What is known of the charts of a call, and of how kustomizations are built. */
export interface ChartQueries {
  /** The chart of the call that a file is a template of; undefined for any other file. */
  chartOf(path: string): RenderedChart | undefined;
  /** The Argo CD Applications of a chart. */
  applicationsOf(chart: RenderedChart): readonly Deployer[];
  /** The HelmReleases of a chart. */
  releasesOf(chart: RenderedChart): readonly Deployer[];
  /** Whether a kustomization of the call inflates the chart of this directory. */
  isInflated(directory: string): boolean;
  /** The flags that `kustomize build` needs for a directory. */
  buildFlags(directory: string): readonly string[];
}

/** Answers questions about the charts of a call, and about how kustomizations are built. */
export function chartQueries(graph: Graph, files: KustomizeFiles): ChartQueries {
  return {
    chartOf: (path) => chartOfTemplate(path, files),
    applicationsOf: ({ directory }) => graph.deploymentsOfDirectory(directory).filter(({ tool }) => tool === 'argocd'),
    releasesOf: ({ directory }) => graph.deploymentsOfDirectory(directory).filter(isRelease),
    isInflated: (directory) => graph.inflating(directory).length > 0,
    buildFlags: (directory) => graph.inDirectory(directory).flatMap((one) => flagsOf(one, graph, files)),
  };
}

/** The outermost builds that use some kustomizations. */
export function buildsAbove(actors: readonly Actor[], graph: Graph, files: KustomizeFiles): readonly Build[] {
  const users = closure(actors, (user) => listersOf(user, graph));
  return buildsOf(chainsOf(users, graph), graph, files);
}
