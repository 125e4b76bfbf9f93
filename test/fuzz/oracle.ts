import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { tree } from '../fixtures.ts';
import { runWith } from '../host.ts';
import type { FuzzCase } from './cases.ts';

/** What came of a case. */
export interface Verdict {
  /** What of the promise does not hold; empty where all does. */
  readonly problems: readonly string[];
  /** What a person would tell such cases apart by: the exit code and the codes of the findings. */
  readonly outcome: string;
  /** An input and what it became, for another parser; only where something was converted. */
  readonly pair?: { readonly before: Buffer; readonly after: Buffer; readonly drop: boolean };
}

/** Runs a case in this process and holds it to what is promised for any input. */
export async function judge(one: FuzzCase): Promise<Verdict> {
  const cwd = one.files === undefined ? '.' : place(one.files);
  try {
    const ran = await runWith(one.args, { cwd, stdin: one.stdin });
    const after = one.files === undefined ? undefined : tree(cwd);
    const problems = [
      ...(ran.code === 0 || ran.code === 1 || ran.code === 2
        ? []
        : [`exit code ${ran.code}: ${ran.stderr.slice(0, 300)}`]),
      ...(isRaw(ran.stderr, one.args) ? ['stderr holds a raw control or direction character'] : []),
      ...streamProblems(one, ran.code, ran.stdout),
      ...(after === undefined ? [] : fileProblems(one, after)),
    ];
    const before = one.stdin;
    const changed = before !== undefined && ran.code === 0 && !ran.stdout.equals(before);
    return {
      problems,
      outcome: `${one.entry} ${ran.code} ${outcomeOf(ran.stderr + (one.entry === 'list' ? ran.stdout.toString('latin1') : ''))}`,
      ...(changed && { pair: { before, after: ran.stdout, drop: drops(one) } }),
    };
  } catch (error) {
    return { problems: [`an exception: ${String(error)}`], outcome: 'exception' };
  } finally {
    if (one.files !== undefined) rmSync(cwd, { recursive: true, force: true });
  }
}

const shared = process.platform === 'linux' ? '/dev/shm' : tmpdir();

function place(files: ReadonlyMap<string, Buffer>): string {
  const cwd = mkdtempSync(join(shared, 'smi2linkerd-fuzz-'));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), bytes);
  }
  return cwd;
}

/** Codes of findings in a report of any form, without values. */
function outcomeOf(report: string): string {
  const codes = report.match(
    /(?:error|warning|info) [a-z0-9-]+:|"code": "[a-z0-9-]+"|code: [a-z0-9-]+$|title=[a-z0-9-]+/gm,
  );
  return [...new Set(codes ?? [])].sort().join(' ');
}

/** Nothing from names and values reaches a terminal or a log without escapes; colour that was asked for is allowed. */
function isRaw(stderr: string, args: readonly string[]): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const text = args.includes('always') ? stderr.replace(/\u001b\[[0-9]+m/g, '') : stderr;
  // eslint-disable-next-line no-control-regex -- as above
  return /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text);
}

function drops(one: FuzzCase): boolean {
  const configs = [one.files?.get('config.yaml'), one.stdin];
  return one.args.includes('--drop') || configs.some((config) => config?.includes('drop') === true);
}

function makesRoutes({ args, files, stdin }: FuzzCase): boolean {
  return [...args, files?.get('config.yaml'), stdin].some((text) => text?.includes('httproute') === true);
}

function streamProblems(one: FuzzCase, code: number, stdout: Buffer): readonly string[] {
  if (one.stdin === undefined) return one.entry === 'print' ? printProblems(code, stdout) : [];
  // A split without backends that is dropped leaves nothing.
  if (stdout.length === 0) return code === 0 && !drops(one) ? ['exit code 0 with nothing on standard output'] : [];
  const isList = stdout.includes('ResourceList');
  if (code !== 0 && !isList) return [`exit code ${code} with ${stdout.length} bytes on standard output`];
  return lostFrom(one.stdin, stdout, drops(one), makesRoutes(one));
}

function printProblems(code: number, stdout: Buffer): readonly string[] {
  if (code !== 0)
    return stdout.length === 0 ? [] : [`exit code ${code} with ${stdout.length} bytes on standard output`];
  return stdout.subarray(0, 3).toString() === '---' ? [] : ['a printed stream does not begin with ---'];
}

/**
 * Every document without a split, a profile or a route of the target is in the output, byte for byte and in order; without
 * --drop all bytes are.
 */
export function lostFrom(before: Buffer, after: Buffer, drop: boolean, routes = false): readonly string[] {
  const [was, is] = [before.toString('latin1'), after.toString('latin1')];
  if (was === is) return [];
  const isRoute = (text: string): boolean => routes && text.includes('HTTPRoute');
  if (!drop && !isRoute(was) && !/Overrid|ServiceProfile|results|\\/.test(was))
    return isWithin(withoutTabbedLines(was), withoutTabbedLines(is)) ? [] : ['a byte of the input is lost'];
  let at = 0;
  const lost: string[] = [];
  for (const document of was.split(/^(?=---(?:[ \t\r\n]|$))/m)) {
    if (isRoute(document) || /Split|smi-spec|!!binary|ServiceProfile|Overrid|ResourceList|\\|&|\*/.test(document))
      continue;
    // Directives belong to the document after them.
    if (/^(?:\u00ef\u00bb\u00bf)?%/.test(document)) continue;
    // The first line may be a separator that goes with the document before it.
    const lines = document
      .replace(/^---[ \t]*\r?\n/, '')
      .trim()
      .split('\n');
    // Directives go with the document that they are about, and so do comments between them.
    const goes = /^(?:\u00ef\u00bb\u00bf)?\s*(?:[%#].*)?$/;
    if (/^(?:\u00ef\u00bb\u00bf)?%/.test(lines.at(-1) ?? '')) while (goes.test(lines.at(-1) ?? '-')) lines.pop();
    if (lines.every((line) => goes.test(line))) continue;
    const body = lines.join('\n').trim();
    const found = is.indexOf(body, at);
    if (found === -1) lost.push(`a document is lost: ${JSON.stringify(body.slice(0, 120))}`);
    else at = found + body.length;
  }
  return lost;
}

/** Blank lines with tabs below a profile that is inserted are emptied (src/rewrite/blank-tabs.ts). */
function withoutTabbedLines(text: string): string {
  return text.replace(/^[ \t]*\t[ \t]*$/gm, '');
}

/** Whether all characters of a text occur in another, in order. */
function isWithin(some: string, all: string): boolean {
  let at = 0;
  for (let index = 0; index < all.length && at < some.length; index += 1) if (all[index] === some[at]) at += 1;
  return at === some.length;
}

/** What must not happen to files: a mode that only looks writes nothing, none is lost, none without a split changes. */
function fileProblems(one: FuzzCase, after: ReadonlyMap<string, Buffer>): readonly string[] {
  const found: string[] = [];
  for (const path of after.keys()) if (one.files?.has(path) !== true) found.push(`a new file: ${path}`);
  for (const [path, bytes] of one.files ?? []) {
    const now = after.get(path);
    if (now === undefined) found.push(`a lost file: ${path}`);
    else if (now.equals(bytes)) continue;
    else if (!one.args.includes('-w')) found.push(`${path} was changed by a mode that only looks`);
    else if (!/Split|ServiceProfile|HTTPRoute|!!binary|\\/.test(bytes.toString('latin1')))
      found.push(`${path} has no split, profile or route and was changed`);
    else
      found.push(
        ...lostFrom(bytes, now, one.args.includes('--drop'), makesRoutes(one)).map((what) => `${path}: ${what}`),
      );
  }
  return found;
}
