/** What Node has and browsers lack; the core falls back to what every JavaScript engine has. */
interface Platform {
  /** Searches bytes by memchr, several GB/s. */
  readonly indexOf?: (this: Uint8Array, needle: string, from: number, encoding: string) => number;
  /** Checks bytes ten times faster than a decoder. */
  readonly isUtf8?: (bytes: Uint8Array) => boolean;
  /** The bytes that the heap may grow to. */
  readonly heapLimit: () => number;
}

interface Global {
  readonly Buffer?: { readonly prototype: { readonly indexOf: NonNullable<Platform['indexOf']> } };
  readonly process?: { readonly getBuiltinModule?: (name: string) => Builtin | undefined };
}

interface Builtin {
  readonly isUtf8?: (bytes: Uint8Array) => boolean;
  readonly getHeapStatistics?: () => { readonly heap_size_limit: number };
}

/**
 * What a global object offers. The parts are found there and not imported, so that no bundler adds them for a browser, and
 * users of the library in Node need not hand them in.
 */
function platformOf(all: object): Platform {
  const { Buffer, process }: Global = all;
  const isUtf8 = process?.getBuiltinModule?.('buffer')?.isUtf8;
  return {
    ...(Buffer !== undefined && { indexOf: Buffer.prototype.indexOf }),
    ...(isUtf8 !== undefined && { isUtf8 }),
    heapLimit: () => process?.getBuiltinModule?.('v8')?.getHeapStatistics?.().heap_size_limit ?? smallHeap,
  };
}

/** What a 64-bit Node has by default at least. */
const smallHeap = 2 ** 31;

/** The platform that the program runs on. */
export const platform: Platform = platformOf(globalThis);
