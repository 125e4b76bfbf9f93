// The least that a function in Node needs which may only print when it has read everything: reads, looks for a word, writes.
const { readSync, writeSync } = require('node:fs');

const chunks = [];
for (let isOpen = true; isOpen;) {
  const chunk = Buffer.allocUnsafeSlow(2 ** 22);
  let length = 0;
  while (isOpen && length < chunk.length) {
    try {
      const count = readSync(0, chunk, length, chunk.length - length);
      isOpen = count > 0;
      length += count;
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
  chunks.push(chunk.subarray(0, length));
}
if (chunks.some((chunk) => chunk.includes('TrafficSplit'))) throw new Error('there is a TrafficSplit');
for (const chunk of chunks) for (let at = 0; at < chunk.length;) at += writeSync(1, chunk, at);
