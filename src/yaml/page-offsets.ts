import { lastAtMost, memoisedFor } from '../collections.ts';
import type { Page } from './read.ts';
import { aboveGap, decode, encode } from './source.ts';

/**
 * Converts a character offset of a page to a byte offset of its source. Text inserted at a gap is put after what was left
 * out.
 */
export function byteAt(page: Page, offset: number): number {
  const { slice, text } = page;
  const { gap } = slice;
  if (gap !== undefined) {
    const above = aboveGap(page);
    return offset < above
      ? slice.start + encode(text.slice(0, offset)).length
      : gap.end + encode(text.slice(above, offset)).length;
  }
  if (isAscii(page)) return slice.start + offset;
  const { characters, bytes } = knownBefore(page, 'characters', offset);
  return bytes + encode(text.slice(characters, offset)).length;
}

/** Converts a byte offset of the source to a character offset of a page without a gap. */
export function characterAt(page: Page, byte: number): number {
  const { slice } = page;
  if (isAscii(page)) return byte - slice.start;
  const { characters, bytes } = knownBefore(page, 'bytes', byte);
  return characters + decode(slice.source.bytes.subarray(bytes, byte)).length;
}

/** A page that is all ASCII needs no counting. */
function isAscii({ slice, text }: Page): boolean {
  return slice.end - slice.start === text.length;
}

/** A position, counted in both units. */
interface KnownOffset {
  readonly characters: number;
  readonly bytes: number;
}

const stride = 4096;

/** The last known position that is not above an offset. */
function knownBefore(page: Page, key: keyof KnownOffset, offset: number): KnownOffset {
  const { characters, bytes } = knownOffsetsOf(page);
  const at = lastAtMost(key === 'bytes' ? bytes : characters, offset);
  return { characters: characters[at] ?? 0, bytes: bytes[at] ?? page.slice.start };
}

/** Kept, so that a thousand edits of one page do not encode its text a thousand times. */
const knownOffsetsOf = memoisedFor(({ slice, text }: Page): Record<keyof KnownOffset, readonly number[]> => {
  const known = { characters: [0], bytes: [slice.start] };
  for (let from = 0, bytes = slice.start; from + stride < text.length;) {
    // Not between the halves of a surrogate pair: each half alone would be encoded as another character.
    const split = /[\ud800-\udbff]/.test(text[from + stride - 1] ?? '') ? stride + 1 : stride;
    bytes += encode(text.slice(from, from + split)).length;
    from += split;
    known.characters.push(from);
    known.bytes.push(bytes);
  }
  return known;
});
