import type { Diagnostic, Location } from './diagnostic.ts';
import { fixOf, severityOf } from './diagnostic.ts';
import type { Resource } from './resource.ts';
import { resourceOf } from './resource.ts';
import type { Code, Severity } from '../findings/findings.ts';
import { annotation, showPath } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { offsetOf } from '../manifests/manifest.ts';
import type { Page } from '../yaml/read.ts';
import type { Position } from '../yaml/source.ts';
import { positionOf } from '../yaml/source.ts';

/** A diagnostic with its line and column, as reports need it. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** One line about the resource, without its name. */
  readonly message: string;
  /** One line. */
  readonly fix: string;
  /** As given by the user; `-` is standard input. */
  readonly path: string;
  /** The file of an object in a stream, according to kpt, Kustomize or Helm. */
  readonly origin?: string;
  readonly line?: number;
  /** In UTF-16 units. */
  readonly column?: number;
  /** The field as Kubernetes prints it; absent if the finding is about the whole object. */
  readonly field?: string;
  /** The object that the finding is about. */
  readonly resource?: Resource;
  /** The line of source, if it is short enough to be shown. */
  readonly excerpt?: string;
}

/** Computes the positions of diagnostics and sorts them by path, line and column. */
export function locate(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return diagnostics
    .map((diagnostic) => ({
      code: diagnostic.code,
      severity: severityOf(diagnostic),
      message: diagnostic.message,
      fix: fixOf(diagnostic),
      // The key is what is wrong.
      ...placeOf(diagnostic.at, diagnostic.code === 'unknown-field'),
    }))
    .sort(byPlace);
}

/** Compares by path, line and column. */
export function byPlace(a: Place, b: Place): number {
  return compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The place of a finding, independent of its source. */
export type Place = Pick<Finding, 'path' | 'origin' | 'line' | 'column' | 'field' | 'resource' | 'excerpt'>;

/** Computes the place of a location: of the value of its field, or of its key. */
export function placeOf(at: Location, ofKey = false): Place {
  if ('source' in at) return { path: at.source.path };
  if (!('manifest' in at)) return { path: at.page.slice.source.path, ...positionIn(at.page, at.offset) };
  const { manifest, field } = at;
  const { path } = manifest.page.slice.source;
  const origin = path === '-' ? originOf(manifest) : undefined;
  const resource = resourceOf(manifest.object);
  return {
    path,
    ...(origin !== undefined && { origin }),
    ...positionIn(manifest.page, offsetOf(manifest, field, ofKey)),
    ...(field.length > 0 && { field: showPath(field) }),
    ...(resource && { resource }),
  };
}

function positionIn(page: Page, offset: number): Position & Pick<Finding, 'excerpt'> {
  const excerpt = lineAround(page.text, offset);
  return { ...positionOf(page, offset), ...(excerpt !== undefined && { excerpt }) };
}

const longestExcerpt = 200;

/**
 * The line that holds an offset; undefined if it is long. Only the text nearby is searched, since a line may be a whole
 * file.
 */
function lineAround(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - longestExcerpt), offset);
  const after = text.slice(offset, offset + longestExcerpt);
  const [start, end] = [before.lastIndexOf('\n'), after.search(/\r?\n/)];
  if (start === -1 && offset > longestExcerpt) return undefined;
  if (end === -1 && offset + longestExcerpt < text.length) return undefined;
  const line = before.slice(start + 1).replace('\ufeff', '') + (end === -1 ? after : after.slice(0, end));
  return line.length > longestExcerpt || line.trim() === '' ? undefined : line;
}

/** The file of an item in a stream, according to kpt, Kustomize or `helm template`. */
function originOf(manifest: Manifest): string | undefined {
  const { object, page, document, start } = manifest;
  const keys = ['internal.config.kubernetes.io/path', 'config.kubernetes.io/path'];
  const path = keys.map((key) => annotation(object, key)).find((value) => value !== undefined && value !== '');
  const origin = annotation(object, 'config.kubernetes.io/origin')?.match(/^path: (.+)$/m)?.[1];
  // The comments above the first document are not in its range.
  const first = document === page.documents[0] ? 0 : document.range[0];
  const helm = /^# Source: (.+?)\r?$/m.exec(page.text.slice(first, Math.min(start, first + longestHeader)))?.[1];
  return path ?? origin ?? helm;
}

/** `helm template` writes its comment first; a list below it may be long. */
const longestHeader = 500;
