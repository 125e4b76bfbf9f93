import { memoised } from '../collections.ts';
import type { Build } from './builds.ts';
import { buildsAbove } from './chart-queries.ts';
import type { Deployer } from './deployers.ts';
import { parentOf, type KustomizeFiles } from './files.ts';
import type { Graph } from './graph.ts';
import { filesOfPatch } from './step.ts';

/** The kustomization or the deployer that uses a file as a patch, and its builds. */
export interface PatchUse {
  readonly by: string;
  readonly builds: readonly Build[];
}

/** Returns a function that finds the first use of a file as a patch. */
export function patchUses(graph: Graph, files: KustomizeFiles): (path: string) => PatchUse | undefined {
  const patchesIn = memoised((directory) => patchesOfDeployers(directory, graph, files));
  return memoised((path) => {
    const file = files.locate(path);
    const [first] = graph.patches().get(file) ?? [];
    if (first !== undefined) return { by: first.by.path, builds: buildsAbove([graph.actorOf(first.by)], graph, files) };
    // Deployers are looked for in all files, which is done only for what no kustomization names.
    if (graph.mentions.get(file) !== undefined) return undefined;
    // Kustomize reads no patch from outside of the directory that it builds, which has a kustomization.
    for (let at = parentOf(file); at !== ''; at = parentOf(at)) {
      const built = graph.inDirectory(at).map((one) => graph.actorOf(one));
      const deployer = built.length === 0 ? undefined : patchesIn(at).get(file);
      if (deployer === undefined) continue;
      return { by: deployer.path, builds: buildsAbove(built, graph, files) };
    }
    return undefined;
  });
}

/** The files that the deployers of a directory name as patches there, each with its deployer. */
function patchesOfDeployers(directory: string, graph: Graph, files: KustomizeFiles): ReadonlyMap<string, Deployer> {
  const found = new Map<string, Deployer>();
  for (const deployer of graph.deploymentsOfDirectory(directory))
    for (const reference of deployer.steps.flatMap(filesOfPatch))
      found.set(files.resolve(directory, reference), deployer);
  return found;
}
