// Used instead of vitest where scripts/mutate.js builds the tests into one program: `test` collects, and nothing is run.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** As in vitest. */
export const expect = chai.expect;

type Step = (...values: unknown[]) => unknown;

/** A test of a file, with what runs before and after it; it throws if it fails. */
export interface CollectedTest {
  readonly name: string;
  run(): Promise<void>;
}

/** The tests of all files that were loaded. */
export const collected: CollectedTest[] = [];
/** What the files want to have run at the end. */
export const atEnd: Step[] = [];

let names: readonly string[] = [];
let before: readonly Step[] = [];
let after: readonly Step[] = [];
let atEndOfTest: Step[] = [];

async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step();
}

function collect(name: string, body: Step, values: readonly unknown[] = []): void {
  const [first, last] = [before, after];
  collected.push({
    name: [...names, name].join(', '),
    async run() {
      atEndOfTest = [];
      await runSteps(first);
      try {
        await body(...values);
      } finally {
        await runSteps([...last, ...atEndOfTest]);
      }
    },
  });
}

/** Opens a group: hooks that are declared in it end with it. */
function group(name: string, body: Step, values: readonly unknown[] = []): void {
  const outer = { names, before, after };
  names = [...names, name];
  body(...values);
  ({ names, before, after } = outer);
}

type Collector = typeof collect;

function each(make: Collector) {
  return (cases: readonly unknown[]) =>
    (name: string, body: Step): void => {
      for (const [at, one] of cases.entries())
        make(`${name} ${String(at)}`, body, Array.isArray(one) ? (one as unknown[]) : [one]);
    };
}

const never: Collector = () => undefined;

function withVariants(make: Collector) {
  return Object.assign(make, {
    each: each(make),
    for:
      (cases: readonly unknown[]) =>
      (name: string, body: Step): void => {
        for (const [at, one] of cases.entries()) make(`${name} ${String(at)}`, body, [one]);
      },
    skipIf: (skipped: boolean) => Object.assign(skipped ? never : make, { each: each(skipped ? never : make) }),
  });
}

export const test = withVariants(collect);
export const describe = withVariants(group);

/** Forgets the hooks of the file that was loaded last. */
export function startFile(name: string): void {
  [names, before, after] = [[name], [], []];
}

export function beforeEach(step: Step): void {
  before = [...before, step];
}

export function afterEach(step: Step): void {
  after = [...after, step];
}

/** Before each test, which is often enough. */
export function beforeAll(step: Step): void {
  let done: unknown;
  before = [...before, () => (done ??= step() ?? true)];
}

export function afterAll(step: Step): void {
  atEnd.push(step);
}

export function onTestFinished(step: Step): void {
  atEndOfTest.push(step);
}
