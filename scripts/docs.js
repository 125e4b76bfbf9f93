// Writes what is made from tables in the code: docs/diagnostics.md, docs/options.md, in docs/function.md the configuration, the man page
// and completions, the parameters of the Argo CD plugins, and docs/cases.md.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePlugins } from './argocd.js';
import { fixturesPage } from './fixtures-page.js';
import { optionsPage } from './options-page.js';
import { configTable } from './config-table.js';
import { shellFiles } from './shell.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const { outputFiles } = await build({
  stdin: {
    contents: `export { diagnosticsPage } from './src/findings/explanation-text.ts';
export { codes } from './src/findings/findings.ts';
export { command, more } from './src/cli/options.ts';
export { version } from './src/version.ts';`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
  logLevel: 'error',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { diagnosticsPage, codes, command, more, version } = await import(`data:text/javascript;base64,${code}`);
mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs/diagnostics.md'), diagnosticsPage());

// The configuration, between two comments of its page.
const page = join(root, 'docs/function.md');
const [before, rest] = readFileSync(page, 'utf8').split('<!-- configuration -->\n');
const after = rest.slice(rest.indexOf('<!-- end -->'));
writeFileSync(page, `${before}<!-- configuration -->\n\n${configTable()}\n${after}`);

for (const [path, text] of Object.entries(shellFiles(command(), more, codes, version))) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}
writePlugins();
writeFileSync(join(root, 'docs/options.md'), await optionsPage(command(), more));
writeFileSync(join(root, 'docs/cases.md'), fixturesPage(root));
