/** What a link carries: the text of the editor and the options that differ from their defaults. */
export interface Shared {
  readonly text: string;
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** The most that a link may bring in, in bytes. */
const longest = 1_000_000;

/**
 * A text as the fragment of an address; undefined if it is more than a link may bring in. A fragment is not sent to any
 * server (RFC 3986, section 3.5).
 */
export async function toFragment(shared: Shared): Promise<string | undefined> {
  const whole = new TextEncoder().encode(JSON.stringify(shared));
  if (whole.length > longest) return undefined;
  const bytes = await through(whole, new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#v1=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** What a fragment carries; undefined where it carries nothing that this page wrote. */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  const [, coded] = /^#v1=([\w-]+)$/.exec(fragment) ?? [];
  if (coded === undefined) return undefined;
  try {
    const binary = atob(coded.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    return checked(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

function checked(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, options } = value as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string' || typeof options !== 'object' || options === null) return undefined;
  const known = Object.entries(options).filter(([, one]) => typeof one === 'string' || typeof one === 'boolean');
  return { text, options: Object.fromEntries(known) };
}

/** The bytes behind a stream of compression. Throws RangeError where they are more than a link may bring in. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > longest) throw new RangeError('too long');
    parts.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
