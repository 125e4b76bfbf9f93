import { text } from '../kubernetes.ts';
import type { Manifest, PageManifests, Unreadable } from './manifest.ts';
import { manifestsOf, placeIn } from './manifest.ts';
import type { NodeStore } from './node-store.ts';
import { openNodeStore } from './node-store.ts';
import type { Cut, Grain, Slice } from '../yaml/cut.ts';
import { cut } from '../yaml/cut.ts';
import type { Page } from '../yaml/read.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Holds } from '../yaml/name-search.ts';
import type { Source } from '../yaml/source.ts';
import { encode } from '../yaml/source.ts';

/** The result of a search in slices. */
export interface SearchResult {
  readonly manifests: readonly Manifest[];
  readonly unreadable: readonly Unreadable[];
  /** Sources that hold what was looked for but are not UTF-8. */
  readonly foreign: readonly Source[];
}

/** What to look for. */
export interface Search {
  readonly holds: Holds;
  /** Where to look; everywhere if absent. Every slice that holds it has to be among them. */
  readonly within?: (cut: Cut) => Iterable<Slice>;
  /** Called for each object of a page that is read by this search, while its nodes are at hand. */
  readonly note?: (manifest: Manifest) => void;
  /** The slices of a source that hold it, in order, if that is known already. */
  readonly known?: (source: Source, cutOf: (source: Source) => Cut) => readonly Slice[] | undefined;
}

/** The slices around some offsets, each once, in order. */
export function slicesAt(cut: Cut, offsets: Iterable<number>): readonly Slice[] {
  const slices: Slice[] = [];
  for (const offset of Float64Array.from(offsets).sort()) {
    if (offset < (slices.at(-1)?.end ?? 0)) continue;
    slices.push(cut.at(offset));
  }
  return slices;
}

interface CachedSource {
  readonly cut: Cut;
  readonly pages: Map<number, PageManifests>;
}

/** Reads the manifests of sources when they are searched for. */
export interface PageCache {
  /** The manifests in those slices of some sources that hold what is looked for. */
  holding(sources: readonly Source[], search: Search): SearchResult;
}

/** Creates a cache that reads each slice of each source at most once, and only slices that hold what is looked for. */
export function openPageCache(grain: Grain): PageCache {
  const store = openNodeStore();
  const cachedSources = new Map<Source, CachedSource>();
  const cachedSource = (source: Source): CachedSource => {
    const known = cachedSources.get(source);
    if (known !== undefined) return known;
    const cached = { cut: cut(source, grain), pages: new Map<number, PageManifests>() };
    cachedSources.set(source, cached);
    return cached;
  };
  const cutOf = (source: Source): Cut => cachedSource(source).cut;
  return {
    holding(sources, search) {
      const manifests: Manifest[] = [];
      const unreadable: Unreadable[] = [];
      const foreign: Source[] = [];
      for (const source of sources) {
        for (const slice of search.known?.(source, cutOf) ?? slicesHolding(source, search, cutOf)) {
          const read = readPage(cachedSource(source), slice, { store, note: search.note });
          if (read === undefined) {
            if (!foreign.includes(source)) foreign.push(source);
            continue;
          }
          // One at a time: 100,000 items are too many for the arguments of a call.
          for (const manifest of matchingParts(read.manifests, search.holds)) manifests.push(manifest);
          for (const one of read.unreadable) unreadable.push(one);
        }
      }
      return { manifests, unreadable, foreign };
    },
  };
}

function* slicesHolding(
  source: Source,
  { holds, within = (whole) => whole.all() }: Search,
  cutOf: (source: Source) => Cut,
): Iterable<Slice> {
  const { bytes } = source;
  if (!holds(bytes, 0, bytes.length)) return;
  for (const slice of within(cutOf(source))) if (holds(bytes, slice.start, slice.end)) yield slice;
}

/**
 * The documents, and the items of a ResourceList, that hold what is looked for. A page may have been read because of
 * another one, and the result must not depend on how finely a source is cut.
 */
function matchingParts(manifests: readonly Manifest[], holds: Holds): readonly Manifest[] {
  const known = new Map<unknown, boolean>();
  return manifests.filter((manifest) => {
    const { key, page, start, end } = textPartOf(manifest);
    if (start === 0 && end === page.text.length) return true;
    const decided = known.get(key);
    if (decided !== undefined) return decided;
    const bytes = encode(page.text.slice(start, end));
    const held = holds(bytes, 0, bytes.length);
    known.set(key, held);
    return held;
  });
}

/** The part of a page that would be a slice of its own if its source were cut finely. */
function textPartOf(manifest: Manifest): { key: unknown; page: Page; start: number; end: number } {
  const { page, parent, list } = manifest;
  if (list?.parent !== undefined) return textPartOf(list);
  if (parent === undefined || list === undefined || text(list.object, 'kind') !== 'ResourceList') {
    // The nodes of a page with only one object may have to be parsed again: they are not asked for.
    if (page.onlyObject !== undefined || page.documents.length === 1)
      return { key: page, page, start: 0, end: page.text.length };
    const { document } = manifest;
    return { key: document, page, start: document.range[0], end: document.range[2] };
  }
  const { node } = manifest;
  const next = parent.items[placeIn(parent, node) + 1]?.range[0];
  return { key: node, page, start: node.range[0], end: next ?? node.range[2] };
}

function readPage(
  cached: CachedSource,
  slice: Slice,
  { store, note }: { readonly store: NodeStore; readonly note: Search['note'] },
): PageManifests | undefined {
  const known = cached.pages.get(slice.start);
  if (known !== undefined) return known;
  const page = readUtf8(slice);
  if (page === undefined) return undefined;
  const manifests = store.adopt(manifestsOf(page));
  cached.pages.set(slice.start, manifests);
  if (note !== undefined) for (const manifest of manifests.manifests) note(manifest);
  return manifests;
}
