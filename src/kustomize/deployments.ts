import type { Actor } from './actor.ts';
import type { Matching } from './application-sets.ts';
import { chartsIn } from './charts.ts';
import { deployedObjects } from './deployed-objects.ts';
import { deployersIn, isRelease, overridesIn, type Deployer } from './deployers.ts';
import { readersIn } from './directory-readers.ts';
import { parentOf, type KustomizeFiles } from './files.ts';
import { findChartsIn } from './helm-charts.ts';
import { builtObjects, type Listings } from './patched-deployers.ts';
import { addTo, append, concatenated, memoised } from '../collections.ts';
import { text, type KubernetesObject } from '../kubernetes.ts';

/** What a deployer deploys. */
interface Deployment {
  readonly deployer: Deployer;
  /** The directories that it deploys, spelled as by `KustomizeFiles.locate`. */
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
  /** Who deploys this directory. */
  of(directory: string): readonly Deployer[];
}

/** Finds what the deployers of a call deploy. A deployer whose path is not a directory of the call is ignored. */
export function deploymentsOf(files: KustomizeFiles, kustomized: ReadonlySet<string>, listings: Listings): Deployments {
  const known = withAncestors(files.directories);
  const place = (deployers: readonly Deployer[]): Deployment[] =>
    deployers
      .filter(({ target }) => target !== '') // a whole repository, and it is not known which
      .flatMap((deployer) => directoriesOf(deployer, known, files));
  const first = builtDeployers(files, listings, directoriesMatching(known, files));
  const deployers = first.some(isPatching)
    ? builtDeployers(
        files,
        alsoBy(listers(place(first), kustomized, files), listings),
        directoriesMatching(known, files),
      )
    : first;
  const deployments = place(deployers);
  const overrides = (files.overrides?.() ?? []).flatMap((file) =>
    overridesIn(file).map((deployer) => ({ deployer, directories: [file.directory] })),
  );
  append(deployments, overrides);
  deployments.sort((one, other) => other.deployer.target.length - one.deployer.target.length);
  return {
    deployers: [...deployers, ...overrides.map(({ deployer }) => deployer)],
    listersOf: listers(deployments, kustomized, files),
    ...byDirectory(deployments),
  };
}

/** Whether a deployer may patch others. */
function isPatching({ steps, components }: Deployer): boolean {
  return components.length > 0 || steps.some(({ kind }) => kind === 'patch');
}

/** Listings with what deployers deploy. */
function alsoBy(deploying: Deployments['listersOf'], listings: Listings): Listings {
  return { ...listings, listersOf: (place) => [...listings.listersOf(place), ...deploying(place)] };
}

/** The deployers as they are built, without the patches of those that are in the call. */
function builtDeployers(
  files: KustomizeFiles,
  listings: Listings,
  matchingFrom: (directory: string) => Matching,
): readonly Deployer[] {
  const all = [...files.deployers(), ...(files.around?.deployers() ?? [])];
  const found = all.map((file) => ({ file, place: files.locate(file.path) }));
  const charts = findChartsIn(() =>
    all.map(({ directory, bytes }) => ({ directory, objects: deployedObjects(bytes) })),
  );
  const names = new Set<string>();
  const whole = found
    .filter(({ place }) => !listings.isPatch(place))
    .flatMap(({ file, place }) =>
      deployersIn(
        file,
        (object) => {
          names.add(kindAndName(object));
          return builtObjects(object, place, listings);
        },
        matchingFrom(file.directory),
        charts,
      ),
    );
  const patches = found.filter(({ place }) => listings.isPatch(place)).flatMap(({ file }) => deployersIn(file));
  return [...whole, ...patches.filter(({ object }) => !names.has(kindAndName(object)))];
}

function kindAndName(object: KubernetesObject): string {
  return `${text(object, 'kind')}/${text(object, 'metadata', 'name')}`;
}

function byDirectory(deployments: readonly Deployment[]): Pick<Deployments, 'above' | 'of'> {
  const indexes = new Map<string, number[]>();
  for (const [index, { directories }] of deployments.entries())
    for (const directory of directories) addTo(indexes, directory, index);
  const deployersAt = (found: readonly number[]): readonly Deployer[] =>
    found.flatMap((index) => deployments[index]?.deployer ?? []);
  // The files of a directory, and those below it with the same deployers, share one array, and what is computed of it.
  const aboveDirectory = memoised((directory: string): readonly Deployer[] => {
    if (directory !== '' && !indexes.has(directory)) return aboveDirectory(parentOf(directory));
    const found = new Set<number>();
    for (let at = directory; at !== ''; at = parentOf(at)) for (const index of indexes.get(at) ?? []) found.add(index);
    return deployersAt([...found].sort((one, other) => one - other));
  });
  return {
    above: (file) => aboveDirectory(parentOf(file)),
    of: (directory) => deployersAt(indexes.get(directory) ?? []),
  };
}

function withAncestors(directories: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const directory of directories) {
    for (let at = directory; at !== '' && !known.has(at); at = parentOf(at)) known.add(at);
  }
  return known;
}

/** What it deploys: the directories below the first root that has them. */
function directoriesOf(deployer: Deployer, known: ReadonlySet<string>, files: KustomizeFiles): readonly Deployment[] {
  const { target, excluded = [], seenFrom, beside, path } = deployer;
  for (const root of files.roots(seenFrom)) {
    const found = target.includes('*') ? matching(`${root}/${target}`, known) : [files.resolve(root, target)];
    const there = found.filter((directory) => known.has(directory));
    const without = new Set(excluded.flatMap((pattern) => matching(`${root}/${pattern}`, known)));
    const isMeant = (directory: string): boolean =>
      !without.has(directory) && (beside === undefined || files.bytes(`${directory}/${beside}`) !== undefined);
    const shown = /^(?:\/|[A-Za-z]:)/.test(path) ? root : relativePath(files.locate('.'), root);
    const placed = shown === '' ? deployer : { ...deployer, root: shown };
    if (there.length > 0) return [{ deployer: placed, directories: there.filter(isMeant) }];
  }
  return [];
}

/** A directory as seen from another one; '' for the same. */
function relativePath(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => path.replace(/\/$/, '').split('/')) as [string[], string[]];
  const same = start.findIndex((part, index) => part !== end[index]);
  const common = same === -1 ? start.length : same;
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
}

/** The directories below the first root that has some, from there, for what is seen from a directory. */
function directoriesMatching(known: ReadonlySet<string>, files: KustomizeFiles): (seenFrom: string) => Matching {
  let left = mostGenerated;
  return (seenFrom) => (pattern, excluded) => {
    // A generator of directories does not know `**`, which here matches more than it does.
    if (pattern.includes('**') || pattern.split('*').length - 1 > mostWildcards) return undefined;
    for (const root of files.roots(seenFrom)) {
      const found = matching(`${root}/${pattern}`, known);
      const without = new Set(found.length === 0 ? [] : excluded.flatMap((one) => matching(`${root}/${one}`, known)));
      const meant = found.filter((directory) => !without.has(directory));
      if (found.length === 0) continue;
      left -= meant.length;
      return meant.length === 0 || left < 0 ? undefined : meant.map((one) => one.slice(root.length + 1));
    }
    return undefined;
  };
}

/** More Applications than this are not told apart by their directories. */
const mostGenerated = 20_000;

/** A wildcard costs time for each character of a path: what follows the last one of so many is not compared. */
const mostWildcards = 3;

function matching(pattern: string, known: ReadonlySet<string>): readonly string[] {
  const parts = pattern.split(/(\*+)/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  const compared = parts
    .slice(0, 2 * mostWildcards + 1)
    .map((part) => part.replace(/^\*+$/, (stars) => (stars.length > 1 ? '.*' : '[^/]*')));
  const expression = new RegExp(`^${compared.join('')}${parts.length > 2 * mostWildcards + 1 ? '' : '$'}`);
  return [...known].filter((directory) => expression.test(directory));
}

/**
 * The deployers that deploy a file, or a directory with a kustomization; one that deploys several directories is one for
 * each. Flux generates a kustomization from all files and kustomizations below a directory that has none (fluxcd/pkg
 * kustomize, Generator). Argo CD's Kustomize options only apply to a directory with a kustomization; of one without, it
 * reads the files.
 */
function listers(
  deployments: readonly Deployment[],
  kustomized: ReadonlySet<string>,
  files: KustomizeFiles,
): (place: string) => readonly Actor[] {
  const direct = new Map<string, Actor[]>();
  const generated = new Map<string, Actor[]>();
  const read = new Map<string, Actor[]>();
  const charts = new Set(chartsIn(files));
  const seen = new Map<string, Set<string>>();
  // A thousand Applications may read one directory in the same way: the first one stands for them.
  const isNew = (directory: string, { files: source, bundle, plugin }: Deployer): boolean => {
    const sources = bundle?.sources ?? '';
    const own = seen.get(sources) ?? new Set();
    seen.set(sources, own);
    const before = own.size;
    return own.add(JSON.stringify([directory, source, plugin])).size > before;
  };
  for (const { deployer, directories } of deployments) {
    const { path, steps, isGuess } = deployer;
    if (isRelease(deployer) && steps.length === 0) continue; // Helm alone changes what it renders
    for (const directory of directories) {
      const components = deployer.components.map((one) => files.resolve(directory, one));
      const actor = { path, deployer, steps, components };
      if (kustomized.has(directory)) addTo(direct, directory, actor);
      else if (deployer.tool === 'flux') addTo(generated, directory, actor);
      else if (!isGuess && !charts.has(directory) && isNew(directory, deployer))
        addTo(read, directory, { path, deployer, steps: [] });
    }
  }
  // The same for those that generate a kustomization of all files below a directory.
  const generating = memoised((directory: string): readonly Actor[] => {
    if (directory === '' || kustomized.has(directory)) return [];
    return concatenated([generated.get(directory) ?? [], generating(parentOf(directory))]);
  });
  const readersOf = readersIn(read);
  return (place) => concatenated([direct.get(place) ?? [], generating(parentOf(place)), readersOf(place)]);
}
