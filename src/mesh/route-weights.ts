import type { Quantity } from './quantity.ts';
import { greatestCommonDivisor, listedWeights } from './weights.ts';

/** The largest weight of a backendRef (Gateway API, HTTPRoute CRD). */
const largestWeight = 1_000_000n;

/** Whole numbers in exactly the ratio of some quantities, or why a route cannot have them. */
type RouteWeights = { readonly weights: readonly number[] } | { readonly message: string; readonly fix: string };

/**
 * The weights of a route's backendRefs: the quantities themselves if they are whole numbers, else whole thousandths,
 * millionths or billionths, divided by their greatest common divisor if needed. At least one quantity is above zero.
 */
export function routeWeights(quantities: readonly Quantity[], names?: readonly string[]): RouteWeights {
  const scaled = [0, 3, 6, 9].map((power) => quantities.map((one) => wholeTimes(one, power)));
  const whole = scaled.find((numbers): numbers is bigint[] => !numbers.includes(undefined)) ?? [];
  if (fits(whole)) return { weights: whole.map(Number) };
  const divisor = whole.reduce(greatestCommonDivisor, 0n) || 1n;
  const smallest = whole.map((weight) => weight / divisor);
  if (fits(smallest)) return { weights: smallest.map(Number) };
  return {
    message: 'the ratio of its weights has no whole numbers up to 1000000',
    fix: nearestWeights(whole, names),
  };
}

function fits(weights: readonly bigint[]): boolean {
  return weights.every((weight) => weight <= largestWeight);
}

/** A quantity times a power of ten if that is a whole number; quantities are not finer than a billionth (nano). */
function wholeTimes({ mantissa, exponent }: Quantity, power: number): bigint | undefined {
  const shift = exponent + power;
  if (shift >= 0) return mantissa * 10n ** BigInt(shift);
  const by = 10n ** BigInt(-shift);
  return mantissa % by === 0n ? mantissa / by : undefined;
}

const nearSum = 1000n;

/** Whole numbers with the sum 1000, by largest remainders, and how far they are from the requested shares. */
function nearestWeights(whole: readonly bigint[], names: readonly string[] | undefined): string {
  const sum = whole.reduce((total, weight) => total + weight, 0n);
  const near = whole.map((weight) => (weight * nearSum) / sum);
  const missing = Number(nearSum - near.reduce((total, weight) => total + weight, 0n));
  const byRemainder = whole
    .map((weight, index) => ({ index, rest: (weight * nearSum) % sum }))
    .sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.index - b.index));
  for (const { index } of byRemainder.slice(0, missing)) near[index] = (near[index] ?? 0n) + 1n;
  const errors = whole.map((weight, index) => distance(weight * nearSum, (near[index] ?? 0n) * sum));
  const most = errors.reduce((largest, error) => (error > largest ? error : largest), 0n);
  const percent = Math.ceil(Number((most * 100_000_000n) / (sum * nearSum)) / 1000) / 1000;
  return `the nearest whole numbers whose sum is 1000: ${listedWeights(near, names)} (shares differ by up to ${Math.max(percent, 0.001)} %)`;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
