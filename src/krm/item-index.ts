import { groupBy } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, isMapping, list } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { manifestsOf } from '../manifests/manifest.ts';
import { slicesAt } from '../manifests/page-cache.ts';
import type { Cut, Slice } from '../yaml/cut.ts';
import { backslash, hashOf, offsetsOfWord } from '../yaml/byte-search.ts';
import { isTyped } from '../rewrite/typed-lists.ts';
import { readUtf8 } from '../yaml/read.ts';
import { decode, encode } from '../yaml/source.ts';
import { plainAnnotations } from './plain-annotations.ts';

/** The place of an item in the files of kpt (functions-spec.md, its annotations). */
export interface ItemPlace {
  readonly path: string;
  readonly packagePath: string;
  /** The number of its document in the file, from 0; NaN if the annotation is not a number. */
  readonly index: number;
}

/** The annotations with the path of an item's file, the current one first (functions-spec.md; kustomize kyaml, kioutil). */
export const pathKeys = ['internal.config.kubernetes.io/path', 'config.kubernetes.io/path'] as const;
/** The annotations with the number of an item's document in its file, the current one first. */
export const indexKeys = ['internal.config.kubernetes.io/index', 'config.kubernetes.io/index'];
/** The annotation in which kpt writes the package of an item. */
export const packageKey = 'internal.config.kubernetes.io/package-path';

/** The first of some annotations that an object has. */
export function first(object: KubernetesObject, keys: readonly string[]): string | undefined {
  return keys.map((key) => annotation(object, key)).find((value) => value !== undefined);
}

/** The place of an item; undefined if it has no path. */
export function itemPlaceOf(object: KubernetesObject): ItemPlace | undefined {
  const path = first(object, pathKeys);
  if (path === undefined) return undefined;
  return { path, packagePath: annotation(object, packageKey) ?? '', index: Number(first(object, indexKeys) ?? '0') };
}

/** The item that a manifest is read from: itself, or a list that it is in; kpt gives a list in a file as one item. */
export function itemOf(manifest: Manifest): Manifest {
  for (let one: Manifest | undefined = manifest; one !== undefined; one = one.list)
    if (itemPlaceOf(one.object) !== undefined) return one;
  return manifest;
}

/** The item beside which, or in whose place, new items for a split are put: itself, or its list of TrafficSplits. */
export function besideOf(split: Manifest): Manifest {
  const { list, object } = split;
  return list !== undefined && isTyped(split) && itemPlaceOf(object) === undefined ? list : split;
}

/** The path of new items for a split in a file: kpt would write YAML into a `.json` file. */
export function yamlPathOf(path: string): string {
  return path.replace(/\.json$/, '.yaml');
}

/**
 * Returns a function that finds the items of a file: in the parsed list or, if the list is cut, in the lines of its
 * entries.
 */
export function itemsByFile(root: Manifest, cut: Cut): (path: string) => readonly ItemPlace[] {
  if (cut.envelope === undefined) {
    const places = groupByPath(
      list(root.object, 'items').flatMap((item) => (isMapping(item) ? itemPlaceOf(item) : undefined) ?? []),
    );
    return (path) => places.get(path) ?? [];
  }
  let annotations: PathAnnotations | undefined;
  let unclear: ReturnType<typeof groupByPath> | undefined;
  return (path) => {
    annotations ??= findPathAnnotations(cut.source.bytes);
    unclear ??= groupByPath(slicesAt(cut, annotations.unclear).flatMap(entryPlaces));
    const text = encode(path);
    const hash = hashOf(text, 0, text.length);
    const near: number[] = [];
    const { places, hashes } = annotations;
    for (let index = 0; index < hashes.length; index += 1) if (hashes[index] === hash) near.push(places[index] ?? 0);
    const clear = slicesAt(cut, near).flatMap(entryPlaces);
    return [...clear.filter((place) => place.path === path), ...(unclear.get(path) ?? [])];
  };
}

/** Places by their path, so that a thousand items do not search a thousand places each. */
function groupByPath(places: readonly ItemPlace[]): ReadonlyMap<string, readonly ItemPlace[]> {
  return groupBy(places, ({ path }) => path);
}

/**
 * The offsets of path annotations, and the hash of each path; 100,000 strings in a map would need more memory than the
 * list.
 */
interface PathAnnotations {
  readonly places: Uint32Array;
  readonly hashes: Int32Array;
  /** Offsets where a path may be that is not simply the rest of its line. */
  readonly unclear: readonly number[];
}

const pathAnnotation = 'config.kubernetes.io/path';

function findPathAnnotations(bytes: Uint8Array): PathAnnotations {
  const places = offsetsOfWord(bytes, pathAnnotation);
  const hashes = new Int32Array(places.length);
  const unclear = escapedKeys(bytes);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const value = lineValue(bytes, place + pathAnnotation.length);
    if (value === undefined) unclear.push(place);
    else hashes[index] = hashOf(bytes, value.start, value.end);
  }
  return { places, hashes, unclear };
}

/** The value after a key, if it is the rest of the line and does not continue on the next one. */
function lineValue(bytes: Uint8Array, at: number): { start: number; end: number } | undefined {
  if (bytes[at] !== 58 || bytes[at + 1] !== 32) return undefined;
  const value = plainStretch(bytes, at + 2);
  if (value === undefined) return undefined;
  let start = at;
  while (start > 0 && bytes[start - 1] !== 10) start -= 1;
  return indentAt(bytes, lineFeedAfter(bytes, value.end) + 1) > indentAt(bytes, start) ? undefined : value;
}

/** The offset of the next line feed. Lines are short: a loop takes less time than a call of a search. */
function lineFeedAfter(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10) at += 1;
  return at;
}

function indentAt(bytes: Uint8Array, lineStart: number): number {
  let at = lineStart;
  while (bytes[at] === 32) at += 1;
  return at - lineStart;
}

/** The offsets where a quoted key may be that annotation with escapes: JSON also writes a slash as `\\/`. */
function escapedKeys(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let place = bytes.indexOf(backslash); place !== -1; place = bytes.indexOf(backslash, place + 1)) {
    if (!isEscape(bytes[place + 1])) continue;
    const around = new TextDecoder().decode(bytes.subarray(Math.max(0, place - 400), place + 400));
    const plain = around.replace(/\\(?:\/|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g, unescaped);
    if (plain.includes(pathAnnotation)) found.push(place);
  }
  return found;
}

function isEscape(letter: number | undefined): boolean {
  return letter !== undefined && '/xuU'.includes(String.fromCharCode(letter));
}

function unescaped(_: string, x?: string, u?: string, long?: string): string {
  const code = Number.parseInt(x ?? u ?? long ?? '2f', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** The value of a scalar on one line without escapes, plain or in quotes; undefined for any other. */
function plainStretch(bytes: Uint8Array, from: number): { start: number; end: number } | undefined {
  let end = lineFeedAfter(bytes, from);
  if (bytes[end - 1] === 13) end -= 1;
  const quote = bytes[from];
  const quoted = quote === 34 || quote === 39;
  const [start, last] = quoted ? [from + 1, end - 1] : [from, end];
  if (quoted && (bytes[last] !== quote || last < start)) return undefined;
  for (let at = start; at < last; at += 1) if (isOdd(bytes[at] ?? 0, quoted)) return undefined;
  return { start, end: last };
}

/** Whether a byte may have a special meaning; those of common paths do not. */
function isOdd(byte: number, quoted: boolean): boolean {
  if (byte >= 128 || (byte > 44 && byte < 58) || (byte > 64 && byte < 91) || (byte > 96 && byte < 123) || byte === 95)
    return false;
  return !(quoted && (byte === 32 || byte === 35 || byte === 58));
}

/**
 * The place of an entry, from the lines of its annotations if all of these are plain; otherwise the entry is parsed.
 */
function entryPlaces(slice: Slice): readonly ItemPlace[] {
  const annotations = plainAnnotations(decode(slice.source.bytes.subarray(slice.start, slice.end)));
  if (annotations === undefined) return parsedPlaces(slice);
  const place = itemPlaceOf({ metadata: { annotations } });
  return place === undefined ? [] : [place];
}

function parsedPlaces(slice: Slice): readonly ItemPlace[] {
  return itemObjects(slice).flatMap((object) => itemPlaceOf(object) ?? []);
}

/** The item in a slice of a list that is cut; none if it is no object. */
export function itemObjects(slice: Slice): readonly KubernetesObject[] {
  const page = readUtf8(slice);
  return page === undefined
    ? []
    : manifestsOf(page)
        .manifests.slice(0, 1)
        .map(({ object }) => object);
}
