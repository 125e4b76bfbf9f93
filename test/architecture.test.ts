import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { layers, layerNames } from '../layers.js';

const root = join(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.d)\.ts$/.test(path));

/** What a file imports, type imports included: files below src, and modules by name. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'));
  return importedFiles.map(({ fileName }) => resolved(file, fileName));
}

function resolved(file: string, name: string): string {
  return name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name;
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
}

/** The names that a file uses, without those of properties and types. */
function namesIn(file: string): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text);
    if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return names;
}

/** The variables of a module that can change: `let`, and collections that begin empty; a WeakMap keeps nothing alive. */
function keptIn(file: string): readonly string[] {
  return parsed(file).statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    const { declarations, flags } = statement.declarationList;
    const changing = declarations.filter(({ initializer }) => {
      if ((flags & ts.NodeFlags.Let) !== 0) return true;
      if (initializer === undefined || !ts.isNewExpression(initializer)) return false;
      const made = ts.isIdentifier(initializer.expression) ? initializer.expression.text : '';
      return /^(?:Map|Set)$/.test(made) && (initializer.arguments?.length ?? 0) === 0;
    });
    return changing.map(({ name }) => (ts.isIdentifier(name) ? name.text : ''));
  });
}

/** The statements of a file that define what it exports. */
function exportsOf(source: ts.SourceFile): readonly ts.Statement[] {
  return source.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true,
  );
}

/** The names that a statement defines. */
function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** The names that a file exports where it defines them. */
function exportedFrom(file: string): readonly string[] {
  return exportsOf(parsed(file)).flatMap(namesOf);
}

/** The names that a file exports without a comment of JSDoc right before. */
function uncommentedIn(file: string): readonly string[] {
  const source = parsed(file);
  return exportsOf(source)
    .filter((statement) => {
      const last = ts.getLeadingCommentRanges(source.text, statement.pos)?.at(-1);
      return last === undefined || !source.text.startsWith('/**', last.pos);
    })
    .flatMap(namesOf);
}

/** The words of every source and test, in which a name may be used. */
function wordsByFile(): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = ['src', 'test', 'scripts', 'site/src', 'bench'].map((folder) => join(root, '..', folder));
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[jt]s$/.test(path))
      .map((path) => join(folder, path)),
  );
  return new Map(paths.map((path) => [path, new Set(readFileSync(path, 'utf8').match(/[\w$]+/g))]));
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

function wrong(some: readonly string[], allowed: (imported: string) => boolean): readonly string[] {
  return some.flatMap((file) =>
    (graph.get(file) ?? []).filter((name) => !allowed(name)).map((name) => `${file} imports ${name}`),
  );
}

describe('architecture', () => {
  test('the graph of imports has the files of src/ and the names of one', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(graph.get('convert.ts')).toContain('conversion/write.ts');
    expect(graph.get('cli/run.ts')).toContain('cli/options.ts');
  });

  test.each(Object.entries(layers))('%s imports only what layers.js allows', (layer, allowed) => {
    const inLayer = (name: string, one: string): boolean =>
      one.startsWith('library:')
        ? name === one.slice(8)
        : one.endsWith('.ts')
          ? name === one
          : name.startsWith(`${one}/`);
    const own = files.filter((file) => inLayer(file, layer));
    expect(wrong(own, (name) => [layer, ...allowed].some((one) => inLayer(name, one)))).toEqual([]);
  });

  test('every file belongs to a folder of layers.js', () => {
    expect(files.filter((file) => !layerNames.includes(file.split('/')[0] ?? ''))).toEqual([]);
  });

  test('only cli/ uses import()', () => {
    const core = files.filter((file) => !file.startsWith('cli/'));
    expect(core.filter((file) => /\bimport\(/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  test('the core asks for nothing of Node but what platform.ts offers', () => {
    const core = files.filter((file) => !file.startsWith('cli/') && file !== 'platform.ts');
    expect(core.filter((file) => namesIn(file).some((name) => /^(?:globalThis|process|Buffer)$/.test(name)))).toEqual(
      [],
    );
    expect(namesIn('platform.ts')).toContain('process');
  });

  test('the core keeps nothing from one call to the next but what hangs on its values', () => {
    const kept = files
      .filter((file) => !file.startsWith('cli/'))
      .flatMap((file) => keptIn(file).map((name) => `${file}: ${name}`));
    expect(kept).toEqual(['yaml/lines.ts: last']);
  });

  test('there is no circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(' → '));
      if (done.has(file) || above.includes(file)) return;
      for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next, [...above, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('an exported name has one meaning in all of src/', () => {
    const homes = new Map<string, string[]>();
    // The chunk with both targets offers what the chunk with one does.
    for (const file of files.filter((one) => one !== 'cli/conversion-routes.ts'))
      for (const name of new Set(exportedFrom(file))) homes.set(name, [...(homes.get(name) ?? []), file]);
    expect([...homes].filter(([, where]) => where.length > 1)).toEqual([]);
  });

  test('what is exported is used in another file', () => {
    const words = wordsByFile();
    const isUsed = (name: string, file: string): boolean =>
      [...words].some(([path, all]) => path !== join(root, file) && all.has(name));
    // The library is used by others.
    const unused = files
      .filter((file) => file !== 'index.ts')
      .flatMap((file) => exportedFrom(file).flatMap((name) => (isUsed(name, file) ? [] : `${file}: ${name}`)));
    expect(unused).toEqual([]);
  });

  test('what is exported has a comment', () => {
    expect(files.flatMap((file) => uncommentedIn(file).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  test('files are below their maximum length', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 251);
    expect(long.filter((file) => !['findings/findings.ts', 'findings/explanations.ts'].includes(file))).toEqual([]);
  });
});
