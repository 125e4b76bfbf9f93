import { describe, expect, test } from 'vitest';
import { resolveOptions, type Options } from '../../src/config/config.ts';
import { openCallIndex } from '../../src/conversion/call-index.ts';
import { openPageCache } from '../../src/manifests/page-cache.ts';
import type { CallObject, Unit } from '../../src/run.ts';
import { encode, type Source } from '../../src/yaml/source.ts';

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n';

function sourceOf(text: string, path = 'a.yaml'): Source {
  return { path, bytes: encode(text) };
}

/** What the index of a call finds around splits of these names, and the words that were searched for. */
function indexOf(
  text: string,
  { names = ['web'], options = {}, units = [] }: { names?: string[]; options?: Partial<Options>; units?: Unit[] } = {},
): { objects: readonly CallObject[]; searches: readonly (readonly [string[], string[]])[] } {
  const searches: [string[], string[]][] = [];
  const search = (words: ReadonlySet<string>, inAnyKind: ReadonlySet<string>): readonly Source[] => {
    searches.push([[...words].sort(), [...inAnyKind].sort()]);
    return [sourceOf(text)];
  };
  const all = resolveOptions(options);
  const ask = openCallIndex({ units, search }, new Set(names), all, openPageCache('fine'));
  return { objects: ask((objects) => objects), searches };
}

describe('the index of a call', () => {
  test('searches for the names of the splits and the marks of what they leave', () => {
    expect(indexOf(service).searches).toEqual([[['AppProject', 'smi-spec', 'smi2linkerd', 'web'], []]]);
  });

  test('searches for what refers to splits in objects of any kind where they are dropped', () => {
    const leftovers = ['linkerd-smi', 'smi-adaptor', 'smi-spec', 'trafficsplits'];
    expect(indexOf(service, { options: { drop: true } }).searches).toEqual([
      [['AppProject', ...leftovers, 'web'], leftovers],
    ]);
  });

  test('searches for nothing without a split', () => {
    expect(indexOf(service, { names: [] })).toEqual({ objects: [], searches: [] });
  });

  test.each<[string, string, string[]]>([
    ['a Service of a name', service, ['web']],
    ['a Service of another name', service.replace('web', 'api'), []],
    ['an AppProject of any name', service.replace('Service', 'AppProject').replace('web', 'api'), ['api']],
    ['a kind that does not matter', service.replace('Service', 'ConfigMap'), []],
  ])('answers with %s', (_, text, wanted) => {
    const names = indexOf(text).objects.map(({ manifest }) => (manifest.object.metadata as { name: string }).name);
    expect(names).toEqual(wanted);
  });

  test('computes each answer once', () => {
    let made = 0;
    const ask = openCallIndex({ units: [] }, new Set(['web']), resolveOptions({}), openPageCache('fine'));
    const make = (): number => (made += 1);
    expect([ask(make), ask(make), made]).toEqual([1, 1, 1]);
  });
});

/** A unit whose kustomizations answer so of every file; they move what has a namespace to those of their builds. */
function unitWith(namespace: string | undefined, isPatch = false, builds: readonly string[] = []): Unit {
  const given = namespace === undefined ? undefined : { value: namespace };
  const built = builds.map((value) => ({ value }));
  const kustomize = { namespace: () => given, namespacesBuilt: () => built, patch: () => (isPatch ? {} : undefined) };
  return { kustomize } as unknown as Unit;
}

const inKustomization = unitWith('kustomized');
const elsewhere = unitWith(undefined);

const inShop = service.replace('web}', 'web, namespace: shop}');

test.each<[string, string, { options?: Partial<Options>; units?: Unit[] }, string]>([
  ['its own', inShop, { options: { namespace: 'x' }, units: [inKustomization] }, 'shop'],
  ['that to which its build moves it', inShop, { units: [unitWith('prod', false, ['prod'])] }, 'prod'],
  ['its own where its build leaves it there', inShop, { units: [unitWith(undefined, false, [''])] }, 'shop'],
  ['those to which its builds move it', inShop, { units: [unitWith(undefined, false, ['prod', 'test'])] }, 'prod test'],
  [
    'also its own where one of its builds leaves it there',
    inShop,
    { units: [unitWith(undefined, false, ['prod', ''])] },
    'prod shop',
  ],
  ['that of the run', service, { options: { namespace: 'x' }, units: [inKustomization] }, 'x'],
  ['that of a kustomization', service, { units: [inKustomization] }, 'kustomized'],
  ['not known in a kustomization without one', service, { units: [elsewhere] }, ''],
  ['not known in a call without units', service, {}, ''],
])('the namespace of an object of a call is %s', (_, text, settings, wanted) => {
  expect(indexOf(text, settings).objects.map(({ namespaces }) => namespaces.join(' '))).toEqual([wanted]);
});

test.each([true, false])('an object of a call is in a file that a kustomization uses as a patch: %s', (isPatch) => {
  const { objects } = indexOf(service, { units: [unitWith('shop', isPatch)] });
  expect(objects.map((one) => one.isPatch)).toEqual([isPatch]);
});
