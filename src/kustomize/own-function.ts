import { annotation, field, groupOf, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { inlineObjects } from './read.ts';

/** What the annotations of an object say of the function that it configures; the older one is the last. */
export function functionsRun(config: KubernetesObject): readonly KubernetesObject[] {
  return ['config.kubernetes.io/function', 'config.k8s.io/function'].flatMap((key) =>
    inlineObjects(annotation(config, key) ?? ''),
  );
}

/** This program as a KRM function, with the options in its functionConfig that say what it leaves and what it makes. */
export interface OwnFunction {
  /** Whether it takes the TrafficSplits out. */
  readonly drops: boolean;
  /** Whether it makes routes, not profiles. */
  readonly makesRoutes: boolean;
  /** Whether it makes routes of ServiceProfiles, too. */
  readonly profiles: boolean;
  /** The namespace that it gives to objects without one; '' for none. */
  readonly namespace: string;
}

/** The function that an object under `transformers:` configures; undefined if that is not this program. */
export function ownFunction(config: KubernetesObject): OwnFunction | undefined {
  const isOfOurKind = text(config, 'kind') === 'TrafficSplitTransformer' && groupOf(config) === 'smi2linkerd.dev';
  if (!isOfOurKind && !runsThisProgram(config)) return undefined;
  const options = isOfOurKind ? config : mapping(config, 'data');
  const isSet = (key: string): boolean => String(field(options, key)) === 'true';
  const makesRoutes = text(options, 'target') === 'httproute';
  const namespace = text(options, 'namespace');
  return { drops: isSet('drop'), makesRoutes, profiles: makesRoutes && isSet('profiles'), namespace };
}

/** Whether a function annotation has this program, or an image of it. */
function runsThisProgram(config: KubernetesObject): boolean {
  return functionsRun(config).some((run) => {
    const image = text(run, 'container', 'image')
      .replace(/@.*$/s, '')
      .replace(/:[^/]*$/s, '');
    return [image, text(run, 'exec', 'path')].some((program) => /(?:^|[/\\])smi2linkerd$/.test(program));
  });
}
