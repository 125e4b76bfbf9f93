import type { KubernetesObject } from '../kubernetes.ts';
import type { Chain } from './chains.ts';
import { afterStep, takesOthers, type PortSource } from './port-changes.ts';
import { stepIndexOf } from './step-index.ts';

/** A Service as an outermost build has it, as far as its ports and its type are concerned. */
export interface ServiceInBuild {
  /** The path of the outermost kustomization. */
  readonly build: string;
  /** Absent if what is taken of it is not known. */
  readonly object?: KubernetesObject;
}

/** What a Service is in each build that its file goes through; empty if none of them changes what is taken of it. */
export function servicesInBuilds(chains: readonly Chain[], source: PortSource): readonly ServiceInBuild[] {
  const changing = chains.map(({ top, acting }) => ({
    build: top.path,
    steps: acting.flatMap((actor) => stepIndexOf(actor).changing(source)),
  }));
  if (!changing.some(({ steps }) => steps.some((step) => takesOthers(afterStep(step, source), source)))) return [];
  return changing.map(({ build, steps }) => {
    const object = steps.reduce<KubernetesObject | undefined>(
      (before, step) => before && afterStep(step, { ...source, object: before }),
      source.object,
    );
    return { build, ...(object !== undefined && { object }) };
  });
}
