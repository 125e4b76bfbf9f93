import type { KubernetesObject } from '../kubernetes.ts';
import { list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isTrafficSplit } from '../mesh/traffic-split.ts';
import type { CallIndex, Run } from '../run.ts';
import { embeddedIn } from './embedded-splits.ts';
import { isOwnReport } from './own-reports.ts';
import { projectFinding } from './projects.ts';

/**
 * Reports Argo CD projects that allow TrafficSplits but not what they are converted to, and, when TrafficSplits are
 * dropped, the objects that still refer to them or install the adaptor: CRDs, roles, policies, projects, releases of its chart.
 */
export function reportLeftovers(neighbours: Neighbours, run: Pick<Run, 'options' | 'report'>): void {
  reportThose(neighbours.of(run.options.drop ? isProjectOrLeftover : isProject), run);
}

const isProject = (object: KubernetesObject): boolean => text(object, 'kind') === 'AppProject';
const isProjectOrLeftover = (object: KubernetesObject): boolean =>
  isProject(object) || (!isTrafficSplit(object) && (namesSplits(object) || installsAdaptor(object)));

function reportThose(manifests: readonly Manifest[], { options, report }: Pick<Run, 'options' | 'report'>): void {
  for (const manifest of manifests) {
    const { object } = manifest;
    if (isTrafficSplit(object)) continue;
    const forbids = projectFinding(object, options);
    if (forbids !== undefined) {
      report({ ...forbids, at: { manifest, field: ['spec'] } });
    } else if (options.drop && namesSplits(object) && embeddedIn(manifest).length === 0) {
      report({ code: 'smi-leftover', message: 'still refers to TrafficSplits', at: { manifest, field: [] } });
    } else if (options.drop && installsAdaptor(object)) {
      report({
        code: 'smi-leftover',
        message: 'installs the smi-adaptor',
        fix: adaptorFix,
        at: { manifest, field: [] },
      });
    }
  }
}

/** The same for the objects of the whole call, which may be in files that hold no objects at all. */
export function reportLeftoversOfCall(inCall: CallIndex, run: Pick<Run, 'options' | 'report'>): void {
  const objects = inCall((all) => all.map(({ manifest }) => manifest));
  reportThose(
    objects.filter(({ object }) => isTyped(object) || installsAdaptor(object)),
    run,
  );
}

function isTyped(object: KubernetesObject): boolean {
  return text(object, 'apiVersion') !== '' && text(object, 'kind') !== '';
}

const containers = ['List', 'ResourceList', 'TrafficSplitList'];

/**
 * The group, or the kind: as a value, with a version or a subresource (Kyverno), or in quotes in an expression (CEL, Rego,
 * PromQL). Words of a sentence are none.
 */
const mention = /split\.smi-spec\.io|["'`/]TrafficSplit(?:["'`/\\]|\.status")/;

function namesSplits(object: KubernetesObject): boolean {
  if (containers.includes(text(object, 'kind')) || isOwnReport(object)) return false;
  return mention.test(JSON.stringify({ ...object, status: undefined }));
}

/** The chart of linkerd-smi owns the CRD: without it, the cluster has no TrafficSplit any more. */
const adaptorFix =
  'remove the adaptor once the cluster has no TrafficSplit: its chart deletes them all (docs/migration.md)';

/**
 * The chart of the adaptor, as a HelmRelease or an Application names it, or its image, as a workload does; a pattern of images
 * (`*`, `!`) is that of a policy.
 */
const installation = /"chart":"(?:[^"]*\/)?linkerd-smi"|"image":"(?:[^"*!]*\/)?smi-adaptor(?:[:@][^"*]*)?"/;

function installsAdaptor(object: KubernetesObject): boolean {
  if (containers.includes(text(object, 'kind'))) return false;
  // Of a kustomization, which may have no kind, and of a Chart.yaml, which has none.
  const charts = [...list(object, 'helmCharts'), ...list(object, 'dependencies')];
  return (
    charts.some((chart) => text(chart, 'name') === 'linkerd-smi') ||
    installation.test(JSON.stringify({ ...object, status: undefined }))
  );
}
