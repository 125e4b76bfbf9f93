import { text } from '../kubernetes.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { leave, type Left } from '../splits/outcome.ts';
import { buildWithout } from './builds-of-files.ts';
import type { Change } from './change.ts';
import { withoutRouteFolds } from './change.ts';
import { fixInBuilds } from './profile-choice.ts';

/** The existing manifests that some changes of routes change or remove, but for those of splits. */
export function changedBy(changes: readonly Change[]): readonly Manifest[] {
  return withoutRouteFolds(changes).flatMap((change) => ('manifest' in change ? [change.manifest] : []));
}

/**
 * Reports a split for which a manifest would change that kustomizations deploy without it, too; undefined if there is
 * none.
 */
export function leftToBuilds(placed: LocatedSplit, changed: readonly Manifest[], run: Run): Left | undefined {
  for (const { object, page } of changed) {
    const { path } = page.slice.source;
    const build = buildWithout(run.unit, pathOf(placed.manifest), [path]);
    if (build === undefined) continue;
    const kind = text(object, 'kind');
    return leave(run, {
      code: kind === 'ServiceProfile' ? 'profile-wins' : 'route-exists',
      message: `${kind} ${text(object, 'metadata', 'name')} is in ${path}; ${build} deploys it without this split`,
      fix: fixInBuilds(placed, run, build),
      at: atApex(placed),
    });
  }
  return undefined;
}
