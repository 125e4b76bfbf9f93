/**
 * Returns a test whether a text has, after a key `name`, a name that differs from one of some names by one letter or by
 * a part before or after a dash. It takes one pass over the text, however many names there are.
 */
export function resembling(sought: ReadonlySet<string>): (text: string) => boolean {
  const names = new Set([...sought].filter((name) => name.length <= longestObjectName));
  const near = new Set([...names].flatMap(withoutALetter));
  const hashes = new Set([...near, ...names].map(textHash));
  const parts = new Set([...names].flatMap((name) => [...dashParts(name)]));
  return (text) => {
    for (const [, name = ''] of text.matchAll(/\bname["']?:[ \t]*["']?([a-z0-9-]{1,63})/g)) {
      if (names.has(name)) continue;
      if (parts.has(name) || hasPart(name, names) || near.has(name)) return true;
      if (!mayBeWithoutALetter(name, hashes)) continue;
      if (withoutALetter(name).some((one) => near.has(one) || names.has(one))) return true;
    }
    return false;
  };
}

/** No object has a longer name (RFC 1123, a DNS subdomain). */
const longestObjectName = 253;

/** The name without each of its letters in turn: two names that differ in one letter have one of these in common. */
function withoutALetter(name: string): readonly string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
}

/** The parts before and after each dash of a name. */
function* dashParts(name: string): Iterable<string> {
  for (let at = name.indexOf('-'); at !== -1; at = name.indexOf('-', at + 1)) {
    yield name.slice(0, at);
    yield name.slice(at + 1);
  }
}

function hasPart(name: string, sought: ReadonlySet<string>): boolean {
  for (const part of dashParts(name)) if (sought.has(part)) return true;
  return false;
}

/** A polynomial hash with small values, which a set finds fastest. */
function textHash(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash & mask;
}

const mask = 0x3fffffff;

/** Whether the name without one of its letters has one of some hashes; no such name is made. */
function mayBeWithoutALetter(name: string, hashes: ReadonlySet<number>): boolean {
  let [before, power, after] = [0, 1, 0];
  for (let at = 0; at < name.length; at += 1) before = (Math.imul(before, 31) + name.charCodeAt(at)) | 0;
  for (let at = name.length - 1; at >= 0; at -= 1) {
    const letter = name.charCodeAt(at);
    before = Math.imul((before - letter) | 0, inverse);
    if (hashes.has((Math.imul(before, power) + after) & mask)) return true;
    after = (after + Math.imul(letter, power)) | 0;
    power = Math.imul(power, 31);
  }
  return false;
}

/** 31 times this is 1 in 32 bits: it takes the last letter off the hash of those before it. */
const inverse = -1108378657;
