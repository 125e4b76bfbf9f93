import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytes, cases, tree, type Case } from '../fixtures.ts';
import { runWith, type Ran } from '../host.ts';
import { edits, type Situation } from './edits.ts';
import { commandsIn, findingsIn } from './report.ts';

const all = cases(join(import.meta.dirname, '../../fixtures'));

/** Each finding of each case, by its code; those whose fix is a command are run by test/e2e/fixes.test.ts. */
const meant = all.flatMap((one) => {
  const said = findingsIn(bytes(join(one.folder, 'stderr'))?.toString() ?? '');
  const codes = [...new Set(said.filter(({ fix }) => commandsIn(fix).length === 0).map(({ code }) => code))];
  return codes.map((code) => ({ one, code, name: `${code}: ${one.name}` }));
});

/** Why a fix is followed in no other way than the rest of its code. */
const odd: Readonly<Record<string, string>> = {
  'name-normalised: a-backend-in-another-namespace-is-converted-with-a-warning': 'the name is right',
  'no-backends: a-directive-after-a-bare-separator-goes-with-its-split': 'the library cannot print such a document',
  'no-backends: a-directive-after-a-document-without-an-end-marker-goes-with-its-split-when-dropped':
    'the library cannot print such a document',
  'smi-leftover: a-list-of-an-unknown-kind-keeps-what-it-holds-besides-its-last-split':
    'it is all that the stream holds',
  'backend-external-name: an-externalname-backend-is-converted-with-a-warning': 'it leads out of the cluster',
  'backend-external-name: a-service-that-one-overlay-makes-an-externalname-lacks-no-port-there':
    'a JSON patch makes it one',
};

function isOdd(one: Case, code: string): boolean {
  // The positions in a ResourceList are those of the files that its items come from.
  if (/kind: ResourceList|"ResourceList"/.test(one.stdin?.toString() ?? '')) return true;
  return Object.hasOwn(odd, `${code}: ${one.name}`);
}

const followed = meant.filter(({ code, one }) => typeof edits[code] === 'function' && !isOdd(one, code));

afterAll(() => {
  const told = new Map<string, number>();
  for (const { code } of meant.filter((one) => !followed.includes(one))) told.set(code, (told.get(code) ?? 0) + 1);
  const rest = [...told].map(
    ([code, count]) => `${code} (${count}): ${typeof edits[code] === 'string' ? edits[code] : 'see the test'}`,
  );
  console.log(`fixes: ${followed.length} edits followed as given; not for a machine:\n  ${rest.sort().join('\n  ')}`);
});

describe('a fix that is an edit', () => {
  test('every finding has an edit, or a reason why it has none', () => {
    expect(meant.filter(({ code }) => edits[code] === undefined).map(({ code }) => code)).toEqual([]);
  });

  test.for(followed)('$name', async ({ one, code }) => {
    const edit = edits[code];
    if (typeof edit !== 'function') throw new Error(code);
    const situation: Situation = { files: filesOf(one), args: [...one.args] };
    for (let round = 0; round < 50; round += 1) {
      const { ran } = await runIn(situation, one);
      const [first] = findingsIn(ran.stderr).filter((said) => said.code === code);
      if (first === undefined) break;
      edit(situation, { ...first, path: nameOf(first.path) });
    }
    const { ran, after } = await runIn(situation, one);
    expect(
      findingsIn(ran.stderr).filter((said) => said.code === code),
      ran.stderr,
    ).toEqual([]);
    expect(ran.code, ran.stderr).toBeLessThan(2);
    const again = await runIn({ ...situation, files: after }, one);
    expect([...again.after]).toEqual([...after]);
  });
});

function nameOf(path: string): string {
  return path.startsWith('<stdin>') ? '-' : path.replace(/^\.\//, '');
}

function filesOf(one: Case): Map<string, string> {
  const files = new Map([...tree(join(one.folder, 'before'))].map(([path, content]) => [path, textOf(content)]));
  if (one.stdin !== undefined) files.set('-', textOf(one.stdin));
  return files;
}

function textOf(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return content.toString('utf16le');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return content.toString('latin1');
  }
}

/** Runs a call; what it leaves are its files, and what it printed where it reads a stream. */
async function runIn(situation: Situation, one: Case): Promise<{ ran: Ran; after: Map<string, string> }> {
  const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-'));
  try {
    for (const [path, text] of situation.files) {
      if (path === '-') continue;
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const stdin = situation.files.get('-');
    const ran = await runWith(situation.args, {
      cwd,
      stdin: stdin === undefined ? undefined : Buffer.from(stdin),
      env: one.env,
    });
    const after = new Map([...tree(cwd)].map(([path, content]) => [path, content.toString()]));
    if (stdin !== undefined) after.set('-', ran.stdout.length > 0 && ran.code === 0 ? ran.stdout.toString() : stdin);
    return { ran, after };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
