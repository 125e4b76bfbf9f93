// The table of the configuration for docs/function.md, from the schema of krm-function.yaml.
import { optionsOf, schema } from './config.js';

function valuesOf({ type, enum: values, title }) {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(' or ');
  return type === 'boolean' ? '`true` or `false`' : title;
}

/** The table, a line for each key. */
export function configTable() {
  const rows = optionsOf(schema()).map(
    ([key, value]) =>
      `| \`${key}\` | ${valuesOf(value)} | ${value.default === undefined ? '' : `\`${value.default}\``} | ${value.description} |`,
  );
  return ['| key | value | default | meaning |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}
