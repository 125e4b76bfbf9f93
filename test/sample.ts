import { createHash } from 'node:crypto';
import type { Case } from './fixtures.ts';

/** Whether everything runs of which else a sample does. */
export const isWhole = process.env.SMI2LINKERD_ALL_CASES === '1';

/** Whether a name belongs to the share `part` of `every` shares: by its hash, so that other names do not matter. */
export function isInShare(name: string, every: number, part = 0): boolean {
  return isWhole || hash(name) % every === part;
}

/**
 * The cases of one share of `every`, and of each form of a call, that is its options with or without files, one case at
 * least. Other parts have other cases.
 */
export function sampleOf(all: readonly Case[], every: number, part = 0): readonly Case[] {
  const byHash = all.toSorted((one, other) => hash(`${one.name} ${part}`) - hash(`${other.name} ${part}`));
  const ofForms = new Map(byHash.map((one) => [formOf(one), one]));
  return all.filter((one) => isInShare(one.name, every, part) || ofForms.get(formOf(one)) === one);
}

/** The options of a case, in order, without their values. */
function formOf({ args, stdin }: Case): string {
  const options = args.filter((word) => word.startsWith('-')).map((word) => word.replace(/=.*/, ''));
  return [stdin === undefined, ...new Set(options.sort())].join(' ');
}

/** What a test says of its sample. */
export function told(some: { readonly length: number }, all: { readonly length: number }): string {
  return some.length === all.length ? `all ${all.length}` : `${some.length} of ${all.length}`;
}

function hash(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE();
}
