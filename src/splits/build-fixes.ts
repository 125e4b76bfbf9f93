import { enumerated, several } from '../diagnostics/diagnostic.ts';
import { configKeys, commandWords, pathWord, pluginParameters, quoted, shell, type Caller } from '../config/advice.ts';
import type { Build } from '../kustomize/builds.ts';
import { isRelease, type Deployer } from '../kustomize/deployers.ts';
import { isDirectoryPlugin, isWholeDirectory } from '../kustomize/directory-sources.ts';
import { memoisedFor } from '../collections.ts';
import { text, type KubernetesObject } from '../kubernetes.ts';
import { buildCommands, outOfList, shownTarget } from './build-commands.ts';

/**
 * Where to put the function, with the options of the call if it has any, for a fix: `put the function in transformers:
 * of overlays/prod/kustomization.yaml`.
 */
export function transformersOf(builds: readonly Build[], run: Caller): string {
  const open = builds.filter(({ functions, directory }) => functions.length === 0 && directory !== '');
  const own = open.filter(({ shared }) => !shared).map(({ path }) => path);
  const put = `put the function ${functionOptions(run)}in`;
  const overlays = open
    .filter(({ shared }) => shared)
    .map(({ deployedBy = [], directory }) => `give ${enumerated(namesOf(deployedBy))} an overlay of ${directory}`);
  return [
    ...(own.length === 0 ? [] : [`${put} transformers: of ${enumerated([...new Set(own)])}`]),
    ...(overlays.length === 0 ? [] : [`${several([...new Set(overlays)])}, and ${put} its transformers:`]),
  ].join(', ');
}

/** The options of the call that the function needs, too, for a fix. */
function functionOptions(run: Caller): string {
  const keys = configKeys(run);
  return keys === '' ? '' : `with ${keys} `;
}

/**
 * Whether a build converts, by the function or by the plugin of Argo CD. Neither Flux nor the plugin runs functions, and a
 * pipe, as the plugin has, does not know the new names of Services.
 */
export function isServed({ directory, functions, renames, deployer }: Build): boolean {
  if (deployer?.plugin !== undefined && directory === '') return isDirectoryPlugin(deployer.plugin);
  if (deployer?.plugin !== undefined) return isOurPlugin(deployer.plugin) && !renames && functions.length === 0;
  return functions.length > 0 && deployer?.tool !== 'flux';
}

/** The plugin for kustomizations; its name may end in its version. */
function isOurPlugin(name: string): boolean {
  return /^smi2linkerd-kustomize(?:-|$)/.test(name);
}

/** The plugin for kustomizations with the options of the call as its parameters, for a fix. It has `drop` anyway. */
function ourPlugin(run: Caller): string {
  return `smi2linkerd-kustomize${parametersOf(run)}`;
}

function parametersOf(run: Caller): string {
  const parameters = pluginParameters(run);
  return parameters === '' ? '' : ` with the parameters ${parameters}`;
}

/**
 * What to do about the builds of Flux and Argo CD, for a fix: Flux runs no functions, and what an Application sets is not
 * in the kustomization that a command builds.
 */
export function deployerFixes(builds: readonly Build[], run: Caller): readonly string[] {
  const flux = builds.filter(({ deployer }) => deployer?.tool === 'flux');
  const argo = builds.filter(({ deployer }) => deployer?.tool === 'argocd' && deployer.plugin === undefined);
  const plugins = builds.filter((build) => build.deployer?.plugin !== undefined && !isServed(build));
  const others = [...plugins.map((build) => pluginFix(build, run)), ...flux.map((build) => fluxFix(build, run))];
  return [...argoFixes(argo, run), ...new Set(others)];
}

/** What to do about what Applications set; those that set the same are named together. */
function argoFixes(builds: readonly Build[], run: Caller): readonly string[] {
  const put = `put the function ${functionOptions(run)}in its transformers:`;
  const names = new Map<string, Set<string>>();
  // Of a directory of files Argo CD changes nothing.
  for (const build of builds.filter(({ directory }) => directory !== '')) {
    const { deployer, path } = build;
    const where = isOneOfSeveral(build) ? 'by an overlay for each Application' : `into ${path}`;
    const key = `${fieldsSetBy(deployer)}\n${where}`;
    // The parameters of Argo CD beside a kustomization have no name but that of their file.
    const name = deployer?.overridden === undefined ? deployer?.name : deployer.path;
    names.set(key, (names.get(key) ?? new Set()).add(name ?? ''));
  }
  return Array.from(names, ([key, by]) => {
    const [fields = '', where = ''] = key.split('\n');
    return `${where.startsWith('by') ? 'replace' : 'move'} ${fields} of ${enumerated([...by])} ${where}, and ${put}`;
  });
}

function fieldsSetBy(deployer: Build['deployer']): string {
  const ofSteps = (deployer?.steps ?? []).map(({ where }) => where.replace(/\[.*$/, ''));
  const components = (deployer?.components ?? []).length === 0 ? [] : ['kustomize.components'];
  return [...new Set([...ofSteps, ...components])].join(', ');
}

/** Whether each Application of a set has other options, or others build the directory, too: then it can hold those of none. */
function isOneOfSeveral({ deployer, shared }: Build): boolean {
  return (
    shared || JSON.stringify(deployer?.steps).includes('{{') || (deployer !== undefined && setsForEach(deployer.object))
  );
}

/** Whether an ApplicationSet sets Kustomize options by what its generator finds or lists: to move them is to move them of all. */
const setsForEach = memoisedFor((object: KubernetesObject): boolean =>
  /kustomize"?:[^}]*\{\{/.test(text(object, 'kind') === 'ApplicationSet' ? JSON.stringify(object) : ''),
);

function pluginFix({ path, renames, functions, deployer }: Build, run: Caller): string {
  const name = deployer?.name ?? '';
  if (renames) {
    const put = functions.length > 0 ? '' : `, and put the function ${functionOptions(run)}in transformers: of ${path}`;
    return `remove plugin: from ${name}${put}: only the function knows the new names of the Services`;
  }
  if (isOurPlugin(deployer?.plugin ?? '')) return `take the function out of ${path}, which the plugin does not run`;
  const pipe = commandWords(run).map(quoted).join(' ');
  return `let plugin: of ${name} name ${ourPlugin(run)}, or its own end in a pipe to ${pipe}`;
}

/** What to do about the chart of a HelmRelease. */
export function releaseFix({ name }: Deployer): string {
  return `convert what ${name} renders (docs/flux.md, HelmRelease)`;
}

function fluxFix(build: Build, run: Caller): string {
  const { path, deployer, renames, functions } = build;
  if (deployer !== undefined && isRelease(deployer)) return releaseFix(deployer);
  const without = functions.length > 0 ? `take the function out of ${path}, which Flux does not run, and ` : '';
  if (!renames) return `${without}${outOfList(build)}run ${pipes([build], run)}`;
  const isOwn = deployer?.steps.some(({ kind }) => kind === 'namePrefix' || kind === 'nameSuffix') === true;
  const by = isOwn ? deployer.name : path;
  return `${without}give the Services their final names in Git: Flux runs no functions, which alone would know the names that ${by} makes`;
}

/** A command for each build, which converts its output. */
export function pipes(builds: readonly Build[], run: Caller): string {
  const commands = builds
    .filter((build) => !isServed(build))
    .map((build) =>
      build.deployer?.tool === 'argocd' && build.directory === ''
        ? filesPipe(build.deployer, run)
        : shell(...buildCommands(build), commandWords(run)),
    );
  return several([...new Set(commands)]);
}

/** The command that converts the files of a directory as an Application deploys them. */
export function filesPipe(deployer: Deployer, run: Caller): string {
  return shell(commandWords(run, ...printedBy(deployer)));
}

/** What Applications of a directory of files have to name, for the end of a fix, where the plugin reads what they read. */
export function orByDirectoryPlugin(deployers: readonly Deployer[], run: Caller): string {
  const isRead = deployers.every(({ takesPlugin, files }) => takesPlugin === true && isWholeDirectory(files));
  return isRead ? `; or let plugin: of ${enumerated(namesOf(deployers))} name smi2linkerd${parametersOf(run)}` : '';
}

/**
 * What Applications that change nothing have to name, for the end of a fix: Argo CD runs a function only if every program in
 * every repository may run. A plugin, which is a pipe, does not know the new names of Services.
 */
export function orByPlugin(builds: readonly Build[], run: Caller): string {
  const open = builds.flatMap(({ renames, deployedBy = [] }) => {
    // What a file beside the kustomization sets, such as images, is nothing to a plugin.
    if (renames || deployedBy.some(({ overridden }) => overridden !== undefined)) return [];
    return deployedBy.filter(({ takesPlugin, isGuess }) => takesPlugin === true && !isGuess);
  });
  if (open.length === 0) return '';
  return `; or let plugin: of ${enumerated(namesOf(open))} name ${ourPlugin(run)}`;
}

function namesOf(deployers: readonly Deployer[]): readonly string[] {
  return [...new Set(deployers.map(({ name }) => name))];
}

/** The paths by which this program prints the files of a directory as Argo CD reads them. */
function printedBy(deployer: Deployer): readonly string[] {
  const [target, { files }] = [shownTarget(deployer), deployer];
  if (files?.recurse === true) return [pathWord(target)];
  return ['yaml', 'yml', 'json'].map((end) => `${target}/*.${end}`);
}

/** How to leave a file out of a check, for a fix. */
export function leftOut(path: string): string {
  return `leave the file out of --check: ${exclusionOf(path)}`;
}

/** The pattern that leaves a file out of a call, as a word of a command; what is special in a pattern is escaped. */
export function exclusionOf(path: string): string {
  const literal = path.replace(/[()*?[\]{|}\\]/g, String.raw`\$&`).replace(/^!/, './!');
  return quoted(`!${literal}`);
}
