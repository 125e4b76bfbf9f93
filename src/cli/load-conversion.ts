import { findWord } from '../yaml/byte-search.ts';
import type { CommandLine } from './command-line.ts';

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
  if (size > smallSize) await limitHeapGrowth();
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

/** The bytes from which there may be thousands of splits. */
const smallSize = 2 ** 20;

/**
 * Lets the heap grow to one and a half times what is alive after a collection, instead of up to four times: that saves a
 * third of the peak of a call with many splits, and costs some per cent of its time. V8 reads the flag at each collection
 * (src/heap/memory-controller.cc, GrowingFactor).
 */
async function limitHeapGrowth(): Promise<void> {
  (await import('node:v8')).setFlagsFromString('--heap-growing-percent=50');
}

/** How many bytes of the beginning and of the end are searched. */
const edge = 16_384;
