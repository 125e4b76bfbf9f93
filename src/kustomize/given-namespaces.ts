import { memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import type { Chain } from './chains.ts';
import type { Deployer } from './deployers.ts';
import type { Graph } from './graph.ts';
import { stepIndexOf } from './step-index.ts';
import { userIndexOf } from './user-index.ts';

/** A namespace, and what sets it. */
export interface Given {
  readonly value: string;
  readonly by: string;
  /** What puts objects without a namespace into it, and changes nothing else. */
  readonly deployer?: Deployer;
}

/**
 * The namespace that every build of the call gives to the file: each outermost kustomization above it sets one, itself
 * or by what it lists, and all of these are the same; so are the destinations of Argo CD, if there are any.
 */
export function givenNamespace(
  users: readonly Actor[],
  chains: readonly Chain[],
  file: string,
  graph: Graph,
): Given | undefined {
  const destinations = destinationsIn(graph.deploymentsAbove(file));
  const setters = settersAmong(users)(graph);
  const [first] = setters;
  if (first === undefined || setters.some((setter) => namespaceSet(setter) !== namespaceSet(first))) return undefined;
  const value = namespaceSet(first);
  const agreed = destinations.every((one) => one.value === value) && !/[^a-z0-9-]/.test(value);
  // What others list may be deployed without them, too.
  const isInAll = chains.every(({ namespace }) => namespace === value);
  return isInAll && agreed ? { value, by: actorName(first) } : undefined;
}

/** What kustomizations say of the namespaces of objects in a file. */
export interface NamespaceQueries {
  /** The namespace that all kustomizations listing the file set; undefined if none does, or if they differ. */
  namespace(path: string): Given | undefined;
  /**
   * The namespaces that the outermost builds of the file give in the end to an object with or without a namespace, with one of
   * them; '' for one that gives none.
   */
  namespacesBuilt(path: string, isBare: boolean): readonly Given[];
}

/** The answers without kustomizations: an object has the namespace in its manifest. */
export const withoutKustomize: NamespaceQueries = {
  namespace: () => undefined,
  namespacesBuilt: () => [],
};

/**
 * The namespaces that outermost builds give in the end to objects without one, and to all others, each with the first build;
 * '' for a build that gives none.
 */
export function namespacesBuiltBy(chains: readonly Chain[]): Record<'bare' | 'named', readonly Given[]> {
  const built = (key: 'namespace' | 'movesTo'): readonly Given[] =>
    eachOnce(chains.map((chain) => ({ value: chain[key], by: actorName(chain.top) })));
  return { bare: built('namespace'), named: built('movesTo') };
}

/** All namespaces that are set on the way of a file, whose users these are. */
export function namespacesSetBy(users: readonly Actor[], graph: Graph): readonly string[] {
  return [...new Set(settersAmong(users)(graph).map(namespaceSet))];
}

const settersAmong = memoisedFor((users: readonly Actor[]) =>
  memoisedFor((graph: Graph): readonly Actor[] => users.flatMap((user) => userIndexOf(graph)(user).setters)),
);

function namespaceSet(actor: Actor): string {
  return stepIndexOf(actor).namespace;
}

/** What a kustomization or a deployer is called in a message. */
export function actorName({ path, deployer }: Actor): string {
  return deployer === undefined ? path : `${deployer.name} in ${path}`;
}

/** The namespaces that an object of a file without one may get, nearest first, each with what sets it first. */
export function candidatesFor(users: readonly Actor[], file: string, graph: Graph): readonly Given[] {
  return candidatesAmong(settersAmong(users)(graph))(destinationsIn(graph.deploymentsAbove(file)));
}

/** Made once for all files of the same users and deployers: these may be a thousand. */
const candidatesAmong = memoisedFor((setters: readonly Actor[]) =>
  memoisedFor((destinations: readonly Given[]) =>
    eachOnce([...setters.map((one) => ({ value: namespaceSet(one), by: actorName(one) })), ...destinations]),
  ),
);

/** The namespaces that the deployers of a file set on objects without one, nearest first. */
const destinationsIn = memoisedFor((deployers: ReturnType<Graph['deploymentsAbove']>) =>
  eachOnce(
    deployers
      .filter(({ namespace }) => namespace !== '')
      .map((deployer) => ({ value: deployer.namespace, by: `${deployer.name} in ${deployer.path}`, deployer })),
  ),
);

/** Namespaces each once, with what gives it first. */
export function eachOnce(namespaces: readonly Given[]): readonly Given[] {
  const found = new Map<string, Given>();
  for (const one of namespaces) if (!found.has(one.value)) found.set(one.value, one);
  return [...found.values()];
}
