import { isAlias, isMap, isScalar, isSeq, visit, type Document, type Node } from 'yaml';

/**
 * How many aliases of one anchor are followed, those inside of its value counted for each. What reads the value passes over
 * an anchored one once for each alias: in a large document, fewer are followed.
 */
function mostAliases({ range: [start, , end] }: Document.Parsed): number {
  return Math.min(manyAliases, Math.max(100, Math.floor(followedCharacters / (end - start + 1))));
}

/** How many aliases of one anchor are followed in a small document, and in what was made of an input that could be read. */
export const manyAliases = 1000;

/** Aliases times characters of a document: as many as are followed in about a second. */
const followedCharacters = 5e7;

/** Why a document has no plain value, and what to do if that is not its syntax. */
interface NoPlainValue {
  readonly problem: string;
  readonly fix?: string;
  /** Where it is, in characters of the page, if it is not the document as a whole. */
  readonly offset?: number;
}

/**
 * The plain value of a document, or a problem that only shows up when it is built: too many aliases, an alias without
 * its anchor, a stack overflow.
 */
export function toPlain(
  document: Document.Parsed,
  most = mostAliases(document),
): { readonly value: unknown } | NoPlainValue {
  try {
    // The library counts the anchor, too.
    const value: unknown = document.toJS({ maxAliasCount: most + 1 });
    return holdsItself(value)
      ? { problem: 'an anchor whose value contains itself', ...placeOfProblem(document) }
      : { value };
  } catch (error) {
    const problem = problemReason(error);
    return problem.startsWith('Excessive alias count')
      ? { problem: `an anchor with more than ${most} aliases`, fix: 'replace the aliases by the value' }
      : { problem, ...(!(error instanceof RangeError) && placeOfProblem(document)) };
  }
}

/** The place of the first alias that has no value, and of the first value of `<<` that cannot be merged. */
function placeOfProblem(document: Document.Parsed): { readonly offset?: number } {
  const anchored = new Map<string, Node>();
  const place: { offset?: number } = {};
  const stopAt = (node: unknown): symbol => {
    const range = (node as Node | null)?.range;
    if (range) place.offset = range[0];
    return visit.BREAK;
  };
  const isMergeable = (node: unknown): boolean => isMap(isAlias(node) ? anchored.get(node.source) : node);
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
    Alias(_, alias, path) {
      const value = anchored.get(alias.source);
      return value === undefined || path.includes(value) ? stopAt(alias) : undefined;
    },
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.type !== 'PLAIN' || key.source !== '<<') return undefined;
      const source = isAlias(value) ? anchored.get(value.source) : value;
      const wrong = (isSeq(source) ? source.items : [value]).find((one) => !isMergeable(one));
      return wrong === undefined ? undefined : stopAt(isSeq(source) && isAlias(value) ? value : wrong);
    },
  });
  return place;
}

/**
 * Whether a value contains itself, through an alias inside its own anchor; Kubernetes' reader refuses it too (goyaml.v2
 * decode.go).
 */
function holdsItself(value: unknown): boolean {
  const open = new Set<unknown>();
  const checked = new Set<unknown>();
  const within = (part: unknown): boolean => {
    if (typeof part !== 'object' || part === null || checked.has(part)) return false;
    if (open.has(part)) return true;
    open.add(part);
    const found = Object.values(part).some(within);
    open.delete(part);
    checked.add(part);
    return found;
  };
  return within(value);
}

/** Why the library does not read a text, on one line. */
export function problemReason(error: unknown): string {
  if (error instanceof RangeError) return 'nested too deeply to be read';
  return oneLine(error instanceof Error ? error.message : String(error));
}

/** A message of the library on one line. */
export function oneLine(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
