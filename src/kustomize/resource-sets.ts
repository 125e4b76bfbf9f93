import { groupOf, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { stringsOf, throughout } from './application-sets.ts';
import { objectsInTemplate, setActions } from './template-actions.ts';

/** More inputs than this are not read. */
const mostInputs = 1000;

/** Whether an object is a ResourceSet of Flux Operator, which makes other objects. */
export function isResourceSet(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'ResourceSet' && groupOf(object) === 'fluxcd.controlplane.io';
}

/**
 * The objects that a ResourceSet makes (flux-operator, internal/builder: BuildResourceSet): its templates for each of its
 * inputs, with the actions in them whose values are not known. Those that are the same for two inputs are one.
 */
export function objectsOfSet(set: KubernetesObject): readonly KubernetesObject[] {
  const parts = [mapping(set, 'spec'), ...list(set, 'spec', 'steps')];
  const templates = parts
    .flatMap((part) => [...list(part, 'resources'), ...objectsInTemplate(text(part, 'resourcesTemplate'), setActions)])
    .filter(isMapping);
  // Where others are read from the cluster, too, those are not known.
  const inputs = [...list(set, 'spec', 'inputs').slice(0, mostInputs), ...(isClosed(set) ? [] : [{}])];
  const made = new Map<string, KubernetesObject>();
  for (const input of inputs) {
    const values = stringsOf({ inputs: input });
    for (const template of templates) {
      const object = mapping(throughout(template, (written) => withInputs(written, values)));
      made.set(JSON.stringify(object), object);
    }
  }
  return [...made.values()];
}

/** Whether a ResourceSet says all of its inputs. */
function isClosed(set: KubernetesObject): boolean {
  return list(set, 'spec', 'inputs').length > 0 && list(set, 'spec', 'inputsFrom').length === 0;
}

/** A string with those of its template actions replaced that are inputs with a known value. */
function withInputs(written: string, values: Readonly<Record<string, string>>): string {
  return written.replace(/<<-?\s*(inputs\.[\w.]+)\s*(?:\|\s*quote\s*)?-?>>/g, (action, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? action) : action,
  );
}
