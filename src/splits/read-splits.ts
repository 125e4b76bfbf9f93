import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Flag } from '../mesh/flag.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import { flagLookalike, isTrafficSplit, looksLikeTrafficSplit, readTrafficSplit } from '../mesh/traffic-split.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { leftByMark } from './left-alone.ts';
import { pipes } from './builds.ts';
import { pathOf } from './names.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import { sourceOf, templateIn, templateSkipped } from './templates.ts';
import type { Run } from '../run.ts';

/** A split that was read. */
export interface ReadSplit extends LocatedSplit {
  /** Whether all of it could be understood; of one that could not, only the names are known. */
  readonly understood: boolean;
  /** Why it is not converted, where it says so itself; that has been reported. */
  readonly left?: Left;
  /** Marked smi.linkerd.io/skip: nothing else is said about it. */
  readonly skipped: boolean;
  /** What is wrong with it, or worth knowing; to be reported where nothing leaves it alone on purpose. */
  readonly findings: readonly Diagnostic[];
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
  const marked = leftByMark(manifest, run);
  if (marked !== undefined) {
    const { left, mark } = marked;
    return { ...understand(manifest, run), left, skipped: mark.code === 'split-skipped' };
  }
  const template = templateIn(manifest);
  if (template !== undefined) {
    const message = 'holds a template action';
    const at = { manifest, field: template };
    return leave(run, templateSkipped(at, run, message, sourceOf(manifest)));
  }
  const patch = run.unit.kustomize?.patch(pathOf(manifest));
  if (patch !== undefined) {
    return leave(run, {
      code: 'kustomize-patch',
      message: `is a patch in ${patch.by}`,
      fix: `convert what Kustomize builds with it: ${pipes(patch.builds, run)}`,
      at: { manifest, field: [] },
    });
  }
  return understand(manifest, run);
}

function understand(manifest: Manifest, { options, unit }: Run): ReadSplit {
  const own = text(manifest.object, 'metadata', 'namespace');
  // No name inside a route carries its namespace: it needs none.
  const asks = own === '' && options.namespace === undefined && options.target !== 'httproute';
  const given = asks ? unit.kustomize?.namespace(pathOf(manifest)) : undefined;
  const namespace = options.namespace ?? given?.value;
  const { clusterDomain, target } = options;
  const naming = { clusterDomain, target, ...(namespace !== undefined && { namespace }) };
  const findings: Diagnostic[] = [];
  const split = readTrafficSplit(
    manifest.object,
    naming,
    flagAt(manifest, (finding) => findings.push(finding)),
  );
  if (given !== undefined && split !== undefined) findings.push(fromKustomization(manifest, given));
  const understood = split !== undefined;
  return { manifest, split: split ?? namesAlone(manifest, own || namespace), understood, skipped: false, findings };
}

/** What of a split that cannot be understood is enough to find what it belongs to. */
function namesAlone({ object }: Manifest, namespace = ''): TrafficSplit {
  const [apex = ''] = text(object, 'spec', 'service').split('.');
  return {
    name: text(object, 'metadata', 'name'),
    namespace,
    apex,
    backends: [],
    matches: [],
    labels: {},
    annotations: {},
  };
}

function fromKustomization(manifest: Manifest, given: { value: string; by: string }): Diagnostic {
  return {
    code: 'namespace-from-kustomization',
    message: `namespace ${given.value} is set by ${given.by}`,
    at: { manifest, field: ['metadata', 'name'] },
  };
}

/** `mesh/` reports through this. */
export function flagAt(manifest: Manifest, report: Report): Flag {
  return (code, message, field = [], fix) => {
    report({ code, message, at: { manifest, field }, ...(fix !== undefined && { fix }) });
  };
}
