/**
 * The layers of src/: what each room (a folder, or a file at the top) may import besides itself. The key `yaml` stands for
 * the library; `node:` for Node's modules. ESLint and test/architecture.test.ts read this table.
 */
export const layers = {
  'kubernetes.ts': [],
  'version.ts': ['library:../package.json'],
  yaml: ['library:yaml'],
  findings: ['kubernetes.ts'],
  mesh: ['kubernetes.ts', 'findings'],
  config: ['kubernetes.ts', 'findings'],
  manifests: ['library:yaml', 'kubernetes.ts', 'yaml', 'mesh'],
  diagnostics: ['kubernetes.ts', 'yaml', 'findings', 'manifests'],
  kustomize: ['library:yaml', 'kubernetes.ts', 'yaml', 'findings', 'mesh', 'manifests', 'diagnostics', 'config'],
  'run.ts': ['yaml', 'config', 'manifests', 'diagnostics', 'kustomize'],
  splits: [
    'library:yaml',
    'kubernetes.ts',
    'yaml',
    'findings',
    'mesh',
    'config',
    'manifests',
    'diagnostics',
    'kustomize',
    'run.ts',
  ],
  plan: ['kubernetes.ts', 'findings', 'mesh', 'config', 'manifests', 'diagnostics', 'kustomize', 'run.ts', 'splits'],
  checks: [
    'library:yaml',
    'kubernetes.ts',
    'yaml',
    'findings',
    'mesh',
    'config',
    'manifests',
    'diagnostics',
    'kustomize',
    'splits',
    'plan',
    'run.ts',
  ],
  rewrite: ['library:yaml', 'kubernetes.ts', 'yaml', 'mesh', 'manifests', 'diagnostics', 'plan'],
  conversion: [
    'kubernetes.ts',
    'yaml',
    'config',
    'kustomize',
    'manifests',
    'mesh',
    'run.ts',
    'splits',
    'plan',
    'checks',
    'rewrite',
  ],
  'convert.ts': ['yaml', 'config', 'manifests', 'diagnostics', 'run.ts', 'splits', 'checks', 'conversion'],
  report: [
    'kubernetes.ts',
    'version.ts',
    'yaml',
    'findings',
    'mesh',
    'config',
    'manifests',
    'diagnostics',
    'kustomize',
    'plan',
    'convert.ts',
  ],
  krm: [
    'library:yaml',
    'kubernetes.ts',
    'yaml',
    'findings',
    'config',
    'manifests',
    'diagnostics',
    'rewrite',
    'report',
    'convert.ts',
  ],
  'index.ts': [
    'kubernetes.ts',
    'version.ts',
    'yaml',
    'findings',
    'mesh',
    'config',
    'manifests',
    'diagnostics',
    'report',
    'krm',
    'conversion',
    'convert.ts',
  ],
};

/** The name of every room, the command line included, which may import all others and Node's modules. */
export const rooms = [...Object.keys(layers), 'cli'];

/** A pattern for the import specifiers that a room may not have. */
export function forbiddenImports(room, allowed) {
  const others = rooms.filter((other) => other !== room && !allowed.includes(other));
  const paths = others.map((other) =>
    other.endsWith('.ts') ? `\\./${other.replace('.', '\\.')}$` : `\\.\\./${other}/|^\\./${other}/`,
  );
  const libraries = allowed.includes('library:yaml') ? [] : ['^yaml$'];
  return ['^node:', ...libraries, ...paths].join('|');
}
