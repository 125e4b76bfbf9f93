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

## Exit codes

| exit | means |
| --- | --- |
${exits.map((line) => line.trim().replace(/^(\d+) +(.*)$/, '| $1 | $2 |')).join('\n')}
${environment}`;
  return format(text, { ...(await resolveConfig('docs/options.md')), parser: 'markdown' });
}
