// Mutation testing: `npm run mutate -- [FILE...] [--sample N|all] [--seed S] [--tests PREFIX]...`. Every mutant of the sources
// is built into one program behind a switch; a process runs the fixtures and tests that reach a mutant until one of them has
// another result. FILEs are paths below src/ (a prefix is enough); N mutants of each folder are tried. With --tests, only the
// tests below test/ whose path begins so are run, without the fixtures: quick, while a test is written. Prints each survivor
// when it is found, and at the end the score of each folder; what test/mutation/equal-mutants.js lists as equal does not count.
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { readArguments } from './arguments.js';
import { equalMutants } from '../test/mutation/equal-mutants.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = readArguments(import.meta.url, {
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', multiple: true, default: [] },
  },
});

/** Seconds without a message after which a mutant counts as noticed: it does not end. */
const patience = 60;
/** Files whose code is data, generated, or the process itself. */
const left = /(?:\.d\.ts|generated\.js|cli\/main\.ts|findings\/(?:route-)?(?:findings|explanations)\.ts)$/;

/** All mutants, by number. */
const mutants = [];

const swapped = {
  __proto__: null,
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '-': '+',
  '??': '&&',
};

/** The text of a source file in which each mutant is chosen by `globalThis.mutants.active`. */
function instrument(path) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const file = relative(join(root, 'src'), path);
  const lines = text.split('\n');
  let depth = 0;
  let within = '';

  const add = (node, change) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const shown = `${node.getText().split('\n')[0].slice(0, 70)} → ${change}`;
    mutants.push({ file, within, line: line + 1, code: lines[line].trim(), change: shown, isDefault: isDefault(node) });
    return mutants.length - 1;
  };
  const on = (id) => `globalThis.mutants.is(${id})`;

  const emit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return node.getText();
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.getText();
    const isFunction = ts.isFunctionLike(node);
    if (isFunction) depth += 1;
    if (depth === 1 && isFunction) within = (node.name ?? node.parent.name)?.getText() ?? '';
    const made = wrap(node, children(node));
    if (isFunction) depth -= 1;
    return made;
  };

  const children = (node) => {
    let made = '';
    let at = node.getStart();
    node.forEachChild((child) => {
      made += text.slice(at, child.getStart()) + emit(child);
      at = child.end;
    });
    return made + text.slice(at, node.end);
  };

  // What is evaluated once, when a module is loaded, cannot be switched.
  const wrap = (node, made) => {
    if (depth === 0) return made;
    if (ts.isBinaryExpression(node)) {
      const other = swapped[node.operatorToken.getText()];
      if (other === undefined) return made;
      return `(${on(add(node, other))} ? ((${node.left.getText()}) ${other} (${node.right.getText()})) : (${made}))`;
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      return `(${on(add(node, 'without !'))} ? (${node.operand.getText()}) : (${made}))`;
    if (ts.isConditionalExpression(node)) {
      const [first, second] = [add(node, 'always the second'), add(node, 'always the first')];
      return `(${on(first)} ? (${node.whenFalse.getText()}) : ${on(second)} ? (${node.whenTrue.getText()}) : (${made}))`;
    }
    if (ts.isIfStatement(node.parent) && node.parent.expression === node) {
      const [first, second] = [add(node, 'true'), add(node, 'false')];
      return `(${on(first)} ? true : ${on(second)} ? false : (${made}))`;
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) return `(${on(add(node, 'false'))} ? false : true)`;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return `(${on(add(node, 'true'))} ? true : false)`;
    if (isName(node)) return made;
    if (ts.isNumericLiteral(node))
      return `(${on(add(node, `${node.getText()} + 1`))} ? ${node.getText()} + 1 : ${made})`;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      return `(${on(add(node, node.text === '' ? "'mutant'" : "''"))} ? ${node.text === '' ? "'mutant'" : "''"} : ${made})`;
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression))
      return `{ if (!${on(add(node, 'not called'))}) { ${made} } }`;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && !ts.isOptionalChain(node)) {
      const other = { __proto__: null, some: 'every', every: 'some' }[node.expression.name.text];
      if (other === undefined) return made;
      const words = node.arguments.map((word) => word.getText()).join(', ');
      return `(${on(add(node, other))} ? (${node.expression.expression.getText()}).${other}(${words}) : (${made}))`;
    }
    return made;
  };
  return children(source);
}

/** Whether a literal is a name or a type rather than a value. */
function isName(node) {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isTaggedTemplateExpression(parent) ||
    ts.isBindingElement(parent) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword)
  );
}

/** Whether a literal is the default that the compiler asks for where an element, or a part of it, is read by its index. */
function isDefault(node) {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === node &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    (ts.isElementAccessExpression(parent.left) || /\.at\([^()]*\)|\?\.\[|\]\?\./.test(parent.left.getText()))
  );
}

const switches = {
  name: 'mutants',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: join(root, 'test/mutation/test-functions.ts') }));
    onLoad({ filter: /\/(?:src|test|scripts)\/.*\.[jt]s$/ }, ({ path }) => {
      if (/\/src\//.test(path) && !left.test(path)) return { contents: instrument(path), loader: 'ts' };
      const text = readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(new URL(`file://${path}`).href));
      return { contents: text, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

async function bundle() {
  const folder = join(root, 'node_modules/.cache/mutation');
  mkdirSync(folder, { recursive: true });
  // Each run has its own, which it loads again when a mutant does not end.
  const outfile = join(mkdtempSync(join(folder, 'run-')), 'judge.cjs');
  await build({
    bundle: true,
    absWorkingDir: root,
    entryPoints: [join(root, 'test/mutation/judge.ts')],
    outfile,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    logLevel: 'error',
    plugins: [switches],
    banner: {
      js: `globalThis.mutants = { active: -1, hits: undefined, calls: 0, limit: Infinity, is(id) {
        if (this.hits !== undefined) this.hits.add(id);
        this.calls += 1;
        if (this.calls > this.limit) throw new Error('does not end');
        return this.active === id;
      } };`,
    },
  });
  return outfile;
}

/** Gives each mutant a key that stays the same when code elsewhere changes: its file, line of code, change and place among equals. */
function nameMutants() {
  const seen = new Map();
  for (const mutant of mutants) {
    const text = `${mutant.file}: ${mutant.code}\n${mutant.change}`;
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    mutant.key = `${text}\n${String(count)}`;
    mutant.folder = mutant.file.includes('/') ? mutant.file.replace(/\/.*/, '/') : 'files of src/';
  }
}

const byOrder = ([a], [b]) => (a < b ? -1 : 1);

/** Some mutants of each folder, in an order that the seed decides, so that a part of them is a sample, too. */
function sampled(ids) {
  const order = (id) => createHash('sha1').update(`${values.seed}\n${mutants[id].key}`).digest('hex');
  const folders = new Map(ids.map((id) => [mutants[id].folder, []]));
  for (const id of ids) folders.get(mutants[id].folder).push(id);
  const limit = values.sample === 'all' ? Infinity : Number(values.sample);
  const first = [...folders].flatMap(([, own]) =>
    own
      .map((id) => [order(id), id])
      .sort(byOrder)
      .slice(0, limit),
  );
  return first.sort(byOrder).map(([, id]) => id);
}

/**
 * Runs the mutants in a process that is replaced when one does not end; resolves to the state of each, or after SIGINT (Ctrl-C)
 * of those that were tried.
 */
async function judge(program, ids) {
  const states = new Map();
  let rest = ids;
  let isStopped = false;
  let stop = () => undefined;
  const note = (id, state) => {
    states.set(id, state);
    if (state.state !== 'killed' && reasonOf(id, states) === undefined) console.log(shown(id, state));
  };
  process.on('SIGINT', () => {
    isStopped = true;
    stop();
  });
  while (rest.length > 0 && !isStopped) {
    const stuck = await new Promise((resolve) => {
      // A directory of its own: a mutant may write to paths that it got wrong.
      const child = fork(program, {
        cwd: mkdtempSync(join(tmpdir(), 'smi2linkerd-mutant-')),
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      stop = () => child.kill('SIGKILL');
      let current;
      let watchdog;
      const rearm = () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => child.kill('SIGKILL'), patience * 1000 * (current === undefined ? 5 : 1));
      };
      rearm();
      child.on('message', ({ id, state, killer }) => {
        current = state === 'started' ? id : undefined;
        if (state !== 'started' && id !== undefined) note(id, { state, killer });
        rearm();
      });
      child.on('exit', () => {
        clearTimeout(watchdog);
        resolve(current);
      });
      const wanted = rest.map((id) => ({ id, file: mutants[id].file }));
      child.send({ root, wanted, tests: values.tests });
    });
    if (isStopped) break;
    if (stuck !== undefined) note(stuck, { state: 'killed', killer: 'does not end, or ends the process' });
    const done = rest.filter((id) => states.has(id));
    if (done.length === 0) throw new Error('the judge ends before the first mutant');
    rest = rest.filter((id) => !states.has(id));
  }
  return states;
}

/** Why a mutant that no test notices does not count; undefined if it does. */
function reasonOf(id, states) {
  const { file, within, code, change, isDefault: isNeverUsed } = mutants[id];
  const { state } = states.get(id);
  if (state === 'killed') return undefined;
  if (isNeverUsed && state === 'not reached') return 'the element is always there';
  return equalMutants.find(
    (rule) =>
      (rule.file.endsWith('/') ? file.startsWith(rule.file) : file === rule.file) &&
      (rule.within === undefined || rule.within.split(' ').includes(within)) &&
      (rule.code === undefined || rule.code.test(code)) &&
      (rule.change === undefined || rule.change.test(change)),
  )?.reason;
}

/** Gives the mutants that change nothing a state of their own. */
function setEqualApart(states) {
  for (const id of states.keys()) if (reasonOf(id, states) !== undefined) states.set(id, { state: 'equal' });
}

/** The numbers of a folder, as the cells of a row. */
function row(name, all, tried, states) {
  const count = (state) => tried.filter((id) => states.get(id).state === state).length;
  const counted = tried.length - count('equal');
  const score = counted === 0 ? '-' : `${((100 * count('killed')) / counted).toFixed(1)} %`;
  const cells = [
    all.length,
    tried.length,
    count('killed'),
    count('survived'),
    count('not reached'),
    count('equal'),
    score,
  ];
  return name.padEnd(14) + cells.map((cell) => String(cell).padStart(12)).join('');
}

function shown(id, { state }) {
  const { file, line, change } = mutants[id];
  return `${state}: src/${file}:${line}  ${change}`;
}

function report(ids, chosen, states) {
  const heads = ['mutants', 'tried', 'noticed', 'survived', 'not reached', 'equal', 'score'];
  console.log(`\n${'folder'.padEnd(14)}${heads.map((head) => head.padStart(12)).join('')}`);
  const folders = [...new Set(chosen.map((id) => mutants[id].folder))].sort();
  const of = (list, folder) => list.filter((id) => mutants[id].folder === folder);
  for (const folder of folders) console.log(row(folder, of(ids, folder), of(chosen, folder), states));
  console.log(row('all', ids, chosen, states));
  const counted = chosen.filter((id) => states.get(id).state !== 'equal');
  const known = folders.filter((folder) => of(counted, folder).length > 0);
  const size = known.reduce((sum, folder) => sum + of(ids, folder).length, 0);
  const weighted = known.reduce((sum, folder) => {
    const tried = of(counted, folder);
    const noticed = tried.filter((id) => states.get(id).state === 'killed').length;
    return sum + (of(ids, folder).length * noticed) / tried.length;
  }, 0);
  console.log(`seed ${values.seed}; ${((100 * weighted) / size).toFixed(1)} % with each folder by its size`);
}

const program = await bundle();
process.on('exit', () => {
  rmSync(dirname(program), { recursive: true, force: true });
});
nameMutants();
const ids = mutants
  .map((_, id) => id)
  .filter((id) => positionals.length === 0 || positionals.some((prefix) => mutants[id].file.startsWith(prefix)));
const chosen = sampled(ids);
const states = await judge(program, chosen);
setEqualApart(states);
report(
  ids,
  chosen.filter((id) => states.has(id)),
  states,
);
