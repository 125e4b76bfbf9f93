// Writes what is made from tables in the code: docs/diagnostics.md, and in docs/function.md the configuration.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configTable } from './config-table.js';

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

// The configuration, between two comments of its page.
const page = join(root, 'docs/function.md');
const [before, rest] = readFileSync(page, 'utf8').split('<!-- configuration -->\n');
const after = rest.slice(rest.indexOf('<!-- end -->'));
writeFileSync(page, `${before}<!-- configuration -->\n\n${configTable()}\n${after}`);
