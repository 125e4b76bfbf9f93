import { isOption, optionProblem, type OptionLayer } from '../config/config.ts';
import { UsageError } from './host.ts';
import { dashedName } from '../config/option-names.ts';

/** What to do about an option and its value in one word: in lists of arguments in YAML, nothing splits a text into words. */
export const asWords = 'write each option as a word of its own: --drop, --namespace=shop';

/** Validates flags by the schema of the functionConfig. Throws UsageError for the first invalid one. */
export function checkFlags(flags: OptionLayer): void {
  for (const [key, value] of Object.entries(flags)) check(key, value, `--${dashedName(key)}`);
}

/** Validates the namespace that Argo CD passes. Throws UsageError if it is invalid. */
export function checkEnvironment(name: string, value: string): void {
  check('namespace', value, name);
}

function check(key: string, value: unknown, name: string): void {
  const need = isOption(key) ? optionProblem(key, value) : undefined;
  if (need === undefined) return;
  // `-n shop` as one word is read as `-n` with the value ` shop`, and `-n=shop` with `=shop`.
  const fix = typeof value === 'string' && /^[ =]/.test(value) ? asWords : undefined;
  throw new UsageError(`${name} is ${JSON.stringify(value)}, but has to be ${need}`, fix);
}
