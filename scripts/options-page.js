// docs/options.md: every option, from the command as commander knows it, and what else sets it.
import { format, resolveConfig } from 'prettier';
import { nameOf } from './argocd.js';
import { optionsOf, schema } from './config.js';
import { environment } from './environment.js';

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
  const fallback = option.defaultValue === undefined ? '' : ` (default: ${option.defaultValue})`;
  return `| \`${option.flags.replaceAll('|', '\\|')}\` | ${cell(option.description)}${choices === '' ? '' : `: ${choices}`}${fallback} | ${key === undefined ? '' : `\`${key}\``} | ${key === undefined ? '' : `\`${nameOf(key)}\``} |`;
}

const paths = `
## Paths

A path is a file, a directory, a glob pattern or \`-\` for standard input. Below a directory the files \`*.yaml\`, \`*.yml\` and \`*.json\` are read, and \`*.tpl\` in the templates of a chart when files are checked or changed; \`node_modules\` and directories whose name begins with a dot are skipped unless a path leads into them. If a file or directory has the name that a pattern is written with, the path means that file or directory.

When files are checked or changed, the kustomizations beside and above the paths are read too, up to the root of the Git repository, or without one to the working directory: a file is deployed through them, whichever path is given.

Patterns are read as [globby](https://github.com/sindresorhus/globby#readme) reads them: \`*\` and \`?\` within a name, \`**\` across directories, \`{a,b}\`, \`[a-z]\`, \`!(a|b)\`. Quote them, so that the shell does not expand them. These differ from globby's defaults:

- Names with a leading dot are matched like others, but directories with a leading dot only if they are named before the first special character (\`.github/*.yaml\`).
- Links to directories are not followed; links to files are read when manifests are printed.
- A directory that a pattern matches is not expanded to the files in it: write \`k8s/**\`.
- Files that \`.gitignore\` excludes are skipped when files are checked or changed, and named if they hold a TrafficSplit. When files are printed, they are printed, too.
- A pattern that would take too long is refused with exit code 2: more than 4 stars or groups in one name, special characters in a repeated group (\`+(a*)\`), more than 1000 alternatives in braces.

\`!pattern\` excludes files and directories, with everything below them, from the paths before it: \`smi2linkerd --check . '!vendor' '!**/*.test.yaml'\`. A \`!pattern\` that begins with \`/\` is an absolute path (globby reads it relative to the working directory). A call with only exclusions is refused.

\`--diff\` names files as from the working directory, where \`git apply\` has to run; git refuses files outside of it (\`..\`).
`;

const environmentPart = `
## Environment

| variable | meaning |
| --- | --- |
${environment.map(([name, meaning]) => `| \`${name}\` | ${meaning} |`).join('\n')}

Precedence, highest first: parameters of the Application, options of the command line, \`--config\`, the functionConfig of a function, the namespace of Argo CD. The parameters hold for files that are printed, not for a function.
`;

/** The page. */
export async function optionsPage(command, more) {
  const exits = more
    .slice(more.indexOf('Exit codes:\n') + 12)
    .split('\n')
    .filter((line) => /^ +\d/.test(line));
  const text = `# Options

<!-- Made by npm run docs from the command and the schema of its configuration. Do not edit. -->

\`smi2linkerd [options] [path...]\`. The table shows the key of a [functionConfig](function.md#configuration) and the Argo CD [parameter](argocd.md#which-parameters-can-an-application-set) that set the same; the library has the keys of the functionConfig.

| option | meaning | functionConfig | Argo CD |
| --- | --- | --- | --- |
${command.options.map(row).join('\n')}
| \`-h, --help\` | print this help | | |
${paths}
## Exit codes

| exit code | meaning |
| --- | --- |
${exits.map((line) => line.trim().replace(/^(\d+) +(.*)$/, '| $1 | $2 |')).join('\n')}
${environmentPart}`;
  return format(text, { ...(await resolveConfig('docs/options.md')), parser: 'markdown' });
}
