import type { Options } from '../config/config.ts';
import { ownMarks } from '../mesh/service-profile.ts';

/** The skip annotation of a new profile; undefined if it gets none. */
export function newMark({ drop, skipAnnotation: marks }: Options): string | undefined {
  if (!marks) return undefined;
  return drop ? ownMarks.dropped : ownMarks.kept;
}

/** The skip annotation of a profile after this run: `--drop` changes the values that this program writes. */
export function markAfter(mark: string | undefined, options: Options): string | undefined {
  if (mark === undefined) return newMark(options);
  return options.drop ? ownMarks.dropped : mark;
}
