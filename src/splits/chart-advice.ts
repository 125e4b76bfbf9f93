import { commandWords, pathWord, quoted, shell, type Caller } from '../config/advice.ts';
import { enumerated, several } from '../diagnostics/diagnostic.ts';
import type { Build } from '../kustomize/builds.ts';
import type { RenderedChart } from '../kustomize/charts.ts';
import { isRelease, type Deployer } from '../kustomize/deployers.ts';
import type { Run } from '../run.ts';
import { text } from '../kubernetes.ts';
import { deployerFixes, isServed, pipes, releaseFix } from './build-fixes.ts';
import { patchFix, rewriteFix, servedBy } from './rewrite-fix.ts';

/** What to do about a template of a chart. */
interface ChartAdvice {
  readonly fix: string;
  /** What converts the chart in all of its builds, if something does. */
  readonly servedBy?: string;
  /** Whether kustomizations of the call build the chart, or Applications or HelmReleases render it. */
  readonly isBuilt: boolean;
}

/** What to do about a text in a file: to render its chart as it is deployed; undefined for a file that is no template of one. */
export function chartAdvice(path: string, source: string, run: Run, isProfile = false): ChartAdvice | undefined {
  const chart = run.unit.kustomize?.chartOf(path);
  if (chart === undefined) return undefined;
  const { namespace, target } = run.options;
  // Helm gives no namespace to an object that names none.
  const isBare = !source.includes('namespace') && namespace === undefined && target === 'serviceprofile';
  const all = run.unit.kustomize?.builds(path) ?? [];
  const patched = all.filter(({ deployer }) => deployer !== undefined && patchesSplits(deployer));
  if (patched.length > 0 && !isProfile) return { fix: several(deployerFixes(patched, run), '; '), isBuilt: true };
  const builds = all.filter(({ directory }) => directory !== '');
  const isOpen = builds.length > 0 && servedBy(builds, isProfile) === undefined;
  if (isOpen && !isBare) return { fix: rewriteFix(builds, path, run, { isProfile }), isBuilt: true };
  const fixes = isBare ? fixesOfBuilds(builds, run) : [];
  if (fixes.length > 0) return { fix: several(fixes, '; '), isBuilt: true };
  const applications = run.unit.kustomize?.applicationsOf(chart) ?? [];
  const releases = run.unit.kustomize?.releasesOf(chart) ?? [];
  if (builds.length + applications.length > 0 && releases.length === 0 && applications.every(isConverted)) {
    const { by, fix } = servedBy(builds, isProfile) ?? {
      by: '',
      fix: 'nothing to do: the profile is made when the chart is rendered',
    };
    const plugins = applications.map(({ name }) => `the plugin of ${name}`);
    return { fix, servedBy: enumerated([...new Set([...(by === '' ? [] : [by]), ...plugins])]), isBuilt: true };
  }
  const convert = commandWords(run, ...(isBare ? ['-n', 'NAMESPACE'] : []));
  // What a HelmRelease renders has its values, and Flux runs no post-renderer.
  const fix =
    releases.length > 0
      ? several([...new Set(releases.map(releaseFix))], '; ')
      : helmFix(chart, helmTemplate(source, chart.shown, namespace), convert);
  const open = [...new Set(applications.filter((one) => !isConverted(one)).map(({ name }) => name))];
  if (open.length === 0) return { fix, isBuilt: releases.length > 0 };
  return { fix: `let ${enumerated(open)} render it by the plugin smi2linkerd-helm, or ${fix}`, isBuilt: true };
}

/** Whether a HelmRelease may patch TrafficSplits: then what Helm renders alone has other weights. */
function patchesSplits(deployer: Deployer): boolean {
  const isSplit = (kind: string): boolean => kind === 'TrafficSplit' || /\W/.test(kind);
  return (
    isRelease(deployer) &&
    deployer.steps.some((step) => {
      if (step.kind !== 'patch') return false;
      if (step.target === undefined) return step.patches.some((patch) => isSplit(text(patch, 'kind')));
      const kind = text(step.target, 'kind');
      return kind === '' || isSplit(kind);
    })
  );
}

/** Whether an Application renders a chart by the plugin that converts; the name of a plugin may end in its version. */
function isConverted({ plugin = '' }: Deployer): boolean {
  return /^smi2linkerd-helm(?:-|$)/.test(plugin);
}

/**
 * What to do in the builds of an object without a namespace; nothing where they convert it. Whether `namespace:` of a
 * kustomization is given to the objects of its charts depends on the version of Kustomize (5.8 passes it to Helm alone).
 */
function fixesOfBuilds(builds: readonly Build[], run: Run): readonly string[] {
  const given = ({ namespace }: Build): string => namespace || 'NAMESPACE';
  const unnamed = builds.filter((build) => isServed(build) && !givesNamespace(build));
  const open = builds.filter((build) => !isServed(build));
  const piped = open.filter(({ renames, deployer }) => !renames && deployer?.tool !== 'argocd');
  const namespaced = (build: Build): Caller => ({ options: { ...run.options, namespace: given(build) } });
  const commands = piped.map((build) => pipes([build], namespaced(build)));
  const others = open.filter((build) => !piped.includes(build));
  const fixes = others.flatMap((build) => patchFix([build], false, namespaced(build)).fix ?? []);
  return [
    ...new Set(unnamed.map((build) => `add namespace: ${given(build)} to the function in ${build.path}`)),
    ...(commands.length === 0 ? [] : [`convert what Kustomize builds with it: ${several([...new Set(commands)])}`]),
    ...fixes,
  ];
}

/** Whether what converts in a build knows the namespace of an object without one: Argo CD tells it to a plugin. */
function givesNamespace({ deployer, functions }: Build): boolean {
  return deployer?.plugin !== undefined || functions.some(({ namespace }) => namespace !== '');
}

function helmFix({ isLibrary }: RenderedChart, render: readonly string[], convert: readonly string[]): string {
  if (isLibrary) return `render a chart that depends on it: helm template CHART | ${convert.map(quoted).join(' ')}`;
  return `render first: ${shell(render, convert)}`;
}

/** Names that charts make of the name of their release, and namespaces that they take from it. */
const [usesRelease, usesNamespace] = [
  /\.Release\.Name\b|\bfullname\b/,
  /\.Release\.Namespace\b|\bnamespace:[ \t]*["']?\{\{-?[ \t]*(?:include|template)\b/,
];

/** The command that renders a chart as it is installed: without them, Helm takes `release-name` and `default`. */
function helmTemplate(source: string, chart: string, namespace = 'NAMESPACE'): readonly string[] {
  return [
    ...['helm', 'template'],
    ...(usesRelease.test(source) ? ['RELEASE'] : []),
    pathWord(chart),
    ...(usesNamespace.test(source) ? ['--namespace', namespace] : []),
  ];
}
