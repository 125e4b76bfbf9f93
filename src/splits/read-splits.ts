import type { Options } from '../config/config.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { FieldPath } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/graph.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Flag } from '../mesh/flag.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import { flagLookalike, isTrafficSplit, looksLikeTrafficSplit, readTrafficSplit } from '../mesh/traffic-split.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { isSkipped } from './left-alone.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import { namespacesNear } from './namespace-candidates.ts';
import type { Source } from '../yaml/source.ts';

/** What is known while splits are read. */
export interface Reading {
  readonly options: Options;
  /** A template in what is printed would be missing in the cluster: an error. */
  readonly together: boolean;
  readonly kustomize?: Kustomize;
  /** What beside a split may tell its namespace. */
  readonly near?: (apex: string) => readonly Source[];
  readonly report: Report;
}

/** A split that was read, and whether it may be converted; one that may not still counts where two split one apex. */
export interface ReadSplit extends LocatedSplit {
  readonly valid: boolean;
  /** Marked smi.linkerd.io/skip: nothing else is said about it. */
  readonly skipped: boolean;
}

/** Reads the splits among the manifests; reports what is wrong with each, and what is left alone. */
export function readSplits(manifests: readonly Manifest[], reading: Reading): readonly ReadSplit[] {
  const read: ReadSplit[] = [];
  for (const manifest of manifests) {
    if (isTrafficSplit(manifest.object)) {
      const split = readSplit(manifest, reading);
      if (split !== undefined) read.push(split);
    } else if (looksLikeTrafficSplit(manifest.object)) {
      flagLookalike(manifest.object, flagAt(manifest, reading.report));
    }
  }
  return read;
}

function readSplit(manifest: Manifest, reading: Reading): ReadSplit | undefined {
  const { options, report, kustomize } = reading;
  if (isSkipped(manifest.object)) {
    report({
      code: 'split-skipped',
      message: `TrafficSplit ${nameOf(manifest)} is left alone`,
      at: { manifest, field: skipField },
    });
    return silently(manifest, options);
  }
  const template = templateIn(manifest);
  if (template !== undefined) {
    report(
      templateSkipped(
        { manifest, field: template },
        reading.together,
        `TrafficSplit ${nameOf(manifest)} holds a template action`,
      ),
    );
    return undefined;
  }
  const patchedBy = kustomize?.patch(pathOf(manifest));
  if (patchedBy !== undefined) {
    report({
      code: 'kustomize-patch',
      message: `TrafficSplit ${nameOf(manifest)} is a patch of ${patchedBy}`,
      at: { manifest, field: [] },
    });
    return undefined;
  }
  return understand(manifest, reading);
}

const skipField: FieldPath = ['metadata', 'annotations', 'smi.linkerd.io/skip'];

function silently(manifest: Manifest, options: Options): ReadSplit | undefined {
  const split = readTrafficSplit(manifest.object, options, () => undefined);
  return split && { manifest, split, valid: false, skipped: true };
}

function understand(manifest: Manifest, reading: Reading): ReadSplit | undefined {
  const { options, report, kustomize } = reading;
  const own = text(manifest.object, 'metadata', 'namespace');
  const given = own === '' && options.namespace === undefined ? kustomize?.namespace(pathOf(manifest)) : undefined;
  const namespace = options.namespace ?? given?.value;
  const naming = { clusterDomain: options.clusterDomain, ...(namespace !== undefined && { namespace }) };
  const split = readTrafficSplit(manifest.object, naming, flagAt(manifest, report));
  if (given !== undefined && split !== undefined) report(fromKustomization(manifest, given));
  if (split?.namespace !== '') return split && { manifest, split, valid: true, skipped: false };
  report(namespaceUnknown(manifest, split, reading));
  return undefined;
}

function fromKustomization(manifest: Manifest, given: { value: string; by: string }): Diagnostic {
  return {
    code: 'namespace-from-kustomization',
    message: `namespace ${given.value} of TrafficSplit ${nameOf(manifest)} is set by ${given.by}`,
    at: { manifest, field: ['metadata', 'name'] },
  };
}

function namespaceUnknown(manifest: Manifest, split: TrafficSplit, { kustomize, near }: Reading): Diagnostic {
  const path = pathOf(manifest);
  const candidates = [
    ...namespacesNear(manifest.page.slice.source, near?.(split.apex) ?? [], split),
    ...(kustomize?.namespaceCandidates(path) ?? []),
  ];
  const seen = candidates.map(({ value, by }) => `${value} (${by})`).join(', ');
  const inChart = kustomize?.inChart(path) === true;
  const fix = inChart
    ? 'use smi2linkerd as a Helm post-renderer, or render first: helm template CHART | smi2linkerd -n NAMESPACE'
    : `add metadata.namespace, or pass -n NAMESPACE${seen === '' ? '' : `; seen here: ${seen}`}`;
  return {
    code: 'namespace-unknown',
    message: `TrafficSplit ${split.name || split.apex} has no namespace, and its profile needs one`,
    fix,
    at: { manifest, field: ['metadata', 'namespace'] },
  };
}

/** `mesh/` reports through this. */
export function flagAt(manifest: Manifest, report: Report): Flag {
  return (code, message, field = [], fix) => {
    report({ code, message, at: { manifest, field }, ...(fix !== undefined && { fix }) });
  };
}

const action = /\{\{|\$\{|\$[A-Z_][A-Z0-9_]*/;

/** Whether a text holds a template action (Helm, envsubst). */
export function holdsAction(source: string): boolean {
  return action.test(source);
}

/** The first field that we read and that holds a template action (Helm, envsubst); undefined where there is none. */
export function templateIn(manifest: Manifest): FieldPath | undefined {
  const { node, page } = manifest;
  const metadata = mapAt(node, 'metadata');
  const parts: readonly (readonly [FieldPath, unknown])[] = [
    [['metadata', 'name'], metadata && pairOf(metadata, 'name')?.value],
    [['metadata', 'namespace'], metadata && pairOf(metadata, 'namespace')?.value],
    [['metadata', 'labels'], metadata && pairOf(metadata, 'labels')?.value],
    [['metadata', 'annotations'], metadata && pairOf(metadata, 'annotations')?.value],
    [['spec'], pairOf(node, 'spec')?.value],
  ];
  return parts.find(([, value]) => action.test(withoutComments(sourceOf(page.text, value))))?.[0];
}

function sourceOf(page: string, value: unknown): string {
  const range = (value as { range?: readonly [number, number, number] } | undefined)?.range;
  return range === undefined ? '' : page.slice(range[0], range[1]);
}

function withoutComments(source: string): string {
  return source.replace(/(^|\s)#.*$/gm, '');
}

/** A template in a tree is left for its renderer; in what is printed it is an error. */
export function templateSkipped(at: Diagnostic['at'], together: boolean, message: string): Diagnostic {
  return { code: 'template-skipped', message, at, ...(together && { severity: 'error' as const }) };
}

/** The name by which a person knows a manifest. */
export function nameOf({ object }: Manifest): string {
  return text(object, 'metadata', 'name') || text(object, 'metadata', 'generateName') || '(no name)';
}

function pathOf(manifest: Manifest): string {
  return manifest.page.slice.source.path;
}
