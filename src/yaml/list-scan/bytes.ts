const [tab, newline, carriage, space, hyphen, colon] = [9, 10, 13, 32, 45, 58];

/** The offset after the end of the line that holds an offset. */
export function nextLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== newline) at += 1;
  return at + 1;
}

/** Whether there is a line end between two offsets. */
export function crossesLine(bytes: Uint8Array, start: number, end: number): boolean {
  const at = bytes.indexOf(newline, start);
  return at < end;
}

/** Whether a byte is `?`, `-` or `:` followed by a blank. */
export function isIndicator(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return (byte === 63 || byte === hyphen || byte === colon) && (isBlank(bytes[at + 1]) || bytes[at + 1] === tab);
}

/** Whether the word `kind` is at an offset. */
export function isKind(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 107 && bytes[at + 1] === 105 && bytes[at + 2] === 110 && bytes[at + 3] === 100;
}

/** Whether a byte is a space or begins a line end. */
export function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === newline || byte === carriage;
}

/** Whether a byte is an ASCII letter. */
export function isLetter(byte: number): boolean {
  return (byte > 64 && byte < 91) || (byte > 96 && byte < 123);
}
