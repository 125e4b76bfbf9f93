// The yardstick of T11: parses every file below a directory with the YAML library, and counts the TrafficSplits.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

let splits = 0;
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!/\.ya?ml$/.test(entry.name)) continue;
  const documents = parseAllDocuments(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  for (const document of documents) splits += document.toJS()?.kind === 'TrafficSplit' ? 1 : 0;
}
console.log(splits);
