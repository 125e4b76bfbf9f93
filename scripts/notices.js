// Writes THIRD-PARTY-NOTICES: the licences of the libraries that dist/ bundles, with their full text.
import { init } from 'license-checker-rseidelsohn';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundled } from './bundled.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const line = `${'-'.repeat(80)}\n`;

const head = `smi2linkerd is licensed under the Apache License 2.0 (LICENSE). Its programs in dist/ contain the libraries
below, each under the licence that follows its name. Made by scripts/notices.js from what is bundled.
`;

/** The text of a licence or notice, without the differences of line ends and trailing blanks. */
const tidy = (text) =>
  `${text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()}\n`;

function noticeOf({ name, version }, found) {
  const { licenses, licenseText, licenseFile, noticeFile, repository } = found[`${name}@${version}`] ?? {};
  // Without a file of its own a package is answered with its README.
  if (!licenseText || !/^(?:licen[cs]e|copying)/i.test(basename(licenseFile ?? ''))) {
    throw new Error(`${name}@${version} is bundled and has no text of a licence`);
  }
  const notice = noticeFile ? `\n${tidy(readFileSync(noticeFile, 'utf8'))}` : '';
  return `${line}${name} ${version} (${licenses})\n${repository ?? ''}\n\n${tidy(licenseText)}${notice}`;
}

/** The text of THIRD-PARTY-NOTICES. Throws where a bundled library has no text of a licence.
 * @returns {Promise<string>} */
export async function notices() {
  const libraries = await bundled();
  const found = await promisify(init)({
    start: root,
    includePackages: libraries.map(({ name, version }) => `${name}@${version}`).join(';'),
    customFormat: { licenseText: '', licenseFile: '', noticeFile: '' },
  });
  return [head, ...libraries.map((library) => noticeOf(library, found))].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, 'THIRD-PARTY-NOTICES'), await notices());
}
