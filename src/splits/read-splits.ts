import { option } from '../config/advice.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { text, type FieldPath } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Flag } from '../mesh/flag.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import { flagLookalike, isTrafficSplit, looksLikeTrafficSplit, readTrafficSplit } from '../mesh/traffic-split.ts';
import { parseServiceName } from '../mesh/authority.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import { actorName } from '../kustomize/given-namespaces.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { withLargeIntegers } from './large-integers.ts';
import { kustomizedFile } from './kustomized-file.ts';
import { leftByMetadata } from './left-alone.ts';
import { nameOf, pathOf } from './names.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import { patchFix, servedBy } from './rewrite-fix.ts';
import { actionOn, templateInType, templateSkipped, type ActionOn } from './templates.ts';
import type { KustomizedFile, Run } from '../run.ts';

/** A split that was read. */
export interface ReadSplit extends LocatedSplit {
  /** Whether all of it could be read; otherwise only the names are known. */
  readonly understood: boolean;
  /** Why it is not converted, if a label or annotation of its own says so; this has been reported. */
  readonly left?: Left;
  /** Marked smi.linkerd.io/skip: nothing else is reported about it. */
  readonly skipped: boolean;
  /** Its findings, to be reported unless it is left alone on purpose. */
  readonly findings: readonly Diagnostic[];
}

/** The TrafficSplits among some manifests. */
export interface SplitsRead {
  readonly splits: readonly ReadSplit[];
  /** TrafficSplits of which nothing else is known, and why they are not converted. */
  readonly unread: ReadonlyMap<Manifest, Left>;
}

/** Reads the TrafficSplits among the manifests; reports their problems, and those that are left alone. */
export function readSplits(manifests: readonly Manifest[], run: Run): SplitsRead {
  const splits: ReadSplit[] = [];
  const unread = new Map<Manifest, Left>();
  for (const manifest of manifests) {
    if (isTrafficSplit(manifest.object)) {
      const split = readSplit(manifest, run);
      if (typeof split === 'object') splits.push(split);
      else unread.set(manifest, split);
    } else if (looksLikeTrafficSplit(manifest.object)) {
      const action = templateInType(manifest) && actionOn(manifest, run.unit.kustomize);
      if (action === undefined) flagLookalike(manifest.object, flagAt(manifest, run.report));
      else unread.set(manifest, leaveTemplate(manifest, action, run));
    }
  }
  return { splits, unread };
}

function readSplit(manifest: Manifest, run: Run): ReadSplit | Left {
  const leaving = leftByMetadata(manifest, run);
  if (leaving !== undefined) {
    const { left, reason } = leaving;
    return { ...understand(manifest, run), left, skipped: reason.code === 'split-skipped' };
  }
  return leaveData(manifest, run) ?? leaveUnrendered(manifest, run) ?? understand(manifest, run);
}

/** Reports a split in a file that a kustomization only makes part of a ConfigMap or a Secret; undefined for any other. */
function leaveData(manifest: Manifest, run: Run): Left | undefined {
  const file = kustomizedFile(manifest, run);
  const data = file?.kustomize.dataOf(file.path);
  if (data === undefined || data.isListed) return undefined;
  const message = `is data of a ${data.kind} that ${data.by} makes, and is not converted`;
  return leave(run, { code: 'split-embedded', message, at: { manifest, field: [] } });
}

/** Reports an object that Helm or Kustomize has to render first, and returns its outcome; undefined for any other. */
export function leaveUnrendered(manifest: Manifest, run: Run): Left | undefined {
  const action = actionOn(manifest, run.unit.kustomize);
  const directive = action === undefined ? directiveOfAll(manifest) : directiveAt(action.at);
  if (action !== undefined && directive === undefined) return leaveTemplate(manifest, action, run);
  const file = kustomizedFile(manifest, run);
  const patch = file?.kustomize.patch(file.path);
  const at = { manifest, field: directive ?? [] };
  if (patch === undefined)
    return directive && leave(run, { code: 'kustomize-patch', ...directiveFinding(directive, file, run), at });
  const isProfile = isServiceProfile(manifest.object);
  const served = servedBy(patch.builds, isProfile);
  if (served === undefined) {
    const fix = run.unit.way === 'function' ? {} : patchFix(patch.builds, isProfile, run);
    return leave(run, { code: 'kustomize-patch', message: `is a patch in ${patch.by}`, ...fix, at });
  }
  const message = `is a patch in ${patch.by}, and is converted by ${served.by}`;
  return leave(run, { code: 'served-by-function', message, fix: served.fix, at });
}

/** What is said of a directive in an object that no kustomization uses as a patch. */
function directiveFinding(
  directive: FieldPath,
  file: KustomizedFile | undefined,
  { unit }: Run,
): Pick<Diagnostic, 'message' | 'fix'> {
  const [lister] = file?.kustomize.users(file.path) ?? [];
  const isStream = unit.together && unit.way !== 'function';
  if (lister === undefined && !isStream)
    return { message: 'has a directive of patches, and holds only what they change' };
  const deployed = lister === undefined ? 'is deployed as it is' : `${actorName(lister)} deploys it as it is`;
  return {
    message: `has a directive of patches, but ${deployed}`,
    fix: `list it under patches: of a kustomization instead, or remove ${String(directive.at(-1))} from it`,
  };
}

/** The field whose name is a directive of a strategic merge patch (`$patch`), which begins like a variable. */
function directiveAt(at: ActionOn['at']): FieldPath | undefined {
  if (!('manifest' in at)) return undefined;
  const isDirective = /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/.test(
    String(at.field.at(-1)),
  );
  return isDirective ? at.field : undefined;
}

/** The directive for a whole object, which no template action is taken for: what it deletes or replaces is not deployed. */
function directiveOfAll({ object }: Manifest): FieldPath | undefined {
  return '$patch' in object ? ['$patch'] : undefined;
}

function leaveTemplate(manifest: Manifest, { at, relation, program, source }: ActionOn, run: Run): Left {
  const where = 'manifest' in at ? 'the file' : `${text(manifest.object, 'kind')} ${nameOf(manifest)}`;
  const message = `a comment of ${where} ${relation}, which ${program} runs`;
  return leave(run, templateSkipped(at, run, program === undefined ? relation : message, source));
}

function understand(manifest: Manifest, { options, unit }: Run): ReadSplit {
  const own = text(manifest.object, 'metadata', 'namespace');
  const { clusterDomain, target } = options;
  const isRoute = target === 'httproute';
  const named = own === '' && isRoute ? namespaceInApex(manifest, clusterDomain) : undefined;
  // No other name in a route includes the namespace, so a route needs none.
  const asks = own === '' && options.namespace === undefined && (!isRoute || named !== undefined);
  const given = asks ? unit.kustomize?.namespace(pathOf(manifest)) : undefined;
  const namespace = options.namespace ?? given?.value ?? named;
  const naming = { clusterDomain, target, ...(namespace !== undefined && { namespace }) };
  const findings: Diagnostic[] = [];
  const flag = flagAt(manifest, (finding) => findings.push(finding));
  const split = readTrafficSplit(withLargeIntegers(manifest), naming, (code, message, at, fix) => {
    flag(code, message, at, code === 'matches-unsupported' ? matchesFix(unit) : fix);
  });
  if (given !== undefined && split !== undefined) findings.push(fromKustomization(manifest, given));
  const understood = split !== undefined;
  return { manifest, split: split ?? namesAlone(manifest, own || namespace), understood, skipped: false, findings };
}

function matchesFix(unit: Run['unit']): string {
  return `pass ${option(unit, 'target', 'httproute')}: an HTTPRoute can have matches`;
}

/** The namespace in the name of an apex, `web.shop`: that of the split, as no other one may name it so. */
function namespaceInApex({ object }: Manifest, clusterDomain: string): string | undefined {
  const name = parseServiceName(text(object, 'spec', 'service'), clusterDomain);
  return typeof name === 'string' ? undefined : name.namespace;
}

/** What is needed to find the objects that belong to a split that could not be read. */
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

/** Returns the function by which `mesh/` reports findings about a manifest. */
export function flagAt(manifest: Manifest, report: Report): Flag {
  return (code, message, field = [], fix) => {
    report({ code, message, at: { manifest, field }, ...(fix !== undefined && { fix }) });
  };
}
