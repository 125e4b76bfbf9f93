import { isMapping } from '../../kubernetes.ts';
import { manifestsOf } from '../../manifests/manifest.ts';
import { cut } from '../../yaml/cut.ts';
import { readUtf8 } from '../../yaml/read.ts';
import { isWide } from '../../yaml/source.ts';
import { UsageError } from '../host.ts';

/** A document above this size counts as holding something: it is not parsed to find out whether it is an empty list. */
const listLimit = 1 << 16;

/**
 * Whether a stream holds any object as Kubernetes' tools count them: they open everything with `items` (kubectl, Argo
 * CD), so a list without items does not count, and neither do comments, separators and null.
 */
export function holdsObject(chunks: readonly Uint8Array[]): boolean {
  const bytes = Buffer.concat(chunks);
  for (const slice of cut({ path: '-', bytes }, 'documents').all()) {
    const document = bytes.subarray(slice.start, slice.end);
    if (!isBlankStream(document) && !isEmptyList(document)) return true;
  }
  return false;
}

/** Whether a stream holds only comments, separators, directives and nulls. */
export function isBlankStream(bytes: Uint8Array): boolean {
  return !contentLine.test(new TextDecoder().decode(bytes));
}

/** A line that is none of these. */
const contentLine = /^(?!%|(?:---(?=\s|$)|\.\.\.)?[ \t]*(?:null|~|\{\})?[ \t]*\r?(?:#.*)?$).*\S/m;

/** Whether a document is a list without items, or without any object in them. */
export function isEmptyList(document: Uint8Array): boolean {
  if (document.length > listLimit) return false;
  const page = readUtf8(cut({ path: '-', bytes: document }, 'coarse').at(0));
  const roots = page === undefined ? [] : manifestsOf(page).manifests.filter(({ parent }) => parent === undefined);
  return roots.length > 0 && roots.every(({ object }) => isEmptyItem(object));
}

function isEmptyItem(value: unknown): boolean {
  if (!isMapping(value)) return true;
  if (Array.isArray(value.items)) return value.items.every(isEmptyItem);
  return typeof value.kind === 'string' && value.kind.endsWith('List') && (value.items ?? null) === null;
}

/** The error for an output without any object: deployed, it would delete what exists. */
export function nothingLeft(): UsageError {
  return new UsageError(
    'the output would hold no object: nothing printed',
    'if that is intended, remove the manifests, or set the parameter allow-empty of the Argo CD plugin',
  );
}

/** The error for a standard input without the word `apiVersion`, which every manifest has. */
export function noManifest(bytes: Uint8Array): UsageError {
  if (isWide(bytes))
    return new UsageError('standard input is UTF-16 or UTF-32', 'convert it to UTF-8, for example with iconv');
  return new UsageError('standard input holds no manifest: apiVersion does not occur in it');
}
