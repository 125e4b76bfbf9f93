/** What each layer of src/ (a folder, or a file at the top) may import besides itself, one layer a line, the lowest first. All may import collections.ts. */
const table = `
  collections.ts
  kubernetes.ts
  version.ts     library:../package.json
  platform.ts
  yaml           library:yaml platform.ts
  findings       kubernetes.ts
  mesh           kubernetes.ts findings
  config         kubernetes.ts findings
  manifests      library:yaml kubernetes.ts yaml mesh
  diagnostics    kubernetes.ts yaml findings manifests
  kustomize      library:yaml kubernetes.ts yaml mesh manifests diagnostics
  run.ts         yaml config manifests diagnostics kustomize
  splits         library:yaml kubernetes.ts yaml mesh config manifests diagnostics kustomize run.ts
  plan           kubernetes.ts findings mesh config manifests diagnostics kustomize run.ts splits
  checks         library:yaml kubernetes.ts yaml findings mesh config manifests diagnostics kustomize run.ts splits plan
  rewrite        library:yaml kubernetes.ts yaml mesh config manifests diagnostics plan
  conversion     kubernetes.ts yaml mesh config manifests kustomize run.ts splits plan checks rewrite
  convert.ts     yaml config manifests diagnostics run.ts splits checks conversion
  report         kubernetes.ts version.ts yaml findings mesh config manifests diagnostics kustomize convert.ts
  krm            library:yaml kubernetes.ts yaml config manifests diagnostics kustomize run.ts rewrite convert.ts
  index.ts       kubernetes.ts yaml findings config diagnostics report krm conversion convert.ts
`;

/**
 * The table by layer. `library:` is before what is not in src/. ESLint and test/architecture.test.ts read it, type imports
 * included. `cli` is not in it: it may import all layers, and Node's modules.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const layers = Object.fromEntries(
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/))
    .map(([layer, ...allowed]) => [layer, layer === 'collections.ts' ? allowed : ['collections.ts', ...allowed]]),
);

/** The name of every layer, the command line included. */
export const layerNames = [...Object.keys(layers), 'cli'];

/** A pattern for the import specifiers that a layer may not have. */
export function forbiddenImports(layer, allowed) {
  const others = layerNames.filter((other) => other !== layer && !allowed.includes(other));
  const paths = others.map((other) =>
    other.endsWith('.ts') ? `\\./${other.replace('.', '\\.')}$` : `\\.\\./${other}/|^\\./${other}/`,
  );
  const libraries = allowed.includes('library:yaml') ? [] : ['^yaml$'];
  return ['^node:', ...libraries, ...paths].join('|');
}
