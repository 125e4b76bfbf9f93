import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { FieldPath } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Flag } from '../mesh/flag.ts';
import { flagLookalike, isTrafficSplit, looksLikeTrafficSplit, readTrafficSplit } from '../mesh/traffic-split.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { isSkipped } from './left-alone.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import { namespacesNear } from './namespace-candidates.ts';
import type { Run } from '../run.ts';

/** A split that was read, and whether it may be converted; one that may not still counts where two split one apex. */
export interface ReadSplit extends LocatedSplit {
  readonly valid: boolean;
  /** Marked smi.linkerd.io/skip: nothing else is said about it. */
  readonly skipped: boolean;
}

/** What the TrafficSplits among some manifests say. */
export interface SplitsRead {
  readonly splits: readonly ReadSplit[];
  /** Those of which nothing more is known, and why they are not converted. */
  readonly unread: ReadonlyMap<Manifest, Left>;
}

/** Reads the splits among the manifests; reports what is wrong with each, and what is left alone. */
export function readSplits(manifests: readonly Manifest[], run: Run): SplitsRead {
  const splits: ReadSplit[] = [];
  const unread = new Map<Manifest, Left>();
  for (const manifest of manifests) {
    if (isTrafficSplit(manifest.object)) {
      const split = readSplit(manifest, run);
      if (typeof split === 'object') splits.push(split);
      else unread.set(manifest, split);
    } else if (looksLikeTrafficSplit(manifest.object)) {
      flagLookalike(manifest.object, flagAt(manifest, run.report));
    }
  }
  return { splits, unread };
}

function readSplit(manifest: Manifest, run: Run): ReadSplit | Left {
  if (isSkipped(manifest.object)) return skip(manifest, run);
  const template = templateIn(manifest);
  if (template !== undefined) {
    const message = `TrafficSplit ${nameOf(manifest)} holds a template action`;
    return leave(run, templateSkipped({ manifest, field: template }, run.unit.together, message));
  }
  const patchedBy = run.unit.kustomize?.patch(pathOf(manifest));
  if (patchedBy !== undefined) {
    return leave(run, {
      code: 'kustomize-patch',
      message: `TrafficSplit ${nameOf(manifest)} is a patch of ${patchedBy}`,
      at: { manifest, field: [] },
    });
  }
  return understand(manifest, run);
}

const skipField: FieldPath = ['metadata', 'annotations', 'smi.linkerd.io/skip'];

/** A split that is skipped still counts where two split one apex. */
function skip(manifest: Manifest, run: Run): ReadSplit | Left {
  const left = leave(run, {
    code: 'split-skipped',
    message: `TrafficSplit ${nameOf(manifest)} is left alone`,
    at: { manifest, field: skipField },
  });
  const split = readTrafficSplit(manifest.object, run.options, () => undefined);
  return split === undefined ? left : { manifest, split, valid: false, skipped: true };
}

function understand(manifest: Manifest, run: Run): ReadSplit | Left {
  const { options, report, unit } = run;
  const own = text(manifest.object, 'metadata', 'namespace');
  const given = own === '' && options.namespace === undefined ? unit.kustomize?.namespace(pathOf(manifest)) : undefined;
  const namespace = options.namespace ?? given?.value;
  const naming = { clusterDomain: options.clusterDomain, ...(namespace !== undefined && { namespace }) };
  const split = readTrafficSplit(manifest.object, naming, flagAt(manifest, report));
  if (given !== undefined && split !== undefined) report(fromKustomization(manifest, given));
  if (split === undefined) return 'refused';
  return { manifest, split, valid: true, skipped: false };
}

function fromKustomization(manifest: Manifest, given: { value: string; by: string }): Diagnostic {
  return {
    code: 'namespace-from-kustomization',
    message: `namespace ${given.value} of TrafficSplit ${nameOf(manifest)} is set by ${given.by}`,
    at: { manifest, field: ['metadata', 'name'] },
  };
}

/** Whether nothing says in which namespace a split is; says what it could be. */
export function withoutNamespace({ manifest, split }: ReadSplit, run: Run): Left | undefined {
  if (split.namespace !== '') return undefined;
  const { unit } = run;
  const { kustomize } = unit;
  const path = pathOf(manifest);
  const candidates = [
    ...namespacesNear(manifest.page.slice.source, unit.around(new Set([split.apex]), new Set()), split),
    ...(kustomize?.namespaceCandidates(path) ?? []),
  ];
  const seen = candidates.map(({ value, by }) => `${value} (${by})`).join(', ');
  const inChart = kustomize?.inChart(path) === true;
  const fix = inChart
    ? 'use smi2linkerd as a Helm post-renderer, or render first: helm template CHART | smi2linkerd -n NAMESPACE'
    : `add metadata.namespace, or pass -n NAMESPACE${seen === '' ? '' : `; seen here: ${seen}`}`;
  return leave(run, {
    code: 'namespace-unknown',
    message: `TrafficSplit ${split.name || split.apex} has no namespace, and its profile needs one`,
    fix,
    at: { manifest, field: ['metadata', 'namespace'] },
  });
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
