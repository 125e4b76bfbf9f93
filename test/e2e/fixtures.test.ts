import { describe, expect, test } from 'vitest';
import { sampleOf, told } from '../sample.ts';
import { expected, programCases, runCase } from './cases.ts';
import { bundle } from './tools.ts';

/** Fixtures once more, through the bundle that is committed, each in a process of its own. */
const some = sampleOf(programCases, 3);

describe(`the bundle, with ${told(some, programCases)} fixtures`, () => {
  test.each(some)('$name', (one) => {
    expect(runCase(one, { command: [process.execPath, bundle] })).toEqual(expected(one));
  });
});
