import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { bySeverity, fixOf, severityOf } from '../diagnostics/diagnostic.ts';
import type { ItemPlace } from './item-index.ts';
import { first, indexKeys, itemOf, packageKey, pathKeys, itemPlaceOf, yamlPathOf } from './item-index.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, field, showPath, text } from '../kubernetes.ts';

/** A result of a KRM function (functions-spec.md). */
type Result = Readonly<Record<string, unknown>>;

/** Converts diagnostics to results: errors first, because kpt only shows four; then by file, index and text. */
export function toResults(diagnostics: readonly Diagnostic[]): readonly Result[] {
  return [...diagnostics].sort((a, b) => bySeverity(a, b) || order(resultFile(a), resultFile(b))).map(toResult);
}

function order(a: File | undefined, b: File | undefined): number {
  const [one, other] = [a?.path ?? '', b?.path ?? ''];
  return one < other ? -1 : one > other ? 1 : (a?.index ?? 0) - (b?.index ?? 0);
}

/** Converts a diagnostic to a result; its message contains the fix, because kpt prints neither file nor fix. */
function toResult(diagnostic: Diagnostic): Result {
  const resourceRef = referenceOf(diagnostic);
  const file = resultFile(diagnostic);
  const at = resourceRef && resultField(diagnostic);
  return {
    message: `${diagnostic.message}; fix: ${fixOf(diagnostic)}`.replace(/\s+/g, ' '),
    severity: severityOf(diagnostic),
    ...(resourceRef && { resourceRef }),
    ...(at && { field: at }),
    ...(file && { file }),
    tags: { code: diagnostic.code },
  };
}

function objectOf({ at }: Diagnostic): KubernetesObject | undefined {
  return 'manifest' in at ? at.manifest.object : undefined;
}

function referenceOf(diagnostic: Diagnostic): Result | undefined {
  const object = objectOf(diagnostic);
  if (object === undefined) return undefined;
  const [apiVersion, kind, name, namespace] = [
    text(object, 'apiVersion'),
    text(object, 'kind'),
    text(object, 'metadata', 'name'),
    text(object, 'metadata', 'namespace'),
  ];
  if (apiVersion === '' || kind === '' || name === '') return undefined;
  return { apiVersion, kind, name, ...(namespace !== '' && { namespace }) };
}

function resultField(diagnostic: Diagnostic): Result | undefined {
  if (!('manifest' in diagnostic.at) || diagnostic.at.field.length === 0) return undefined;
  const { manifest, field: path } = diagnostic.at;
  const currentValue = field(manifest.object, ...path);
  const { proposedValue } = diagnostic;
  return {
    path: showPath(path),
    ...(isScalarValue(currentValue) && { currentValue }),
    ...(proposedValue !== undefined && { proposedValue }),
  };
}

function isScalarValue(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

interface File {
  readonly path: string;
  readonly index?: number;
}

/** The file of an item: kpt writes it on every item, Kustomize only in the origin annotation. */
function resultFile(diagnostic: Diagnostic): File | undefined {
  const { at } = diagnostic;
  if (!('manifest' in at)) return undefined;
  const { object } = itemOf(at.manifest);
  const file = itemPlaceOf(object);
  const origin = /^path: (.*)$/m.exec(annotation(object, 'config.kubernetes.io/origin') ?? '')?.[1];
  if (file === undefined) return origin === undefined ? undefined : { path: origin };
  const { path, index } = file;
  return { path, ...(Number.isSafeInteger(index) && { index }) };
}

/**
 * The annotations by which kpt knows where a new item belongs: the path and package of the split, and an index that no
 * item has (kpt refuses two items with the same path and index). Empty if the split has no path, as under Kustomize.
 */
export function newItemAnnotations(
  itemsAt: (path: string) => readonly ItemPlace[],
): (split: KubernetesObject, place: 'beside' | 'instead') => Readonly<Record<string, string>> {
  const next = new Map<string, number>();
  const freeIndex = ({ path, packagePath }: ItemPlace): number => {
    const key = `${packagePath}\n${path}`;
    const free =
      next.get(key) ??
      itemsAt(path)
        .filter((item) => item.packagePath === packagePath)
        .reduce((most, { index }) => Math.max(most, index + 1 || 0), 0);
    next.set(key, free + 1);
    return free;
  };
  return (split, place) => {
    const from = itemPlaceOf(split);
    if (from === undefined) return {};
    const path = yamlPathOf(from.path);
    const same = place === 'instead' && path === from.path;
    const index = same ? (first(split, indexKeys) ?? '0') : String(freeIndex({ ...from, path }));
    return {
      ...carriedAnnotations(split, pathKeys, path),
      ...carriedAnnotations(split, indexKeys, index),
      ...carriedAnnotations(split, [packageKey], from.packagePath),
    };
  };
}

/** The value of each of these annotations that the split has; an item with a path needs an index. */
function carriedAnnotations(
  split: KubernetesObject,
  keys: readonly string[],
  value: string,
): Readonly<Record<string, string>> {
  const has = (key: string): boolean => annotation(split, key) !== undefined;
  const own = keys.filter((key) => has(key) || (keys === indexKeys && has(key.replace(/index$/, 'path'))));
  return Object.fromEntries(own.map((key) => [key, value]));
}
