import { memoisedFor } from '../collections.ts';
import { isMapping, mapping, text } from '../kubernetes.ts';
import { findWord } from '../yaml/byte-search.ts';
import type { Source } from '../yaml/source.ts';

/** Argo CD's own directory source skips files that hold it (argo-cd, reposerver/repository skipFileRenderingMarker). */
export const skipMarker = '+argocd:skip-file-rendering';

/** Whether a file holds that. */
export const hasSkipMarker = memoisedFor(({ bytes }: Source) => findWord(bytes, skipMarker) !== -1);

/** Which files of a directory Argo CD reads as manifests; its patterns are of paths from there, '' for none. */
export interface DirectorySource {
  readonly recurse: boolean;
  readonly include: string;
  readonly exclude: string;
}

/** Whether a plugin is that of this program for a directory of manifests; its name may end in its version. */
export function isDirectoryPlugin(name: string): boolean {
  return /^smi2linkerd(?:-v?\d.*)?$/.test(name);
}

/**
 * A source of manifests that nothing renders, or that the plugin of this program reads as argocd/plugin.yaml says; undefined
 * for one of a chart or of another plugin.
 */
export function directorySourceOf(source: unknown): DirectorySource | undefined {
  if (['chart', 'helm'].some((key) => isMapping(source) && key in source)) return undefined;
  if (isMapping(source) && 'plugin' in source)
    return isDirectoryPlugin(text(source, 'plugin', 'name')) ? { recurse: false, include: '', exclude: '' } : undefined;
  const { recurse } = mapping(source, 'directory');
  const [include, exclude] = [text(source, 'directory', 'include'), text(source, 'directory', 'exclude')];
  return { recurse: recurse === true, include, exclude };
}

/** Whether a source is the files of a directory, all of them and none below, as the plugin reads it. */
export function isWholeDirectory(source: DirectorySource | undefined): boolean {
  return source !== undefined && !source.recurse && source.include === '' && source.exclude === '';
}

/**
 * Whether Argo CD reads a file, given by its path from the directory of a source, as a manifest (argo-cd,
 * reposerver/repository: getPotentiallyValidManifestFile). Where a pattern is not understood, no file counts, and none whose
 * path is very long.
 */
export function isReadFrom(source: DirectorySource | undefined, path: string): boolean {
  if (source === undefined || !/\.(?:ya?ml|json)$/.test(path) || (!source.recurse && path.includes('/'))) return false;
  if (path.length > longestPath) return false;
  const { include, exclude } = patternsOf(source);
  if (include === undefined || exclude === undefined) return false;
  return include.test(path) && (source.exclude === '' || !exclude.test(path));
}

const patternsOf = memoisedFor(({ include, exclude }: DirectorySource) => ({
  include: expressionOf(include === '' ? '*' : include),
  exclude: expressionOf(exclude),
}));

/** Each wildcard costs time for each character of a path: patterns with more of them, and longer paths, are not read. */
const mostWildcards = 3;
const longestPath = 300;

/** A pattern as an expression; undefined if it is not understood. A star is any text, slashes included (gobwas/glob). */
function expressionOf(pattern: string): RegExp | undefined {
  const parts = pattern.match(/\*+|\[!?[\w.-]+\]|[?{},]|[^*?{},[\]\\]+/g) ?? [];
  const isRead = parts.join('') === pattern && parts.filter((part) => part.startsWith('*')).length <= mostWildcards;
  let depth = 0;
  const expression = parts.map((part) => {
    if (part.startsWith('*')) return '.*';
    if (part.startsWith('[')) return part.replace('!', '^');
    if (part === '{') depth += 1;
    if (part === '}') depth -= 1;
    const meant: Readonly<Record<string, string>> = { '?': '.', '{': '(?:', '}': ')', ...(depth > 0 && { ',': '|' }) };
    return meant[part] ?? part.replace(/[.+^$()|]/g, String.raw`\$&`);
  });
  if (!isRead || depth !== 0) return undefined;
  try {
    return new RegExp(`^${expression.join('')}$`, 's');
  } catch {
    return undefined;
  }
}
