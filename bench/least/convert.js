// The least that a conversion in Node needs: searches the files below a directory for a word, parses the one that holds it,
// prints a profile, and parses the result. Built into one file, as the program is.
import { closeSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const buffer = Buffer.allocUnsafeSlow(2 ** 20);

function profileOf({ metadata, spec }) {
  const authority = (service) => `${service}.${metadata.namespace}.svc.cluster.local`;
  const overrides = spec.backends.map(
    ({ service, weight }) => `  - authority: ${authority(service)}\n    weight: "${weight}"\n`,
  );
  const head = 'apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\n';
  return `---\n${head}metadata:\n  name: ${authority(spec.service)}\nspec:\n  dstOverrides:\n${overrides.join('')}`;
}

function search(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) search(path);
    else {
      const file = openSync(path);
      const count = readSync(file, buffer, 0, buffer.length, 0);
      closeSync(file);
      if (buffer.subarray(0, count).includes('Split')) convert(path, buffer.toString('utf8', 0, count));
    }
  }
}

function convert(path, text) {
  const [split] = parseAllDocuments(text, { keepSourceTokens: true });
  const read = parseAllDocuments(text + profileOf(split.toJS())).map((document) => document.toJS());
  if (read.length !== 2) throw new Error('it is read as something else');
  writeSync(1, `${path}\n`);
  process.exitCode = 1;
}

search(process.argv[2]);
