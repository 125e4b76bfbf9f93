import { memoised, memoisedFor } from '../collections.ts';
import type { Options } from '../config/config.ts';
import { text } from '../kubernetes.ts';
import type { PageCache } from '../manifests/page-cache.ts';
import type { Call, CallIndex, CallObject } from '../run.ts';
import { besideSearch, markWords, wordsOfAnyKind } from './beside-search.ts';

/**
 * Searches a call once for the names of all its splits, and answers questions about the objects that it finds. Nothing
 * is read before the first question, and nothing at all if the call has nothing but its units.
 */
export function openCallIndex(call: Call, names: ReadonlySet<string>, options: Options, cache: PageCache): CallIndex {
  const words = new Set([...names, ...markWords(options, false)]);
  // Namespaces are found by their annotation, not by the names of splits.
  const more = ['AppProject', ...(options.target === 'httproute' ? ['opaque-ports'] : [])];
  const sources = names.size === 0 ? [] : (call.search?.(words, wordsOfAnyKind(options)) ?? []);
  let objects: readonly CallObject[] | undefined;
  const made = new Map<unknown, unknown>();
  return (make) => {
    objects ??= cache
      .holding(sources, besideSearch(new Set([...names, ...more]), options))
      .manifests.map((manifest) => ({
        manifest,
        namespaces: namespacesInCall(manifest, call, options),
        isPatch: call.units[0]?.kustomize?.patch(manifest.page.slice.source.path) !== undefined,
      }));
    if (!made.has(make)) made.set(make, make(objects));
    return made.get(make) as ReturnType<typeof make>;
  };
}

/**
 * The namespaces of an object: those in which its builds put it, else its own or the one that this run or its kustomizations
 * set; empty if none is known.
 */
function namespacesInCall(
  { object, page }: CallObject['manifest'],
  { units }: Call,
  options: Options,
): readonly string[] {
  const written = text(object, 'metadata', 'namespace');
  const { path } = page.slice.source;
  const kustomize = units[0]?.kustomize;
  const own = written || (options.namespace ?? kustomize?.namespace(path)?.value ?? '');
  const built = kustomize?.namespacesBuilt(path, written === '') ?? [];
  return placesIn(built.length === 0 ? unbuilt : built)(own);
}

const unbuilt = [{ value: '' }];

/** The namespaces of objects of a thousand overlays are one list, which is made once. */
const placesIn = memoisedFor((built: readonly { readonly value: string }[]) =>
  memoised((own): readonly string[] =>
    [...new Set(built.map(({ value }) => value || own))].filter((one) => one !== ''),
  ),
);
