import { configKeys, commandWords, pathWord, quoted, shell, type Caller } from '../config/advice.ts';
import type { Build } from '../kustomize/builds.ts';

/**
 * Where to put the function, with the options of the call if it has any, for a fix: `put the function in transformers:
 * of overlays/prod/kustomization.yaml`.
 */
export function transformersOf(builds: readonly Build[], run: Caller): string {
  const paths = builds.filter(({ served, directory }) => !served && directory !== '').map(({ path }) => path);
  const keys = configKeys(run);
  return `put the function ${keys === '' ? '' : `with ${keys} `}in transformers: of ${[...new Set(paths)].join(' and ')}`;
}

/** A command for each build, which converts its output. */
export function pipes(builds: readonly Build[], run: Caller): string {
  const commands = builds.filter(({ served }) => !served).map((build) => shell(buildWords(build), commandWords(run)));
  return [...new Set(commands)].join(', ');
}

/** The command that prints what is deployed. */
function buildWords({ directory, unrestricted, deployer }: Build): readonly string[] {
  if (deployer?.tool === 'flux') {
    const { name, path } = deployer;
    const target = directory === '' ? deployer.target : directory;
    const object = name.slice(name.lastIndexOf(' ') + 1);
    const at = ['--path', target, '--kustomization-file', path];
    return ['flux', 'build', 'kustomization', object, ...at, '--dry-run', '--strict-substitute'];
  }
  const restriction = unrestricted ? ['--load-restrictor', 'LoadRestrictionsNone'] : [];
  return ['kustomize', 'build', ...restriction, pathWord(directory)];
}

/** How to leave a file out of a check, for a fix. */
export function leftOut(path: string): string {
  return `leave the file out of --check: ${quoted(`!${path}`)}`;
}
