import type { YAMLSeq } from 'yaml';
import type { Manifest } from '../manifest.ts';
import type { Edit } from '../yaml/splice.ts';
import { contentEnd, isFlow, lineEnd, lineStart, tokenEnd, withoutLineEnd } from './lines.ts';
import { dashOf } from './place.ts';

/** Takes manifests out: documents with their separator, entries with their dash or comma; a list left empty reads `[]`. */
export function removeManifests(manifests: readonly Manifest[]): readonly Edit[] {
  const documents = manifests.filter((manifest) => manifest.parent === undefined).flatMap(removeDocument);
  const parents = new Map<YAMLSeq.Parsed, Manifest[]>();
  for (const manifest of manifests) {
    if (manifest.parent !== undefined)
      parents.set(manifest.parent, [...(parents.get(manifest.parent) ?? []), manifest]);
  }
  return [...documents, ...[...parents].flatMap(([parent, gone]) => removeEntries(parent, gone))];
}

function removeDocument(manifest: Manifest): readonly Edit[] {
  const { page, node, document } = manifest;
  const { text } = page;
  const start = node.range[0];
  const end = contentEnd(text, node);
  const line = lineStart(text, start);
  const marker = text.lastIndexOf('---', line + 3);
  const explicit = document.directives.docStart === true && marker !== -1 && lineStart(text, marker) === marker;
  const directives = explicit && /^%/m.test(text.slice(document.range[0] === 0 ? 0 : document.range[0], marker));
  if (!explicit)
    return [{ page, start: line, end: /\S/.test(text.slice(0, line)) ? end : blankEnd(text, end), text: '' }];
  if (marker === line)
    return [
      { page, start: directives ? marker + 3 : marker, end: directives ? withoutLineEnd(text, end) : end, text: '' },
    ];
  const content = { page, start: line, end, text: '' };
  return directives ? [content] : [markerEdit(manifest, marker), content];
}

/** Takes `---` away, and its line unless a comment stands there. */
function markerEdit({ page }: Manifest, marker: number): Edit {
  const rest = /^---[ \t]*/.exec(page.text.slice(marker))?.[0].length ?? 3;
  const after = page.text.slice(marker + rest, lineEnd(page.text, marker));
  return { page, start: marker, end: after.trim() === '' ? lineEnd(page.text, marker) : marker + rest, text: '' };
}

function blankEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text.slice(end, lineEnd(text, end)).trim() === '') end = lineEnd(text, end);
  return end;
}

function removeEntries(parent: YAMLSeq.Parsed, gone: readonly Manifest[]): readonly Edit[] {
  const [first] = gone;
  if (first === undefined) return [];
  const { page } = first;
  if (gone.length < parent.items.length) return isFlow(parent) ? flowEdits(parent, gone) : gone.map(entryEdit);
  if (page.slice.part === 'entry') return [{ page, start: 0, end: page.text.length, text: '' }];
  if (isFlow(parent)) return [{ page, start: parent.range[0], end: tokenEnd(parent), text: '[]' }];
  return emptyBlockList(parent, first);
}

function entryEdit(manifest: Manifest): Edit {
  const { page, node } = manifest;
  const dash = dashOf(manifest);
  return { page, start: lineStart(page.text, dash), end: contentEnd(page.text, node), text: '' };
}

/** ` []` after the key of the list; its entries go, comments between the key and the first dash stay. */
function emptyBlockList(parent: YAMLSeq.Parsed, first: Manifest): readonly Edit[] {
  const { page } = first;
  const key = page.text.slice(0, parent.range[0]).lastIndexOf(':');
  const start = lineStart(page.text, parent.range[0]);
  return [
    { page, start: key + 1, end: key + 1, text: ' []' },
    { page, start, end: contentEnd(page.text, parent), text: '' },
  ];
}

/** Each entry goes with the comma after it; those at the end of the list with the comma before them. */
function flowEdits(parent: YAMLSeq.Parsed, gone: readonly Manifest[]): readonly Edit[] {
  const nodes = new Set<unknown>(gone.map((manifest) => manifest.node));
  const lastKept = parent.items.findLastIndex((item) => !nodes.has(item));
  const edits: Edit[] = [];
  for (const { page, node } of gone) {
    const index = parent.items.indexOf(node);
    const next = parent.items[index + 1];
    if (index < lastKept && next !== undefined)
      edits.push({ page, start: node.range[0], end: next.range[0], text: '' });
    if (index === parent.items.length - 1)
      edits.push({ page, start: tokenEnd(parent.items[lastKept]), end: node.range[1], text: '' });
  }
  return edits;
}
