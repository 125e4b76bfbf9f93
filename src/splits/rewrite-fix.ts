import { memoised, memoisedFor } from '../collections.ts';
import { enumerated, several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Caller } from '../config/advice.ts';
import type { Options } from '../config/config.ts';
import type { Build } from '../kustomize/builds.ts';
import type { UnreadableKustomization } from '../kustomize/unreadable.ts';
import type { Run } from '../run.ts';
import { deployerFixes, isServed, leftOut, orByPlugin, pipes, transformersOf } from './build-fixes.ts';

/** What the fix for a file depends on, besides its builds. */
interface Rewritten {
  /** Whether its object has no namespace. */
  readonly isBare?: boolean | undefined;
  /** Whether its object is a ServiceProfile. */
  readonly isProfile?: boolean | undefined;
  /** The kustomizations whose variables take a value from its object, and find none once a function has taken it out. */
  readonly variablesIn?: readonly string[];
}

/** What converts an object in all of its builds, and what is to be done; undefined if not all builds convert it. */
export function servedBy(builds: readonly Build[], isProfile = false): Served | undefined {
  return servedIn(builds)(isProfile ? 'profile' : '');
}

interface Served {
  readonly by: string;
  readonly fix: string;
}

/** Made once for all objects that go through the same builds. */
const servedIn = memoisedFor((builds: readonly Build[]) => memoised((kind) => servedOf(builds, kind === 'profile')));

function servedOf(builds: readonly Build[], isProfile: boolean): Served | undefined {
  if (builds.length === 0 || !builds.every((build) => serves(build, isProfile))) return undefined;
  const functions = builds.flatMap((build) => build.functions);
  const made = ['profile', 'route'].filter((what) =>
    functions.some(({ makesRoutes }) => makesRoutes === (what === 'route')),
  );
  if (made.length === 0) made.push('profile');
  const when = builds.every(({ directory }) => directory === '')
    ? 'when Argo CD renders the directory'
    : 'when the kustomization is built';
  return { by: convertersOf(builds), fix: `nothing to do: the ${made.join(' or ')} is made ${when}` };
}

/** What converts in some builds, for a message: `the function in prod/kustomization.yaml`. */
function convertersOf(builds: readonly Build[]): string {
  const [functions, plugins] = [new Set<string>(), new Set<string>()];
  for (const { path, deployer } of builds) {
    if (deployer?.plugin === undefined) functions.add(path);
    else plugins.add(deployer.name);
  }
  return [
    ...(functions.size === 0 ? [] : [`the function in ${enumerated([...functions])}`]),
    ...(plugins.size === 0 ? [] : [`the plugin of ${enumerated([...plugins])}`]),
  ].join(' and ');
}

function serves(build: Build, isProfile: boolean): boolean {
  if (!isServed(build)) return false;
  return !isProfile || build.deployer?.plugin !== undefined || build.functions.some(({ profiles }) => profiles);
}

/**
 * What to do about a file that overlays change: the function, or what Kustomize builds. A split without a namespace, unless
 * a build sets one, needs that of an option.
 */
export function rewriteFix(
  builds: readonly Build[],
  path: string,
  run: Run,
  { isBare = false, isProfile = false, variablesIn = [] }: Rewritten = {},
): string {
  const advice = adviceFor(run.options)(builds)(JSON.stringify({ isBare, isProfile, variablesIn }));
  return typeof advice === 'string' ? advice : [...advice, leftOut(path)].join('; ');
}

/** The advice for some builds, made once for all splits of a call that go through them: these may be a thousand. */
const adviceFor = memoisedFor((options: Options) =>
  memoisedFor((builds: readonly Build[]) =>
    memoised((about) => adviceOf(builds, options, JSON.parse(about) as Required<Rewritten>)),
  ),
);

/** What to do in some builds; a text of its own if kustomizations among them cannot be read. */
function adviceOf(
  builds: readonly Build[],
  options: Options,
  { isBare, isProfile, variablesIn }: Required<Rewritten>,
): string | readonly string[] {
  const open = builds.filter((build) => !isServed(build));
  const unreadable = open.flatMap((build) => build.unreadable);
  if (unreadable.length > 0) return unreadableFix(unreadable);
  const isMissing = isBare && options.target === 'serviceprofile';
  const [bare, others] = [
    open.filter(({ namespace }) => isMissing && namespace === ''),
    open.filter(({ namespace }) => !isMissing || namespace !== ''),
  ];
  const given = { options: { ...options, namespace: 'NAMESPACE' } };
  const advice = [
    ...(isProfile ? addedKeys(builds) : []),
    ...buildAdvice(others, { options }, variablesIn),
    ...buildAdvice(bare, given, variablesIn),
  ];
  return advice.length === 0 ? [] : [several([...new Set(advice)], '; ')];
}

/** What is to be said of a split whose kustomizations cannot be read; a template among them is rendered first. */
export function unreadableFinding(found: readonly UnreadableKustomization[]): Pick<Diagnostic, 'code' | 'fix'> {
  const isTemplate = found.every((one) => one.isTemplate);
  return { code: isTemplate ? 'template-skipped' : 'yaml-syntax', fix: unreadableFix(found) };
}

function unreadableFix(found: readonly UnreadableKustomization[]): string {
  const [templates, broken] = [true, false].map((wanted) => {
    const places = found
      .filter(({ isTemplate }) => isTemplate === wanted)
      .map(({ isTemplate, place, reason }) => (isTemplate ? place : `${place} (${reason})`));
    return enumerated([...new Set(places)]);
  });
  return several([
    ...(broken === '' ? [] : [`correct the syntax of ${broken}`]),
    ...(templates === '' ? [] : [`render ${templates} first, and convert what is rendered with it`]),
  ]);
}

/** What to do about a split where a file outside of the call would change, too: others may build that file without the split. */
export function outsideAdvice(
  path: string,
  outside: string,
  run: Run,
): { readonly message: string; readonly fix: string } {
  const without = rewriteFix(run.unit.kustomize?.builds(path) ?? [], path, run);
  if (run.unit.isLink?.(outside) === true)
    return {
      message: 'it is a link to a file outside of the call, and what else uses that is unknown',
      fix: `replace ${outside} by a copy of the file that it points to; or ${without}`,
    };
  return {
    message: 'it is outside of the call, and what else uses it is unknown',
    fix: `add ${outside} and all that uses it to the call; or ${without}`,
  };
}

/** What to do about a file that is a patch; no fix if it is not known what is built with it. */
export function patchFix(builds: readonly Build[], isProfile: boolean, caller: Caller): { readonly fix?: string } {
  const open = builds.filter((build) => !isServed(build));
  const isPiped = open.every(({ renames, deployer }) => !renames && deployer?.tool !== 'argocd');
  const advice = [
    ...(isProfile ? addedKeys(builds) : []),
    ...(open.length === 0
      ? []
      : isPiped
        ? [`convert what Kustomize builds with it: ${pipes(open, caller)}`]
        : buildAdvice(open, caller, [])),
  ];
  return advice.length === 0 ? {} : { fix: several(advice, '; ') };
}

/** The keys that functions need for a ServiceProfile. */
function addedKeys(builds: readonly Build[]): readonly string[] {
  const lacking = builds.filter((build) => isServed(build) && !serves(build, true));
  return [true, false].flatMap((makesRoutes) => {
    const some = lacking.filter((build) => build.functions.some((one) => one.makesRoutes) === makesRoutes);
    const paths = [...new Set(some.map(({ path }) => path))];
    const keys = makesRoutes ? 'profiles: true' : 'target: httproute, profiles: true';
    return paths.length === 0 ? [] : [`add ${keys} to the function in ${enumerated(paths)}`];
  });
}

function buildAdvice(builds: readonly Build[], caller: Caller, variablesIn: readonly string[]): readonly string[] {
  const plain = builds.filter(({ deployer }) => deployer === undefined);
  const ofDeployers = deployerFixes(builds, caller);
  if (variablesIn.length > 0 && !builds.some(needsFunction))
    return [...(plain.length === 0 ? [] : [`run ${pipes(plain, caller)}`]), ...ofDeployers];
  const advice = [...(plain.length === 0 ? [] : [plainFix(plain, caller)]), ...ofDeployers];
  return variablesIn.length === 0 || advice.length === 0
    ? advice
    : [`${turnedVariables(variablesIn)}; ${several(advice, '; ')}`];
}

/** Whether only a function can convert what is built: it knows the new names, and Argo CD runs what it finds. */
function needsFunction({ renames, deployer }: Build): boolean {
  return deployer === undefined ? renames : deployer.tool === 'argocd';
}

/** What to do about variables, which are read when a function has taken a TrafficSplit out. */
export function turnedVariables(paths: readonly string[]): string {
  return `turn vars of ${enumerated([...new Set(paths)])} into replacements (kustomize edit fix --vars), which run before the function`;
}

function plainFix(builds: readonly Build[], run: Caller): string {
  const piped = builds.filter(({ renames }) => !renames);
  const first = transformersOf(builds, run);
  if (piped.length < builds.length) return `${first}: only the function knows the new names of the Services`;
  return `${first}, or run ${pipes(piped, run)}${orByPlugin(piped, run)}`;
}
