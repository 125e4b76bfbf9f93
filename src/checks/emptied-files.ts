import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Source } from '../yaml/source.ts';
import type { Edit } from '../yaml/splice.ts';
import { editsBySource, splice } from '../yaml/splice.ts';

/** Reports the files that are left without a document after the edits: this program deletes no files. */
export function emptiedFiles(edits: readonly Edit[], kustomize: Kustomize | undefined): readonly Diagnostic[] {
  return [...editsBySource(edits)]
    .filter(([source, own]) => isEmptied(source, own))
    .map(([{ path, bytes }]) => emptied({ path, bytes }, kustomize));
}

/** The rest of the file need not be UTF-8: it is read, but not changed. */
const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

function isEmptied(source: Source, edits: readonly Edit[]): boolean {
  if (!edits.every((edit) => edit.text === '')) return false;
  const rest = splice(source, edits)
    .map((chunk) => lenientDecoder.decode(chunk))
    .join('');
  return rest.split(/\r?\n/).every((line) => /^\ufeff?\s*(?:#.*|---(?:\s.*)?|\.\.\.(?:\s.*)?|%.*)?$/.test(line));
}

function emptied(source: Source, kustomize: Kustomize | undefined): Diagnostic {
  const places = (kustomize?.namedBy(source.path) ?? []).map(({ path, line }) => `${path}:${line}`);
  return {
    code: 'file-emptied',
    message: 'no manifest is left in this file',
    fix: places.length === 0 ? 'delete the file' : `delete the file and the entry that names it: ${places.join(', ')}`,
    at: { source },
  };
}
