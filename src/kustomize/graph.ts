import { list, text, type FieldPath } from '../kubernetes.ts';
import { changes, patching, type Kustomization, type KustomizeFiles, type Split } from './rewrites.ts';

/** What the kustomizations of a call do to the files they list; paths are those of the sources. */
export interface Kustomize {
  /** The namespace that all kustomizations listing the file set alike; undefined where none does, or they disagree. */
  namespace(path: string): { readonly value: string; readonly by: string } | undefined;
  /** What the namespace of an object of this file without one could be, nearest first, each with its source, for a fix line. */
  namespaceCandidates(path: string): readonly { readonly value: string; readonly by: string }[];
  /** Why the profile of this split would differ per overlay: which overlay (a path) does what; empty where nothing does. */
  rewrites(path: string, split: Split): readonly { readonly overlay: string; readonly how: string }[];
  /** The kustomization that uses this file as a patch. */
  patch(path: string): string | undefined;
  /** Whether some kustomization of the call lists both files, directly or through others. */
  together(one: string, other: string): boolean;
  /** Of these files, those that some kustomization of the call lists with another of them. */
  joined(paths: readonly string[]): ReadonlySet<string>;
  /** Every kustomization that names this file, with the line (from 1) of its entry. */
  namedBy(path: string): readonly { readonly path: string; readonly line: number }[];
  /** Whether a Chart.yaml stands at or above the file, within the call. */
  inChart(path: string): boolean;
}

/** Tells what the kustomizations of a call do to their files. Total: what is not understood does nothing. */
export function kustomize(kustomizations: readonly Kustomization[], files: KustomizeFiles): Kustomize {
  const graph = graphOf(kustomizations, files);
  return {
    namespace: (path) => namespaceOf(files.locate(path), graph),
    namespaceCandidates: (path) => candidatesFor(files.locate(path), graph, files),
    rewrites: (path, split) => rewritesOf(files.locate(path), split, graph, files),
    patch: (path) => graph.patches.get(files.locate(path))?.[0]?.by.path,
    together: (one, other) => {
      const users = new Set(usersOf(files.locate(one), graph));
      return usersOf(files.locate(other), graph).some((user) => users.has(user));
    },
    joined: (paths) => joinedIn(paths, files, graph),
    namedBy: (path) => {
      const mentions = graph.mentions.get(files.locate(path)) ?? [];
      return mentions.map(({ by, at }) => ({ path: by.path, line: by.line(at) }));
    },
    inChart: (path) => files.charts.some((chart) => files.locate(path).startsWith(`${chart}/`)),
  };
}

/** A place in a kustomization that names a file or a directory. */
interface Mention {
  readonly by: Kustomization;
  readonly at: FieldPath;
}

type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** Who names what, spelled as `locate` does. */
interface Graph {
  /** The kustomizations that list a file or a directory. */
  readonly listers: Mentions;
  /** Those that use a file as a patch. */
  readonly patches: Mentions;
  /** Those that name a file in any way. */
  readonly mentions: Mentions;
  /** The components that a kustomization applies to all it lists, directly or through other components. */
  readonly components: ReadonlyMap<Kustomization, readonly Kustomization[]>;
}

const listing = ['resources', 'bases', 'components'];
const naming = ['replacements', 'generators', 'transformers', 'validators', 'configurations', 'crds'];

function graphOf(kustomizations: readonly Kustomization[], files: KustomizeFiles): Graph {
  return {
    listers: mentionsIn(kustomizations, listing, files),
    patches: mentionsIn(kustomizations, patching, files),
    mentions: mentionsIn(kustomizations, [...listing, ...patching, ...naming], files),
    components: componentsOf(kustomizations, files),
  };
}

function mentionsIn(
  kustomizations: readonly Kustomization[],
  keys: readonly string[],
  files: KustomizeFiles,
): Mentions {
  const mentions = new Map<string, Mention[]>();
  for (const by of kustomizations) {
    for (const key of keys) {
      for (const [index, entry] of list(by.object, key).entries()) {
        const reference = typeof entry === 'string' ? entry : text(entry, 'path');
        if (reference === '' || reference.includes('\n')) continue; // an inline patch is no path
        const target = files.resolve(by.directory, reference);
        const known = mentions.get(target);
        if (known === undefined) mentions.set(target, [{ by, at: [key, index] }]);
        else known.push({ by, at: [key, index] });
      }
    }
  }
  return mentions;
}

function componentsOf(kustomizations: readonly Kustomization[], files: KustomizeFiles): Graph['components'] {
  const included = mentionsIn(kustomizations, ['components'], files);
  const components = new Map<Kustomization, Kustomization[]>();
  for (const component of kustomizations) {
    const users = closure(included.get(component.directory) ?? [], ({ directory }) => included.get(directory) ?? []);
    for (const user of users) components.set(user, [...(components.get(user) ?? []), component]);
  }
  return components;
}

/** Kustomizations, those that use them, and so on, nearest first; each once, so that circles end. */
function closure(
  start: readonly Mention[],
  above: (one: Kustomization) => readonly Mention[],
): readonly Kustomization[] {
  const reached = new Set(start.map(({ by }) => by));
  for (const one of reached) {
    for (const { by } of above(one)) reached.add(by);
  }
  return [...reached];
}

/** The kustomizations that a file belongs to, nearest first. */
function usersOf(file: string, { listers }: Graph): readonly Kustomization[] {
  return closure(listers.get(file) ?? [], ({ directory }) => listers.get(directory) ?? []);
}

function joinedIn(paths: readonly string[], files: KustomizeFiles, graph: Graph): ReadonlySet<string> {
  const byUser = new Map<Kustomization, string[]>();
  for (const path of paths) {
    for (const user of usersOf(files.locate(path), graph)) {
      const listed = byUser.get(user);
      if (listed === undefined) byUser.set(user, [path]);
      else listed.push(path);
    }
  }
  return new Set([...byUser.values()].filter((listed) => listed.length > 1).flat());
}

/** A kustomization and the components whose changes reach all that it lists. */
function acting(user: Kustomization, { components }: Graph): readonly Kustomization[] {
  return [user, ...(components.get(user) ?? [])];
}

/**
 * The namespace that every build of the call gives to the file: each outermost kustomization above it sets one itself or by
 * what it lists, and all that set one set the same.
 */
function namespaceOf(file: string, graph: Graph): { readonly value: string; readonly by: string } | undefined {
  const users = usersOf(file, graph);
  const setters = users.flatMap((user) => acting(user, graph)).filter(setsNamespace);
  const [first] = setters;
  if (first === undefined || setters.some((setter) => namespaceSet(setter) !== namespaceSet(first))) return undefined;
  // What a setter reaches gets the namespace; an outermost one that no setter reaches builds the file without.
  const reached = new Set(users.filter((user) => acting(user, graph).some(setsNamespace)));
  for (const one of reached) {
    for (const { by } of graph.listers.get(one.directory) ?? []) reached.add(by);
  }
  const outermost = users.filter((user) => !graph.listers.has(user.directory));
  const complete = (outermost.length > 0 ? outermost : users).every((user) => reached.has(user));
  return complete ? { value: namespaceSet(first), by: first.path } : undefined;
}

function namespaceSet(kustomization: Kustomization): string {
  return text(kustomization.object, 'namespace');
}

function setsNamespace(kustomization: Kustomization): boolean {
  return namespaceSet(kustomization) !== '';
}

function candidatesFor(file: string, graph: Graph, files: KustomizeFiles): readonly { value: string; by: string }[] {
  const setters = usersOf(file, graph)
    .flatMap((user) => acting(user, graph))
    .filter(setsNamespace);
  const deployed = files.destinations().filter((destination) => destination.contains(file));
  const candidates = new Map<string, string>();
  for (const { value, by } of [...setters.map((one) => ({ value: namespaceSet(one), by: one.path })), ...deployed]) {
    if (!candidates.has(value)) candidates.set(value, by);
  }
  return [...candidates].map(([value, by]) => ({ value, by }));
}

function rewritesOf(
  file: string,
  split: Split,
  graph: Graph,
  files: KustomizeFiles,
): readonly { overlay: string; how: string }[] {
  return usersOf(file, graph).flatMap((user) => {
    // What a component does is said once, about the overlay that applies it: a component cannot be built.
    if (text(user.object, 'kind') === 'Component' && graph.listers.has(user.directory)) return [];
    return acting(user, graph).flatMap((actor) => {
      const through = actor === user ? '' : ` through ${actor.path}`;
      return changes(actor, split, files).map((how) => ({ overlay: user.path, how: how + through }));
    });
  });
}
