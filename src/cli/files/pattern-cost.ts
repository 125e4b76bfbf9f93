/** A pattern is tried in as many ways as a name has letters, to the power of its stars. */
const mostStars = 4;
const mostAlternatives = 1000;
/** The longest path that Linux opens (PATH_MAX, limits.h). */
const longestPath = 4096;

/**
 * What makes a glob pattern expensive to expand, as a part of a message; undefined for one that is not. globby makes one regular
 * expression of each alternative, and has no limit of its own.
 */
export function patternCost(pattern: string): string | undefined {
  if (pattern.length > longestPath) return `more than ${longestPath} characters`;
  const many = pattern.split('/').some((name) => (name.match(/\*+|\+\(|[\])}]\+|[{(]/g)?.length ?? 0) > mostStars);
  if (many || pattern.split('**').length > mostStars + 1)
    return `more than ${mostStars} * or groups in one name, or as many **`;
  // Regular expressions made of such groups take time that doubles with every letter of a name.
  if (/[+*]\([^()]*[*?+[({@!]|[*?+[|({][^(]*\)\+/.test(pattern))
    return 'special characters in a group that is repeated';
  if (alternativesOf(pattern) > mostAlternatives) return `more than ${mostAlternatives} alternatives in braces`;
  return undefined;
}

/** At most how many patterns the braces of a pattern make: `{a,b}{1..3}` makes six. */
function alternativesOf(pattern: string): number {
  const inner = /\{([^{}]*)\}/;
  let count = 1;
  let rest = pattern;
  for (let found = inner.exec(rest); found !== null && count <= mostAlternatives; found = inner.exec(rest)) {
    const [braces, body = ''] = found;
    count *= valuesInRange(body) ?? body.split(',').length;
    rest = rest.replace(braces, () => '');
  }
  return count;
}

/** How many values `1..9` or `a..f` has; undefined for anything else. */
function valuesInRange(body: string): number | undefined {
  const [, from, to] = /^(-?\d+|.)\.\.(-?\d+|.)(?:\.\.|$)/u.exec(body) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const place = (end: string): number => (/\d/.test(end) ? Number(end) : (end.codePointAt(0) ?? 0));
  return Math.abs(place(to) - place(from)) + 1;
}
