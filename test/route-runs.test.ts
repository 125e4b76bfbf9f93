import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, type Document } from 'yaml';
import type { ConvertOptions } from '../src/index.ts';
import { convert } from '../src/index.ts';
import { cases } from './fixtures.ts';

/** The streams of all fixtures that hold a TrafficSplit, whatever they test. The library does not read a ResourceList. */
const inputs = cases(join(import.meta.dirname, '../fixtures')).flatMap(({ name, stdin }) => {
  const text = stdin?.toString() ?? '';
  return text.includes('TrafficSplit') && !text.includes('ResourceList') ? [[name, text] as const] : [];
});

const toRoutes: ConvertOptions = { target: 'httproute', ports: '8080' };
const droppingTo: ConvertOptions = { ...toRoutes, drop: true };

const profilesFirst: ConvertOptions = {};
const withProfiles: ConvertOptions = { ...toRoutes, profiles: true };
const made = new Map<ConvertOptions, Map<string, string>>();

/** The text after a run; each run is made once. */
function after(text: string, options: ConvertOptions): string {
  const runs = made.get(options) ?? new Map<string, string>();
  made.set(options, runs);
  const known = runs.get(text) ?? convert([{ path: 'input.yaml', text }], options).files[0]?.text ?? text;
  runs.set(text, known);
  return known;
}

/** Refused by --drop alone, because another item of the input uses an anchor or an alias of the split. */
const shared = [
  'a-split-in-a-list-that-is-used-twice-is-converted-where-its-route-exists',
  'a-split-whose-anchor-another-item-uses',
  'a-split-whose-anchor-another-item-uses-when-dropped',
  'an-item-that-is-an-alias-of-a-split-is-refused',
  'splits-that-share-anchors-are-dropped-together',
  'splits-whose-anchors-one-that-is-refused-uses-are-not-dropped',
];

/** A byte order mark that was inside is the first when what is before it is removed; it says nothing there. */
function withoutFirstMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

interface Thing {
  readonly kind?: string;
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** The object of a document; null if it has an alias without an anchor, which is no error of the document. */
function valueOf(document: Document.Parsed): Thing | null {
  try {
    return document.toJS() as Thing | null;
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

/** What the routes of a text do, without their names. */
function routesIn(text: string): readonly string[] {
  return objectsIn(text)
    .filter(({ kind, spec }) => kind === 'HTTPRoute' && spec?.rules !== undefined)
    .map(({ spec }) => JSON.stringify([spec?.parentRefs, spec?.rules]))
    .sort();
}

function objectsIn(text: string): readonly Thing[] {
  return parseAllDocuments(text, { logLevel: 'silent' })
    .flatMap((document) => (document.errors.length > 0 ? [] : [valueOf(document)]))
    .filter((object): object is Thing => typeof object === 'object' && object !== null);
}

describe('the input of each fixture with --target httproute', () => {
  test('the inputs are those of the fixtures, and many of them become routes', () => {
    expect(inputs.length).toBeGreaterThan(500);
    expect(inputs.filter(([, text]) => after(text, toRoutes) !== text).length).toBeGreaterThan(250);
  });

  test.each([
    ['and nothing else', toRoutes],
    ['and --drop', droppingTo],
    ['and --profiles', withProfiles],
  ])('%s: a second run changes nothing', (_, options) => {
    const different = inputs.filter(([, text]) => {
      const once = after(text, options);
      return after(once, options) !== once;
    });
    expect(different.map(([name]) => name)).toEqual([]);
  });

  test('a run and then one with --drop give the text of one with --drop', () => {
    const different = inputs.filter(
      ([, text]) =>
        withoutFirstMark(after(after(text, toRoutes), droppingTo)) !== withoutFirstMark(after(text, droppingTo)),
    );
    expect(different.map(([name]) => name)).toEqual(shared);
  });

  test('what was made of the splits before, beside them, becomes the same routes', () => {
    // Splits without a profile or a route of their own.
    const fresh = inputs.filter(([, text]) => !/ServiceProfile|HTTPRoute|Canary|Rollout|kind: \w*List/.test(text));
    const different = fresh.filter(([, text]) => {
      const [beside, wanted] = [after(text, profilesFirst), routesIn(after(text, toRoutes))];
      const profiles = objectsIn(beside).filter(({ kind }) => kind === 'ServiceProfile');
      return profiles.length >= wanted.length && routesIn(after(beside, toRoutes)).join() !== wanted.join();
    });
    expect(different.map(([name]) => name)).toEqual([]);
  });
});
