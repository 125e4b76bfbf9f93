import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { treeOf } from '../cli/tree.ts';

const splitWith = (backends: string): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [${backends}]}\n`;
const weighted = splitWith('{service: v1, weight: 1}, {service: v2, weight: 3}');
const profile =
  'apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.a.svc.cluster.local, namespace: a}\nspec: {dstOverrides: [{authority: v1.a.svc.cluster.local, weight: 1}, {authority: v2.a.svc.cluster.local, weight: 3}]}\n';
const routes = ['--target', 'httproute', '--port', 'web=80'];

/** What a check says of the split of a file after it was converted with flags and changed. */
async function checked(
  text: string,
  written: readonly string[] | undefined,
  change: (text: string) => Readonly<Record<string, string>>,
  flags: readonly string[],
): Promise<string> {
  const cwd = treeOf({ 's.yaml': text });
  if (written !== undefined) await runWith(['--write', ...written, '.'], { cwd });
  const files = change(readFileSync(join(cwd, 's.yaml'), 'utf8'));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(cwd, path), content);
  const { stdout } = await runWith(['--check', '--format', 'json', ...flags, '.'], { cwd });
  return stdout.toString();
}

const same = (text: string) => ({ 's.yaml': text });
const reweighted = (text: string) =>
  same(text.replace('weight: "3"', 'weight: "4"').replace('weight: 3\n', 'weight: 4\n'));
/** The object after the split goes to a file of its own. */
const apart = (text: string) => {
  const at = text.indexOf('---\n');
  return { 's.yaml': text.slice(0, at), 't.yaml': text.slice(at + 4) };
};

describe('a check says what a split lacks', () => {
  test.each<[string, Parameters<typeof checked>, string]>([
    ['a profile', [weighted, undefined, same, []], 'ServiceProfile web.a.svc.cluster.local is missing'],
    ['another weight', [weighted, [], reweighted, []], 'ServiceProfile web.a.svc.cluster.local is not up to date'],
    [
      'its removal, beside a profile',
      [weighted, ['--no-skip-annotation'], same, ['--drop', '--no-skip-annotation']],
      'is not replaced by ServiceProfile web.a.svc.cluster.local yet',
    ],
    [
      'its removal, with the profile in another file',
      [
        weighted,
        ['--no-skip-annotation'],
        (text) => apart(`${text}  routes: [{name: a, condition: {method: GET}}]\n`),
        ['--drop', '--no-skip-annotation'],
      ],
      'is not replaced by ServiceProfile web.a.svc.cluster.local in t.yaml yet',
    ],
    ['its removal, without backends', [splitWith(''), undefined, same, ['--drop']], 'would be removed'],
    ['a route', [weighted, undefined, same, routes], 'HTTPRoute web is missing'],
    ['another weight of its route', [weighted, routes, reweighted, routes], 'HTTPRoute web is not up to date'],
    [
      'another weight of its route in another file',
      [weighted, routes, (text) => apart(reweighted(text)['s.yaml']), routes],
      'HTTPRoute web in t.yaml is not up to date',
    ],
    [
      'its removal, beside a route',
      [weighted, routes, same, [...routes, '--drop']],
      'is not replaced by HTTPRoute web yet',
    ],
    [
      'the removal of its profile, beside a route',
      [weighted, routes, (text) => same(`${text}---\n${profile}`), routes],
      'a ServiceProfile of it would be removed',
    ],
    [
      'its removal, without backends, beside routes',
      [splitWith(''), undefined, same, [...routes, '--drop']],
      'would be removed',
    ],
  ])('%s', async (_, given, message) => {
    expect(await checked(...given)).toContain(message);
  });
});
