// `node bench/page.js [--n 5000] [--runs 5] [--dir DIR] [--chromium /usr/bin/chromium]`: what the page of a report costs to
// make, as a ratio to the same check as text, and how long Chromium takes to open it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { readArguments } from '../scripts/arguments.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = readArguments(import.meta.url, {
  options: {
    n: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    dir: { type: 'string', default: join(tmpdir(), 'smi2linkerd-page') },
    bundle: { type: 'string', default: join(root, 'dist/smi2linkerd.cjs') },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const [n, runs] = [Number(values.n), Number(values.runs)];
const probe = join(root, 'bench/probe.cjs');
const report = join(values.dir, 'probe.json');
const page = join(values.dir, 'report.html');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One in ten has a weight that is refused, one in ten a port that is a warning. */
function manifest(at) {
  const weight = at % 10 === 0 ? '90%' : '90';
  const second = at % 10 === 1 ? `web${at}-v2.other` : `web${at}-v2`;
  return `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web${at}
  namespace: team${at % 50}
spec:
  service: web${at}
  backends:
  - service: web${at}-v1
    weight: ${weight}
  - service: ${second}
    weight: 10
`;
}

/** CPU seconds and what was printed. */
function check(...words) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', probe, values.bundle, '--check', ...words, '.'],
    { cwd: join(values.dir, 'tree'), maxBuffer: 2 ** 30, env: { ...process.env, PROBE: report } },
  );
  if (status !== 1) throw new Error(`--check ${words.join(' ')} ended with ${status}: ${stderr.toString()}`);
  return { cpu: JSON.parse(readFileSync(report, 'utf8')).cpu, stdout };
}

rmSync(values.dir, { recursive: true, force: true });
mkdirSync(join(values.dir, 'tree'), { recursive: true });
for (let at = 0; at < n; at += 1) writeFileSync(join(values.dir, `tree/${at}.yaml`), manifest(at));

const pairs = [];
for (let at = 0; at < runs; at += 1) {
  const text = check();
  const html = check('--format', 'html');
  writeFileSync(page, html.stdout);
  pairs.push({ text: text.cpu, html: html.cpu });
}
const ratio = median(pairs.map(({ text, html }) => html / text));
console.log(
  `${n} splits: --check ${median(pairs.map(({ text }) => text)).toFixed(2)} s, as html ${median(pairs.map(({ html }) => html)).toFixed(2)} s of CPU: ${ratio.toFixed(2)} ×`,
);
console.log(`page: ${(readFileSync(page).length / 1e6).toFixed(1)} MB`);

const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] });
const opened = [];
for (let at = 0; at < runs; at += 1) {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page).href);
  const [{ duration }, paint] = await tab.evaluate(
    `[performance.getEntriesByType('navigation')[0].toJSON(), performance.getEntriesByName('first-contentful-paint')[0]?.startTime]`,
  );
  await tab.fill('input[name=text]', 'web4999');
  const filter = await tab.evaluate(
    `(() => { const from = performance.now(); document.querySelector('form').dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight; return performance.now() - from; })()`,
  );
  opened.push({ duration, paint, filter });
  await tab.close();
}
await browser.close();
for (const key of ['paint', 'duration', 'filter'])
  console.log(`${key}: ${median(opened.map((one) => one[key])).toFixed(0)} ms (median of ${runs})`);
