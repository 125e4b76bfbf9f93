/** Durations in the format of Go's time.ParseDuration: `1h30m`, `.5s`, `0`. */

const nanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const durationGrammar = /^([+-]?)(?:0|(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|[\u00b5\u03bc]s|ms|s|m|h))+)$/;
const part = /([0-9]*)(?:\.([0-9]*))?(ns|us|[\u00b5\u03bc]s|ms|s|m|h)/g;

/** The largest int64, in nanoseconds. */
const longestDuration = 2n ** 63n - 1n;

/** Whether Go parses a string as a duration; above 292 years it does not. */
export function isDuration(text: string): boolean {
  const sign = durationGrammar.exec(text)?.[1];
  if (sign === undefined || text.length > 1000) return false;
  let sum = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(part)) {
    const scale = nanoseconds[unit] ?? 0n;
    sum += BigInt(whole) * scale;
    sum += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
  }
  return sum <= (sign === '-' ? longestDuration + 1n : longestDuration);
}
