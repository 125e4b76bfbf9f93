// Makes the parameters that the Argo CD plugins announce from the schema of the options.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { optionsOf, schema } from './config.js';

const folder = fileURLToPath(new URL('../argocd', import.meta.url));

/** The plugins, by file. */
export const plugins = ['plugin.yaml', 'plugin-kustomize.yaml', 'plugin-helm.yaml'];

/** The name of the parameter for an option. */
export function nameOf(key) {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** What holds where an Application says nothing: the plugins pass --drop. Argo CD shows it and never sends it. */
const ofThePlugin = { drop: 'true' };

function entry([key, { type, title, description, default: otherwise }]) {
  const words = `${description.replace(/`/g, '')} Has to be ${title}.`;
  return [
    `- name: ${nameOf(key)}`,
    `  tooltip: ${quoted(words)}`,
    ...(type === 'boolean' ? ['  itemType: boolean'] : []),
    `  string: ${quoted(String(ofThePlugin[key] ?? otherwise ?? ''))}`,
  ];
}

const allowEmpty = [
  'allow-empty',
  {
    type: 'boolean',
    title: 'true or false',
    default: false,
    description:
      'An answer without any object is one; without it that is an error, for Argo CD would prune all there is.',
  },
];

/** A plugin file with its parameters as the schema has them. */
export function withParameters(text) {
  const lines = [...optionsOf(schema()), allowEmpty].flatMap(entry).map((line) => `      ${line}\n`);
  const [before, rest] = text.split('      # <options>\n');
  return `${before}      # <options>\n${lines.join('')}${rest.slice(rest.indexOf('      # </options>'))}`;
}

/** Writes them. */
export function writePlugins() {
  for (const name of plugins) {
    const path = join(folder, name);
    writeFileSync(path, withParameters(readFileSync(path, 'utf8')));
  }
}
