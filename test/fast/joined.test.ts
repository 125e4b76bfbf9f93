import { expect, test } from 'vitest';
import type { Actor } from '../../src/kustomize/actor.ts';
import type { Kustomize } from '../../src/kustomize/kustomize.ts';
import { joinedFiles } from '../../src/cli/files/joined-files.ts';
import type { CallSearch } from '../../src/cli/files/call-search.ts';
import type { FileSource } from '../../src/cli/files/search.ts';

test('what deploys the files of one unit is asked of each file that has a name, not of each file and each kustomization', () => {
  const count = 200;
  let asked = 0;
  const names = Array.from({ length: count }, (_, index) => `w${index}`);
  const paths = names.map((name) => `${name}/s.yaml`);
  const users = new Map(paths.map((path) => [path, [{ path }] as unknown as readonly Actor[]]));
  const sources = new Map(names.map((name) => [name, { path: `${name}/s.yaml`, folder: { home: '' } } as FileSource]));
  const kustomize: Pick<Kustomize, 'users'> = {
    users: (path) => {
      asked += 1;
      return users.get(path) ?? [];
    },
  };
  const found: Pick<CallSearch, 'holding'> = {
    holding: (words) => [...words].flatMap((word) => sources.get(word) ?? []),
  };
  const joined = joinedFiles(kustomize as Kustomize, found as CallSearch);
  expect(joined(new Set(names), { home: 'other', paths }).flat()).toHaveLength(count);
  expect(asked).toBeLessThan(10 * count);
});
