import { dashedName } from './option-names.ts';
import type { Options } from './config.ts';

/** How the program was called: fixes use the words of that way. */
export type WayIn = 'command' | 'function' | 'library';

/** How the program was called, and with which options. */
export interface Caller {
  readonly options: Options;
  readonly way?: WayIn | undefined;
}

/** A command line with the options of a call and additional words, so that a fix with a command works as written. */
export function commandWords({ options }: Caller, ...words: readonly string[]): readonly string[] {
  const { namespace, clusterDomain, drop, failOn } = options;
  const stated = (flag: string): boolean => words.includes(flag);
  return [
    'smi2linkerd',
    ...(drop && !stated('--drop') ? ['--drop'] : []),
    ...(namespace !== undefined && !stated('-n') ? ['-n', namespace] : []),
    ...(clusterDomain !== 'cluster.local' && !stated('--cluster-domain') ? ['--cluster-domain', clusterDomain] : []),
    ...ofTarget(options),
    ...(failOn === 'warning' ? ['--fail-on', failOn] : []),
    ...words,
  ];
}

/** A path as a word of a command: one that begins with a dash would be read as an option. */
export function pathWord(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

/** What is said of the target: a profile may be marked, a route has its ports and its version. */
function ofTarget({ target, drop, skipAnnotation, ports, routeVersion, profiles }: Options): readonly string[] {
  if (target === 'serviceprofile')
    return skipAnnotation === drop ? [] : [skipAnnotation ? '--skip-annotation' : '--no-skip-annotation'];
  return [
    ...['--target', target],
    ...portFlags(ports).flatMap((port) => ['--port', port]),
    ...(routeVersion === 'v1' ? [] : ['--route-version', routeVersion]),
    ...(profiles ? ['--profiles'] : []),
  ];
}

/** Ports as the flag takes them, whatever form they were given in. */
function portFlags(ports: Options['ports']): readonly string[] {
  if (ports === undefined) return [];
  if (typeof ports !== 'object') return String(ports).split(/ +/);
  return Object.entries(ports).map(([service, numbers]) => `${service}=${String(numbers)}`);
}

/** The options of a call that are not the defaults, as keys of a functionConfig: `target: httproute, drop: true`. */
export function configKeys({ options }: Caller): string {
  return listed(changedOptions(options));
}

/** The options of a call as parameters of a plugin of Argo CD, which has `drop`: `target: httproute, route-version: v1beta1`. */
export function pluginParameters({ options }: Caller): string {
  const changed = changedOptions(options).filter(([key]) => key !== 'drop');
  return listed(changed.map(([key, value]) => [dashedName(key), value]));
}

type Entry = readonly [key: string, value: string | boolean];

function changedOptions(options: Options): readonly Entry[] {
  const { namespace, clusterDomain, drop, skipAnnotation, failOn, target, routeVersion, profiles, ports } = options;
  return Object.entries({
    ...(target === 'httproute' && { target }),
    ...(ports !== undefined && { ports: portFlags(ports).join(' ') }),
    ...(routeVersion === 'v1beta1' && { routeVersion }),
    ...(profiles && { profiles }),
    ...(drop && { drop }),
    ...(namespace !== undefined && { namespace }),
    ...(clusterDomain !== 'cluster.local' && { clusterDomain }),
    ...(target === 'serviceprofile' && skipAnnotation !== drop && { skipAnnotation }),
    ...(failOn === 'warning' && { failOn }),
  });
}

function listed(entries: readonly Entry[]): string {
  return entries.map(([key, value]) => `${key}: ${inYaml(value)}`).join(', ');
}

/** A value of the functionConfig; a namespace such as `123` or `no` is text only in quotes. */
function inYaml(value: string | boolean): string {
  const isOther = typeof value === 'string' && /^(?:[-+]?[\d.][\w.+-]*|y|n|yes|no|on|off|true|false|null)$/.test(value);
  return isOther ? JSON.stringify(value) : String(value);
}

/** Commands as a user types them, the output of each being the input of the next. */
export function shell(...pipeline: readonly (readonly string[])[]): string {
  return `\`${pipeline.map((words) => words.map(quoted).join(' ')).join(' | ')}\``;
}

/** Characters that are not seen, or that a terminal acts on. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * A word of a command line, in quotes if a shell would read it differently; with the escapes of bash, zsh and ksh if it has
 * characters that cannot be copied.
 */
export function quoted(word: string): string {
  if (/^[\w./@%+=:,-]+$/.test(word)) return word;
  if (word.search(unseen) === -1) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
  return `$'${word.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(unseen, escaped)}'`;
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

const flags = {
  namespace: '-n',
  clusterDomain: '--cluster-domain',
  drop: '--drop',
  ports: '--port',
  target: '--target',
  profiles: '--profiles',
} as const;

/** An option as the caller writes it: a flag, a key of the functionConfig, or an option of the library. */
export function option({ way = 'command' }: Pick<Caller, 'way'>, name: keyof typeof flags, value?: string): string {
  if (way === 'command') return value === undefined ? flags[name] : `${flags[name]} ${value}`;
  const set = `\`${name}: ${value ?? 'true'}\``;
  return way === 'function' ? `${set} in the functionConfig` : `option ${set}`;
}
