import { describe, expect, test } from 'vitest';
import { expected, programCases, runCase } from './cases.ts';
import { bundle } from './tools.ts';

/** The fixtures once more, through the bundle that is committed, each in a process of its own. */
describe('the bundle', () => {
  test.each(programCases)('$name', (one) => {
    expect(runCase(one, { command: [process.execPath, bundle] })).toEqual(expected(one));
  });
});
