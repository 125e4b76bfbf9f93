import { memoisedFor } from '../collections.ts';
import { field, isMapping, text, type KubernetesObject } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { buildsOf, type Build } from './builds.ts';
import type { Chain } from './chains.ts';
import type { KustomizeFiles } from './files.ts';
import type { Graph } from './graph.ts';
import { afterMerge, afterOperation } from './json-patch.ts';
import { rewritesOf } from './overlay-rewrites.ts';
import { changeOf, keepsApex, patchesOf, pathsWritten } from './rewrites.ts';
import { isReplaced, type Selectable } from './selectors.ts';
import type { Step } from './step.ts';
import { placesOfSteps } from './step-index.ts';
import { changersAmong } from './user-index.ts';

/** A split as selectors see it, with the Service that it splits. */
export interface SelectableSplit extends Selectable {
  readonly apex: string;
}

/** The Service that a split has in the end, and its namespace; '' if it has none. */
interface Place {
  readonly apex: string;
  readonly namespace: string;
}

/** What a split has in the end where patches of a build change that. */
export interface PatchedPlace extends Place {
  readonly build: Build;
}

/** Whether a replacement may write a value that is not known into the namespace of an object. */
export function isReplacedInto(object: Selectable, users: readonly Actor[], graph: Graph): boolean {
  const search = { graph, changeOf: replacedNamespace, all: users, only: 'replacement' } as const;
  return rewritesOf(changersAmong(graph)(users), object, search).length > 0;
}

/** Where patches put a split, in the builds in which they do; most splits have none. */
export function placesOfPatched(
  split: SelectableSplit,
  users: readonly Actor[],
  chainsFor: (users: readonly Actor[]) => readonly Chain[],
  { graph, files }: { readonly graph: Graph; readonly files: KustomizeFiles },
): readonly PatchedPlace[] {
  const placing = (step: Step): string | undefined => (isPlacing(step, split) ? step.where : undefined);
  const search = { graph, changeOf: placing, all: users, only: 'patch' } as const;
  if (rewritesOf(changersAmong(graph)(users), split, search).length === 0) return [];
  return chainsFor(users).flatMap((chain) => {
    const place = patchedPlace(chain, split);
    return place === undefined ? [] : buildsOf([chain], graph, files).map((build) => ({ build, ...place }));
  });
}

/** Whether a step is a patch that may give a split another apex or namespace, or remove it. */
function isPlacing(step: Step, split: Selectable): boolean {
  return step.kind === 'patch' && changeOf(step, split) !== undefined && !keepsApex(step, split);
}

/** The field that says that a step may write a value that is not known into the namespace of an object; undefined if none does. */
function replacedNamespace(step: Step, object: Selectable): string | undefined {
  if (step.kind !== 'replacement') return undefined;
  const writes = (target: unknown): boolean => {
    const paths = pathsWritten(target);
    return isReplaced(target, object) && (paths.length === 0 || paths.some((path) => namespacePath.test(path)));
  };
  return step.targets.some(writes) ? step.where : undefined;
}

const namespacePath = /^\/metadata(?:\/namespace|$)/;

/**
 * Where a split is after all that a chain does to it; undefined if none of its patches gives the split another apex or
 * namespace, or if what they give is not known.
 */
function patchedPlace(chain: Chain, split: SelectableSplit): Place | undefined {
  const steps = stepsIn(chain)(split);
  if (!steps.some((step) => isPlacing(step, split))) return undefined;
  const { apex, namespace, isBare } = split;
  const start = { metadata: isBare === true ? {} : { namespace }, spec: { service: apex } };
  const end = steps.reduce<KubernetesObject | undefined>((before, step) => before && after(before, step, split), start);
  if (end === undefined) return undefined;
  // A namespace of an option is not in the manifest.
  const built = text(end, 'metadata', 'namespace') || (isBare === true ? namespace : '');
  const [service = ''] = text(end, 'spec', 'service').split('.');
  return { apex: service, namespace: built };
}

function after(object: KubernetesObject, step: Step, split: Selectable): KubernetesObject | undefined {
  if (step.kind === 'namespace') {
    const isKept = step.unsetOnly === true && text(object, 'metadata', 'namespace') !== '';
    return isKept ? object : afterMerge(object, { metadata: { namespace: step.value } });
  }
  if (changeOf(step, split) === undefined || keepsApex(step, split)) return object;
  return step.kind === 'patch'
    ? patchesOf(step, split).reduce<KubernetesObject | undefined>(afterPatch, object)
    : undefined;
}

function afterPatch(object: KubernetesObject | undefined, patch: unknown): KubernetesObject | undefined {
  if (object === undefined) return undefined;
  if (Array.isArray(patch))
    return patch
      .filter((operation) => text(operation, 'op') !== 'test')
      .reduce<KubernetesObject | undefined>((before, operation) => before && afterOperation(before, operation), object);
  if (!isMapping(patch) || field(patch, '$patch') === 'delete') return undefined;
  // Kustomize keeps the namespace of what it merges into (kustomize api/resource, ApplySmPatch).
  return afterMerge(object, { spec: field(patch, 'spec') ?? {} });
}

/** Returns those steps of a chain that may change a split, in the order in which Kustomize runs them. */
const stepsIn = memoisedFor(({ top, deploying, acting }: Chain) => {
  // What deploys a kustomization writes its own fields into it.
  const last = [...new Set([top, ...deploying])];
  const before = acting().filter((actor) => !last.includes(actor));
  const steps = [...before.map((actor) => [actor]), last].flatMap(orderedSteps);
  const placesOf = placesOfSteps(steps);
  return (split: Selectable) => placesOf(split).flatMap((at) => steps[at] ?? []);
});

/** The steps of what is built as one kustomization: merges and patches come first (kustomize api/internal/target). */
function orderedSteps(actors: readonly Actor[]): readonly Step[] {
  const steps = actors.flatMap((actor) => actor.steps);
  const isFirst = ({ where }: Step): boolean => /(?:^|\.)patches(?:StrategicMerge)?\[/.test(where);
  return [...steps.filter(isFirst), ...steps.filter((step) => !isFirst(step))];
}
