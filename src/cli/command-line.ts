import type { OptionLayer, Options } from '../config/config.ts';
import type { Host } from './host.ts';
import type { Format } from './report/forms.ts';

/** What to do with the files of the command line. */
export type CommandMode = 'print' | 'write' | 'list' | 'diff' | 'check';

/** A parsed command line. */
export interface CommandLine {
  readonly mode: CommandMode;
  /** Reads standard input if empty. */
  readonly paths: readonly string[];
  /** Only the options of the command line. */
  readonly flags: Partial<Options>;
  /** The path of a functionConfig file. */
  readonly config?: string;
  /** What that file holds: a pipe can be read only once. */
  readonly configBytes?: Uint8Array;
  readonly format: Format;
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
  /**
   * The parameters of the Argo CD Application that is rendered: they take precedence over the command line, which is in
   * the plugin.
   */
  readonly parameters?: OptionLayer;
  /** Whether an output without any object is allowed. */
  readonly allowEmpty?: boolean;
}

/** Whether Argo CD runs this program and the Application sets parameters of the plugin: `withParameters` reads them. */
export function hasParameters({ env }: Host): boolean {
  return !['', 'null', '[]'].includes(env.ARGOCD_APP_PARAMETERS ?? '');
}

/** Whether Argo CD runs this program: it passes the name of the Application to every plugin (Argo CD's environ.go). */
export function isInArgoCd({ env }: Host): boolean {
  return env.ARGOCD_APP_NAME !== undefined || env.ARGOCD_APP_PARAMETERS !== undefined;
}

/** The call without arguments: a filter, as Kustomize and kpt run a function. */
export const filterCall: CommandLine = {
  mode: 'print',
  paths: [],
  flags: {},
  format: 'text',
  quiet: false,
  color: 'auto',
};
