import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMap, LineCounter, parseAllDocuments, type Document } from 'yaml';
import { field, isMapping, list, mapping, text, type FieldPath } from '../../kubernetes.ts';
import type { Destination, Kustomization } from '../../kustomize/rewrites.ts';
import { kustomize, type Kustomize } from '../../kustomize/graph.ts';
import { decode } from '../../yaml/source.ts';
import { anyOf } from '../../yaml/byte-search.ts';
import { memoryShort } from '../../yaml/read.ts';
import { search } from './search.ts';
import type { Tree } from './walk.ts';

/**
 * What the kustomizations of a call do to its files. They are read when the first question is asked, and what they name when
 * it is needed; a file that cannot be read or understood lists and sets nothing.
 */
export function kustomizeOf(tree: Tree, cwd: string): Kustomize {
  let read: Kustomize | undefined;
  const get = (): Kustomize => (read ??= readKustomizations(tree, cwd));
  return {
    namespace: (path) => get().namespace(path),
    namespaceCandidates: (path) => get().namespaceCandidates(path),
    rewrites: (path, split) => get().rewrites(path, split),
    patch: (path) => get().patch(path),
    together: (one, other) => get().together(one, other),
    joined: (paths) => get().joined(paths),
    namedBy: (path) => get().namedBy(path),
    inChart: (path) => get().inChart(path),
  };
}

function readKustomizations(tree: Tree, cwd: string): Kustomize {
  const real = memoised((path: string) => realPath(resolve(cwd, path)));
  const documents = memoised((file: string) => parse(textOf(file)));
  let destinations: readonly Destination[] | undefined;
  return kustomize(kustomizationsOf(tree), {
    locate: real,
    resolve: (directory, reference) => real(resolve(directory, reference)),
    parse,
    read: documents,
    charts: [...new Set(tree.folders.filter(({ chart }) => chart).map(({ actual }) => actual.slice(0, -1)))],
    destinations: () => (destinations ??= destinationsOf(tree)),
  });
}

function memoised<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.has(key) ? (known.get(key) as T) : make(key);
    known.set(key, value);
    return value;
  };
}

/** A file that does not exist keeps the path that was asked for. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function textOf(file: string): string {
  try {
    return decode(readFileSync(file));
  } catch {
    return '';
  }
}

function kustomizationsOf(tree: Tree): readonly Kustomization[] {
  const read = new Map<string, Kustomization>();
  for (const { actual, shown, kustomizations } of tree.folders) {
    for (const name of kustomizations) {
      const file = actual + name;
      if (!read.has(file)) read.set(file, kustomizationOf(shown + name, actual.slice(0, -1), textOf(file)));
    }
  }
  return [...read.values()];
}

function kustomizationOf(path: string, directory: string, content: string): Kustomization {
  const lines = new LineCounter();
  const document = documentsOf(content, lines).find(({ contents }) => isMap(contents));
  const object = document === undefined ? undefined : objectOf(document);
  return {
    path,
    directory,
    object: isMapping(object) ? object : {},
    line: (at) => lines.linePos(offsetOf(document, at)).line,
  };
}

/** Never throws: the reader's stack ends on a text that is nested too deep, its memory on one that is too large. */
function documentsOf(content: string, lineCounter?: LineCounter): readonly Document.Parsed[] {
  if (memoryShort(content) !== undefined) return [];
  try {
    const documents = parseAllDocuments(content, {
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
      ...(lineCounter && { lineCounter }),
    });
    return 'empty' in documents ? [] : documents;
  } catch {
    return [];
  }
}

/** The object of a document; undefined for one with too many aliases, or one of an anchor that is not there. */
function objectOf(document: Document.Parsed): unknown {
  try {
    return document.errors.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined;
  }
}

function parse(content: string): readonly unknown[] {
  return documentsOf(content).map(objectOf);
}

function offsetOf(document: Document.Parsed | undefined, at: FieldPath): number {
  const node = document?.getIn(at, true);
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as number[] | null) : null;
  return range?.[0] ?? 0;
}

/** What Argo CD Applications and Flux Kustomizations under the paths of the call say; the longer path is the nearer one. */
function destinationsOf(tree: Tree): readonly Destination[] {
  const words = new Set(['Application', 'ApplicationSet', 'targetNamespace']);
  const { sources } = search(tree.folders, anyOf(words));
  const found = sources.flatMap(({ path, bytes }) =>
    parse(safeText(bytes)).flatMap((object) => deploymentsIn(object).map((deployment) => ({ ...deployment, path }))),
  );
  found.sort((one, other) => other.directory.length - one.directory.length);
  return found.map(({ value, kind, directory, path }) => ({
    value,
    by: `${kind} in ${path}`,
    contains: (file) => directory === '' || file.includes(`/${directory}/`),
  }));
}

interface Deployment {
  readonly kind: string;
  readonly value: string;
  /** A path from the root of a repository; '' is the root. Where that is checked out nobody knows. */
  readonly directory: string;
}

function deploymentsIn(object: unknown): readonly Deployment[] {
  const kind = text(object, 'kind');
  const group = text(object, 'apiVersion').split('/')[0];
  if (group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization') {
    return deploymentOf('Flux Kustomization', field(object, 'spec', 'targetNamespace'), field(object, 'spec', 'path'));
  }
  if (group !== 'argoproj.io' || !['Application', 'ApplicationSet'].includes(kind)) return [];
  const spec = kind === 'Application' ? mapping(object, 'spec') : mapping(object, 'spec', 'template', 'spec');
  const sources = [field(spec, 'source'), ...list(spec, 'sources')];
  const namespace = field(spec, 'destination', 'namespace');
  return sources.flatMap((source) => deploymentOf(`Argo CD ${kind}`, namespace, field(source, 'path')));
}

/** Nothing where a part is missing, or is filled in by a template. */
function deploymentOf(kind: string, value: unknown, path: unknown): readonly Deployment[] {
  if (typeof value !== 'string' || typeof path !== 'string' || value === '' || /\{\{|\$\{/.test(value + path))
    return [];
  return [{ kind, value, directory: path.replace(/^(?:\.?\/+)+|^\.$|\/+$/g, '') }];
}

function safeText(bytes: Uint8Array): string {
  try {
    return decode(bytes);
  } catch {
    return '';
  }
}
