import type { KubernetesObject } from './kubernetes.ts';
import { annotation, isMapping, list } from './kubernetes.ts';
import type { Manifest } from './manifest.ts';
import { manifestsOf } from './manifest.ts';
import type { Cut, Slice } from './yaml/cut.ts';
import { placesOf } from './yaml/needles.ts';
import { readUtf8 } from './yaml/read.ts';
import { decode } from './yaml/source.ts';

/** Where an item stands among the files of kpt (functions-spec.md, its annotations). */
export interface ItemPlace {
  readonly path: string;
  readonly packagePath: string;
  /** The number of its document in the file, from 0; NaN where the annotation is no number. */
  readonly index: number;
}

export const pathKeys = ['internal.config.kubernetes.io/path', 'config.kubernetes.io/path'];
export const indexKeys = ['internal.config.kubernetes.io/index', 'config.kubernetes.io/index'];
export const packageKey = 'internal.config.kubernetes.io/package-path';

/** The first of some annotations that an object has. */
export function first(object: KubernetesObject, keys: readonly string[]): string | undefined {
  return keys.map((key) => annotation(object, key)).find((value) => value !== undefined);
}

/** The place of an item; undefined where it has no path. */
export function placeOf(object: KubernetesObject): ItemPlace | undefined {
  const path = first(object, pathKeys);
  if (path === undefined) return undefined;
  return { path, packagePath: annotation(object, packageKey) ?? '', index: Number(first(object, indexKeys) ?? '0') };
}

/** Tells which items stand in a file: by what was read of the list, or, of a list that is cut, by the lines of its entries. */
export function filesOf(root: Manifest, cut: Cut): (path: string) => readonly ItemPlace[] {
  if (cut.envelope === undefined) {
    const places = list(root.object, 'items').flatMap((item) => (isMapping(item) ? placeOf(item) : undefined) ?? []);
    return (path) => places.filter((place) => place.path === path);
  }
  let byPath: ReadonlyMap<string, readonly Slice[]> | undefined;
  return (path) => {
    byPath ??= slicesByPath(cut);
    const slices = [...(byPath.get(path) ?? []), ...(byPath.get(unclear) ?? [])];
    return slices.flatMap(placeIn).filter((place) => place.path === path);
  };
}

/** Stands for all values that are not on their line as they are. */
const unclear = '\n';
const pathAnnotation = 'config.kubernetes.io/path: ';

/** The entries that have an annotation of a path somewhere, by the path. */
function slicesByPath(cut: Cut): ReadonlyMap<string, readonly Slice[]> {
  const { bytes } = cut.source;
  const found = new Map<string, Slice[]>();
  for (const place of placesOf(bytes, '/path: ')) {
    const start = place + '/path: '.length - pathAnnotation.length;
    if (start < 0 || latin1(bytes, start, start + pathAnnotation.length) !== pathAnnotation) continue;
    const path = plainValue(decode(bytes.subarray(place + '/path: '.length, bytes.indexOf(10, place)))) ?? unclear;
    const slice = cut.at(place);
    const same = found.get(path);
    if (same === undefined) found.set(path, [slice]);
    else if (same.at(-1)?.start !== slice.start) same.push(slice);
  }
  return found;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** The value of a scalar that needs no reader: plain or quoted on one line, without escapes; undefined for any other. */
function plainValue(text: string): string | undefined {
  const quoted = /^(?:'([^']*)'|"([^"\\]*)") *\r?$/.exec(text);
  return quoted?.[1] ?? quoted?.[2] ?? /^([\w./][^\s#:]*) *\r?$/.exec(text)?.[1];
}

const annotationLine = /^ +((?:internal\.)?config\.kubernetes\.io\/(?:path|index|package-path)): (.*)$/gm;

/** The place of an entry by the lines of its annotations; it is parsed where these do not say it in plain sight. */
function placeIn(slice: Slice): readonly ItemPlace[] {
  const lines = [...decode(slice.source.bytes.subarray(slice.start, slice.end)).matchAll(annotationLine)];
  const said = new Map(lines.map(([, key = '', value = '']) => [key, plainValue(value)]));
  if (said.size < lines.length || [...said.values()].includes(undefined)) return parsedPlaces(slice);
  const annotations = Object.fromEntries(said);
  const place = placeOf({ metadata: { annotations } });
  return place === undefined ? [] : [place];
}

function parsedPlaces(slice: Slice): readonly ItemPlace[] {
  const page = readUtf8(slice);
  return page === undefined ? [] : manifestsOf(page).manifests.flatMap(({ object }) => placeOf(object) ?? []);
}
