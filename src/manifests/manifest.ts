import type { Document, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isNode, isPair, isSeq } from 'yaml';
import { memoisedFor } from '../collections.ts';
import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { isMapping, text } from '../kubernetes.ts';
import type { Page } from '../yaml/read.ts';
import { toPlain } from '../yaml/plain-value.ts';

/** A Kubernetes object in a page, and its place there. */
export interface Manifest {
  /** The JSON that Kubernetes' reader makes of it: 010 is 8, yes is true, merge keys are resolved. */
  readonly object: KubernetesObject;
  readonly page: Page;
  /** The offset of its node in the page, in characters. */
  readonly start: number;
  readonly document: Document.Parsed;
  readonly node: YAMLMap.Parsed;
  /** The list that it is an entry of. */
  readonly parent?: YAMLSeq.Parsed;
  /** The List object that holds `parent`, if that was read too. */
  readonly list?: Manifest;
}

/** A document that cannot be read as an object, and why: `offset` is in characters of the page. */
export interface Unreadable {
  readonly page: Page;
  readonly offset: number;
  readonly message: string;
  /** The text of this document alone: the page may hold other, valid documents. */
  readonly text: string;
  /** Whether it was read, and is reached by an alias or a merge key alone: its place cannot be changed. */
  readonly shared?: true;
  /** What to do, if the problem is not the syntax. */
  readonly fix?: string;
}

/** What the documents of a page hold. */
export interface PageManifests {
  readonly manifests: readonly Manifest[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * The objects of a page, with the entries of lists (a list comes before its entries), and the documents that cannot be
 * read.
 */
export function manifestsOf(page: Page): PageManifests {
  const manifests: Manifest[] = [];
  const misplaced: Unreadable[] = [];
  const unreadable: Unreadable[] = page.problems.map(({ document, offset, message, fix }) => ({
    page,
    offset,
    message,
    ...(fix !== undefined && { fix }),
    text: documentText(page, document),
  }));
  const broken = new Set(page.problems.map((problem) => problem.document));
  for (const [at, document] of page.documents.entries()) {
    if (broken.has(at)) continue;
    const plain = toPlain(document);
    if ('problem' in plain) {
      const { problem: message, fix, offset = document.range[0] } = plain;
      const place = { page, offset, text: documentText(page, at) };
      unreadable.push({ ...place, message, ...(fix !== undefined && { fix }) });
    } else openLists(page, document, plain.value, { manifests, misplaced });
  }
  return { manifests, unreadable: [...unreadable, ...misplaced] };
}

/**
 * The whole text of a document: the parser ends a document at the first unexpected token, but what follows belongs to
 * it until the next marker.
 */
function documentText(page: Page, at: number): string {
  return page.text.slice(at === 0 ? 0 : page.documents[at]?.range[0], page.documents[at + 1]?.range[0]);
}

/** What is found in a document. */
interface Opened {
  readonly manifests: Manifest[];
  readonly misplaced: Unreadable[];
}

function openLists(page: Page, document: Document.Parsed, value: unknown, found: Opened): void {
  const node = document.contents;
  if (page.slice.part === 'entry' && isSeq(node) && Array.isArray(value)) {
    openEntries({ page, document }, node, value as unknown[], found);
  } else if (isMap(node) && isMapping(value)) {
    openObject({ object: value, page, start: node.range[0], document, node: node }, found);
  } else if (node !== null) openStray({ page, document }, node, value, found);
}

/**
 * Opens a value that is not an object although Kubernetes reads only objects: a string, or a list whose items may hold
 * objects.
 */
function openStray(where: Pick<Manifest, 'page' | 'document'>, node: ParsedNode, value: unknown, found: Opened): void {
  if (isSeq(node) && Array.isArray(value)) {
    for (const [index, item] of node.items.entries()) openStray(where, item, value[index], found);
    return;
  }
  const isObject = text(value, 'kind') !== '' && text(value, 'apiVersion') !== '';
  if (isMap(node) && isMapping(value) && !isObject)
    found.manifests.push({ object: value, ...where, start: node.range[0], node: node });
  else if (isObject || (typeof value === 'string' && value !== ''))
    found.misplaced.push({
      page: where.page,
      offset: node.range[0],
      message: isObject ? 'an object in a list that is no List of Kubernetes' : 'a string in the place of an object',
      text: isObject ? JSON.stringify(value) : String(value),
      fix: isObject
        ? 'make each object a document of its own, or an item of a List'
        : 'write the object itself, not a string',
    });
}

function openObject(manifest: Manifest, found: Opened): void {
  found.manifests.push(manifest);
  const { object, node, page, document } = manifest;
  const { items } = object;
  if (!text(object, 'kind').endsWith('List') || !Array.isArray(items)) return;
  const entries = node.get('items') as ParsedNode | undefined;
  if (isSeq(entries)) openEntries({ page, document, list: manifest }, entries, items as unknown[], found);
  else
    for (const item of items as unknown[])
      if (isMapping(item)) found.misplaced.push(sharedItem(page, entries ?? node, withListKind(manifest, item)));
}

function openEntries(
  { list, ...where }: Pick<Manifest, 'page' | 'document' | 'list'>,
  parent: YAMLSeq.Parsed,
  values: readonly unknown[],
  found: Opened,
): void {
  for (const [index, node] of parent.items.entries()) {
    const object = values[index];
    if (!isMapping(object)) {
      if (list === undefined || /^(?:Resource)?List$/.test(text(list.object, 'kind')))
        openStray(where, node, object, found);
    } else if (!isMap(node)) found.misplaced.push(sharedItem(where.page, node, withListKind(list, object)));
    else
      openObject(
        {
          object: withListKind(list, object),
          ...where,
          start: node.range[0],
          node: node,
          parent,
          ...(list && { list }),
        },
        found,
      );
  }
}

/** An item that is written elsewhere, where other parts of its document have it too. */
function sharedItem(page: Page, node: ParsedNode, item: KubernetesObject): Unreadable {
  const message = `this list contains a ${text(item, 'kind') || 'object'} through an alias or a merge key`;
  const fix = 'write it out as an item of the list';
  return { page, offset: node.range[0], message, text: JSON.stringify(item), shared: true, fix };
}

/**
 * Adds apiVersion and kind to an item that has none (apimachinery, unstructured/helpers.go decodeToList): the API
 * server leaves them out in the items of a `TrafficSplitList`.
 */
export function withListKind(list: Pick<Manifest, 'object'> | undefined, item: KubernetesObject): KubernetesObject {
  if (list === undefined || text(item, 'kind') !== '' || text(item, 'apiVersion') !== '') return item;
  const kind = text(list.object, 'kind').slice(0, -'List'.length);
  return kind === '' ? item : { ...item, apiVersion: text(list.object, 'apiVersion'), kind };
}

/**
 * The offset of a field, in characters of the page: of its value; of its key if the value is missing or comes from
 * elsewhere, or is asked for; otherwise of the nearest parent field that exists.
 */
export function offsetOf(manifest: Manifest, path: FieldPath, ofKey = false): number {
  let offset = manifest.start;
  if (path.length === 0) return offset;
  let node: unknown = manifest.node;
  for (const [index, key] of path.entries()) {
    const pair: unknown = isMap(node)
      ? node.items.find((item) => keyText(item.key) === key)
      : isSeq(node) && typeof key === 'number'
        ? node.items[key]
        : undefined;
    node = isPair(pair) ? pair.value : pair;
    if (isPair(pair) && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
    if (!isNode(node) || (ofKey && isPair(pair) && index === path.length - 1)) break;
    if (node.range && node.range[1] > node.range[0]) offset = node.range[0];
  }
  return offset;
}

/** The text of a plain key; undefined if the key is not a scalar. */
export function keyText(key: unknown): string | undefined {
  if (!isNode(key) || !('value' in key)) return undefined;
  return typeof key.value === 'symbol' ? '<<' : String(key.value);
}

/** The index of an entry. */
export function placeIn(parent: YAMLSeq.Parsed, node: unknown): number {
  return placesIn(parent).get(node) ?? -1;
}

/** All indices of a list are looked up at once, because a list may have 100,000 entries. */
const placesIn = memoisedFor(
  ({ items }: YAMLSeq.Parsed): ReadonlyMap<unknown, number> => new Map(items.map((item, index) => [item, index])),
);
