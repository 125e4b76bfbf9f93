// The chunk of the bundle that holds the YAML library: loaded only when there is something to convert to profiles.
export { auditBytes } from './audit.ts';
export { changeFound } from './files/change.ts';
export { filterBytes } from './filter.ts';
export { printFound } from './print/print-files.ts';
export { runTimeWriters } from '../splits/run-time-splits.ts';
