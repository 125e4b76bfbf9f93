import { existsSync } from 'node:fs';
import { kustomizationNames } from '../../kustomize/files.ts';

const manifestName = /\.(?:ya?ml|json)$/;

/** Whether a file name is one of a manifest. */
export function isManifestName(name: string): boolean {
  return manifestName.test(name);
}

/** Whether a file with a name is read, or is a kustomization. */
export function hasKnownName(name: string): boolean {
  return manifestName.test(name) || kustomizationNames.has(name);
}

/**
 * Whether a file name is one that `temporaryName` in write-files.ts gives to its temporary files; a file with such a name was
 * left by a killed run.
 */
export function isTemporary(name: string): boolean {
  return name.endsWith('.tmp') && /^\..*\.smi2linkerd-[0-9a-z]{1,12}\.tmp$/s.test(name);
}

/** Whether a file name in the templates of a chart is one of templates that others include: they may hold a whole object. */
export function isPartialName(name: string): boolean {
  return name.endsWith('.tpl');
}

/** Whether a directory, with `/` at its end, is the `templates/` of a chart, or is below it. */
export function isInTemplates(directory: string): boolean {
  for (const { index } of directory.matchAll(/\/templates\//g))
    if (existsSync(`${directory.slice(0, index)}/Chart.yaml`)) return true;
  return false;
}
