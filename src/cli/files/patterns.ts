import picomatch from 'picomatch';

/** Loaded only when a path of the call is a pattern. The rules of a shell: `*` stays within a name, `**` crosses directories, names with a leading dot are no others. */
export function matcher(pattern: string): (path: string) => boolean {
  return picomatch(pattern, { dot: true });
}
