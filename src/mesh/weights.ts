import type { Quantity } from './quantity.ts';
import { isWholeMilli, milliValue } from './quantity.ts';

/** Linkerd sends 10 × milli as uint32 (profile_translator.go), and its proxies add the weights as u32. */
const largestSum = 429_496_729n;

/**
 * Why Linkerd does not support these weights, and the smallest whole numbers in the same ratio, with the names that they
 * are given; undefined if it does.
 */
export function rangeProblem(
  weights: readonly Quantity[],
  names?: readonly string[],
): { readonly message: string; readonly fix: string } | undefined {
  const sum = weights.reduce((total, weight) => total + milliValue(weight), 0n);
  const fine = weights.find((weight) => !isWholeMilli(weight));
  if (fine === undefined && sum <= largestSum) return undefined;
  const message =
    fine === undefined
      ? `the weights add up to more than 429496.729, the most that Linkerd's proxies carry`
      : `weight ${fine.canonical} is finer than 1/1000, and Linkerd rounds it up`;
  return { message, fix: ratioFix(weights, names) };
}

function ratioFix(weights: readonly Quantity[], names: readonly string[] | undefined): string {
  const exponent = weights.reduce((least, weight) => Math.min(least, weight.exponent), Infinity);
  const whole = weights.map((weight) => weight.mantissa * 10n ** BigInt(weight.exponent - exponent));
  const divisor = whole.reduce(greatestCommonDivisor, 0n) || 1n;
  const smallest = whole.map((weight) => weight / divisor);
  const total = smallest.reduce((sum, weight) => sum + weight * 1000n, 0n);
  if (total > largestSum)
    return 'choose whole numbers whose sum is at most 429496; these have no smaller form in the same ratio';
  return `in the same ratio: ${listedWeights(smallest, names)}`;
}

/** Weights in the order of their backends, with the names of these if they are given. */
export function listedWeights(weights: readonly bigint[], names: readonly string[] | undefined): string {
  return weights.map((weight, index) => (names === undefined ? weight : `${names[index] ?? ''} ${weight}`)).join(', ');
}

/** The greatest common divisor of two numbers that are not negative; 0 only of 0 and 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
