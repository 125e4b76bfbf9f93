import { memoisedFor } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import { selectable } from '../kustomize/selectors.ts';
import type { ServiceInBuilds } from '../kustomize/service-in-builds.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import type { Seen } from '../splits/find-objects.ts';
import { pathOf } from '../splits/names.ts';

/** What a check takes of a Service, as text that can be compared; always the same function for one check. */
export type Taken = (service: KubernetesObject) => string;

/** The builds of a split in which its Services are looked at: one where all have the same, and '' where no build is known. */
export function placesOf(
  placed: LocatedSplit,
  services: readonly Manifest[],
  taken: Taken,
  { unit: { kustomize } }: Run,
): readonly string[] {
  const found = kustomize === undefined ? [] : services.map(inBuilds(kustomize)(taken));
  if (kustomize === undefined || !found.some(({ mayChange }) => mayChange)) return [''];
  const builds = [...new Set(kustomize.builds(pathOf(placed.manifest)).map(({ path }) => path))];
  const isSame = services.every(({ object }, index) => builds.every((build) => found[index]?.in(build) === object));
  return isSame ? [builds[0] ?? ''] : builds;
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
    const object = kustomize === undefined ? copy.object : inBuilds(kustomize)(taken)(copy).in(build);
    if (object === undefined) return undefined;
    found.push(object);
  }
  return found;
}

const inBuilds = memoisedFor((kustomize: Kustomize) =>
  memoisedFor((taken: Taken) =>
    memoisedFor((service: Manifest): ServiceInBuilds => {
      const { object } = service;
      return kustomize.serviceInBuilds(pathOf(service), { ...selectable(service), object, taken });
    }),
  ),
);
