// What a script with the YAML library does: parses standard input whole, and prints it again.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

for (const document of parseAllDocuments(readFileSync(0, 'utf8')))
  process.stdout.write(document.toString({ directives: true }));
