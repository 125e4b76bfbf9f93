import { describe, expect, test } from 'vitest';
import { isOwnReport } from '../../src/checks/own-reports.ts';

const json = { schemaVersion: 1, splits: [], diagnostics: [], problems: [] };
const sarif = { runs: [{ tool: { driver: { name: 'smi2linkerd' } } }] };
const finding = { check_name: 'a', fingerprint: 'b', location: {} };

describe('a report of this program', () => {
  test.each([json, sarif, finding])('is %j', (object) => {
    expect(isOwnReport(object)).toBe(true);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a manifest', { ...json, apiVersion: 'v1' }],
    ['an object with a kind', { ...sarif, kind: 'A' }],
    ['an object without the version of a report', { ...json, schemaVersion: undefined }],
    ['an object with a part of a report', { ...json, problems: undefined }],
    ['a report of another tool', { runs: [{ tool: { driver: { name: 'kubeconform' } } }] }],
    ['an object with a location', { location: {} }],
    ['an object with a name and a location', { check_name: 'a', location: {} }],
    ['an object with a name and a fingerprint', { check_name: 'a', fingerprint: 'b' }],
  ])('is not %s', (_, object) => {
    expect(isOwnReport(object)).toBe(false);
  });
});
