// Takes the place of unicorn-magic/node in the bundle, for globby.
import { fileURLToPath } from 'node:url';

/** A path of a path or URL of a file.
 * @param {string | URL} pathOrUrl @returns {string} */
export const toPath = (pathOrUrl) => (pathOrUrl instanceof URL ? fileURLToPath(pathOrUrl) : pathOrUrl);
