import { describe, expect, test } from 'vitest';
import { nearestWord } from '../../src/findings/did-you-mean.ts';
import { explain, explainAll } from '../../src/findings/explanation-text.ts';
import { codes, findings } from '../../src/findings/findings.ts';
import { explanations } from '../../src/findings/explanations.ts';
import { resembling } from '../../src/manifests/resembling.ts';

describe('the nearest known word', () => {
  const known = ['backends', 'service', 'matches', 'drop'];
  test.each<[string, string | undefined]>([
    ['backends', 'backends'],
    ['backend', 'backends'],
    ['Backends', 'backends'],
    ['bakcends', 'backends'],
    ['bcakneds', 'backends'],
    ['bakcned', undefined],
    ['servcie', 'service'],
    ['sevrcie', 'service'],
    ['services', 'service'],
    ['svc', undefined],
    ['dorp', 'drop'],
    ['drp', 'drop'],
    ['dr', undefined],
    ['od', undefined],
    ['dropped', undefined],
    ['match', undefined],
    ['', undefined],
    ['sevice', 'service'],
    ['xservice', 'service'],
    ['ervice', 'service'],
    ['bckend', 'backends'],
    ['bckendxx', undefined],
    ['dropp', 'drop'],
    ['rop', 'drop'],
  ])('to %j is %j', (word, near) => {
    expect(nearestWord(word, known)).toBe(near);
  });

  test('is the first of several that are equally near, and never further than asked for', () => {
    expect(nearestWord('cat', ['bat', 'car', 'cat'])).toBe('cat');
    expect(nearestWord('cat', ['bat', 'car'])).toBe('bat');
    expect([nearestWord('backend', known, 1), nearestWord('backend', known, 0)]).toEqual(['backends', undefined]);
  });

  test('to a very long word is not searched', () => {
    const long = 'a'.repeat(60);
    expect([nearestWord(long, [`${long}b`]), nearestWord(`${long}a`, [`${long}b`])]).toEqual([`${long}b`, undefined]);
  });
});

describe('an explanation', () => {
  test.each(codes)('of %s has its title, cause, example and fix, in lines of at most 79 characters', (code) => {
    const text = explain(code);
    const { severity, title, fix } = findings[code];
    const { cause, example } = explanations[code];
    const plain = (words: string): string => words.replace(/\s+/g, ' ').toLowerCase();
    for (const part of [code, severity, title, cause, fix]) expect(plain(text)).toContain(plain(part));
    for (const line of example.split('\n')) expect(text).toContain(line === '' ? '\n\n' : `\n  ${line}\n`);
    const prose = text.split('\n').filter((line) => !line.startsWith('  '));
    expect(prose.filter((line) => line.length > 79 && line.includes(' '))).toEqual([]);
    expect(text).not.toMatch(/ \n|\n\n\n/);
    expect(explainAll()).toContain(code);
  });
});

test('the list of all codes has a line for each, in three columns', () => {
  const lines = explainAll().split('\n');
  expect(lines).toHaveLength(codes.length + 1);
  const title = findings['duplicate-backend'].title;
  const width = Math.max(...codes.map((code) => code.length));
  expect(lines).toContain(`${'duplicate-backend'.padEnd(width)}  warning  ${title}`);
  expect(lines).toContain(`${'yaml-syntax'.padEnd(width)}  error    ${findings['yaml-syntax'].title}`);
});

describe('the first line of an explanation', () => {
  test.each<[(typeof codes)[number], string]>([
    ['yaml-syntax', 'yaml-syntax (error): the document is not valid YAML'],
    ['duplicate-backend', 'duplicate-backend (warning): a backend is named twice'],
    ['profile-invalid', 'profile-invalid (warning): Linkerd cannot load the ServiceProfile'],
    ['service-renamed', 'service-renamed (info): Kustomize renames what the TrafficSplit names'],
    ['apex-split-in-files', 'apex-split-in-files (warning): TrafficSplits in several files split the same'],
  ])('of %s has a title that begins with a small letter, unless that is a name: %j', (code, line) => {
    expect(explain(code).split('\n')[0]).toBe(line);
  });
});

describe('a name that resembles another', () => {
  const resembles = resembling(new Set(['web-v1', 'cart']));
  test.each([
    ['name: web-v2', true],
    ['name: web-v', true],
    ['name: web-v11', true],
    ['name: wbe-v1', true],
    ['name: web', true],
    ['name: v1', true],
    ['name: shop-cart', true],
    ['name: cart-api', true],
    ['name: shop-cart-api', false],
    ['name: x--cart', true],
    ['name: carts', true],
    ['name: card', true],
    ['name: dart', true],
    ['name: art', true],
    ['name: web-v1', false],
    ['name: cart', false],
    ['name: other', false],
    ['"name":"web-v2"', true],
    ["name: 'web-v2'", true],
    ['rename: other\nname:  card', true],
    ['surname: card', false],
    ['namespace: card', false],
    ['', false],
  ])('in %j: %s', (text, is) => {
    expect(resembles(text)).toBe(is);
  });

  test('is none of a name that is longer than that of any object', () => {
    const long = '[[ '.repeat(60_000);
    expect(resembling(new Set([long]))(`name: "${long}"`)).toBe(false);
  });
});
