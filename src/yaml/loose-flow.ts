import type { Document, DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';
import { Composer, Lexer, parseAllDocuments, Parser, visit } from 'yaml';

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/**
 * The documents of a text. A line inside brackets may begin at any column, as for Kubernetes' reader and PyYAML, although
 * YAML 1.2 wants it to be indented: kpt writes what follows a comment in a flow list as `, {port: 443}` at column 0
 * (kyaml, go-yaml v3: yaml_emitter_emit_flow_sequence_item). A document that cannot be read so either has the errors of
 * YAML 1.2, which are found where a bracket is missing.
 */
export function parseDocuments(text: string, options: Options): readonly Document.Parsed[] {
  const parsed = parseAllDocuments(text, options);
  const strict = Array.isArray(parsed) ? parsed : [];
  const codes = new Set(strict.flatMap(({ errors }) => errors.map(({ code }) => code)));
  // What is nested too deeply for the library would be so again.
  if (!codes.has('BAD_INDENT') || codes.has('RESOURCE_EXHAUSTION')) return strict;
  const loose = parseLoosely(text, options);
  if (loose.length !== strict.length) return loose.every((document) => isAgreed(document, text)) ? loose : strict;
  return strict.map((document, at) => {
    const other = loose[at];
    return document.errors.length > 0 && other !== undefined && isAgreed(other, text) ? other : document;
  });
}

function parseLoosely(text: string, options: Options): readonly Document.Parsed[] {
  const [lexer, parser] = [looseLexer(), new Parser()];
  const tokens = function* (): ReturnType<Parser['parse']> {
    for (const lexeme of lexer.lex(text)) yield* parser.next(lexeme);
    yield* parser.end();
  };
  return Array.from(new Composer(options).compose(tokens()));
}

/** The lexer of the library, for which no line inside brackets is indented too little. */
function looseLexer(): Lexer {
  const lexer = new Lexer();
  let needed = 0;
  Object.defineProperty(lexer, 'indentNext', {
    get: () => (Reflect.get(lexer, 'flowLevel') === 0 ? needed : 0),
    set: (value: number) => {
      needed = value;
    },
  });
  return lexer;
}

/**
 * Whether the readers agree about a document that was read loosely: PyYAML refuses lines that begin with a tab, and
 * Kubernetes' decoder cuts documents at each line that begins with `---` (apimachinery, util/yaml, splitYAMLDocument).
 */
function isAgreed(document: Document.Parsed, text: string): boolean {
  let agreed = document.errors.length === 0;
  visit(document, {
    Collection: (_, node) => {
      if (node.flow !== true) return undefined;
      const [start, end] = node.range ?? [0, 0];
      agreed &&= !/\n(?: *\t|---)/.test(text.slice(start, end));
      return visit.SKIP;
    },
  });
  return agreed;
}
