import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Reads the arguments of a script as util.parseArgs does. `--help` prints the comment that the script begins with, and ends
 * with exit code 0; an argument that the script does not have, or an option that needs a whole number and has none, ends
 * with one line on stderr and exit code 2.
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {string} script the URL of the script: import.meta.url
 * @param {Config} config
 * @param {readonly string[]} numbers the options that take a whole number
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function readArguments(script, config, numbers = []) {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usageOf(readFileSync(fileURLToPath(script), 'utf8')));
    return stop(0);
  }
  const read = parsed(config);
  const wrong = numbers.find((name) => !/^\d+$/.test(read.values[name]));
  return wrong === undefined ? read : refuse(`--${wrong} takes a whole number, not '${read.values[wrong]}'`);
}

function parsed(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(error.message.split('. ')[0]);
  }
}

/** Ends the script with one line on stderr and exit code 2. @param {string} sentence what is wrong @returns {never} */
export function refuse(sentence) {
  console.error(`${sentence}; --help prints the usage`);
  return stop(2);
}

/** Ends the script, which is still being evaluated, without cutting off its output. @param {number} code @returns {never} */
function stop(code) {
  process.exitCode = code;
  const end = new Error('the script ends');
  process.once('uncaughtException', (error) => {
    if (error !== end) throw error;
  });
  throw end;
}

/** The first lines of a script, without the marks of a comment. @param {string} source */
function usageOf(source) {
  const lines = source.replace(/^#!.*\n/, '').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ''))
    .join('\n');
}
