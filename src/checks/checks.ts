import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { reportControllers } from '../splits/controllers.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { splitsTraffic } from '../mesh/traffic-split.ts';
import type { Run } from '../run.ts';
import { reportEmbedded } from './embedded-splits.ts';
import { reportLeftovers } from './leftovers.ts';
import { reportMissingServices } from './missing-services.ts';
import { reportNested } from './nested-splits.ts';
import { reportMismatches } from './profile-namespaces.ts';
import { reportProfiles } from './profiles.ts';
import { reportRoutes } from './routes.ts';
import { reportServices } from './services.ts';
import { apexKeys } from './stale-profiles.ts';

/**
 * Reports what around the splits would defeat or surprise them; changes nothing. `converted` are those of them that are not
 * left alone on purpose: of the others it does not matter which Services there are.
 */
export function reportSurroundings(
  splits: readonly LocatedSplit[],
  converted: readonly LocatedSplit[],
  { neighbours, profiles }: { readonly neighbours: Neighbours; readonly profiles: readonly Manifest[] },
  run: Run,
): void {
  reportMismatches(profiles, reportProfiles(splits, profiles, run), run);
  reportEmbedded(neighbours, run);
  if (splits.length === 0) return;
  const apexes = apexKeys(splits);
  for (const placed of splits) reportNested(placed, apexes, run);
  reportServices(converted, neighbours, run);
  reportMissingServices(converted, neighbours, run);
  const acting = splits.filter(({ split }) => splitsTraffic(split));
  reportRoutes(acting, neighbours, run);
  reportControllers(neighbours, run);
  reportLeftovers(neighbours, run);
}
