import type { FileSource } from '../files/search.ts';

/** Argo CD reads no file that holds it, as its own directory source does (argo-cd, reposerver/repository skipFileRenderingMarker). */
const marker = '+argocd:skip-file-rendering';

/**
 * The files as they are printed: those in UTF-16 with a byte order mark in UTF-8, as kubectl reads them (cli-runtime,
 * pkg/resource/visitor.go FileVisitor), and without those that are marked for not being rendered.
 */
export function renderedSources(sources: readonly FileSource[]): readonly FileSource[] {
  return sources
    .map(inUtf8)
    .filter(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(marker) === -1);
}

function inUtf8(source: FileSource): FileSource {
  const { bytes } = source;
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return source;
  const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  return { ...source, bytes: Buffer.from(text) };
}
