import type { FieldPath } from '../kubernetes.ts';
import { field as fieldOf, showPath } from '../kubernetes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { isInSharedList, isShared } from './references.ts';

/** What prevents that a field is changed in its place. */
export interface Obstacle {
  readonly obstacle: keyof typeof words | 'type';
  readonly field: FieldPath;
}

/** Whether a change met an obstacle. */
export function isObstacle(made: object): made is Obstacle {
  return 'obstacle' in made;
}

/** The obstacle of an object that is used elsewhere as a whole, or with its list. */
export function sharedObject(manifest: Manifest): Obstacle | undefined {
  return isShared(manifest, manifest.node) || isInSharedList(manifest) ? { obstacle: 'anchor', field: [] } : undefined;
}

/** What is said of a field that has an obstacle, and what removes it. */
const words = {
  alias: { says: (field: string) => `${field} is an alias`, fix: 'replace the alias by its value' },
  'alias-key': {
    says: (field: string) => `${field} may be set by a key that is an alias`,
    fix: 'replace the alias by its value',
  },
  anchor: {
    says: (field: string) => `${field} holds an anchor that is used elsewhere`,
    fix: 'replace the aliases of the anchor by its value',
  },
  merge: {
    says: (field: string) => `${field} may be set by a merge key`,
    fix: 'replace the merge key by the keys that it sets',
  },
  // Possible in a flow mapping: `{dstOverrides}`.
  'no-colon': {
    says: (field: string) => `${field} is a key without a colon`,
    fix: 'write a colon and a value after the key',
  },
  'question-mark': { says: (field: string) => `${field} is written with a ? key`, fix: 'write the key without ?' },
} as const;

/** The finding for an object that cannot be changed in place. */
export function unchangeable(manifest: Manifest, { obstacle, field }: Obstacle): Diagnostic {
  const at = { manifest, field };
  const name = field.length > 0 ? showPath(field) : 'it';
  if (obstacle !== 'type') {
    const { says, fix } = words[obstacle];
    return { code: 'cannot-insert', message: `cannot be changed: ${says(name)}`, fix, at };
  }
  const value = fieldOf(manifest.object, ...field);
  const type = Array.isArray(value) ? 'a list' : 'a scalar';
  return {
    code: 'cannot-insert',
    message: `has a ${name} that is ${type}, not a mapping`,
    fix: `write ${name} as a mapping, or remove it`,
    at,
  };
}
