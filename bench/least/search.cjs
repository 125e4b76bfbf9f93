// The least that a search in Node needs: lists the files below a directory, reads each, and looks for a word.
const { closeSync, openSync, readdirSync, readSync } = require('node:fs');

const buffer = Buffer.allocUnsafeSlow(2 ** 20);

function search(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) search(path);
    else if (/\.(?:ya?ml|json)$/.test(entry.name)) {
      const file = openSync(path);
      const count = readSync(file, buffer, 0, buffer.length, 0);
      closeSync(file);
      if (buffer.subarray(0, count).includes('Split')) throw new Error(`${path} holds a TrafficSplit`);
    }
  }
}

search(process.argv[2]);
