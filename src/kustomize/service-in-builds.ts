import { groupBy, groupByEach, memoised, memoisedFor, once } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import type { Chain } from './chains.ts';
import { afterStep, mayChangePorts, takesOthers, type PortSource } from './port-changes.ts';
import { placesOfSteps, stepIndexOf } from './step-index.ts';

/** What a Service is in the builds that its file goes through, as far as its ports and its type are concerned. */
export interface ServiceInBuilds {
  /** Whether a step of a build may change what is taken of it; if not, it is in each build what is written. */
  readonly mayChange: boolean;
  /**
   * What it is in the build of an outermost kustomization, by path: the written object itself if nothing that is taken of
   * it is changed; undefined if that is not known. In a build without the file: what it is in all others, if they agree.
   */
  in(build: string): KubernetesObject | undefined;
}

/** What a Service is in each build of the outermost kustomizations of its file. */
export function serviceInBuilds(chains: readonly Chain[], source: PortSource): ServiceInBuilds {
  const actors = changersOf(chains)(source);
  if (actors.size === 0) return { mayChange: false, in: () => source.object };
  const inChain = ({ acting }: Chain): KubernetesObject | undefined => {
    const steps = acting()
      .filter((actor) => actors.has(actor))
      .flatMap((actor) => stepIndexOf(actor).changing(source));
    const after = steps.reduce<KubernetesObject | undefined>(
      (before, step) => before && afterStep(step, before === source.object ? source : { ...source, object: before }),
      source.object,
    );
    return takesOthers(after, source) ? after : source.object;
  };
  const inAll = once(() => {
    const changing = [...new Set([...actors].flatMap((actor) => chainsByActor(chains).get(actor) ?? []))];
    const all = changing.map(inChain);
    if (changing.length < chains.length) all.push(source.object);
    return new Set(all.map((one) => one && source.taken(one))).size === 1 ? all[0] : undefined;
  });
  return {
    mayChange: true,
    in: memoised((build) => {
      const chain = chainsByTop(chains).get(build)?.at(-1);
      return chain === undefined ? inAll() : inChain(chain);
    }),
  };
}

/** The chains that an actor is in: a change by one of a thousand overlays is looked for in its own. */
const chainsByActor = memoisedFor((chains: readonly Chain[]) => groupByEach(chains, ({ acting }) => new Set(acting())));

const chainsByTop = memoisedFor((chains: readonly Chain[]) => groupBy(chains, ({ top }) => top.path));

/** The actors of some chains that have a step for a Service: most of a thousand overlays mean none of a thousand Services. */
const changersOf = memoisedFor((chains: readonly Chain[]) => {
  const steps = [...new Set(chains.flatMap(({ acting }) => acting()))].flatMap((actor) =>
    actor.steps.filter(mayChangePorts).map((step): readonly [Actor, typeof step] => [actor, step]),
  );
  const placesOf = placesOfSteps(steps.map(([, step]) => step));
  return (source: PortSource): ReadonlySet<Actor> => new Set(placesOf(source).flatMap((at) => steps[at]?.[0] ?? []));
});
