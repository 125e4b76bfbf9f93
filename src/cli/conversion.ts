// The chunk of the bundle with the YAML library: loaded only if there is something to convert to profiles.
export { auditBytes } from './audit.ts';
export { changeFound } from './files/change-files.ts';
export { renderersOf } from './files/read-kustomizations.ts';
export { filterBytes } from './filter.ts';
export { printFound } from './print/print-files.ts';
export { runTimeWriters } from '../splits/run-time-splits.ts';
