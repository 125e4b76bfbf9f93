import type { Actor } from './actor.ts';
import { deployersIn, type Deployer } from './deployers.ts';
import type { KustomizeFiles } from './files.ts';
import { addTo } from '../collections.ts';

/** What a deployer deploys. */
interface Deployment {
  readonly deployer: Deployer;
  /** The directories it means, spelled as `KustomizeFiles.locate` does. */
  readonly directories: readonly string[];
}

/** What Flux and Argo CD deploy. */
export interface Deployments {
  /** The Flux Kustomizations and Argo CD Applications of the call, whatever they deploy. */
  readonly deployers: readonly Deployer[];
  /** Who deploys a file or a directory with a kustomization. */
  listersOf(place: string): readonly Actor[];
  /** Who deploys a directory that a file lies in, nearest first. */
  above(file: string): readonly Deployer[];
}

/** Finds what the deployers of a call deploy; one whose path is no directory of the call says nothing. */
export function deploymentsOf(files: KustomizeFiles, kustomized: ReadonlySet<string>): Deployments {
  const known = withAncestors(files.directories);
  const deployers = files.deployers().flatMap(deployersIn);
  const deployments = deployers
    .filter(({ target }) => target !== '') // a repository whole: which one is not known
    .map((deployer) => ({ deployer, directories: directoriesOf(deployer, known, files) }))
    .filter(({ directories }) => directories.length > 0);
  deployments.sort((one, other) => other.deployer.target.length - one.deployer.target.length);
  return { deployers, listersOf: listers(deployments, kustomized), above: byDirectory(deployments) };
}

function byDirectory(deployments: readonly Deployment[]): Deployments['above'] {
  const indexes = new Map<string, number[]>();
  for (const [index, { directories }] of deployments.entries())
    for (const directory of directories) addTo(indexes, directory, index);
  return (file) => {
    const found = new Set<number>();
    for (let at = parentOf(file); at !== ''; at = parentOf(at))
      for (const index of indexes.get(at) ?? []) found.add(index);
    const sorted = [...found].sort((one, other) => one - other);
    return sorted.flatMap((index) => deployments[index]?.deployer ?? []);
  };
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
      if (kustomized.has(directory)) addTo(direct, directory, actor);
      else if (deployer.tool === 'flux') addTo(generated, directory, actor);
    }
  }
  return (place) => [
    ...(direct.get(place) ?? []),
    ...(generated.size === 0 ? [] : above(place, generated, kustomized)),
  ];
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
