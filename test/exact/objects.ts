import { isDeepStrictEqual } from 'node:util';
import { isAlias, isNode, visit } from 'yaml';
import type { Options } from '../../src/config/config.ts';
import { annotation, field, isMapping, text } from '../../src/kubernetes.ts';
import type { KubernetesObject } from '../../src/kubernetes.ts';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { isHttpRoute, splitAnnotation } from '../../src/mesh/http-route.ts';
import { isServiceProfile, skipAnnotation } from '../../src/mesh/service-profile.ts';
import { isTrafficSplit } from '../../src/mesh/traffic-split.ts';
import { cut } from '../../src/yaml/cut.ts';
import type { Page } from '../../src/yaml/read.ts';
import { toPlain } from '../../src/yaml/plain-value.ts';
import { readSlice } from '../../src/yaml/read.ts';
import type { Source } from '../../src/yaml/source.ts';

/** What a source holds, as far as it can be read. */
export interface Content {
  readonly pages: readonly Page[];
  /** Lists before their entries. */
  readonly objects: readonly KubernetesObject[];
  readonly broken: number;
  /** Documents without content. */
  readonly hollow: number;
}

/** Reads all of a source; undefined where it is not UTF-8. */
export function contentOf(source: Source): Content | undefined {
  try {
    const pages = Array.from(cut(source, 'documents').all(), (slice) => readSlice(slice));
    const opened = pages.map(manifestsOf);
    return {
      pages,
      objects: opened.flatMap(({ manifests }) => manifests.map(({ object }) => object)),
      broken: pages.flatMap(brokenIn).length,
      hollow: pages.flatMap(({ documents }) => documents.filter(({ contents }) => contents === null)).length,
    };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The documents that cannot be parsed; one that is valid and not an object, such as a list of texts, is not among them. */
function brokenIn({ problems, documents }: Page): readonly unknown[] {
  const parsed = documents.filter((_, at) => problems.every(({ document }) => document !== at));
  return [...problems, ...parsed.filter((document) => 'problem' in toPlain(document))];
}

/**
 * What is wrong about the objects of `after`, where all but profiles, routes and dropped splits have to be those of
 * `before`.
 */
export function differences(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  target: Options['target'] = 'serviceprofile',
): string[] {
  const [others, othersAfter] = [before.filter(isOther).map(withoutItems), after.filter(isOther).map(withoutItems)];
  const found: string[] = [];
  if (!isDeepStrictEqual(others, othersAfter)) found.push('an object that is neither a profile nor a split changed');
  if (!isSubsequence(after.filter(isTrafficSplit), before.filter(isTrafficSplit)))
    found.push('a split changed, or one is new');
  const routes = after.filter(isHttpRoute).map(withoutRules);
  const kept = before.filter(isHttpRoute).filter((route) => annotation(route, splitAnnotation) === undefined);
  if (!isSubsequence(kept.map(withoutRules), routes)) found.push('a route changed in more than its rules');
  if (target === 'httproute') {
    if (!isSubsequence(after.filter(isServiceProfile), before.filter(isServiceProfile)))
      found.push('a profile changed, or one is new');
    return found;
  }
  const profiles = after.filter(isServiceProfile).map(withoutOurs);
  if (!isSubsequence(before.filter(isServiceProfile).map(withoutOurs), profiles))
    found.push('a profile changed in more than its overrides and skip annotation');
  return found;
}

/** A typed list of splits goes when `--drop` leaves it empty: it counts as a split. */
function isOther(object: KubernetesObject): boolean {
  return (
    !isServiceProfile(object) &&
    !isHttpRoute(object) &&
    !isTrafficSplit(object) &&
    text(object, 'kind') !== 'TrafficSplitList'
  );
}

function withoutItems(object: KubernetesObject): KubernetesObject {
  return text(object, 'kind').endsWith('List') && Array.isArray(object.items) ? { ...object, items: [] } : object;
}

/** A route without what the tool may change where nothing says that it made it. */
function withoutRules(object: KubernetesObject): KubernetesObject {
  const spec = field(object, 'spec');
  return { ...object, spec: isMapping(spec) ? { ...spec, rules: [] } : spec };
}

/** A profile without what the tool may change; an empty mapping and a missing one are the same then. */
function withoutOurs(object: KubernetesObject): KubernetesObject {
  const spec = field(object, 'spec');
  const metadata = field(object, 'metadata');
  const annotations = field(metadata, 'annotations');
  return pruned({
    ...object,
    spec: isMapping(spec) ? { ...spec, dstOverrides: undefined } : spec,
    metadata: isMapping(metadata)
      ? {
          ...metadata,
          annotations: isMapping(annotations) ? pruned({ ...annotations, [skipAnnotation]: undefined }) : annotations,
        }
      : metadata,
  });
}

function pruned(object: KubernetesObject): KubernetesObject {
  const entries = Object.entries(object)
    .map(([key, value]) => [key, isMapping(value) ? pruned(value) : value] as const)
    .filter(
      ([, value]) => value !== undefined && value !== null && !(isMapping(value) && Object.keys(value).length === 0),
    );
  return Object.fromEntries(entries);
}

function isSubsequence(some: readonly unknown[], all: readonly unknown[]): boolean {
  let at = 0;
  for (const one of all) if (at < some.length && isDeepStrictEqual(some[at], one)) at += 1;
  return at === some.length;
}

/** A stretch of a source's bytes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a node that begins in one of the ranges has an anchor or a tag, or is an alias. */
export function hasReferenceIn(pages: readonly Page[], ranges: readonly Range[]): boolean {
  return pages.some((page) => {
    const { start, end } = page.slice;
    const near = ranges.filter((range) => range.start < end && range.end > start);
    if (near.length === 0) return false;
    const offsetOf = (at: number): number => start + Buffer.byteLength(page.text.slice(0, at));
    let found = false;
    for (const document of page.documents)
      visit(document, {
        Node: (_, node) => {
          if (!isNode(node) || !node.range) return;
          const before = page.text.slice(0, node.range[0]);
          const sign = isAlias(node)
            ? node.range[0]
            : /(?<=^|[\s[{,])(?:(?:![^\s,[\]{}]*|&[^\s,[\]{}]+)\s+)+$/.exec(before)?.index;
          if (sign === undefined) return;
          const at = offsetOf(sign);
          if (near.some((range) => at >= range.start && at < range.end)) found = true;
        },
      });
    return found;
  });
}
