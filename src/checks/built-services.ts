import { memoisedFor } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import { selectable } from '../kustomize/selectors.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import type { Seen } from '../splits/find-objects.ts';
import { pathOf } from '../splits/names.ts';

/** What a check takes of a Service, as text that can be compared; always the same function for one check. */
export type Taken = (service: KubernetesObject) => string;

/** The builds of a split in which its Services are looked at; one that is '' where no build changes what is taken of them. */
export function placesOf(
  placed: LocatedSplit,
  services: readonly Manifest[],
  taken: Taken,
  { unit: { kustomize } }: Run,
): readonly string[] {
  const isSame = kustomize === undefined || services.every((one) => inBuilds(kustomize)(taken)(one).byBuild.size === 0);
  const builds = isSame ? [] : kustomize.builds(pathOf(placed.manifest)).map(({ path }) => path);
  return builds.length === 0 ? [''] : [...new Set(builds)];
}

/** The copies of a Service as a build has them; undefined if what is taken of them is not known. */
export function copiesIn(
  { copies }: Seen,
  build: string,
  taken: Taken,
  kustomize: Kustomize | undefined,
): readonly KubernetesObject[] | undefined {
  const found: KubernetesObject[] = [];
  for (const copy of copies) {
    const { byBuild, agreed } = kustomize === undefined ? asWritten : inBuilds(kustomize)(taken)(copy);
    const object = byBuild.size === 0 ? copy.object : byBuild.has(build) ? byBuild.get(build) : agreed;
    if (object === undefined) return undefined;
    found.push(object);
  }
  return found;
}

/** What a Service is in each of its builds, undefined where that is not known; empty if no build changes what is taken. */
interface InBuilds {
  readonly byBuild: ReadonlyMap<string, KubernetesObject | undefined>;
  /** What it is in all of them, if they agree: then it is known also where it is deployed apart from the split. */
  readonly agreed?: KubernetesObject | undefined;
}

const asWritten: InBuilds = { byBuild: new Map() };

const inBuilds = memoisedFor((kustomize: Kustomize) =>
  memoisedFor((taken: Taken) =>
    memoisedFor((service: Manifest): InBuilds => {
      const { object } = service;
      const all = kustomize.servicesInBuilds(pathOf(service), { ...selectable(service), object, taken });
      const seen = new Set(all.map((one) => one.object && taken(one.object)));
      return {
        byBuild: new Map(all.map((one) => [one.build, one.object])),
        ...(seen.size === 1 && { agreed: all[0]?.object }),
      };
    }),
  ),
);
