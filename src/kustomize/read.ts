import { isNode } from 'yaml';
import { isMapping, text, type FieldPath, type KubernetesObject } from '../kubernetes.ts';
import { readUtf8, toPlain, type Page } from '../yaml/read.ts';
import { encode, positionOf } from '../yaml/source.ts';
import type { FoundFile, Kustomization } from './files.ts';

/** The objects in bytes, as Kubernetes' reader reads them; empty if they cannot be read. Never throws. */
export function objectsIn(bytes: Uint8Array | undefined): readonly unknown[] {
  return bytes === undefined ? [] : valuesOf(pageOf(bytes));
}

/** The objects in a string that may also be a path; empty if it is not an object. */
export function inlineObjects(content: string): readonly KubernetesObject[] {
  if (!/[:{]/.test(content)) return [];
  return objectsIn(encode(content)).filter(isMapping);
}

/** Reads a kustomization file; one that cannot be read lists and sets nothing. */
export function readKustomization({ path, directory, bytes }: FoundFile): Kustomization {
  const page = pageOf(bytes);
  const document = page?.documents.findIndex((_, index) => isMapping(valueAt(page, index))) ?? -1;
  const object = page === undefined || document === -1 ? undefined : valueAt(page, document);
  return {
    path,
    directory,
    shown: /^(.*)\/[^/]*$/s.exec(path)?.[1] ?? '.',
    object: isMapping(object) ? object : {},
    line: (at) => (page === undefined ? 1 : lineOf(page, document, at)),
  };
}

function pageOf(bytes: Uint8Array): Page | undefined {
  const source = { path: '', bytes };
  return readUtf8({ source, start: 0, end: bytes.length, part: 'documents' });
}

function valuesOf(page: Page | undefined): readonly unknown[] {
  if (page === undefined) return [];
  return page.documents.flatMap((_, index) => {
    const value = valueAt(page, index);
    return value === undefined ? [] : [value];
  });
}

function valueAt(page: Page, index: number): unknown {
  const document = page.documents[index];
  if (document === undefined || page.problems.some((problem) => problem.document === index)) return undefined;
  const plain = toPlain(document);
  return 'value' in plain ? plain.value : undefined;
}

function lineOf(page: Page, document: number, at: FieldPath): number {
  const node = page.documents[document]?.getIn(at, true);
  const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  return positionOf(page, offset).line;
}

/** Whether an object is a kustomization that cannot be built on its own. */
export function isComponent({ object }: Kustomization): boolean {
  return text(object, 'kind') === 'Component';
}
