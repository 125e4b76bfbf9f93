import type { Options } from '../config/config.ts';

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
}

/** The forms of a report. */
export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** The call without arguments: a filter, as Kustomize and kpt run a function. */
export const filterCall: Call = { mode: 'print', paths: [], flags: {}, format: 'text', quiet: false, color: 'auto' };
