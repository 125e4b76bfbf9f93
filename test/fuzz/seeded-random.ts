/** A stream of numbers that a seed decides: the same seed, the same cases, on every machine. */
export interface SeededRandom {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T;
}

/** SeededRandom for one case of a run: a multiply-and-shift hash of its seed, counted up. */
export function seededRandom(seed: number, index: number): SeededRandom {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}
