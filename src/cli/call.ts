import type { OptionLayer, Options } from '../config/config.ts';
import type { Host } from './host.ts';
import type { Format } from './report/forms.ts';

/** What to do with the files that are named. */
export type Mode = 'print' | 'write' | 'list' | 'diff' | 'check';

/** A command line, understood. */
export interface Call {
  readonly mode: Mode;
  /** Empty: filter standard input. */
  readonly paths: readonly string[];
  /** Only what was said on the command line. */
  readonly flags: Partial<Options>;
  /** The path of a functionConfig file. */
  readonly config?: string;
  readonly format: Format;
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
  /** What the Application says that Argo CD renders: it wins over the command line, which is the plugin's. */
  readonly parameters?: OptionLayer;
  /** Whether an answer without any object is one. */
  readonly allowEmpty?: boolean;
}

/** Whether Argo CD asks, and the Application sets parameters of the plugin: `parametersOf` reads them. */
export function hasParameters({ env }: Host): boolean {
  return !['', 'null', '[]'].includes(env.ARGOCD_APP_PARAMETERS ?? '');
}

/** Whether Argo CD asks: every plugin is told the name of the Application (Argo CD's environ.go). */
export function isInArgoCd({ env }: Host): boolean {
  return env.ARGOCD_APP_NAME !== undefined || env.ARGOCD_APP_PARAMETERS !== undefined;
}

/** The call without arguments: a filter, as Kustomize and kpt run a function. */
export const filterCall: Call = { mode: 'print', paths: [], flags: {}, format: 'text', quiet: false, color: 'auto' };
