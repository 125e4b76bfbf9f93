import { pathWord } from '../config/advice.ts';
import { text } from '../kubernetes.ts';
import type { Build, PrintingBuild } from '../kustomize/builds.ts';
import type { Deployer } from '../kustomize/deployers.ts';
import { openVariables } from '../kustomize/flux-objects.ts';
import { holdsActions } from '../kustomize/template-actions.ts';

/** The commands that, one after the other in a pipe, print what is deployed. */
export function buildCommands(build: PrintingBuild): readonly (readonly string[])[] {
  const { directory, flags, deployer, deployerBuild, of } = build;
  if (of === 'chart') return [['helm', 'template', pathWord(directory)]];
  if (of === 'set') return [['flux-operator', 'build', 'resourceset', '-f', pathWord(directory)]];
  if (deployer?.tool !== 'flux') return [['kustomize', 'build', ...flags(), pathWord(directory)]];
  const { name, path } = deployer;
  // Of a path with template actions it is not known which directory is meant.
  const target = directory !== '' ? directory : deployer.target.includes('*') ? 'DIRECTORY' : shownTarget(deployer);
  const object = isRendered(name) ? 'NAME' : name.slice(name.lastIndexOf(' ') + 1);
  const before = deployerBuild === undefined ? withValues(deployer) : buildCommands(deployerBuild);
  const at = ['--path', target, '--kustomization-file', before.length === 0 ? path : '/dev/stdin'];
  // flux looks for the object in this namespace only (flux2, internal/build: unMarshallKustomization).
  const namespace = text(deployer.object, 'metadata', 'namespace');
  const inNamespace = ['', 'flux-system'].includes(namespace)
    ? []
    : ['-n', isRendered(namespace) ? 'NAMESPACE' : namespace];
  const flux = ['flux', 'build', 'kustomization', object, ...at, '--dry-run', '--strict-substitute', ...inNamespace];
  return [...before, flux];
}

/** Whether a name has template actions or variables. */
function isRendered(name: string): boolean {
  return holdsActions(name) || name.includes('${');
}

/** The commands that print a Flux Kustomization with values for its variables; none if it has no variables. */
function withValues({ object, path }: Deployer): readonly (readonly string[])[] {
  const values = openVariables(object).map((name) => `${name}=VALUE`);
  return values.length === 0
    ? []
    : [
        ['cat', pathWord(path)],
        [...values, 'flux', 'envsubst', '--strict'],
      ];
}

/** What has to be done before `flux build` finds a deployer in its file: it does not open lists, other tools do. */
export function outOfList({ deployer, deployerBuild }: Build): string {
  const isOpened = deployerBuild !== undefined && deployerBuild.of !== 'chart';
  if (deployer?.isItem !== true || isOpened) return '';
  return `make ${deployer.name} in ${deployer.path} a document of its own, as flux build opens no lists, and `;
}

/** What a deployer deploys, as a path from the working directory. */
export function shownTarget({ root, target }: Deployer): string {
  return root === undefined ? target : `${root}/${target}`;
}
