/** Kubernetes quantities (apimachinery, pkg/api/resource/quantity.go): the weights of a TrafficSplit. */

/** An exact decimal number: mantissa × 10^exponent. */
export interface Quantity {
  readonly mantissa: bigint;
  readonly exponent: number;
  /** As Kubernetes writes it to JSON, always as a string. */
  readonly canonical: string;
}

const decimalSuffixes: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binarySuffixes: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const quantityGrammar = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$/;

/**
 * Longer strings and larger exponents are refused, although Kubernetes accepts them: no real weight is so long, and
 * they cost memory.
 */
const lengthLimit = 1000;
const exponentLimit = 1000;

const maxInt64 = 2n ** 63n - 1n;

/**
 * Parses a quantity as Kubernetes does from JSON: a number by its JSON text, a string without the white space that Go's
 * strings.TrimSpace can meet in a JSON string (space, NBSP, U+3000). Returns undefined for what ParseQuantity refuses.
 */
export function parseQuantity(value: string | number): Quantity | undefined {
  const text = trimmed(String(value));
  if (text === '' || text.length > lengthLimit) return undefined;
  const match = quantityGrammar.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  const digits = `${whole.replace(/^0+/, '') || '0'}${fraction}`;
  const magnitude = BigInt(digits);
  const bits = binarySuffixes[suffix];
  if (bits !== undefined) return binary({ text, sign, magnitude }, fraction.length, bits);
  const power = /^[eE]./.test(suffix) ? Number(suffix.slice(1)) : (decimalSuffixes[suffix] ?? 0);
  if (Math.abs(power) > exponentLimit) return undefined;
  return decimal({ text, sign, magnitude }, digits, power - fraction.length, /^[eE]./.test(suffix));
}

/** Not a regular expression: it would try the end of the text at every space in the middle. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0' || character === '\u3000';
}

/** Whether a quantity has a digit before its suffix: Kubernetes reads `m`, `.` and `e3` as zero. */
export function hasDigits(text: string): boolean {
  return /^[+-]?\.?[0-9]/.test(text.trim());
}

/** The number of a quantity, without its suffix, as it is written. */
interface WrittenNumber {
  /** The whole quantity. */
  readonly text: string;
  readonly sign: string;
  readonly magnitude: bigint;
}

function decimal(
  { text, sign, magnitude }: WrittenNumber,
  digits: string,
  scale: number,
  exponential: boolean,
): Quantity {
  const exact = digits.length <= 18 && scale >= -9;
  const rounded = exact ? { mantissa: magnitude, exponent: scale } : toNano(magnitude, scale);
  const number = { mantissa: sign === '-' ? -rounded.mantissa : rounded.mantissa, exponent: rounded.exponent };
  const kept = exact && scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
  return { ...number, canonical: kept ? text : canonicalDecimal(number, exponential) };
}

/** Digits beyond nano are rounded away from zero. */
function toNano(magnitude: bigint, scale: number): { mantissa: bigint; exponent: number } {
  if (scale >= -9) return { mantissa: magnitude, exponent: scale };
  return { mantissa: divideUp(magnitude, 10n ** BigInt(-9 - scale)), exponent: -9 };
}

function divideUp(value: bigint, by: bigint): bigint {
  return value >= 0n ? (value + by - 1n) / by : -((-value + by - 1n) / by);
}

function canonicalDecimal(
  { mantissa, exponent }: { mantissa: bigint; exponent: number },
  exponential: boolean,
): string {
  if (mantissa === 0n) return '0';
  let [value, power] = [mantissa, exponent];
  while (value % 10n === 0n) [value, power] = [value / 10n, power + 1];
  const odd = ((power % 3) + 3) % 3;
  [value, power] = [value * 10n ** BigInt(odd), power - odd];
  if (power === 0) return String(value);
  if (exponential) return `${value}e${power}`;
  const suffix = Object.keys(decimalSuffixes).find((key) => decimalSuffixes[key] === power);
  return `${value}${suffix ?? ''}`;
}

function binary({ text, sign, magnitude }: WrittenNumber, decimals: number, bits: number): Quantity {
  const sized = magnitude * 2n ** BigInt(bits);
  const rounded = toNano(sized, -decimals);
  const tooLarge = rounded.mantissa > maxInt64 * 10n ** BigInt(-rounded.exponent);
  const whole = tooLarge ? { mantissa: maxInt64, exponent: 0 } : rounded;
  const number = { mantissa: sign === '-' ? -whole.mantissa : whole.mantissa, exponent: whole.exponent };
  // Kubernetes keeps the text only if its digits cannot overflow an int64 (parseQuantityString, `precision`).
  const short = decimals === 0 && magnitude.toString().length + Math.trunc((bits * 3) / 10) <= 14;
  const kept = short && (magnitude & 7n) !== 0n;
  return { ...number, canonical: kept ? text : canonicalBinary(number) };
}

/** A binary quantity is written in decimal below 1024 and if it is not a whole number. */
function canonicalBinary(number: { mantissa: bigint; exponent: number }): string {
  const unit = 10n ** BigInt(-number.exponent);
  if (number.mantissa % unit !== 0n) return canonicalDecimal(number, false);
  let value = number.mantissa / unit;
  if (value > -1024n && value < 1024n) return canonicalDecimal(number, false);
  let bits = 0;
  while (value % 1024n === 0n) [value, bits] = [value / 1024n, bits + 10];
  const suffix = Object.keys(binarySuffixes).find((key) => binarySuffixes[key] === bits);
  return `${value}${suffix ?? ''}`;
}

/** The value in thousandths, rounded up (Quantity.MilliValue), without the limit of an int64. */
export function milliValue({ mantissa, exponent }: Pick<Quantity, 'mantissa' | 'exponent'>): bigint {
  const power = exponent + 3;
  return power >= 0 ? mantissa * 10n ** BigInt(power) : divideUp(mantissa, 10n ** BigInt(-power));
}

/** Whether a quantity is a whole number of thousandths, the precision of Linkerd's weights. */
export function isWholeMilli(quantity: Quantity): boolean {
  return compareQuantities({ mantissa: milliValue(quantity), exponent: -3 }, quantity) === 0;
}

/**
 * Returns a number below, equal to or above zero if the first quantity is less than, equal to or more than the second.
 */
export function compareQuantities(
  a: Pick<Quantity, 'mantissa' | 'exponent'>,
  b: Pick<Quantity, 'mantissa' | 'exponent'>,
): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference =
    a.mantissa * 10n ** BigInt(a.exponent - exponent) - b.mantissa * 10n ** BigInt(b.exponent - exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum in canonical form. */
export function add(a: Quantity, b: Quantity): Quantity {
  const exponent = Math.min(a.exponent, b.exponent);
  const mantissa =
    a.mantissa * 10n ** BigInt(a.exponent - exponent) + b.mantissa * 10n ** BigInt(b.exponent - exponent);
  return { mantissa, exponent, canonical: canonicalDecimal({ mantissa, exponent }, false) };
}
