import type { WayIn } from '../config/advice.ts';
import { option } from '../config/advice.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { annotation, text } from '../kubernetes.ts';
import type { ChangeOf } from '../plan/change.ts';
import { isForTool } from './tool-comments.ts';

/** A split that cannot be dropped because its anchors are used elsewhere. */
export function sharedAnchor(split: Manifest): Diagnostic {
  return cannotInsert(split, 'cannot be dropped: it holds an anchor that other manifests use', ofAnchor);
}

/** A split in a list that cannot change because it is used elsewhere. */
export function sharedList(split: Manifest): Diagnostic {
  return cannotInsert(split, 'is in a list with an anchor that is used elsewhere', ofAnchor);
}

const ofAnchor = 'replace the aliases of the anchor by its value';

function cannotInsert(manifest: Manifest, message: string, fix: string): Diagnostic {
  return { code: 'cannot-insert', message, fix, at: { manifest, field: [] } };
}

/** The comments for tools that are left out. */
export function droppedComments(split: Manifest, comments: readonly string[]): Diagnostic {
  return leftOut(split, 'for tools', comments);
}

/** The comments that have no line any more. */
export function lostComments(split: Manifest, comments: readonly string[]): Diagnostic {
  return { ...leftOut(split, 'that have no line in the result', comments), fix: copyThem };
}

const copyThem = 'copy the comments that still matter by hand';

function leftOut(manifest: Manifest, where: string, comments: readonly string[]): Diagnostic {
  const message = `comments ${where} are left out: ${comments.join(', ')}`;
  return { code: 'comment-dropped', message, at: { manifest, field: [] } };
}

/** The annotations by which kpt finds the item that it sent (kyaml, runtimeutil.go, setIds). */
const idKeys = ['internal.config.kubernetes.io/id', 'config.k8s.io/id'];

/**
 * The comments of an existing profile or route that are removed with its old values; empty if there are none. kpt copies those
 * of the item that it sent to the lines without one (kyaml, CopyComments), so that a setter is again beside the new value.
 */
export function ownComments(manifest: Manifest, gone: readonly string[]): readonly Diagnostic[] {
  const [setters, others] = [gone.filter(isForTool), gone.filter((comment) => !isForTool(comment))];
  const isCopiedBack = idKeys.some((key) => annotation(manifest.object, key) !== undefined);
  const fix = isCopiedBack
    ? 'give the setter the value of the TrafficSplit now: kpt puts its comment back'
    : 'give the setter the value of the TrafficSplit, then put its comment back';
  const severity = isCopiedBack ? { severity: 'warning' as const } : {};
  const ofSetters = leftOut(manifest, 'for tools at values that are replaced', setters);
  const ofOthers = leftOut(manifest, 'of entries that are replaced or removed', others);
  return [
    ...(setters.length === 0 ? [] : [{ ...ofSetters, fix, ...severity }]),
    ...(others.length === 0 ? [] : [{ ...ofOthers, fix: copyThem }]),
  ];
}

/** A split in a file that cannot hold another object. */
export function noRoom(
  { split, kind, objects: [first, second] }: ChangeOf<'add' | 'replace'>,
  way?: WayIn,
): Diagnostic {
  const [object, replacement] =
    text(first, 'kind') === 'HTTPRoute' ? ['an HTTPRoute', 'route'] : ['a ServiceProfile', 'profile'];
  const isEnough = kind === 'add' && second === undefined && split.parent === undefined;
  const instead = isEnough ? `replace the TrafficSplit by the ${replacement} (${option({ way }, 'drop')}), or ` : '';
  const message = `is in a .json file, which has no room for ${kind === 'add' ? object : 'several objects'}`;
  return cannotInsert(split, message, `${instead}make the file a List or YAML`);
}
