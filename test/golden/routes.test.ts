import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { convert } from '../../src/index.ts';

interface Row {
  readonly options?: { readonly port?: number };
  /** What the routes are; none where `diagnostic` is given. */
  readonly routes?: readonly Json[];
  readonly diagnostic?: string;
}

interface Golden extends Row {
  readonly id: string;
  readonly input: string;
}

interface CorpusGolden extends Row {
  readonly file: string;
  readonly split: string;
}

type Json = Readonly<Record<string, unknown>>;

function rowsOf(file: string): readonly unknown[] {
  const text = readFileSync(join(import.meta.dirname, '../vectors/httproute', file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** The routes that a text becomes, and what is said. */
function routesOf(
  text: string,
  { options }: Row,
): { readonly routes: readonly Json[]; readonly codes: readonly string[] } {
  const ports = options?.port;
  const { files, findings } = convert([{ path: 'input.yaml', text }], { target: 'httproute', ports });
  const objects = parseAllDocuments(files[0]?.text ?? '').map((document) => document.toJS() as Json | null);
  const routes = objects.filter((object): object is Json => object?.kind === 'HTTPRoute');
  return { routes, codes: findings.map(({ code }) => code) };
}

function expectGolden(text: string, row: Row): void {
  const { routes, codes } = routesOf(text, row);
  expect(routes).toEqual(row.routes ?? []);
  if (row.diagnostic !== undefined) expect(codes).toContain(row.diagnostic);
}

describe('HTTPRoutes made from TrafficSplits', () => {
  test.each((rowsOf('golden.jsonl') as Golden[]).map((row) => [row.id, row] as const))('%s', (_, row) => {
    expectGolden(row.input, row);
  });
});

const corpus = process.env.SMI2LINKERD_CORPUS ?? '';
const present = existsSync(join(corpus, 'trafficsplits'));
if (!present) console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so its routes are not compared');

/** Splits of the corpus for which no route is made, by what is said, though the golden file has one. */
const refused: Readonly<Record<string, string>> = {
  'trafficsplits/296-openservicemesh-osm-reset.sh.1.yaml bookstore-split': 'template-skipped',
  'trees/liqo-online-boutique/kubernetes-manifests/linkerd/trafficsplit-east.yaml redis-cart': 'port-not-http',
};

describe.skipIf(!present)('HTTPRoutes made from the TrafficSplits of the corpus', () => {
  const rows = rowsOf('golden-corpus.jsonl') as CorpusGolden[];
  test.each(rows.map((row) => [`${row.file} ${row.split}`, row] as const))('%s', (name, row) => {
    const code = refused[name];
    expectGolden(inputOf(row), code === undefined ? row : { ...row, routes: [], diagnostic: code });
  });
});

/**
 * The split of a row, of the group and a version of SMI, with the other objects of its file, and the Services of its tree
 * where the file has none. Who owns a split is another question: controllers and their marks are left out.
 */
function inputOf({ file, split, options }: CorpusGolden): string {
  const own = documentsOf(join(corpus, file))
    .filter((text) => !/^kind: *(?:Rollout|Canary)/m.test(text))
    .filter((text) => !isSplit(text) || new RegExp(`name: *["']?${split}["']? *\r?$`, 'm').test(text))
    .map((text) => (isSplit(text) ? asServed(text) : text));
  const apex = /^ *service: *["']?([\w.-]+)/m.exec(own.find(isSplit) ?? '')?.[1];
  const isApex = (text: string): boolean => isService(text) && nameOf(text) === apex?.split('.')[0];
  if (options?.port !== undefined || own.some(isApex) || !file.startsWith('trees/')) return own.join('---\n');
  const tree = join(corpus, ...file.split('/').slice(0, 2));
  const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => /\.ya?ml$/.test(path));
  const services = files.flatMap((path) => documentsOf(join(tree, path)).filter(isApex));
  return [...own, ...services.slice(0, 1)].join('\n---\n');
}

function asServed(text: string): string {
  const served = text
    .replace(/^ +failover\.linkerd\.io\/.*\r?\n/gm, '')
    .replace(/^ +app\.kubernetes\.io\/managed-by: linkerd-failover\r?\n/gm, '')
    .replace(/^ *apiVersion: (?!split\.smi-spec\.io\/v1alpha[1-4]\s).*$/m, '');
  return served.includes('apiVersion:')
    ? served
    : served.replace(/^( *)kind:/m, '$1apiVersion: split.smi-spec.io/v1alpha2\n$1kind:');
}

function isSplit(text: string): boolean {
  return text.includes('kind: TrafficSplit');
}

function documentsOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split(/^---(?=[ \t\r\n]|$).*\r?\n?/m);
}

function isService(text: string): boolean {
  return /^kind: *Service *$/m.test(text);
}

function nameOf(text: string): string | undefined {
  return /^metadata:(?:\r?\n[ #].*)*?\r?\n +name: *["']?([\w.-]+)/m.exec(text)?.[1];
}
