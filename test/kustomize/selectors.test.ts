import { describe, expect, test } from 'vitest';
import type { Selectable } from '../../src/kustomize/selectors.ts';
import { endOfMatches, isPatchOf, isReplaced, selects, startOfMatches } from '../../src/kustomize/selectors.ts';

const split: Selectable = {
  group: 'split.smi-spec.io',
  version: 'v1alpha2',
  kind: 'TrafficSplit',
  name: 'web-canary',
  namespace: 'shop',
};

describe('a selector', () => {
  test.each([
    {},
    { name: '' },
    { group: 'split.smi-spec.io' },
    { version: 'v1alpha2' },
    { kind: 'TrafficSplit' },
    { kind: 'Traffic.*' },
    { name: 'web-canary' },
    { name: 'web-.*' },
    { name: 'web-(canary|blue)' },
    { name: 'web|web-canary' },
    { name: '^web-canary$' },
    { name: '[a-z-]+' },
    { namespace: 'shop' },
    { namespace: 's[a-h]op' },
    { labelSelector: 'app=api' },
    { ...split },
    // What JavaScript may read in another way, or what may take long, counts as a match.
    { name: '\\pL+' },
    { name: '(?i)api' },
    { name: '(a+)+' },
    { name: 'a*b*c*d*' },
    { name: `${'a'.repeat(300)}.` },
    { name: '[z-a]' },
    { name: 'a{3,1}' },
    { name: '(' },
    { name: `${'(?:'.repeat(99)}%` },
    { name: `${'(?:'.repeat(99)}%\0` },
  ])('%j may match', (selector) => {
    expect(selects(selector, split)).toBe(true);
  });

  test.each([
    { group: 'apps' },
    { version: 'v1' },
    { kind: 'Service' },
    { kind: 'Split' },
    { name: 'web' },
    { name: 'canary' },
    { name: 'web-.' },
    { name: 'a*b*c*' },
    { name: `${'a'.repeat(299)}.` },
    { name: 'a'.repeat(301) },
    { namespace: 'shops' },
    { namespace: 'sho' },
    { ...split, name: 'web' },
    { ...split, group: 'apps' },
    { ...split, version: 'v1' },
  ])('%j does not match', (selector) => {
    expect(selects(selector, split)).toBe(false);
  });

  test('of a name that is too long to be one may match', () => {
    expect(selects({ name: 'a.*' }, { ...split, name: 'b'.repeat(301) })).toBe(true);
    expect(selects({ name: 'a.*' }, { ...split, name: 'b'.repeat(300) })).toBe(false);
  });
});

test.each([
  ['of many requirements', `app=web${',app'.repeat(300_000)}`],
  ['of many values', `app in (${'x,'.repeat(300_000)}web)`],
  ['with much space', `app${' '.repeat(300_000)}=${' '.repeat(300_000)}web`],
  ['that is not understood', `${' '.repeat(300_000)}app${' '.repeat(300_000)}~`],
])('a selector of labels %s is read once from its start to its end', (_, labelSelector) => {
  expect(selects({ labelSelector }, { ...split, labels: { app: 'web' }, labelsSet: new Set() })).toBe(true);
});

describe('a patch without a target', () => {
  test.each([
    [{ kind: 'TrafficSplit', metadata: { name: 'web-canary' } }, true],
    [{ kind: 'TrafficSplit', metadata: { name: 'web-canary', namespace: 'shop' } }, true],
    [{ kind: 'TrafficSplit', metadata: { name: 'web-canary', namespace: 'other' } }, false],
    [{ kind: 'TrafficSplit', metadata: { name: 'web' } }, false],
    [{ kind: 'Service', metadata: { name: 'web-canary' } }, false],
    [{ kind: 'Service', metadata: { name: 'web', namespace: 'shop' } }, false],
    ['text', false],
  ])('%j is one of the split: %s', (patch, is) => {
    expect(isPatchOf(patch, split)).toBe(is);
  });
});

describe('a target of a replacement', () => {
  const select = { kind: 'TrafficSplit' };
  test.each([
    [{ select }, true],
    [{ select: {} }, true],
    [{ select, reject: [] }, true],
    [{ select, reject: [{ name: 'web' }] }, true],
    [{ select, reject: [{}] }, true],
    [{ select, reject: [{ name: '.*' }] }, true],
    [{ select, reject: [{ name: 'web-canary', namespace: 'other' }] }, true],
    [{ select, reject: [{ name: 'web-canary' }] }, false],
    [{ select, reject: [{ name: 'web' }, { namespace: 'shop' }] }, false],
    [{ select, reject: [{ ...split }] }, false],
    [{ select: { kind: 'Traffic.*' }, reject: [{ name: 'web-.*' }] }, false],
    [{ select: { kind: 'Traffic.*' }, reject: [{ namespace: 'sh.p' }] }, false],
    [{ select: { kind: 'Traffic.*' }, reject: [{ name: '(?i)web-.*' }] }, true],
    [{ select: { name: 'web-.*' }, reject: [{ name: 'web' }] }, true],
    [{ select: { kind: 'Traffic.*' }, reject: [{ name: 'web-canary' }] }, false],
    [{ select: { kind: 'Service' } }, false],
    [{ select: 'TrafficSplit' }, false],
    [{}, false],
    ['text', false],
  ])('%j is the split: %s', (target, is) => {
    expect(isReplaced(target, split)).toBe(is);
  });
});

describe('what the names that a selector matches begin with', () => {
  test.each([
    ['web-.*', 'web-'],
    ['^web-.*', 'web-'],
    ['web.*', 'web'],
    ['webs?', 'web'],
    ['web+', 'web'],
    ['web{0,2}', 'we'],
    ['web(-canary)', 'web'],
    ['web\\.shop', 'web'],
    ['web', 'web'],
    // Not known: any name may match.
    ['.*-web', ''],
    ['web|api', ''],
    ['web(-a|-b)', ''],
    ['w**', ''],
    ['w(', ''],
    ['(web)+', ''],
    ['w*e*b*s*', ''],
    ['w(?i)eb', ''],
    ['', ''],
  ])('%s: %j', (expression, start) => {
    expect(startOfMatches(expression)).toBe(start);
  });
});

describe('what all values that an expression matches end with', () => {
  test.each([
    ['.*-web', '-web'],
    ['.*-web$', '-web'],
    ['.+\\.web', 'web'],
    ['[a-c]web', 'web'],
    ['(a|b)web', ''],
    ['(?:a)web', 'web'],
    // The letter is a part of what is before it.
    ['.*\\web', 'eb'],
    ['.*\\x41', ''],
    ['.*\\d', ''],
    ['.*\\-web', 'web'],
    ['.*web\\$', ''],
    ['.*web.*', ''],
    ['.*web{2}', ''],
    // Not known: any name may match.
    ['.*-web|api', ''],
    ['w**eb', ''],
    ['.*-web(', ''],
    ['', ''],
  ])('%s: %j', (expression, end) => {
    expect(endOfMatches(expression)).toBe(end);
  });
});
