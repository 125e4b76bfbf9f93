/**
 * Returns a test whether a text has, after a key `name`, a name that differs from one of some names by one letter or by
 * a part before or after a dash. It takes one pass over the text, however many names there are.
 */
export function resembling(names: ReadonlySet<string>): (text: string) => boolean {
  const near = new Set([...names].flatMap(withoutALetter));
  const hashes = new Set([...near, ...names].map(hashOf));
  const parts = new Set<string>();
  for (const name of names) hasPart(name, (part) => parts.add(part).size === 0);
  return (text) => {
    for (const [, name = ''] of text.matchAll(/\bname["']?:[ \t]*["']?([a-z0-9-]{1,63})/g)) {
      if (names.has(name)) continue;
      if (parts.has(name) || hasPart(name, (part) => names.has(part)) || near.has(name)) return true;
      if (!mayBeWithoutALetter(name, hashes)) continue;
      if (withoutALetter(name).some((one) => near.has(one) || names.has(one))) return true;
    }
    return false;
  };
}

/** The name without each of its letters in turn: two names that differ in one letter have one of these in common. */
function withoutALetter(name: string): readonly string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
}

/** Whether one of the parts before and after each dash of a name passes a test. */
function hasPart(name: string, isSought: (part: string) => boolean): boolean {
  for (let at = name.indexOf('-'); at !== -1; at = name.indexOf('-', at + 1))
    if (isSought(name.slice(0, at)) || isSought(name.slice(at + 1))) return true;
  return false;
}

/** A polynomial hash with small values, which a set finds fastest. */
function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash & smallest;
}

const smallest = 0x3fffffff;

/** Whether the name without one of its letters has one of some hashes; no such name is made. */
function mayBeWithoutALetter(name: string, hashes: ReadonlySet<number>): boolean {
  let [before, power, after] = [0, 1, 0];
  for (let at = 0; at < name.length; at += 1) before = (Math.imul(before, 31) + name.charCodeAt(at)) | 0;
  for (let at = name.length - 1; at >= 0; at -= 1) {
    const letter = name.charCodeAt(at);
    before = Math.imul((before - letter) | 0, inverse);
    if (hashes.has((Math.imul(before, power) + after) & smallest)) return true;
    after = (after + Math.imul(letter, power)) | 0;
    power = Math.imul(power, 31);
  }
  return false;
}

/** 31 times this is 1 in 32 bits: it takes the last letter off the hash of those before it. */
const inverse = -1108378657;
