import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms, treeOf } from '../kustomize/forms.ts';
import { decisive } from './built-objects.ts';
import { put, run, scratch } from './run.ts';
import { tool } from './tools.ts';

interface Judge {
  readonly program: string;
  readonly words: readonly string[];
}

/** The oldest and the newest; those between them gave the same answers. */
const kubectls = ['kubectl.1.27', 'kubectl.1.33'];
const judges: readonly Judge[] = [
  ...['kustomize', 'kustomize-5.6.0'].map((name) => ({ program: tool(name, 'version') ?? '', words: ['build'] })),
  ...kubectls.map((name) => ({ program: tool(name, 'version', '--client') ?? '', words: ['kustomize'] })),
].filter(({ program }) => program !== '');

const root = scratch();

/** test/kustomize/forms.test.ts holds what is said of each form against the same table. */
describe.skipIf(judges.length === 0)('effect of Kustomize itself on a TrafficSplit', () => {
  test.for(forms.map((form, index) => ({ form, index })))('$form.name', ({ form, index }) => {
    const folder = put(join(root, String(index)), treeOf(form));
    for (const judge of judges) {
      const after = built(judge, join(folder, 'prod'));
      if (after === undefined && judge.program.endsWith(form.refusedBy ?? '-')) continue;
      expect(after === undefined ? 'refused' : after !== plain(judge), `${judge.program}: ${form.name}`).toBe(
        form.rewritten,
      );
    }
  });
});

const known = new Map<Judge, string | undefined>();

/** What a judge makes of the base alone. */
function plain(judge: Judge): string | undefined {
  if (!known.has(judge))
    known.set(
      judge,
      built(judge, join(put(join(root, 'plain'), treeOf({ name: '', overlay: '', rewritten: false })), 'base')),
    );
  return known.get(judge);
}

/** What of a build decides about the profile of the base's split; undefined where nothing is built. */
function built({ program, words }: Judge, folder: string): string | undefined {
  const { status, stdout } = run(program, [...words, folder]);
  if (status !== 0) return undefined;
  return decisive(stdout);
}
