// Writes the pages that are made from tables in the code: docs/diagnostics.md.
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const { outputFiles } = await build({
  entryPoints: [join(root, 'src/findings/explain.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { diagnosticsPage } = await import(`data:text/javascript;base64,${code}`);
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs/diagnostics.md'), diagnosticsPage());
