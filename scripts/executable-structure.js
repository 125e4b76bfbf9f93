// What can be seen of an executable without running it: its format, its machine, and that the program is in it.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fuse } from './executable-targets.js';

/** Whether a file holds some bytes. It is read in stretches that overlap by their length. */
function holds(descriptor, word) {
  const size = 1 << 24;
  const buffer = Buffer.alloc(size + word.length);
  for (let at = 0, length = fstatSync(descriptor).size; at < length; at += size) {
    const count = readSync(descriptor, buffer, 0, buffer.length, at);
    if (buffer.subarray(0, count).includes(word)) return true;
  }
  return false;
}

/** The segments of a 64-bit Mach-O file (loader.h: LC_SEGMENT_64). */
function machO(head) {
  const found = { machine: head.readUInt32LE(4), segments: [] };
  for (let at = 32, left = head.readUInt32LE(16); left > 0; left -= 1) {
    const command = head.readUInt32LE(at);
    if (command === 0x19) found.segments.push(head.toString('latin1', at + 8, at + 24).replace(/\0+$/, ''));
    at += head.readUInt32LE(at + 4);
  }
  return found;
}

/** Where the header says what an executable is. */
const readers = {
  elf: (head) => ({ ok: head.readUInt32BE(0) === 0x7f454c46, machine: head.readUInt16LE(18) }),
  pe: (head) => {
    const at = head.readUInt32LE(0x3c);
    return { ok: head.readUInt32LE(at) === 0x4550, machine: head.readUInt16LE(at + 4) };
  },
  'mach-o': (head) => {
    if (head.readUInt32LE(0) !== 0xfeedfacf) return { ok: false };
    const { machine, segments } = machO(head);
    return { ok: segments.includes('NODE_SEA'), machine };
  },
};

/** What is wrong with an executable: nothing where the answer is empty.
 * @param {string} file @param {{ format: string, machine: number }} target @returns {readonly string[]} */
export function faultsOf(file, { format, machine }) {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(1 << 16);
    readSync(descriptor, head, 0, head.length, 0);
    const read = readers[format](head);
    const faults = [];
    if (!read.ok) faults.push(`no ${format} file with a place for the blob`);
    if (read.machine !== machine) faults.push(`for machine ${read.machine} instead of ${machine}`);
    if (!holds(descriptor, Buffer.from(`${fuse}:1`))) faults.push('it does not look for the blob');
    if (!holds(descriptor, Buffer.from('// smi2linkerd: Apache-2.0'))) faults.push('the program is not in it');
    return faults;
  } finally {
    closeSync(descriptor);
  }
}
