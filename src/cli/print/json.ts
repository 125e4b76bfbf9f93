import { latin1Text } from './pieces.ts';

const separator = /^(?:---[ \t]*\r?\n)?\s*/;

/** The value of a document that is JSON, after its separator; undefined for any other. */
export function jsonOf(document: Uint8Array): unknown {
  const body = bodyOf(document);
  if (body === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString()) as unknown;
  } catch {
    return undefined;
  }
}

function bodyOf(document: Uint8Array): Uint8Array | undefined {
  const start = separator.exec(latin1Text(document.subarray(0, 4096)))?.[0].length ?? 0;
  return document[start] === 0x7b ? document.subarray(start) : undefined;
}

/**
 * What JSON allows and Kubernetes' YAML reader refuses or reads differently (goyaml.v2, scannerc.go and readerc.go).
 */
const foreign = /\\u[dD][89a-fA-F]|\\\/|[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|"[ \t]*[\r\n]\s*:/;
const tokens = /"(?:[^"\\]|\\.)*"(?:\s+(?=:))?/g;

/**
 * Converts a JSON document to YAML with the same value, because the decoder reads a stream that starts with `---` as
 * YAML. Returns undefined if the document can be left unchanged, and after a separator, where it was already read as
 * YAML.
 */
export function yamlOf(document: Uint8Array): Uint8Array | undefined {
  const body = document[0] === 0x2d ? undefined : bodyOf(document);
  if (body === undefined) return undefined;
  const text = Buffer.from(body).toString();
  const before = document.subarray(0, document.length - body.length);
  const hasTab = before.includes(0x09);
  const isForeign = foreign.test(text) || hasLongKey(text);
  if ((!hasTab && !isForeign) || jsonOf(document) === undefined) return undefined;
  const written = isForeign ? text.replace(tokens, writtenToken) : text;
  return Buffer.concat([before.filter((byte) => byte !== 0x09), Buffer.from(written)]);
}

/** A key longer than this is not a simple key of YAML (1.2, 7.4.2: 1,024 characters, with its quotes). */
const longKey = 1000;

/** Whether a key is too long. One string after the other is passed over, so that each is read once. */
function hasLongKey(text: string): boolean {
  for (const { index, 0: token } of text.matchAll(tokens))
    if (token.length >= longKey && text[index + token.length] === ':') return true;
  return false;
}

/** A string; one that is a long key gets a `?`. */
function writtenToken(token: string, at: number, text: string): string {
  const string = stringOf(token.trimEnd());
  return token.length >= longKey && text[at + token.length] === ':' ? `? ${string}` : string;
}

/**
 * A JSON string: surrogate pairs as their character, a lone surrogate as Go reads it, a slash without its escape, special
 * characters as escapes.
 */
function stringOf(token: string): string {
  return token
    .replace(
      /\\(?:u([dD][89abAB]..)\\u([dD][c-fC-F]..)|u([dD][89a-fA-F]..)|.)/g,
      (escape, high?: string, low?: string, lone?: string) => {
        if (escape === String.raw`\/`) return '/';
        if (high !== undefined && low !== undefined)
          return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16));
        return lone === undefined ? escape : String.raw`\ufffd`;
      },
    )
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (odd) => String.raw`\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
