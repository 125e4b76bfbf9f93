import { closure } from '../collections.ts';
import type { Actor } from './actor.ts';
import { buildsOf, flagsOf, type Build } from './builds.ts';
import { chainsOf } from './chains.ts';
import type { KustomizeFiles } from './files.ts';
import { listersOf, type Graph } from './graph.ts';

/** How kustomizations are built, and the charts that they inflate. */
export interface InflatedCharts {
  /** Whether a kustomization of the call inflates the chart of this directory. */
  isInflated(directory: string): boolean;
  /** The flags that `kustomize build` needs for a directory. */
  buildFlags(directory: string): readonly string[];
}

/** Answers questions about the charts that kustomizations inflate. */
export function inflatedCharts(graph: Graph, files: KustomizeFiles): InflatedCharts {
  return {
    isInflated: (directory) => graph.inflating(directory).length > 0,
    buildFlags: (directory) => graph.inDirectory(directory).flatMap((one) => flagsOf(one, graph, files)),
  };
}

/** The outermost builds that use some kustomizations. */
export function buildsAbove(actors: readonly Actor[], graph: Graph, files: KustomizeFiles): readonly Build[] {
  const users = closure(actors, (user) => listersOf(user, graph));
  return buildsOf(chainsOf(users, graph), graph, files);
}
