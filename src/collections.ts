// Helpers for collections: values that are computed once for a key, lists by key, and what is reached from a start.

/** A function that makes the value of a key once. */
export function memoised<T, K extends string = string>(make: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

/** A function that makes something of an object once, with other values that give the same for that object in each call. */
export function memoisedFor<K extends object, W extends readonly unknown[], T>(
  make: (one: K, ...by: W) => T,
): (one: K, ...by: W) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (one, ...by) => {
    const made = known.get(one);
    if (made !== undefined) return made.value;
    const value = make(one, ...by);
    known.set(one, { value });
    return value;
  };
}

/** A function that makes its value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  const of = memoised(make);
  return () => of('');
}

/** Adds a value to those of a key. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Values by their key, in their order (`Map.groupBy`, which is in Node 21). */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}

/** Values by each of their keys, in their order. */
export function groupByEach<K, V>(values: Iterable<V>, keysOf: (value: V) => Iterable<K>): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) for (const key of keysOf(value)) addTo(groups, key, value);
  return groups;
}

/** Adds values at the end of a list. A call with each as an argument fails with more than some 100,000. */
export function append<T>(list: T[], values: readonly T[]): void {
  for (const value of values) list.push(value);
}

/** Some lists as one; where only one has values, that list itself, so that what is kept with it is found again. */
export function concatenated<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first, ...more] = lists.filter((values) => values.length > 0);
  return more.length === 0 ? (first ?? []) : lists.flat();
}

/** Returns the start and everything above it, nearest first and each once, so that cycles end. */
export function closure<T>(start: readonly T[], above: (one: T) => readonly T[]): readonly T[] {
  const reached = new Set(start);
  for (const one of reached) {
    for (const next of above(one)) reached.add(next);
  }
  return [...reached];
}

/** The index of the last of some ascending numbers that is not above a limit; 0 if there is none. */
export function lastAtMost(numbers: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
