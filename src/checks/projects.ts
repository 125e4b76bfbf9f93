import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, list, text } from '../kubernetes.ts';
import { gatewayGroup } from '../mesh/http-route.ts';
import { splitGroup } from '../mesh/traffic-split.ts';
import type { Run } from '../run.ts';

/**
 * The finding for an Argo CD project that allows TrafficSplits but not what they are converted to; undefined for any
 * other object.
 */
export function projectFinding(
  object: KubernetesObject,
  { target }: Run['options'],
): Pick<Diagnostic, 'code' | 'message'> | undefined {
  if (text(object, 'kind') !== 'AppProject' || groupOf(object) !== 'argoproj.io') return undefined;
  if (!isAllowed(object, splitGroup, 'TrafficSplit')) return undefined;
  if (target === 'httproute')
    return isAllowed(object, gatewayGroup, 'HTTPRoute')
      ? undefined
      : { code: 'project-forbids-route', message: 'allows TrafficSplits but no HTTPRoutes' };
  return isAllowed(object, 'linkerd.io', 'ServiceProfile')
    ? undefined
    : { code: 'project-forbids-profile', message: 'allows TrafficSplits but no ServiceProfiles' };
}

/**
 * An AppProject decides by its whitelist, if it has one, and by its blacklist (argo-cd,
 * AppProject.IsGroupKindNamePermitted).
 */
function isAllowed(project: KubernetesObject, group: string, kind: string): boolean {
  const lists = (key: string): boolean =>
    list(project, 'spec', key).some(
      (entry) => matchesGlob(text(entry, 'group'), group) && matchesGlob(text(entry, 'kind'), kind),
    );
  const isListed =
    list(project, 'spec', 'namespaceResourceWhitelist').length === 0 || lists('namespaceResourceWhitelist');
  return isListed && !lists('namespaceResourceBlacklist');
}

/**
 * Whether a pattern matches a name without slashes (Go, path/filepath.Match): `*`, `?`, classes `[a-z]` and `[^a-z]`,
 * `\\` before a literal character. Tried from the left, going back to the last `*` only, so that the time is that of
 * pattern times name. A malformed pattern matches nothing.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  const parts = patternParts(pattern);
  if (parts === undefined) return false;
  const signs = Array.from(name);
  let [at, star, from] = [0, -1, 0];
  for (let index = 0; index < signs.length;) {
    const part = parts[at];
    if (part === '*') [star, from, at] = [at, index, at + 1];
    else if (part?.(signs[index] ?? '') === true) [at, index] = [at + 1, index + 1];
    else if (star !== -1) [at, from, index] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return parts.slice(at).every((part) => part === '*');
}

/** A part of a pattern: any characters, or a test of one. */
type PatternPart = '*' | ((sign: string) => boolean);

/** One part of a pattern: an escaped character, a class, or a single character. */
const onePart = /\\(?<escaped>.)|\[(?<not>\^|(?!\^))(?<ranges>(?:RANGE)+)\]|(?<sign>[^\\[])/;
const oneRange = /(?:\\.|[^\\\]-])(?:-(?:\\.|[^\\\]-]))?/;
const partPattern = new RegExp(onePart.source.replace('RANGE', oneRange.source), 'suy');

/** The parts of a pattern; undefined where it is malformed. */
function patternParts(pattern: string): readonly PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  for (let at = 0; at < pattern.length;) {
    partPattern.lastIndex = at;
    const [all = '', ...groups] = partPattern.exec(pattern) ?? [];
    if (all === '') return undefined;
    const [escaped, not, ranges, sign] = groups;
    if (ranges !== undefined) parts.push(classTest(ranges, not === '^'));
    else if (sign === '*') parts.push('*');
    else parts.push(sign === '?' ? () => true : (one) => one === (escaped ?? sign));
    at += all.length;
  }
  return parts;
}

function classTest(ranges: string, isNegated: boolean): (sign: string) => boolean {
  const bounds = Array.from(ranges.matchAll(new RegExp(oneRange.source, 'gsu')), ([range]) => {
    const [low = '', high = low] = Array.from(
      range.matchAll(/\\(.)|([^-])/gsu),
      ([, escaped, plain]) => escaped ?? plain,
    );
    return [low, high] as const;
  });
  return (sign) =>
    bounds.some(([low, high]) => codePointOf(low) <= codePointOf(sign) && codePointOf(sign) <= codePointOf(high)) !==
    isNegated;
}

function codePointOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
