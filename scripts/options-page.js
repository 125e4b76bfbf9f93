// docs/options.md: every option, from the command as commander knows it, and what else sets it.
import { format, resolveConfig } from 'prettier';
import { nameOf } from './argocd.js';
import { optionsOf, schema } from './config.js';

const cell = (text) => text.replaceAll('\n', ' ').replaceAll('|', '\\|');

/** The key of the functionConfig that decides what an option decides, or undefined. */
function keyOf({ long }) {
  const name = long.replace(/^--(?:no-)?/, '');
  return optionsOf(schema())
    .map(([key]) => key)
    .find((key) => nameOf(key) === name || nameOf(key) === `${name}s`);
}

function row(option) {
  const key = keyOf(option);
  const choices = option.argChoices === undefined ? '' : option.argChoices.map((choice) => `\`${choice}\``).join(', ');
  const fallback = option.defaultValue === undefined ? '' : `; \`${option.defaultValue}\` where nothing is said`;
  return `| \`${option.flags.replaceAll('|', '\\|')}\` | ${cell(option.description)}${choices === '' ? '' : `: ${choices}`}${fallback} | ${key === undefined ? '' : `\`${key}\``} | ${key === undefined ? '' : `\`${nameOf(key)}\``} |`;
}

const paths = `
## Paths

A path is a file, a directory, a glob pattern or \`-\` for standard input. Below a directory the files \`*.yaml\`, \`*.yml\` and \`*.json\` are read; directories whose name begins with a dot and \`node_modules\` are passed over unless a path leads into them. A file or directory that exists under the name of a pattern is meant before the pattern.

Patterns are read as [globby](https://github.com/sindresorhus/globby#readme) reads them: \`*\` and \`?\` within a name, \`**\` across directories, \`{a,b}\`, \`[a-z]\`, \`!(a|b)\`. Quote them, so that the shell does not expand them. Different from globby's defaults:

- Names with a leading dot are matched like others, directories with a leading dot only where they are named before the first special character (\`.github/*.yaml\`).
- Links to directories are not followed; links to files are read where manifests are printed.
- A directory that a pattern matches is not expanded to the files in it: write \`k8s/**\`.
- \`.gitignore\` holds where files are looked at or changed, not where they are printed.
- A pattern that would take long is refused with exit 2: more than 4 stars or groups in one name, special characters in a group that is repeated (\`+(a*)\`), more than 1000 alternatives in braces.

\`!pattern\` excludes from the paths before it, files and directories with all that is below them: \`smi2linkerd --check . '!vendor' '!**/*.test.yaml'\`. A \`!pattern\` that begins with \`/\` is an absolute path (globby reads it relative to the working directory). A call with nothing but exclusions is refused.
`;

const environment = `
## Environment

| variable | meaning |
| --- | --- |
| \`ARGOCD_APP_NAMESPACE\` | printing or filtering: the namespace of objects that name none; \`--namespace\` wins. Argo CD sets it |
| \`ARGOCD_APP_PARAMETERS\` | printing or filtering: [parameters](argocd.md#parameters) of the Application, which win over all options. Argo CD sets it |
| \`ARGOCD_APP_NAME\` | where it is set Argo CD asks: an answer without any object is an error. Argo CD sets it |
| \`SMI2LINKERD_PLUGIN_PARAMETERS\` | names of parameters that a plugin reads itself, spaces between them |
| \`NO_COLOR\` | no colors, unless \`--color always\` |
| \`LOG_TO_STDERR\` | a function says on stderr what is in its results |
| \`SMI2LINKERD_DEBUG\` | \`1\`: the stack of an internal error, and why a list is read as a whole |

What wins, first to last: parameters of the Application, options of the command line, \`--config\`, the namespace of Argo CD. The functionConfig of a function comes after these.
`;

/** The page. */
export async function optionsPage(command, more) {
  const exits = more
    .slice(more.indexOf('Exit codes:\n') + 12)
    .split('\n')
    .filter((line) => /^ +\d/.test(line));
  const text = `# Options

<!-- Made by npm run docs from the command and the schema of its configuration. Do not edit. -->

\`smi2linkerd [options] [path...]\`. Where each can be set besides: a [functionConfig](function.md#configuration), an Argo CD [parameter](argocd.md#parameters); the library has the keys of the functionConfig.

| option | meaning | functionConfig | Argo CD |
| --- | --- | --- | --- |
${command.options.map(row).join('\n')}
| \`-h, --help\` | print this help | | |
${paths}
## Exit codes

| exit | means |
| --- | --- |
${exits.map((line) => line.trim().replace(/^(\d+) +(.*)$/, '| $1 | $2 |')).join('\n')}
${environment}`;
  return format(text, { ...(await resolveConfig('docs/options.md')), parser: 'markdown' });
}
