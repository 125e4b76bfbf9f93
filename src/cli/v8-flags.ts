import process from 'node:process';

/**
 * Lets the heap grow to one and a half times what is alive after a collection, instead of up to four times: that saves a
 * third of the peak of a call with many splits, and costs some per cent of its time. V8 reads the flag at each collection
 * (src/heap/memory-controller.cc, GrowingFactor).
 */
export function limitHeapGrowth(): void {
  setFlag('--heap-growing-percent=50');
}

/**
 * Stops the growth of the space for new objects, or lets it grow again. Without growth, a search of a large input, whose
 * objects are nearly all garbage soon, needs up to 30 MB less at no cost; where many objects stay alive, a call takes up
 * to a quarter longer. V8 reads the flag where that space grows (src/heap/new-spaces.cc, SemiSpaceNewSpace::Grow).
 */
export function limitNewSpace(isLimited: boolean): void {
  if (isLimited !== isNewSpaceLimited) setFlag(`--semi-space-growth-factor=${isLimited ? 1 : 2}`);
  isNewSpaceLimited = isLimited;
}

let isNewSpaceLimited = false;

/**
 * Makes V8 compile fewer functions to optimised code: a call runs hundreds of functions for a short time each, and would
 * compile many of them just before it ends. That saves up to a fifth of the CPU time of a call with many splits; long
 * loops are compiled as before. V8 reads the flag when a function starts to count (src/execution/tiering-manager.cc,
 * InterruptBudgetFor); it prints an error for a flag that it does not know.
 */
export function optimiseLater(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  if (process.versions.v8.startsWith('11.3.')) setFlag('--interrupt-budget=600000');
  else if (version >= 12 && version <= 14) setFlag('--invocation-count-for-turbofan=20000');
}

/** The module is loaded where it is needed: that takes longer than the rest of a small call. */
function setFlag(flag: string): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}
