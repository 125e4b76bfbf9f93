import type { KubernetesObject } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { chainsOf } from './builds.ts';
import type { Graph } from './graph.ts';
import { afterStep, portChangeOf, type PortSource } from './port-changes.ts';
import { stepIndexOf } from './step-index.ts';

/** A Service as an outermost build has it, as far as its ports are concerned. */
export interface ServiceInBuild {
  /** The path of the outermost kustomization. */
  readonly build: string;
  /** Absent if the ports are not known. */
  readonly object?: KubernetesObject;
}

/** What a Service is in each build that its file goes through, whose users these are; empty if no build changes its ports. */
export function portsInBuilds(users: readonly Actor[], source: PortSource, graph: Graph): readonly ServiceInBuild[] {
  const steps = (actor: Actor): ReturnType<ReturnType<typeof stepIndexOf>['changing']> =>
    stepIndexOf(actor).changing(source);
  const isChanged = users
    .flatMap((user) => graph.acting(user))
    .some((actor) => steps(actor).some((step) => portChangeOf(step, source) !== undefined));
  if (!isChanged) return [];
  return chainsOf(users, graph).map(({ top, acting }) => {
    const object = acting
      .flatMap(steps)
      .reduce<KubernetesObject | undefined>(
        (before, step) => before && afterStep(step, { ...source, object: before }),
        source.object,
      );
    return { build: top.path, ...(object !== undefined && { object }) };
  });
}
