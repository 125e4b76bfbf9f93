import { once } from '../collections.ts';
import { isNode } from 'yaml';
import { field, isMapping, list, text, type FieldPath, type KubernetesObject } from '../kubernetes.ts';
import { toPlain } from '../yaml/plain-value.ts';
import { readUtf8, type Page } from '../yaml/read.ts';
import { encode, positionOf } from '../yaml/source.ts';
import type { FoundFile, Kustomization } from './files.ts';
import { holdsMappedAction, unreadable, wordsOf } from './unreadable.ts';

/** The objects in bytes, as Kubernetes' reader reads them; empty if they cannot be read. Never throws. */
export function objectsIn(bytes: Uint8Array | undefined): readonly unknown[] {
  return bytes === undefined ? [] : documentsIn(bytes).filter((value) => value !== undefined);
}

/** The objects in bytes, with undefined for each document that cannot be read. Never throws. */
export function documentsIn(bytes: Uint8Array): readonly unknown[] {
  return valuesOfPage(pageOfBytes(bytes));
}

/** The objects in a string that may also be a path; empty if it is not an object. */
export function inlineObjects(content: string): readonly KubernetesObject[] {
  if (!/[:{]/.test(content)) return [];
  return objectsIn(encode(content)).filter(isMapping);
}

/** What a text holds: operations of a JSON patch are a list. */
export function contentOf(content: string): readonly unknown[] {
  return objectsIn(encode(content));
}

/** The objects themselves, and for a list its items, as Kustomize reads patches and transformers. */
export function itemsOf(objects: readonly unknown[]): readonly unknown[] {
  return objects.flatMap((object) =>
    text(object, 'kind').endsWith('List') && Array.isArray(field(object, 'items')) ? list(object, 'items') : [object],
  );
}

/** Reads a kustomization file; one that is empty lists and sets nothing. */
export function readKustomization({ path, directory, bytes }: FoundFile): Kustomization {
  const page = pageOfBytes(bytes);
  const values = valuesOfPage(page);
  const asParsed = once(() => pageOfBytes(bytes));
  const document = values.findIndex(isMapping);
  const isUnknown =
    document === -1 ? values.length === 0 || values.includes(undefined) : holdsMappedAction(page, document);
  const object = isUnknown ? { resources: wordsOf(textOf(page, bytes)) } : values[document];
  return {
    path,
    directory,
    shown: /^(.*)\/[^/]*$/s.exec(path)?.[1] ?? '.',
    object: isMapping(object) ? withKnownKeys(object, spellings) : {},
    ...(isUnknown && { problem: unreadable(path, page) }),
    // Seldom asked for: parsed again, so that not all kustomizations are kept as they were parsed.
    line: (at) => fieldLine(asParsed(), document, at),
  };
}

/** The fields of a kustomization that are read here (kustomize api/types/kustomization.go). */
const fieldsRead = [
  'kind',
  'resources',
  'bases',
  'components',
  'namespace',
  'namePrefix',
  'nameSuffix',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'commonLabels',
  'commonAnnotations',
  'labels',
  'images',
  'replicas',
  'replacements',
  'vars',
  'configurations',
  'crds',
  'configMapGenerator',
  'secretGenerator',
  'generators',
  'transformers',
  'validators',
  'helmCharts',
  'helmGlobals',
  'helmChartInflationGenerator',
];
const spellings = new Map(fieldsRead.map((field) => [field.toLowerCase(), field]));

/** The fields inside the lists of a kustomization that are read here. */
const spellingsInside = new Map(
  [
    ...['path', 'patch', 'target', 'options', 'allowNameChange', 'group', 'version', 'kind', 'name', 'namespace'],
    ...['labelSelector', 'annotationSelector', 'source', 'targets', 'select', 'reject', 'fieldPath', 'fieldPaths'],
    ...['delimiter', 'index', 'create', 'fields', 'pairs', 'includeSelectors', 'includeTemplates', 'objref', 'files'],
  ].map((field) => [field.toLowerCase(), field]),
);

/** Kustomize reads `nameprefix` as `namePrefix`: Go finds the fields of a struct in any case (encoding/json, Unmarshal). */
function withKnownKeys(object: KubernetesObject, known: ReadonlyMap<string, string>): KubernetesObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      const key = known.get(name.toLowerCase()) ?? name;
      return [key, key === 'pairs' ? value : withKeysInside(value)];
    }),
  );
}

/** The objects of a list, and those in them; the keys of other mappings, such as labels, are the user's. */
function withKeysInside(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => (isMapping(entry) ? withStructKeys(entry) : entry));
}

function withStructKeys(object: KubernetesObject): KubernetesObject {
  const named = withKnownKeys(object, spellingsInside);
  return Object.fromEntries(
    Object.entries(named).map(([key, value]) => [
      key,
      key !== 'pairs' && isMapping(value) ? withStructKeys(value) : value,
    ]),
  );
}

/** The text of a page; of bytes that are not UTF-8, or too many to be parsed, what of it can be decoded. */
function textOf(page: Page | undefined, bytes: Uint8Array): string {
  return page === undefined || page.text === '' ? new TextDecoder().decode(bytes) : page.text;
}

function pageOfBytes(written: Uint8Array): Page | undefined {
  const bytes = asUtf8(written);
  return readUtf8({ source: { path: '', bytes }, start: 0, end: bytes.length, part: 'documents' }, false);
}

/** Kustomize reads UTF-16 with a byte order mark, too. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const name = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : undefined;
  return name === undefined ? bytes : encode(new TextDecoder(name).decode(bytes));
}

/**
 * The values of the documents of a page; undefined for one that cannot be read. Of a key that occurs twice, the last one
 * counts (sigs.k8s.io/yaml, yaml.Unmarshal).
 */
function valuesOfPage(page: Page | undefined): readonly unknown[] {
  const problems = page?.problems.filter(({ document }) => !hasOnlyDuplicateKeys(page, document)) ?? [];
  const broken = new Set(problems.map(({ document }) => document));
  return (page?.documents ?? []).map((document, index) => {
    if (broken.has(index)) return undefined;
    const plain = toPlain(document);
    return 'value' in plain ? plain.value : undefined;
  });
}

function hasOnlyDuplicateKeys({ documents }: Page, document: number): boolean {
  const errors = documents[document]?.errors ?? [];
  return errors.length > 0 && errors.every(({ code }) => code === 'DUPLICATE_KEY');
}

function fieldLine(page: Page | undefined, document: number, at: FieldPath): number {
  if (page === undefined) return 1;
  const node = page.documents[document]?.getIn(at, true);
  return positionOf(page, isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
}

/** Whether an object is a kustomization that cannot be built on its own. */
export function isComponent({ object }: Kustomization): boolean {
  return text(object, 'kind') === 'Component';
}
