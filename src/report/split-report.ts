import type { SplitOutcome } from '../convert.ts';
import { placeOf } from '../diagnostics/locate.ts';
import { field, isMapping, list, scalarText, text } from '../kubernetes.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority } from '../mesh/authority.ts';
import { milliValue, parseQuantity, type Quantity } from '../mesh/quantity.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import { overridesOf, sameOverrides, skipAnnotation, toServiceProfile } from '../mesh/service-profile.ts';
import { foundTarget, routeParts, routeReport } from './route-report.ts';
import type { BackendReport, Share, SplitReport, TargetReport } from './model.ts';

/** A split for a report; the codes of its findings are added later. */
export function splitReport(outcome: SplitOutcome, clusterDomain: string): Omit<SplitReport, 'codes'> {
  const { manifest, split } = outcome;
  const { object } = manifest;
  const { path, origin, line, column } = placeOf({ manifest, field: [] });
  const apex = split?.apex ?? text(object, 'spec', 'service');
  const namespace = split?.namespace ?? text(object, 'metadata', 'namespace');
  const name = text(object, 'metadata', 'name') || text(object, 'metadata', 'generateName');
  const routes = outcome.routes
    ?.map(routeReport)
    .map((one) => (one.before === undefined ? one : { ...one, before: withShares(one.before) }));
  const target = routes?.[0] ?? targetReport(outcome, clusterDomain);
  return {
    kind: text(object, 'kind') === 'ServiceProfile' ? 'ServiceProfile' : 'TrafficSplit',
    name: name || '(no name)',
    ...(namespace !== '' && { namespace }),
    path,
    ...(origin !== undefined && { origin }),
    ...(line !== undefined && column !== undefined && { line, column }),
    ...(apex !== '' && { apex }),
    backends: backendsOf(outcome, clusterDomain),
    outcome: outcome.outcome,
    ...(target && { target }),
    ...(routes !== undefined && routes.length > 0 && { routes }),
  };
}

/** The backends as written, with what each becomes. */
function backendsOf(
  { manifest, split, outcome, routes }: SplitOutcome,
  clusterDomain: string,
): readonly BackendReport[] {
  const written = [
    ...list(manifest.object, 'spec', 'backends').map((backend) => backendPart(backend, 'service')),
    ...list(manifest.object, 'spec', 'dstOverrides').map((override) => backendPart(override, 'authority')),
  ];
  const carried = outcome === 'converted' || outcome === 'up-to-date' ? (split?.backends ?? []) : [];
  const becomes = routes === undefined ? profileParts(carried, clusterDomain) : routeParts(carried, routes);
  return withShares(written, routes === undefined ? inThousandths : exactly).map((backend, index) => {
    const made = becomes.get(index);
    return { ...backend, ...(made && { becomes: made }) };
  });
}

function backendPart(entry: unknown, key: string): { readonly service: string; readonly weight: string } {
  return { service: asWritten(field(entry, key) ?? ''), weight: asWritten(field(entry, 'weight') ?? '') };
}

/** The text of a value; YAML reads `{{ .Values.weight }}` as a mapping with one key, a mapping too, printed in lines if long. */
function asWritten(value: unknown): string {
  const [[key, inner] = ['', ''], ...others] = isMapping(value) ? Object.entries(value) : [];
  const isAction = inner === null && others.length === 0 && key.startsWith('{');
  return isAction ? `{${key.replace(/\n\s*/g, ' ')}}` : scalarText(value);
}

/** What each backend becomes, by its index: an override. */
function profileParts(
  backends: TrafficSplit['backends'],
  clusterDomain: string,
): ReadonlyMap<number, { readonly authority: string; readonly weight: string }> {
  return new Map(
    backends.map(({ service, namespace, weight, index }) => [
      index,
      { authority: authority(service, namespace, clusterDomain), weight },
    ]),
  );
}

function targetReport({ profile, outcome, split }: SplitOutcome, clusterDomain: string): TargetReport | undefined {
  if (profile === undefined) return undefined;
  const { existing, made, path } = profile;
  if (existing !== undefined)
    return existingTarget(
      existing,
      path,
      outcome === 'up-to-date' || (split !== undefined && isEqual(existing, split, clusterDomain)),
    );
  if (made === undefined) return undefined;
  const { name, namespace } = made.metadata;
  return { kind: made.kind, name, namespace, path, state: 'missing' };
}

function isEqual(existing: Manifest, split: TrafficSplit, clusterDomain: string): boolean {
  const wanted = toServiceProfile(split, { clusterDomain, mark: undefined }).spec.dstOverrides;
  return sameOverrides(existing.object, wanted);
}

function existingTarget(existing: Manifest, path: string, equal: boolean): TargetReport {
  const mark = annotation(existing.object, skipAnnotation);
  return {
    ...foundTarget(existing, path, equal),
    ...(mark !== undefined && { mark }),
    before: sharesOf(existing.object),
  };
}

function sharesOf(object: KubernetesObject): readonly Share[] {
  return withShares(
    overridesOf(object).map((one) => ({ authority: shownOutcome(one.authority), weight: shownOutcome(one.weight) })),
  );
}

function shownOutcome(value: unknown): string {
  return value === undefined ? '' : scalarText(value);
}

/** Adds the share of each part in per cent; none if a weight is not a quantity of zero or more, or if all are zero. */
function withShares<T extends { readonly weight: string }>(
  parts: readonly T[],
  scaled: Scale = inThousandths,
): readonly (T & { share?: number })[] {
  const quantities = parts.flatMap(({ weight }) => parseQuantity(weight) ?? []);
  if (quantities.length < parts.length || quantities.some(({ mantissa }) => mantissa < 0n)) return parts;
  const weights = scaled(quantities);
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return parts;
  return parts.map((part, index) => ({ ...part, share: percent(weights[index] ?? 0n, sum) }));
}

/** Whole numbers in the ratio of quantities. */
type Scale = (quantities: readonly Quantity[]) => readonly bigint[];

/** As Linkerd reads the weights of a profile. */
const inThousandths: Scale = (quantities) => quantities.map(milliValue);

/** As a route has them. */
const exactly: Scale = (quantities) => {
  const least = quantities.reduce((lowest, { exponent }) => Math.min(lowest, exponent), 0);
  return quantities.map(({ mantissa, exponent }) => mantissa * 10n ** BigInt(exponent - least));
};

/** Rounds to a hundredth of a per cent. Weights may be larger than any number. */
function percent(part: bigint, sum: bigint): number {
  return Number((part * 20_000n + sum) / (2n * sum)) / 100;
}
