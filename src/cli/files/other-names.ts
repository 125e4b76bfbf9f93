import { readFileSync } from 'node:fs';
import { holdsTrafficSplit } from '../../yaml/byte-search.ts';
import type { PathProblem } from './paths.ts';
import type { Tree } from './tree.ts';

/**
 * The files beside a kustomization that hold a TrafficSplit and that it lists, but that no walk reads, because of their
 * names: Kustomize deploys a resource whatever it is called.
 */
export function unreadResources({ folders, named }: Tree): readonly PathProblem[] {
  return folders.flatMap((folder) => {
    const { shown, actual, others = [], kustomizations } = folder;
    if (others.length === 0) return [];
    return kustomizations.flatMap((kustomization) => {
      const words = resourcesIn(bytesOrNothing(actual + kustomization).toString());
      const unread = others.filter((name) => words.has(name) && !named.has(actual + name));
      return unread
        .filter((name) => holdsSplit(bytesOrNothing(actual + name)))
        .map((name) => ({
          path: shown + name,
          message: `holds a TrafficSplit that ${kustomization} lists, but is not read: name it *.yaml, or name it in the call`,
        }));
    });
  });
}

function holdsSplit(bytes: Uint8Array): boolean {
  return holdsTrafficSplit(bytes, 0, bytes.length);
}

/** The words in the list of resources of a kustomization, as it is usually written: in lines, or in brackets. */
function resourcesIn(kustomization: string): ReadonlySet<string> {
  const words = new Set<string>();
  let inside = false;
  for (const line of kustomization.split(/\r?\n/)) {
    const [, key] = /^["']?(\w+)["']?\s*:/.exec(line) ?? [];
    if (key !== undefined) inside = key.toLowerCase() === 'resources';
    if (!inside) continue;
    for (const word of line.replace(/(?:^|\s)#.*$/, '').split(/[\s,[\]"']+/)) words.add(word.replace(/^(?:\.\/)+/, ''));
  }
  return words;
}

/** The content of a file; nothing if it cannot be read. */
function bytesOrNothing(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
