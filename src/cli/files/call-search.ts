import { addTo } from '../../collections.ts';
import { clusterDomainsIn, mayHoldProfile } from '../../manifests/profile-domains.ts';
import { resembling } from '../../manifests/resembling.ts';
import { mentionsService } from '../../manifests/searches.ts';
import { anyOf, wordsIn, type Holds } from '../../yaml/name-search.ts';
import { compareByPath, search, type FileSource } from './search.ts';
import type { Folder } from './tree.ts';
import { openWordIndex, type WordIndex } from './word-index.ts';

/** A search of the files of a call, and its results. */
export interface CallSearch {
  /**
   * Files with one of the words and a kind that matters, or with a word that matters in any kind. A file that was read
   * before is the same object, so that its edits are combined.
   */
  readonly found: readonly FileSource[];
  /** Those of them that may hold one of these words, in any unit. */
  holding(words: ReadonlySet<string>): readonly FileSource[];
  /** Those of them in a unit that may hold one of these words. */
  inUnit(home: string, words: ReadonlySet<string>): readonly FileSource[];
  /** Files of a unit with a Service whose name is like one of the words, and some with other Services. */
  services(home: string): readonly FileSource[];
  /** The files that may hold something that deploys a directory, those that .gitignore excludes included. */
  readonly deployers: readonly FileSource[];
  /** The cluster domains in the names of the ServiceProfiles of all files, each with the paths of these. */
  readonly clusterDomains: ReadonlyMap<string, readonly string[]>;
}

/** What is searched. */
export interface Searched {
  readonly folders: readonly Folder[];
  /** The files with splits. */
  readonly hits: readonly FileSource[];
  /** Whether a file counts: .gitignore may exclude it. */
  readonly wanted: (source: FileSource) => boolean;
  /** The kinds that matter. */
  readonly kinds: readonly string[];
  /** Words that matter in any kind. */
  readonly inAnyKind: ReadonlySet<string>;
}

/** A profile with overrides matters whatever its name: its split may be gone, or its names may not match. */
const overridesWord = 'dstOverrides';

/** Names in the groups of Flux and Argo CD: of a whole group its longest name would be searched, which is in every kustomization. */
const deployerWords = ['fluxcd', 'argoproj', 'HelmChart'];

/** Whether a file may hold something of Flux or Argo CD that deploys a directory, or a chart that it refers to. */
export const holdsDeployer = anyOf(new Set(deployerWords));

/** How many Services with other names are kept for a unit: one is enough to know that its Services are in the call. */
const servicesKept = 20;

/** Searches all files of a call for these words, each file once. */
export function searchCall(
  { folders, hits, wanted, kinds, inAnyKind }: Searched,
  words: ReadonlySet<string>,
): CallSearch {
  const [holdsKind, holdsAny] = [anyOf(new Set(kinds)), anyOf(new Set([...kinds, ...deployerWords]))];
  const holdsInAnyKind = anyOf(inAnyKind);
  const known = new Map(hits.map((source) => [source.file, source]));
  const homes = new Set(hits.map(({ folder }) => folder.home));
  const sought = new Set([...words, overridesWord]);
  const [holdsWord, wordsOf, resembles] = [anyOf(sought), wordsIn(sought), resembling(words)];
  const [all, byUnit, found] = [openWordIndex(), new Map<string, WordIndex>(), [] as FileSource[]];
  const [services, domains] = [new Map<string, FileSource[]>(), new Map<string, string[]>()];
  const deployers: FileSource[] = [];

  function isOfUse(home: string): Holds {
    return (bytes, start, end) => {
      if (holdsInAnyKind(bytes, start, end)) return true;
      if (!holdsAny(bytes, start, end)) return false;
      if (holdsDeployer(bytes, start, end)) return true;
      const content = bytes.subarray(start, end);
      return holdsWord(bytes, start, end) || mayHoldProfile(content) || isServiceOfUse(content, home);
    };
  }

  function isServiceOfUse(content: Uint8Array, home: string): boolean {
    if (!homes.has(home) || !mentionsService(content, 0, content.length)) return false;
    return (services.get(home) ?? []).length < servicesKept || resembles(latin1.decode(content));
  }

  function note(source: FileSource): void {
    const { bytes, folder, path } = source;
    if (!holdsKind(bytes, 0, bytes.length) && !holdsInAnyKind(bytes, 0, bytes.length)) return;
    if (mayHoldProfile(bytes)) for (const domain of clusterDomainsIn(bytes)) addTo(domains, domain, path);
    if (isServiceOfUse(bytes, folder.home)) addTo(services, folder.home, source);
    const wordsOfFile = wordsOf(bytes);
    if (wordsOfFile?.size === 0) return;
    found.push(source);
    all.add(source, wordsOfFile);
    byUnit.set(folder.home, (byUnit.get(folder.home) ?? openWordIndex()).add(source, wordsOfFile));
  }

  for (const folder of folders) {
    const { sources } = search([folder], isOfUse(folder.home));
    for (const source of sources) if (holdsDeployer(source.bytes, 0, source.bytes.length)) deployers.push(source);
    for (const source of sources.filter(wanted)) note(known.get(source.file) ?? source);
  }
  return {
    found: found.sort(compareByPath),
    holding: (names) => all.holding(names),
    inUnit: (home, names) => byUnit.get(home)?.holding(new Set([...names, overridesWord])) ?? [],
    services: (home) => services.get(home) ?? [],
    deployers: deployers.sort(compareByPath),
    clusterDomains: domains,
  };
}

const latin1 = new TextDecoder('latin1');
