import type { Actor } from './actor.ts';
import { deployersIn, type Deployer } from './deployers.ts';
import type { KustomizeFiles } from './files.ts';

/** What a deployer deploys. */
export interface Deployment {
  readonly deployer: Deployer;
  /** The directories it means, spelled as `KustomizeFiles.locate` does. */
  readonly directories: readonly string[];
}

/** Finds what the deployers of a call deploy; one whose path is no directory of the call says nothing. */
export function deploymentsOf(
  files: KustomizeFiles,
  kustomized: ReadonlySet<string>,
): {
  readonly deployers: readonly Deployer[];
  readonly deployments: readonly Deployment[];
  readonly listersOf: (place: string) => readonly Actor[];
} {
  const known = withAncestors(files.directories);
  const deployers = files.deployers().flatMap(deployersIn);
  const deployments = deployers
    .filter(({ target }) => target !== '') // a repository whole: which one is not known
    .map((deployer) => ({ deployer, directories: directoriesOf(deployer, known, files) }))
    .filter(({ directories }) => directories.length > 0);
  deployments.sort((one, other) => other.deployer.target.length - one.deployer.target.length);
  return { deployers, deployments, listersOf: listers(deployments, kustomized) };
}

function withAncestors(directories: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const directory of directories) {
    for (let at = directory; at !== '' && !known.has(at); at = parentOf(at)) known.add(at);
  }
  return known;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Below the first root where there is such a directory. */
function directoriesOf(
  { target, seenFrom }: Deployer,
  known: ReadonlySet<string>,
  files: KustomizeFiles,
): readonly string[] {
  for (const root of files.roots(seenFrom)) {
    const found = target.includes('*') ? matching(`${root}/${target}`, known) : [files.resolve(root, target)];
    const there = found.filter((directory) => known.has(directory));
    if (there.length > 0) return there;
  }
  return [];
}

function matching(pattern: string, known: ReadonlySet<string>): readonly string[] {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  const expression = new RegExp(`^${parts.join('[^/]*')}$`);
  return [...known].filter((directory) => expression.test(directory));
}

/**
 * Who deploys a file or a directory with a kustomization. Flux makes a kustomization where there is none, of all files and
 * kustomizations below (fluxcd/pkg kustomize, Generator); Argo CD's options are for a directory that has one.
 */
function listers(
  deployments: readonly Deployment[],
  kustomized: ReadonlySet<string>,
): (place: string) => readonly Actor[] {
  const direct = new Map<string, Actor[]>();
  const generated = new Map<string, Actor[]>();
  for (const { deployer, directories } of deployments) {
    const actor = { path: deployer.path, deployer, steps: deployer.steps };
    for (const directory of directories) {
      if (kustomized.has(directory)) add(direct, directory, actor);
      else if (deployer.tool === 'flux') add(generated, directory, actor);
    }
  }
  return (place) => [
    ...(direct.get(place) ?? []),
    ...(generated.size === 0 ? [] : above(place, generated, kustomized)),
  ];
}

function add(map: Map<string, Actor[]>, key: string, actor: Actor): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [actor]);
  else known.push(actor);
}

function above(
  place: string,
  generated: ReadonlyMap<string, readonly Actor[]>,
  kustomized: ReadonlySet<string>,
): readonly Actor[] {
  const found: Actor[] = [];
  for (let at = parentOf(place); at !== '' && !kustomized.has(at); at = parentOf(at))
    found.push(...(generated.get(at) ?? []));
  return found;
}
