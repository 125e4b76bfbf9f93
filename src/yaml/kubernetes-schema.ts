import type { ScalarTag } from 'yaml';
import { Schema } from 'yaml';

/**
 * A number as goyaml.v2 resolves it (resolve.go: remove underscores, then strconv.ParseInt with base 0, then a decimal
 * float); the text itself if it is not a number.
 */
export function readNumber(text: string): number | string {
  // Its table of first characters has no `_`; after a period, strconv.ParseFloat takes them between digits.
  if (/^_|^\..*(?:(?<![0-9])_|_(?![0-9]))/.test(text)) return text;
  const plain = text.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '');
  if (/^0(?:[0-7]+|[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$/.test(digits)) {
    const whole = BigInt(/^0[0-7]/.test(digits) ? `0o${digits}` : digits.toLowerCase());
    if (whole < 2n ** (sign < 0 ? 63n : 64n) || (sign < 0 && whole === 2n ** 63n)) return sign * Number(whole);
    // Too large for an integer of Go: a decimal float if it may be one.
  }
  if (!/^(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(digits)) return text;
  const value = sign * Number(digits);
  return Number.isFinite(value) ? value : text;
}

const truths = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;

/** The scalars of Kubernetes' reader (sigs.k8s.io/yaml, its goyaml.v2 resolve.go): neither YAML 1.1 nor 1.2. */
const kubernetesTags: ScalarTag[] = [
  { tag: 'tag:yaml.org,2002:null', default: true, test: /^(?:~|null|Null|NULL)?$/, resolve: () => null },
  {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^(?:[yYnN]|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    resolve: (text) => truths.test(text),
  },
  { tag: 'tag:yaml.org,2002:int', default: true, test: /^(?:[-+]_*)?[0-9][0-9a-zA-Z_]*$/, resolve: readNumber },
  {
    tag: 'tag:yaml.org,2002:float',
    default: true,
    test: /^(?:[-+]_*)?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.?[0-9_]*)(?:[eE][-+]?[0-9_]+)?$/,
    resolve: readNumber,
  },
];

type CoreType = 'null' | 'bool' | 'int' | 'float' | 'timestamp';

/**
 * A scalar with a tag of its own. goyaml.v2 (resolve.go) resolves its text as that of a plain scalar, and refuses it
 * where the result has another type; an integer may become a float.
 */
function explicitTag(type: CoreType): ScalarTag {
  return {
    tag: `tag:yaml.org,2002:${type}`,
    resolve(text, onError, options) {
      const plain = kubernetesTags.find(({ test }) => test?.test(text) === true);
      const value = plain === undefined ? text : plain.resolve(text, onError, options);
      if (!hasType(value, text, type)) onError(`${JSON.stringify(text)} is no !!${type}`);
      return value;
    },
  };
}

function hasType(value: unknown, text: string, type: CoreType): boolean {
  if (type === 'null') return value === null;
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'timestamp') return typeof value === 'string' && /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt ])/.test(text);
  if (typeof value !== 'number') return false;
  return type === 'float' || isInt64(value, text.replaceAll('_', ''));
}

/** Whether a number is an integer by its form, and not too large for one of Go. */
function isInt64(value: number, text: string): boolean {
  const isWhole = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]*|0[bB][01]+|[1-9][0-9]*)$/.test(text);
  return isWhole && value >= -(2 ** 63) && value < 2 ** 64;
}

const explicitTags = (['null', 'bool', 'int', 'float', 'timestamp'] as const).map(explicitTag);

/** Base64 as goyaml.v2 decodes it: a string whose bytes are UTF-8 (invalid bytes become U+FFFD in JSON). */
const binaryTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:binary',
  resolve(text, onError) {
    try {
      const base64 = text.replace(/\s/g, '');
      // A browser's decoder takes a text without its padding, too.
      if (base64.length % 4 !== 0) throw new RangeError();
      const raw = atob(base64);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(raw, (byte) => byte.charCodeAt(0)));
    } catch {
      onError('!!binary value contains invalid base64 data');
      return text;
    }
  },
};

/** Created once: creating it for each document costs more than reading a small one. */
export const schema = new Schema({
  schema: 'failsafe',
  customTags: [...kubernetesTags, ...explicitTags, binaryTag],
  merge: true,
  resolveKnownTags: false,
});
