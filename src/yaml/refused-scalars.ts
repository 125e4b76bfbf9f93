import type { Document, Node, Scalar } from 'yaml';
import { isPair, isScalar, visit } from 'yaml';

const jsonEscape = /\\u[dD][89a-fA-F]/;
const infinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const suspect = /\\ud[89a-f]|\.(?:inf|nan)/i;

/**
 * The first scalar for which Kubernetes' reader refuses the document: a string with an escape that only JSON has
 * (goyaml.v2 scannerc.go), or an infinite number, which JSON cannot hold (sigs.k8s.io/yaml). Undefined if there is none.
 * Most documents are not walked.
 */
export function refusedScalar(
  document: Document.Parsed,
  text: string,
): { offset: number; message: string } | undefined {
  const [start, , end] = document.range;
  if (!suspect.test(text.slice(start, end))) return undefined;
  // A document that begins with a brace is read as JSON.
  const isJson = text[document.contents?.range[0] ?? end] === '{';
  let found: { offset: number; message: string } | undefined;
  visit(document, {
    Scalar: (key, scalar, path) => {
      const message = (isJson ? undefined : escapeProblem(scalar, text)) ?? numberProblem(key, scalar, path.at(-1));
      if (message === undefined) return undefined;
      found = { offset: scalar.range?.[0] ?? 0, message };
      return visit.BREAK;
    },
  });
  return found;
}

function escapeProblem({ type, range }: Scalar, text: string): string | undefined {
  if (type !== 'QUOTE_DOUBLE' || range === undefined || range === null) return undefined;
  const written = text.slice(range[0], range[1]).replaceAll('\\\\', '');
  return jsonEscape.test(written) ? 'an escape that only JSON has: half of a character, as in \\uD83D' : undefined;
}

/** A weight has a finding of its own, and a key becomes a text. */
function numberProblem(key: unknown, { type, value, tag }: Scalar, parent: unknown): string | undefined {
  if (key === 'key' || type !== 'PLAIN' || typeof value !== 'string' || !infinite.test(value)) return undefined;
  if (tag !== undefined) return undefined;
  if (isPair<Node, Node>(parent) && isScalar(parent.key) && parent.key.value === 'weight') return undefined;
  return `${value} is a number that JSON cannot hold`;
}
