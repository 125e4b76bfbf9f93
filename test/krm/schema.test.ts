import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { optionsOf, schema, types, validatorCode } from '../../scripts/config.js';
import type { OptionLayer } from '../../src/config/config.ts';
import { isOption, readConfig, resolveOptions } from '../../src/config/config.ts';
import { configTable } from '../../scripts/config-table.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Definition {
  readonly definitions: { readonly KRMFunctionDefinition: object };
}

describe('krm-function.yaml', () => {
  test('is a valid KRMFunctionDefinition (KEP-2906)', () => {
    const { definitions } = parse(read('test/vectors/schemas/krm-function-definition.yaml')) as Definition;
    const validate = new Ajv({ strict: false, allErrors: true }).compile(definitions.KRMFunctionDefinition);
    const definition = parse(read('krm-function.yaml')) as { spec: { names: { kind?: string } } };
    expect(validate(definition), JSON.stringify(validate.errors)).toBe(true);
    delete definition.spec.names.kind;
    expect(validate(definition)).toBe(false);
  });

  test('validator, types and docs are up to date with it (fix: npm run build, npm run docs)', () => {
    expect(read('src/config/config.generated.js')).toBe(validatorCode());
    expect(read('src/config/config.generated.d.ts')).toBe(types());
    expect(read('docs/function.md')).toContain(configTable());
  });

  test('has the default values of the options', () => {
    const resolved: Readonly<Record<string, unknown>> = { ...resolveOptions({}) };
    for (const [key, { default: value }] of optionsOf(schema())) {
      expect(isOption(key)).toBe(true);
      if (value !== undefined) expect([key, resolved[key]]).toEqual([key, value]);
    }
  });

  test('accepts the same options in a functionConfig and in a ConfigMap', () => {
    const options: OptionLayer = {
      drop: true,
      namespace: 'shop',
      clusterDomain: 'k8s.example.com',
      skipAnnotation: false,
      failOn: 'warning',
    };
    const ours = { apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'TrafficSplitTransformer', metadata: {}, ...options };
    const data = Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)]));
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data };
    expect([readConfig(ours), readConfig(map)]).toEqual([
      { options, problems: [] },
      { options, problems: [] },
    ]);
  });
});
