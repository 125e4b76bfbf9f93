import type { FieldPath } from '../kubernetes.ts';
import type { Flag } from './flag.ts';
import { show } from './flag.ts';
import type { RouteMatch } from './http-route.ts';
import type { LinkerdRegex } from './linkerd-regex.ts';
import { parseLinkerdRegex } from './linkerd-regex.ts';
import { headerPattern, isDecided, matchesSomePath, outsidePath, pathPattern } from './regex-facts.ts';
import type { GroupHeader, GroupMatch } from './route-group.ts';

/** The methods of an HTTPRouteMatch (Gateway API, HTTPMethod). */
const methodNames = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
/** Limits of the HTTPRoute CRD. */
const [longestPath, longestHeader, longestName, mostHeaders] = [1024, 4096, 256, 16];

/**
 * Converts a match of an HTTPRouteGroup to matches of a route, one for each method. Returns undefined if an error was
 * reported.
 */
export function toRouteMatches(match: GroupMatch, flag: Flag, fail: Flag): readonly RouteMatch[] | undefined {
  const methods = methodsOf(match, fail);
  const path = pathMatchOf(match, flag, fail);
  const headers = headersOf(match, flag, fail);
  if (methods === undefined || path === undefined || headers === undefined) return undefined;
  const conditions = { path, ...(headers.length > 0 && { headers }) };
  if (methods.includes('*') && isEverything(conditions))
    flag('match-everything', 'the match applies to every request', match.at);
  return methods.map((method) => (method === '*' ? conditions : { method, ...conditions }));
}

/** Whether a match applies to every request. */
export function isEverything({ method, path, headers }: RouteMatch): boolean {
  return method === undefined && headers === undefined && path.type === 'PathPrefix' && path.value === '/';
}

function methodsOf({ methods = ['*'], at }: GroupMatch, fail: Flag): readonly string[] | undefined {
  const index = methods.findIndex((method) => method !== '*' && !methodNames.includes(method));
  const odd = methods[index];
  if (odd === undefined) return [...new Set(methods)];
  const upper = odd.toUpperCase();
  const fix = methodNames.includes(upper) ? `write ${upper}` : `a route knows ${methodNames.join(', ')}`;
  fail('match-unsupported', `method ${show(odd)} cannot be matched by a route`, [...at, 'methods', index], fix);
  return undefined;
}

/** Parses a pattern; returns undefined and reports an error if Linkerd would refuse it. */
function read(pattern: string, what: string, at: FieldPath, fail: Flag): LinkerdRegex | undefined {
  const regex = parseLinkerdRegex(pattern);
  if (!('problem' in regex)) return regex;
  const { problem, offset, fix = 'use what Rust, RE2 and JavaScript read alike' } = regex;
  fail('match-unsupported', `${what} ${show(pattern)} ${problem} at character ${offset + 1}`, at, fix);
  return undefined;
}

function pathMatchOf({ pathRegex = '', at }: GroupMatch, flag: Flag, fail: Flag): RouteMatch['path'] | undefined {
  const field = [...at, 'pathRegex'];
  const regex = read(pathRegex, 'pathRegex', field, fail);
  if (regex === undefined) return undefined;
  const outside = outsidePath(regex);
  if (outside !== undefined) {
    const says = `pathRegex ${show(pathRegex)} holds ${show(outside)}, and Linkerd matches the path without its query`;
    fail('match-unsupported', says, field, 'match the path alone');
    return undefined;
  }
  const value = pathPattern(pathRegex, regex);
  if (value === undefined) return { type: 'PathPrefix', value: '/' };
  if (isTooLong([value, longestPath], 'pathRegex', field, fail)) return undefined;
  if (holdsLineEnd(pathRegex)) {
    flag('match-never', `pathRegex ${show(pathRegex)} holds a line end, which no path has`, field, onOneLine);
  } else if (!matchesSomePath(regex)) {
    const fix = /^\^?[A-Za-z]/.test(pathRegex) ? `write /${pathRegex.replace(/^\^/, '')}` : undefined;
    flag('match-never', `pathRegex ${show(pathRegex)} matches no path: paths start with /`, field, fix);
  }
  return { type: 'RegularExpression', value };
}

const onOneLine = 'write >- for the block scalar, or the pattern on one line';

/** Whether a pattern has a line end of its own, as a block scalar with `|` or `>` ends in one. */
function holdsLineEnd(pattern: string): boolean {
  return /[\r\n]/.test(pattern);
}

/** Whether a pattern has more bytes than a route carries, which is reported. */
function isTooLong([pattern, most]: readonly [string, number], what: string, at: FieldPath, fail: Flag): boolean {
  const { length } = new TextEncoder().encode(pattern);
  if (length <= most) return false;
  fail('match-unsupported', `${what} has ${length} bytes, and a route carries ${most}`, at, 'use a shorter pattern');
  return true;
}

type Header = NonNullable<RouteMatch['headers']>[number];

function headersOf({ headers, at }: GroupMatch, flag: Flag, fail: Flag): readonly Header[] | undefined {
  if (headers.length > mostHeaders) {
    const says = `${headers.length} headers in one match, and a route carries ${mostHeaders}`;
    fail('match-unsupported', says, [...at, 'headers'], 'ask for fewer headers');
    return undefined;
  }
  const seen = new Set<string>();
  const made = headers.map((header) => toHeader(header, seen, flag, fail));
  return made.includes(undefined) ? undefined : made.filter((header) => header !== undefined);
}

function toHeader(header: GroupHeader, seen: Set<string>, flag: Flag, fail: Flag): Header | undefined {
  const { name, value, at } = header;
  const problem = nameProblem(name, seen);
  seen.add(name.toLowerCase());
  if (problem !== undefined) {
    fail('match-unsupported', `header ${show(name)} ${problem[0]}`, at, problem[1]);
    return undefined;
  }
  if (value === '') {
    fail('match-unsupported', `header ${name} has an empty pattern, which no route has`, at, 'write .*');
    return undefined;
  }
  const regex = read(value, `header ${name}`, at, fail);
  if (regex === undefined) return undefined;
  const pattern = headerPattern(value, regex);
  if (isTooLong([pattern, longestHeader], `header ${name}`, at, fail)) return undefined;
  if (holdsLineEnd(value)) {
    flag('match-never', `pattern ${show(value)} holds a line end, which no value of header ${name} has`, at, onOneLine);
  } else if (!isDecided(regex)) {
    const [search, whole] = anchored(value, regex.branches.length > 1);
    const fix = `write ${show(search)} to search inside the value, or ${show(whole)} for the whole of it`;
    flag('match-anchoring', `pattern ${show(value)} has to match all of header ${name}`, at, fix);
  }
  return { name, type: 'RegularExpression', value: pattern };
}

/** A pattern that searches where it has no anchor, and one that matches the whole value. */
function anchored(value: string, hasBranches: boolean): readonly [search: string, whole: string] {
  if (hasBranches) return [`.*(?:${value}).*`, `^(?:${value})$`];
  const core = value.replace(/^\^/, '').replace(/(?<=(?:^|[^\\])(?:\\\\)*)\$$/, '');
  const [start, end] = [value.startsWith('^') ? '^' : '.*', value.endsWith(`${core}$`) ? '$' : '.*'];
  const before = start === '.*' && core.startsWith('.*') ? '' : start;
  const after = end === '.*' && /(?<=(?:^|[^\\])(?:\\\\)*)\.\*$/.test(core) ? '' : end;
  return [`${before}${core}${after}`, `^${core}$`];
}

function nameProblem(name: string, seen: ReadonlySet<string>): readonly [says: string, fix: string] | undefined {
  const correct = 'use the name of an HTTP header';
  if (!/^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/.test(name)) return ['is not a valid header name', correct];
  if (name.length > longestName) return [`is longer than ${longestName} characters`, correct];
  if (name.toLowerCase() === 'host')
    return ['is :authority under HTTP/2, so a match would depend on the protocol', 'use hostnames in a route by hand'];
  return seen.has(name.toLowerCase()) ? ['is named twice', 'name each header once'] : undefined;
}
