import type { SplitOutcome } from '../convert.ts';
import { placeOf } from '../diagnostics/locate.ts';
import { field, list, scalarText, text } from '../kubernetes.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority } from '../mesh/authority.ts';
import { milliValue, parseQuantity } from '../mesh/quantity.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import { overridesOf, sameOverrides, skipAnnotation, toServiceProfile } from '../mesh/service-profile.ts';
import type { BackendReport, Share, SplitReport, TargetReport } from './model.ts';

/** A split for a report; the codes of its findings are added later. */
export function splitReport(outcome: SplitOutcome, clusterDomain: string): Omit<SplitReport, 'codes'> {
  const { manifest, split } = outcome;
  const { object } = manifest;
  const { path, origin, line, column } = placeOf({ manifest, field: [] });
  const apex = split?.apex ?? text(object, 'spec', 'service');
  const namespace = split?.namespace ?? text(object, 'metadata', 'namespace');
  const name = text(object, 'metadata', 'name') || text(object, 'metadata', 'generateName');
  const target = targetOf(outcome, clusterDomain);
  return {
    kind: 'TrafficSplit',
    name: name || '(no name)',
    ...(namespace !== '' && { namespace }),
    path,
    ...(origin !== undefined && { origin }),
    ...(line !== undefined && column !== undefined && { line, column }),
    ...(apex !== '' && { apex }),
    backends: backendsOf(outcome, clusterDomain),
    outcome: outcome.outcome,
    ...(target && { target }),
  };
}

/** The backends as written, with what each becomes. */
function backendsOf({ manifest, split, outcome }: SplitOutcome, clusterDomain: string): readonly BackendReport[] {
  const written = list(manifest.object, 'spec', 'backends').map((backend) => ({
    service: scalarText(field(backend, 'service') ?? ''),
    weight: scalarText(field(backend, 'weight') ?? ''),
  }));
  const carried = outcome === 'converted' || outcome === 'up-to-date' ? (split?.backends ?? []) : [];
  const becomes = new Map(
    carried.map(({ service, namespace, weight, index }) => [
      index,
      { authority: authority(service, namespace, clusterDomain), weight },
    ]),
  );
  return withShares(written).map((backend, index) => {
    const made = becomes.get(index);
    return { ...backend, ...(made && { becomes: made }) };
  });
}

function targetOf({ profile, outcome, split }: SplitOutcome, clusterDomain: string): TargetReport | undefined {
  if (profile === undefined) return undefined;
  const { existing, made, path } = profile;
  if (existing !== undefined)
    return found(
      existing,
      path,
      outcome === 'up-to-date' || (split !== undefined && isEqual(existing, split, clusterDomain)),
    );
  if (made === undefined) return undefined;
  const { name, namespace } = made.metadata;
  return { kind: made.kind, name, ...(namespace !== undefined && { namespace }), path, state: 'missing' };
}

function isEqual(existing: Manifest, split: TrafficSplit, clusterDomain: string): boolean {
  const wanted = toServiceProfile(split, { clusterDomain, mark: undefined }).spec.dstOverrides;
  return sameOverrides(existing.object, wanted);
}

function found(existing: Manifest, path: string, equal: boolean): TargetReport {
  const { object } = existing;
  const mark = annotation(object, skipAnnotation);
  const namespace = text(object, 'metadata', 'namespace');
  const { line } = placeOf({ manifest: existing, field: [] });
  return {
    kind: text(object, 'kind'),
    name: text(object, 'metadata', 'name'),
    ...(namespace !== '' && { namespace }),
    path,
    ...(line !== undefined && { line }),
    state: equal ? 'equal' : 'different',
    ...(mark !== undefined && { mark }),
    before: sharesOf(object),
  };
}

function sharesOf(object: KubernetesObject): readonly Share[] {
  return withShares(overridesOf(object).map((one) => ({ authority: shown(one.authority), weight: shown(one.weight) })));
}

function shown(value: unknown): string {
  return value === undefined ? '' : scalarText(value);
}

/** Adds the share of each part in per cent; none if a weight is not a quantity, or if all are zero. */
function withShares<T extends { readonly weight: string }>(parts: readonly T[]): readonly (T & { share?: number })[] {
  const weights = parts.map(({ weight }) => {
    const quantity = parseQuantity(weight);
    return quantity === undefined ? undefined : Number(milliValue(quantity));
  });
  if (weights.some((weight) => weight === undefined || weight < 0)) return parts;
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  if (sum === 0) return parts;
  return parts.map((part, index) => ({ ...part, share: percent((weights[index] ?? 0) / sum) }));
}

/** Rounds to a hundredth of a per cent. */
function percent(part: number): number {
  return Math.round(part * 10_000) / 100;
}
