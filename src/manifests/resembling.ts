/**
 * Returns a test whether a text has, after a key `name`, a name that differs from one of some names by one letter or by
 * a part before or after a dash. It takes one pass over the text, however many names there are.
 */
export function resembling(names: ReadonlySet<string>): (text: string) => boolean {
  const near = new Set<string>();
  const parts = new Set<string>();
  for (const name of names) {
    for (const one of withoutALetter(name)) near.add(one);
    for (const part of dashParts(name)) parts.add(part);
  }
  return (text) => {
    for (const [, name = ''] of text.matchAll(/\bname["']?:[ \t]*["']?([a-z0-9-]{1,63})/g)) {
      if (names.has(name)) continue;
      if (parts.has(name) || dashParts(name).some((part) => names.has(part))) return true;
      if (near.has(name) || withoutALetter(name).some((one) => near.has(one) || names.has(one))) return true;
    }
    return false;
  };
}

/** The name without each of its letters in turn: two names that differ in one letter have one of these in common. */
function withoutALetter(name: string): readonly string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
}

/** The parts before and after each dash of a name. */
function dashParts(name: string): readonly string[] {
  const dashes = Array.from(name.matchAll(/-/g), ({ index }) => index);
  return dashes.flatMap((at) => [name.slice(0, at), name.slice(at + 1)]);
}
