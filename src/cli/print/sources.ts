import { hasSkipMarker } from '../../kustomize/directory-sources.ts';
import type { FileSource } from '../files/search.ts';

/**
 * The files to print: UTF-16 with a byte order mark is converted to UTF-8, as kubectl reads it (cli-runtime,
 * pkg/resource/visitor.go FileVisitor); files that are marked not to be rendered are left out.
 */
export function renderedSources(sources: readonly FileSource[]): readonly FileSource[] {
  return sources.map(inUtf8).filter((source) => !hasSkipMarker(source));
}

function inUtf8(source: FileSource): FileSource {
  const { bytes } = source;
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return source;
  const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  return { ...source, bytes: Buffer.from(text) };
}
