// Builds the playground into site/dist; `--serve` shows it on 127.0.0.1:8080 (or PORT).
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How a file of site/src/ is built, with all that it imports. */
const settings = (name) => ({
  entryPoints: [join(root, 'site/src', name)],
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  charset: 'utf8',
  logLevel: 'error',
});

/** Builds the page into a folder. */
export async function buildSite(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const [converter] = (await build({ ...settings('converter.ts'), write: false })).outputFiles;
  await build({
    ...settings('main.ts'),
    outfile: join(out, 'playground.js'),
    define: { converterText: JSON.stringify(converter.text) },
    legalComments: 'linked',
  });
  for (const name of ['index.html', 'style.css']) copyFileSync(join(root, 'site', name), join(out, name));
}

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Serves the files of a folder on the loopback interface; nothing outside of it can be asked for. */
export function serve(folder, port) {
  const server = createServer((request, response) => {
    const [, name = ''] = /^\/([\w.-]*)(?:\?.*)?$/.exec(request.url ?? '') ?? [];
    const file = name === '' ? 'index.html' : name;
    try {
      const body = readFileSync(join(folder, file));
      response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'text/plain; charset=utf-8' });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(root, 'site/dist');
  await buildSite(out);
  if (process.argv.includes('--serve')) {
    const server = await serve(out, Number(process.env.PORT ?? 8080));
    console.log(`http://127.0.0.1:${server.address().port}/`);
  } else console.log('site/dist is built');
}
