import type { Manifest } from '../manifests/manifest.ts';
import type { HttpRoute } from '../mesh/http-route.ts';
import type { ServiceProfile, WeightedDst } from '../mesh/service-profile.ts';

/** A change to the manifests, without regard to their text. */
export type Change =
  | {
      readonly kind: 'add' | 'replace';
      readonly split: Manifest;
      /** JSON, in the order of the text: the first one replaces the split if that is dropped. */
      readonly objects: readonly object[];
      readonly backends: readonly number[];
    }
  | {
      readonly kind: 'update';
      readonly split: Manifest;
      readonly manifest: Manifest;
      readonly dstOverrides?: readonly WeightedDst[];
      /** The new value of the skip annotation; absent if it does not change. */
      readonly mark?: string;
      /** The backends of the split, in the order of the overrides. */
      readonly backends: readonly number[];
      /** Whether their comments move to the overrides, because the split is removed. */
      readonly carries?: true;
      /** Whether another split that shares the profile makes the change; this one is refused if that fails. */
      readonly isShared?: true;
    }
  | { readonly kind: 'remove'; readonly split: Manifest }
  /** Another manifest is removed, because it would still have the effect that the split had. */
  | { readonly kind: 'take-out'; readonly split: Manifest; readonly manifest: Manifest }
  | RouteUpdate
  | RouteFold
  | {
      /** The split is dropped and its profile exists: it takes the split's place if it is, once updated, exactly as written beside it. */
      readonly kind: 'fold';
      readonly split: Manifest;
      readonly manifest: Manifest;
      /** The profile as written beside the split. */
      readonly beside: ServiceProfile;
      readonly profile: ServiceProfile;
      readonly backends: readonly number[];
      readonly otherwise: readonly Change[];
    };

/** The changes of some kinds. */
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** Updates the fields of an existing route; nothing else in it changes. */
export interface RouteUpdate {
  readonly kind: 'route';
  readonly split: Manifest;
  readonly manifest: Manifest;
  readonly wanted: HttpRoute;
  /** Whether its parentRefs are replaced. */
  readonly parents: boolean;
  /** Which part of its rules is replaced. */
  readonly rules?: 'all' | 'weights';
  /** Whether the annotation with the name of the split is removed. */
  readonly unmark: boolean;
  /** The backends whose comments move to the route, in the order of its first rule, because the split is removed. */
  readonly carries?: readonly number[];
}

/** The split is dropped and all its routes exist: if they are exactly as written beside it, they replace it. */
interface RouteFold {
  readonly kind: 'fold-routes';
  readonly split: Manifest;
  readonly existing: readonly Manifest[];
  /** As they would be written beside the split; empty where some are written differently. */
  readonly beside: readonly HttpRoute[];
  /** As written without the split. */
  readonly objects: readonly HttpRoute[];
  readonly backends: readonly number[];
  readonly otherwise: readonly Change[];
}

/**
 * The changes of existing routes as they are made beside a split, also where they may be folded into its place: whoever
 * asks which manifests change has to ask for these.
 */
export function withoutRouteFolds(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => (change.kind === 'fold-routes' ? change.otherwise : [change]));
}
