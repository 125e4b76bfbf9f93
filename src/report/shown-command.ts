/** The longest command of a step: a report has several, which differ only in their options. */
const longestStep = 1000;

/** The longest command that a report shows once. */
const longestShown = 10_000;

/** What a command shows in place of its paths if these are too many, as a user has them in the call. */
const placeholder = 'PATHS';

/** A command of a step; a long one without its paths. */
export function commandOfStep(command: string): string {
  return command.length <= longestStep ? command : withoutPaths(command);
}

/** The command of a report, which has all paths unless it is too long for a comment. */
export function commandOfReport(command: string): string {
  return command.length <= longestShown ? command : withoutPaths(command);
}

/** What is to be said beside commands, as a sentence without a period; empty where all have their paths. */
export function noteOfPaths(commands: readonly string[]): string {
  return commands.some((command) => command.endsWith(` ${placeholder}`))
    ? `${placeholder} are the paths of the call`
    : '';
}

const switchWord = String.raw`--(?:no-)?(?:drop|skip-annotation|profiles)`;
const optionWithValue = String.raw`--[a-z][a-z-]* (?:'[^']*'|\\'|[^\s'\\])+`;
const wordsBeforePaths = new RegExp(String.raw`^smi2linkerd --[a-z]+(?: (?:${switchWord}(?= |$)|${optionWithValue}))*`);

function withoutPaths(command: string): string {
  return `${wordsBeforePaths.exec(command)?.[0] ?? 'smi2linkerd'} ${placeholder}`;
}
