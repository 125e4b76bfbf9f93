import { indexOf } from '../yaml/byte-search.ts';
import type { Call } from './call.ts';

type Conversion = Pick<typeof import('./conversion.ts'), 'changeFound' | 'filterBytes' | 'printFound'>;

/**
 * Loads the chunk that converts, and calls it. What only routes need is in a chunk of its own, which is taken where the call
 * asks for them, or the input seems to. A functionConfig may ask in other words: nothing is written before that is known.
 */
export async function withConversion(
  call: Call,
  use: (conversion: Conversion) => Promise<number>,
  input?: Uint8Array,
): Promise<number> {
  const asks = call.flags.target === 'httproute' || (input !== undefined && indexOf(input, 'httproute') !== -1);
  if (!asks) {
    try {
      return await use(await import('./conversion.ts'));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TargetNotLoaded') throw error;
    }
  }
  return use(await import('./conversion-routes.ts'));
}
