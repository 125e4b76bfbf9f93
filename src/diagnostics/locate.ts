import type { Diagnostic, Location } from './diagnostic.ts';
import { fixOf, severityOf } from './diagnostic.ts';
import type { Severity } from '../findings/findings.ts';
import { annotation, showPath } from '../kubernetes.ts';
import { offsetOf } from '../manifests/manifest.ts';
import type { Position } from '../yaml/source.ts';
import { positionOf } from '../yaml/source.ts';

/** A diagnostic with its place counted out, as every form of report needs it. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly severity: Severity;
  readonly path: string;
  readonly position?: Position;
  /** The field, as Kubernetes prints it; '' where the whole object is meant. */
  readonly field: string;
  readonly fix: string;
}

/** Counts the lines of diagnostics and puts them in the order of path, line and column. */
export function locate(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return diagnostics
    .map((diagnostic) => ({
      diagnostic,
      severity: severityOf(diagnostic),
      fix: fixOf(diagnostic),
      ...place(diagnostic.at),
    }))
    .sort((a, b) => compare(a.path, b.path) || byPosition(a.position, b.position));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPosition(a: Position | undefined, b: Position | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

function place(at: Location): Pick<Finding, 'path' | 'position' | 'field'> {
  if ('source' in at) return { path: at.source.path, field: '' };
  const { page, offset } = 'manifest' in at ? { page: at.manifest.page, offset: offsetOf(at.manifest, at.field) } : at;
  const { source } = page.slice;
  const path = source.path === '-' && 'manifest' in at ? (originOf(at) ?? '-') : source.path;
  return {
    path,
    position: positionOf(page, offset),
    field: 'manifest' in at ? showPath(at.field) : '',
  };
}

/** The file that an item of a stream came from, where kpt or Kustomize say it. */
function originOf({ manifest }: Extract<Location, { manifest: unknown }>): string | undefined {
  const { object } = manifest;
  const path =
    annotation(object, 'internal.config.kubernetes.io/path') ?? annotation(object, 'config.kubernetes.io/path');
  const origin = /^path: (.*)$/m.exec(annotation(object, 'config.kubernetes.io/origin') ?? '')?.[1];
  const from = path ?? origin;
  return from === undefined ? undefined : `<stdin>(${from})`;
}
