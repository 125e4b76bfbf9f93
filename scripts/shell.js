// Makes the man page and the completions of shells from the command as commander knows it.
import { environment } from './environment.js';

/** What is said of an option, whatever shell or page says it. */
function optionsOf(command) {
  const own = command.options.map((option) => ({
    short: option.short,
    long: option.long,
    value: /[<[]([^>\]]+)[>\]]/.exec(option.flags)?.[1],
    optional: option.optional,
    isFile: /[<[]file/.test(option.flags),
    choices: option.argChoices,
    fallback: option.defaultValue,
    description: option.description.replaceAll('\n', ' '),
  }));
  const help = { short: '-h', long: '--help', description: 'print this help' };
  return own.some(({ long }) => long === '--help') ? own : [...own, help];
}

const oneLine = (text) => text.replaceAll('\n', ' ');

/** The completion of bash. */
export function bashCompletion(command, codes) {
  const options = optionsOf(command);
  const words = options.flatMap(({ short, long }) => [short, long]).filter((word) => word !== undefined);
  const choices = options
    .filter((option) => option.choices !== undefined)
    .map(({ long, choices }) => `    ${long}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")) ;;\n`);
  const patternOf = (some) =>
    some.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long])).join(' | ');
  const files = options.filter(({ isFile }) => isFile);
  const free = options.filter(
    ({ value, choices, isFile, long }) => value !== undefined && !choices && !isFile && long !== '--explain',
  );
  return `# Completion of smi2linkerd in bash. Made by scripts/shell.js. Do not edit.
_smi2linkerd_files() {
  # Readline knows the quotes of what was typed; bash 3.2 cannot ask it.
  compopt -o default 2>/dev/null && return
  local file
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$1")
}
_smi2linkerd() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  if [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  if [[ $word == = ]]; then
    word=
    before=\${COMP_WORDS[COMP_CWORD - 1]}
  fi
  COMPREPLY=()
  case $before in
${choices.join('')}    --explain) COMPREPLY=($(compgen -W '${codes.join(' ')}' -- "$word")) ;;
    ${patternOf(free)}) ;;
    ${patternOf(files)}) _smi2linkerd_files "$word" ;;
    *)
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word"))
      else
        _smi2linkerd_files "$word"
      fi
      ;;
  esac
}
complete -o filenames -o bashdefault -F _smi2linkerd smi2linkerd
`;
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The completion of zsh. */
export function zshCompletion(command, codes) {
  const lines = optionsOf(command).map(({ short, long, value, optional, isFile, choices, description }) => {
    const said = description.replaceAll(/[[\]:]/g, (sign) => `\\${sign}`);
    const values = choices ?? (long === '--explain' ? codes : undefined);
    const action = values === undefined ? (isFile ? '_files' : '') : `(${values.join(' ')})`;
    const argument = value === undefined ? '' : `${optional ? '::' : ':'}${value}:${action}`;
    const rest = quoted(`[${said}]${argument}`);
    const equals = value === undefined ? '' : '=';
    return short === undefined
      ? `  ${long}${equals}${rest}`
      : `  '(${short} ${long})'{${short},${long}${equals}}${rest}`;
  });
  return `#compdef smi2linkerd
# Completion of smi2linkerd in zsh. Made by scripts/shell.js. Do not edit.
_arguments -s -S \\
${lines.join(' \\\n')} \\
  '*:path:_files'
`;
}

/** The completion of fish. */
export function fishCompletion(command, codes) {
  const lines = optionsOf(command).map(({ short, long, value, isFile, choices, description }) => {
    const values = choices ?? (long === '--explain' ? codes : undefined);
    const parts = ['complete -c smi2linkerd'];
    if (short !== undefined) parts.push(`-s ${short.slice(1)}`);
    parts.push(`-l ${long.slice(2)}`);
    // Without -x or -r only a value after an equals sign is completed.
    if (value !== undefined) parts.push(isFile ? '-r -F' : '-x');
    if (values !== undefined) parts.push(`-a ${quoted(values.join(' '))}`);
    parts.push(`-d ${quoted(description)}`);
    return parts.join(' ');
  });
  return `# Completion of smi2linkerd in fish. Made by scripts/shell.js. Do not edit.\n${lines.join('\n')}\n`;
}

/** Text as roff takes it. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gm, '\\&$1');

/** Markdown of one line: links without their targets, code in bold. */
const roffOfMarkdown = (text) =>
  roff(text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')).replaceAll(/`([^`]*)`/g, '\\fB$1\\fR');

/** The man page; \`more\` is what --help prints below the options. */
export function manPage(command, more, version) {
  const [description, examples, exits] = more.trim().split(/\n\n(?:Examples|Exit codes):\n/);
  const options = optionsOf(command).map(({ short, long, value, optional, choices, fallback, description: said }) => {
    const argument = value === undefined ? '' : optional ? ` [\\fI${roff(value)}\\fR]` : ` \\fI${roff(value)}\\fR`;
    const names = [short, long].filter((name) => name !== undefined).map((name) => `\\fB${roff(name)}\\fR`);
    const which = choices === undefined ? '' : ` One of ${choices.join(', ')}.`;
    const without = fallback === undefined ? '' : ` (default: ${fallback})`;
    return `.TP\n${names.join(', ')}${argument}\n${roff(said)}${without}.${which}`;
  });
  const rows = (block) => block.split('\n').map((line) => line.trim().split(/\s{2,}/));
  return `.\\" Made by scripts/shell.js. Do not edit.
.TH SMI2LINKERD 1 "" "smi2linkerd ${version}" "User Commands"
.SH NAME
smi2linkerd \\- turn SMI TrafficSplits into Linkerd ServiceProfiles
.SH SYNOPSIS
.B smi2linkerd
[\\fIoptions\\fR] [\\fIpath\\fR...]
.SH DESCRIPTION
${roff(oneLine(command.description()))}
.PP
${roff(oneLine(description))}
.PP
A path is a file, a directory or a glob; \\- is standard input.
.SH OPTIONS
${options.join('\n')}
.SH EXAMPLES
${rows(examples)
  .map(([line, said]) => `.TP\n\\fB${roff(line)}\\fR\n${said === undefined ? 'in a pipe' : roff(said)}`)
  .join('\n')}
.SH EXIT STATUS
${rows(exits)
  .map(([code, said]) => `.TP\n${code}\n${roff(said)}`)
  .join('\n')}
.SH ENVIRONMENT
${environment.map(([name, meaning]) => `.TP\n${name}\n${roffOfMarkdown(meaning)}`).join('\n')}
.SH SEE ALSO
https://github.com/smi2linkerd/smi2linkerd
`;
}

/** All of these files, by path from the root of the repository. */
export function shellFiles(command, more, codes, version) {
  return {
    'man/smi2linkerd.1': manPage(command, more, version),
    'completions/smi2linkerd.bash': bashCompletion(command, codes),
    'completions/_smi2linkerd': zshCompletion(command, codes),
    'completions/smi2linkerd.fish': fishCompletion(command, codes),
  };
}
