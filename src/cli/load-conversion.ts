import { findWord } from '../yaml/byte-search.ts';
import type { CommandLine } from './command-line.ts';
import { limitHeapGrowth, limitNewSpace, optimiseLater } from './v8-flags.ts';

type ConversionChunk = Pick<typeof import('./conversion.ts'), 'changeFound' | 'filterBytes' | 'printFound'>;

/** What is to be converted: the number of bytes, and the input if it is a stream. */
interface Converted {
  readonly size: number;
  readonly input?: Uint8Array;
}

/**
 * Loads the chunk that converts, and calls it. The code for routes is in a chunk of its own, which is used if the call
 * asks for routes, or the beginning or end of the input seems to, where a functionConfig is. It may be elsewhere or ask in
 * another way: that is known before anything is written.
 */
export async function withConversion(
  call: CommandLine,
  use: (conversion: ConversionChunk) => Promise<number>,
  { size, input }: Converted,
): Promise<number> {
  if (size > fewSplits) optimiseLater();
  if (size > smallSize) limitHeapGrowth();
  limitNewSpace(size > largeSize);
  const edges = input === undefined ? [] : [input.subarray(0, edge), input.subarray(-edge)];
  const asks = call.flags.target === 'httproute' || edges.some((part) => findWord(part, 'httproute') !== -1);
  if (!asks) {
    try {
      return await use(await import('./conversion.ts'));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TargetNotLoaded') throw error;
    }
  }
  return use(await import('./conversion-routes.ts'));
}

/** The bytes from which there may be dozens of splits. */
const fewSplits = 2 ** 15;

/** The bytes from which there may be thousands of splits. */
const smallSize = 2 ** 20;

/** The bytes of which most are no splits. */
const largeSize = 2 ** 25;

/** How many bytes of the beginning and of the end are searched. */
const edge = 16_384;
