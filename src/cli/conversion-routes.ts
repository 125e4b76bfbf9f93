// The chunk that replaces conversion.ts if TrafficSplits may become HTTPRoutes.
import { profileTarget } from '../conversion/profile-target.ts';
import { routeTarget } from '../conversion/route-target.ts';
import type { CommandLine } from './command-line.ts';
import { changeFound as change, type Hits } from './files/change-files.ts';
import type { FileSource } from './files/search.ts';
import { filterBytes as filter } from './filter.ts';
import type { Host } from './host.ts';
import { printFound as print } from './print/print-files.ts';

const allTargets = { serviceprofile: profileTarget, httproute: routeTarget };

/** The function of files/change-files.ts, with every target. */
export const changeFound = (hits: Hits, call: CommandLine, host: Host): Promise<number> =>
  change(hits, call, host, allTargets);

/** The function of filter.ts, with every target. */
export const filterBytes = (bytes: Uint8Array, call: CommandLine, host: Host): Promise<number> =>
  filter(bytes, call, host, allTargets);

/** The function of print/print-files.ts, with every target. */
export const printFound = (sources: readonly FileSource[], call: CommandLine, host: Host): Promise<number> =>
  print(sources, call, host, allTargets);
