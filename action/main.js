// What action.yml runs: the committed bundle looks at the files once, and GitHub shows what it found.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../dist/smi2linkerd.cjs', import.meta.url));
const { env } = process;
const [paths, options] = [lines(env.SMI2LINKERD_PATHS), lines(env.SMI2LINKERD_OPTIONS)];

function lines(text = '') {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Runs the bundle as a program of its own: nothing in the inputs is read by a shell. */
function smi2linkerd(...words) {
  const run = spawnSync(process.execPath, [bundle, ...words], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error !== undefined) throw run.error;
  return { status: run.status ?? 70, stdout: run.stdout, stderr: run.stderr };
}

/** Text that the runner must not take for commands, whatever a file is called. */
function show(text) {
  const end = randomUUID();
  if (text !== '') process.stdout.write(`::stop-commands::${end}\n${text}\n::${end}::\n`);
}

function append(file, text) {
  if (env[file] !== undefined && env[file] !== '') appendFileSync(env[file], text);
}

function output(name, value) {
  const end = randomUUID();
  append('GITHUB_OUTPUT', `${name}<<${end}\n${value}\n${end}\n`);
}

/** The report of a run; undefined if it printed something else. */
function reportOf({ stdout }) {
  try {
    const report = JSON.parse(stdout);
    return report.schemaVersion === undefined ? undefined : report;
  } catch {
    return undefined;
  }
}

/** What was wrong with the call: no file is to blame. */
function usageProblem({ status, stderr }) {
  // Below 2 the program did what its options ask for, which was not to print a report.
  return status < 2
    ? 'no JSON report was printed\nfix: remove options such as --format, --help and --version from the action'
    : stderr.trim() || 'smi2linkerd could not be run';
}

/** Shows a problem as an annotation of the run. */
function annotate(text) {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::error title=smi2linkerd::${data}\n`);
}

/** What is true at the end, in one line. */
function verdict({ splits, options, atRunTime, summary: { leftAlone, refused, failed } }) {
  const [carrier, article] = options?.target === 'httproute' ? ['HTTPRoute', 'an'] : ['ServiceProfile', 'a'];
  if (failed) return 'there is work to do: see the annotations';
  if (atRunTime !== undefined) return `no TrafficSplit in the files, but ${atRunTime}`;
  if (splits.length === 0) return 'no TrafficSplit in the files';
  if (leftAlone + refused === 0) return `every TrafficSplit has its ${carrier}`;
  return `every TrafficSplit that is to have ${article} ${carrier} has it; ${leftAlone + refused} were left alone`;
}

/** Renders the report of the one run in another form; nothing else is read. */
function rendered(json, form) {
  const file = join(mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'smi2linkerd-')), 'report.json');
  writeFileSync(file, json);
  return smi2linkerd('--from', file, `--format=${form}`).stdout;
}

/** The exit code of the check, whose findings are shown. */
function checked(uploads) {
  const check = smi2linkerd('--check', '--format=json', ...options, '--', ...paths);
  show(check.stderr);
  const report = reportOf(check);
  if (report === undefined) {
    annotate(usageProblem(check));
    return Math.max(check.status, 2);
  }
  process.stdout.write(rendered(check.stdout, 'github'));
  const changed = report.files.filter(({ changes }) => changes).map(({ path }) => path);
  if (changed.length > 0) output('files', changed.join('\n'));
  if (report.splits.length + report.diagnostics.length > 0 || report.atRunTime !== undefined)
    append('GITHUB_STEP_SUMMARY', rendered(check.stdout, 'markdown'));
  if (uploads) {
    const sarif = join(env.RUNNER_TEMP ?? '.', 'smi2linkerd.sarif');
    writeFileSync(sarif, rendered(check.stdout, 'sarif'));
    output('sarif', sarif);
  }
  process.stdout.write(`${verdict(report)}\n`);
  return check.status;
}

// The words that GitHub's own actions take for a boolean; an expression without a value is empty.
const upload = (env.SMI2LINKERD_SARIF ?? '').trim();
if (/^(?:true|True|TRUE|false|False|FALSE|)$/.test(upload)) process.exitCode = checked(upload.toLowerCase() === 'true');
else {
  annotate(`the input upload-sarif is ${JSON.stringify(upload)}, not true or false\nfix: set it to 'true' or 'false'`);
  process.exitCode = 2;
}
