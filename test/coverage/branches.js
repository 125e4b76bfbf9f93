/** The branches of a source file that no test took, from the report of istanbul, and the rules that explain many of them. */
import ts from 'typescript';

/**
 * Branches that cannot be taken and have no entry in `unreached-branches.js`: defaults after `??`, by what is on the left.
 * @type {readonly { covers: (left: ts.Expression, right: ts.Expression) => boolean, reason: string }[]}
 */
export const rules = [
  {
    covers: (left, right) => isPlain(right) && isReadByIndex(left),
    reason:
      'a part that is there is read by index or key; TypeScript asks for the default (noUncheckedIndexedAccess), which is a plain value',
  },
  {
    covers: (left) => ts.isPropertyAccessExpression(left) && left.name.text === 'range',
    reason: 'each node that the YAML library has parsed has a range; TypeScript asks for the default',
  },
];

/**
 * @param {string} text the text of the file
 * @param {{ branchMap: object, b: object }} coverage what istanbul says of it
 * @returns {{ line: number, text: string, rule: number }[]} the branches that were not taken, each with the text of its line and the rule that covers it, or -1
 */
export function untakenBranches(text, { branchMap, b: counts }) {
  const lines = text.split('\n');
  const defaults = defaultsIn(text);
  const found = [];
  for (const [id, { locations, loc }] of Object.entries(branchMap))
    for (const [index, location] of locations.entries())
      if (counts[id][index] === 0) {
        // Where an `if` has no else, istanbul gives that branch no place.
        const { line, column } = location.start.line === undefined ? loc.start : location.start;
        const parts = index > 0 && defaults.get(`${line}:${column}`);
        const rule = parts ? rules.findIndex(({ covers }) => covers(parts.left, parts.right)) : -1;
        found.push({ line, text: lines[line - 1].trim(), rule });
      }
  return found;
}

/** The sides of each `??`, by the place of the right one: line:column. */
function defaultsIn(text) {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const found = new Map();
  const visit = (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.right.getStart());
      found.set(`${line + 1}:${character}`, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether an expression is a number, a text, an empty collection or a name. */
function isPlain(node) {
  if (ts.isPrefixUnaryExpression(node)) return isPlain(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  return ts.isLiteralExpression(node) || ts.isIdentifier(node);
}

/** Whether an expression is an element, or a property of one: `list[0]`, `list.at(-1)?.name`, `map.get(key)`, a name from `[name]`; or ends so after `??`. */
function isReadByIndex(node) {
  if (ts.isElementAccessExpression(node)) return true;
  if (ts.isPropertyAccessExpression(node)) return isReadByIndex(node.expression);
  if (ts.isIdentifier(node)) return isElementName(node);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return isReadByIndex(node.right);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return ['at', 'get', 'pop', 'codePointAt'].includes(node.expression.name.text);
}

/** Whether a name is declared in an array pattern of a function around it. */
function isElementName(name) {
  for (let scope = name.parent; scope !== undefined; scope = scope.parent) {
    const declared = ts.isFunctionLike(scope) || ts.isBlock(scope) ? declarationIn(scope, name.text) : undefined;
    if (declared !== undefined) return ts.isBindingElement(declared) && ts.isArrayBindingPattern(declared.parent);
  }
  return false;
}

function declarationIn(scope, name) {
  const visit = (node) => {
    const isDeclared = ts.isBindingElement(node) || ts.isVariableDeclaration(node) || ts.isParameter(node);
    if (isDeclared && ts.isIdentifier(node.name) && node.name.text === name) return node;
    return ts.forEachChild(node, visit);
  };
  return ts.forEachChild(scope, visit);
}
