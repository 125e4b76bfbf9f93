import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';

/** A split that cannot be dropped, for its anchors are used elsewhere. */
export function sharedAnchor(split: Manifest): Diagnostic {
  return {
    code: 'cannot-insert',
    message: 'holds an anchor that other manifests refer to, so it cannot be dropped',
    fix: 'write the anchor and what refers to it out',
    at: { manifest: split, field: [] },
  };
}

/** A profile whose overrides or annotations cannot be written. */
export function behindAlias(profile: Manifest): Diagnostic {
  return {
    code: 'cannot-insert',
    message: 'shares overrides or annotations by an anchor, or has a key written with ?',
    fix: 'write spec.dstOverrides and metadata.annotations of the ServiceProfile out, without anchor, alias and ?',
    at: { manifest: profile, field: ['spec'] },
  };
}

/** The comments for tools that are left out. */
export function droppedComments(split: Manifest, comments: readonly string[]): Diagnostic {
  return {
    code: 'comment-dropped',
    message: `comments that a tool would read as said of another value are left out: ${comments.join(', ')}`,
    at: { manifest: split, field: [] },
  };
}

/** A route whose rules, parents or annotations cannot be written. */
export function routeBehindAlias(route: Manifest): Diagnostic {
  return {
    code: 'cannot-insert',
    message: 'shares rules, parents or annotations by an anchor, or has a key written with ?',
    fix: 'write spec and metadata.annotations of the HTTPRoute out, without anchor, alias and ?',
    at: { manifest: route, field: ['spec'] },
  };
}

/** A split whose file has no place for another object. */
export function noRoom(split: Manifest, kind: string): Diagnostic {
  return {
    code: 'cannot-insert',
    message: `a .json file holds one object: ${kind === 'HTTPRoute' ? 'an HTTPRoute' : 'a ServiceProfile'} has no place beside it`,
    fix: `pass --drop to put the ${kind === 'HTTPRoute' ? 'route' : 'profile'} in its place, or make the file a List or YAML`,
    at: { manifest: split, field: [] },
  };
}
