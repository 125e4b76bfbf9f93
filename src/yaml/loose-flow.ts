import type { Document, DocumentOptions, Node, ParseOptions, SchemaOptions } from 'yaml';
import { Composer, Lexer, parseAllDocuments, Parser, visit, YAMLParseError } from 'yaml';

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/** Errors of the library about a line that begins too far to the left. */
const columnErrors = new Set(['BAD_INDENT', 'MISSING_CHAR']);

/**
 * The documents of a text. A line inside brackets or quotes may begin at any column, as for Kubernetes' reader and PyYAML,
 * although YAML 1.2 wants it to be indented: kpt writes what follows a comment in a flow list as `, {port: 443}` at column
 * 0 (kyaml, go-yaml v3: yaml_emitter_emit_flow_sequence_item). A document that cannot be read so either has the errors of
 * YAML 1.2, which are found where a bracket or quote is missing.
 */
export function parseDocuments(text: string, options: Options): readonly Document.Parsed[] {
  const parsed = parseAllDocuments(text, options);
  const strict = withoutCutQuotes(parsed, text);
  const codes = strict.flatMap(({ errors }) => errors.map(({ code }) => code));
  // What is nested too deeply for the library would be so again.
  if (!codes.some((code) => columnErrors.has(code)) || codes.includes('RESOURCE_EXHAUSTION')) return strict;
  const loose = withoutCutQuotes(parseLoosely(text, options), text);
  if (loose.length !== strict.length) return loose.every((document) => isAgreed(document, text)) ? loose : strict;
  return strict.map((document, at) => {
    const other = loose[at];
    return document.errors.length > 0 && other !== undefined && isAgreed(other, text) ? other : document;
  });
}

/**
 * The documents, with an error in each that has a quoted text which the library ended at the end of a line, because the next
 * one begins too far to the left or with a separator, and whose last character there is an escaped quote: the library takes
 * that for the closing one, and what follows for YAML.
 */
function withoutCutQuotes(documents: readonly Document.Parsed[], text: string): readonly Document.Parsed[] {
  if (!/(?:''|\\")(?:\r?\n|$)/.test(text)) return documents;
  for (const document of documents) {
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) continue;
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (type?.startsWith('QUOTE') !== true || !range || !isCut(text.slice(range[0], range[1]))) return undefined;
        const message = `Missing closing ${type === 'QUOTE_SINGLE' ? "'" : '"'}quote`;
        document.errors.unshift(new YAMLParseError([range[1], range[1] + 1], 'MISSING_CHAR', message));
        return visit.BREAK;
      },
    });
  }
  return documents;
}

/** Whether the last quote of a quoted text is an escaped one. */
function isCut(source: string): boolean {
  if (source.startsWith("'")) return source.split("'").length % 2 === 0;
  return /(?<!\\)\\(?:\\\\)*"$/.test(source);
}

function parseLoosely(text: string, options: Options): readonly Document.Parsed[] {
  const [lexer, parser] = [looseLexer(), new Parser()];
  const tokens = function* (): ReturnType<Parser['parse']> {
    let last = '';
    for (const lexeme of lexer.lex(text)) {
      // The library wants a space before a comment, although a line end that it gave to a scalar is before it.
      if (lexeme.startsWith('#') && last.endsWith('\n') && isInBrackets(lexer)) yield* parser.next('');
      yield* parser.next(lexeme);
      last = lexeme;
    }
    yield* parser.end();
  };
  return Array.from(new Composer(options).compose(tokens()));
}

function isInBrackets(lexer: Lexer): boolean {
  return Reflect.get(lexer, 'flowLevel') !== 0;
}

/** The lexer of the library, for which no line inside brackets or quotes is indented too little. */
function looseLexer(): Lexer {
  const lexer = new Lexer();
  const quoted = Reflect.get(lexer, 'parseQuotedScalar') as () => ReturnType<Lexer['lex']>;
  let [needed, isQuoted] = [0, false];
  Object.defineProperty(lexer, 'indentNext', {
    get: () => (isQuoted || isInBrackets(lexer) ? 0 : needed),
    set: (value: number) => {
      needed = value;
    },
  });
  Object.defineProperty(lexer, 'parseQuotedScalar', {
    value: function* (): ReturnType<Lexer['lex']> {
      isQuoted = true;
      const next = yield* quoted.call(lexer);
      isQuoted = false;
      return next;
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
  const look = (node: Node): symbol => {
    const [start, end] = node.range ?? [0, 0];
    agreed &&= !/\n(?: *\t|---)/.test(text.slice(start, end));
    return visit.SKIP;
  };
  visit(document, {
    Collection: (_, node) => (node.flow === true ? look(node) : undefined),
    Scalar: (_, node) => (node.type?.startsWith('QUOTE') === true ? look(node) : undefined),
  });
  return agreed;
}
