// Compiles the schema of krm-function.yaml: the validator, what is known of each key, and the types.
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const notice = '// Made from krm-function.yaml by scripts/config.js. Do not edit.\n';
const own = new Set(['apiVersion', 'kind', 'metadata']);

/** The schema of the functionConfig.
 * @returns {{ properties: Record<string, { default?: unknown }> }} */
export function schema() {
  const { spec } = parse(readFileSync(join(root, 'krm-function.yaml'), 'utf8'));
  return spec.versions[0].schema.openAPIV3Schema;
}

/** The options: the keys that are not those of every object. */
export function optionsOf({ properties }) {
  return Object.entries(properties).filter(([key]) => !own.has(key));
}

/** A schema without what only people read. */
function bare(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, part]) => typeof part === 'object' || !/^(?:title|description|default)$/.test(key),
  );
  return Object.fromEntries(kept.map(([key, part]) => [key, bare(part)]));
}

/** The text of src/config/config.generated.js. */
export function validatorCode() {
  // Lengths are counted in UTF-16 units: all values are ASCII, and nothing of ajv has to be bundled.
  const ajv = new Ajv({
    allErrors: true,
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, ajv.compile(bare(schema())));
  const needs = optionsOf(schema()).map(([key, { title }]) => [key, title]);
  const [apiVersion] = schema().properties.apiVersion.enum;
  const [kind] = schema().properties.kind.enum;
  return `${notice}${code.replace('"use strict";', '')}
export const needs = ${JSON.stringify(Object.fromEntries(needs))};
export const identity = ${JSON.stringify({ apiVersion, kind })};
`;
}

function typeOf({ type, enum: values, anyOf, items, patternProperties }) {
  if (values !== undefined) return values.map((value) => `'${value}'`).join(' | ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' | ');
  if (type === 'integer') return 'number';
  if (type === 'array') return `readonly ${typeOf(items)}[]`;
  if (type !== 'object') return type;
  return `Readonly<Record<string, ${Object.values(patternProperties).map(typeOf).join(' | ')}>>`;
}

/** The text of src/config/config.generated.d.ts. */
export function types() {
  const members = optionsOf(schema()).map(
    ([key, value]) => `  /** ${value.description} */\n  readonly ${key}?: ${typeOf(value)};\n`,
  );
  return `${notice}
/** What a functionConfig may decide. */
export interface ConfigOptions {
${members.join('')}}

/** One of ajv's errors. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether a value is a functionConfig of ours; \`validate.errors\` says why it is not. */
export declare const validate: { (value: unknown): value is ConfigOptions; errors?: readonly SchemaError[] | null };

/** What each option has to be, in words. */
export declare const needs: Readonly<Record<keyof ConfigOptions, string>>;

/** The apiVersion and kind of a functionConfig of ours. */
export declare const identity: { readonly apiVersion: string; readonly kind: string };
`;
}

/** The text of src/report/schema.generated.js: docs/report.schema.json as a validator. */
export function reportValidatorCode() {
  const schema = JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8'));
  const ajv = new Ajv({ unicode: false, logger: false, code: { source: true, esm: true, lines: true } });
  const code = standaloneCode(ajv, ajv.compile(bare(schema)));
  return `// Made from docs/report.schema.json by scripts/config.js. Do not edit.\n${code.replace('"use strict";', '')}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, 'src/config/config.generated.js'), validatorCode());
  writeFileSync(join(root, 'src/config/config.generated.d.ts'), types());
  writeFileSync(join(root, 'src/report/schema.generated.js'), reportValidatorCode());
}
