import { regionsOf, wholeLines, type Region } from './diff-regions.ts';
import { fileLines, type FileLines } from './file-lines.ts';

/** A change of a file, for `unifiedDiff`. */
interface FileChange {
  /** As shown; `git apply` wants it relative to its working directory. */
  readonly path: string;
  readonly before: Uint8Array;
  /** The new bytes; pieces that are views of `before` are unchanged and not compared. */
  readonly after: readonly Uint8Array[];
}

/**
 * A unified diff with three lines of context, in the format that `git apply` accepts; empty if nothing changes. Bytes
 * are kept, whatever their encoding. It has no `diff --git` line: with that, git takes paths as relative to the root of
 * the repository, and would silently skip a diff made in a directory below it (git's apply.c, is_toplevel_relative).
 */
export function unifiedDiff({ path, before, after }: FileChange): Uint8Array {
  const lines = fileLines(before);
  const changes = wholeLines(regionsOf(before, after), lines).flatMap((region) => changesIn(region, lines));
  if (changes.length === 0) return new Uint8Array();
  const hunks = hunksOf(changes).reduce(
    ({ text, shift }, hunk) => ({ text: text + showHunk(hunk, lines, shift), shift: shift + growth(hunk) }),
    { text: '', shift: 0 },
  );
  return Buffer.from(`--- ${showName('a', path)}\n+++ ${showName('b', path)}\n${hunks.text}`, 'latin1');
}

const context = 3;

/** Lines `from` to `to` of the old file that became `lines`. */
interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The lines of a region that really differ. */
function changesIn(region: Region, lines: FileLines): readonly LineChange[] {
  let [from, to] = [lines.lineAt(region.start), lines.lineAt(region.end)];
  const now = region.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let [first, end] = [0, now.length];
  while (from < to && first < end && lines.at(from) === now[first]) [from, first] = [from + 1, first + 1];
  while (from < to && first < end && lines.at(to - 1) === now[end - 1]) [to, end] = [to - 1, end - 1];
  const old = Array.from({ length: to - from }, (_, index) => lines.at(from + index));
  return compareLines(old, now.slice(first, end)).map((change) => ({
    ...change,
    from: change.from + from,
    to: change.to + from,
  }));
}

/** A region with more pairs of lines is shown as replaced: correct, and never slow. */
const pairLimit = 4_000_000;

/** The fewest changes that turn one list of lines into another, by the table of longest common subsequences. */
function compareLines(old: readonly string[], now: readonly string[]): readonly LineChange[] {
  if (old.length === 0 && now.length === 0) return [];
  if (old.length * now.length > pairLimit) return [{ from: 0, to: old.length, lines: now }];
  const width = now.length + 1;
  const common = commonLengths(old, now);
  const changes: LineChange[] = [];
  let [at, other, from, first] = [0, 0, 0, 0];
  const close = (): void => {
    if (at > from || other > first) changes.push({ from, to: at, lines: now.slice(first, other) });
  };
  while (at < old.length && other < now.length) {
    if (old[at] === now[other]) {
      close();
      [at, other] = [at + 1, other + 1];
      [from, first] = [at, other];
    } else if ((common[(at + 1) * width + other] ?? 0) >= (common[at * width + other + 1] ?? 0)) at += 1;
    else other += 1;
  }
  [at, other] = [old.length, now.length];
  close();
  return changes;
}

/** For each pair of positions, how many lines the two rests have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let other = now.length - 1; other >= 0; other -= 1) {
      const below = common[(at + 1) * width + other] ?? 0;
      const right = common[at * width + other + 1] ?? 0;
      const both = common[(at + 1) * width + other + 1] ?? 0;
      common[at * width + other] = old[at] === now[other] ? both + 1 : Math.max(below, right);
    }
  }
  return common;
}

/** Changes with contexts that touch are in one hunk. */
function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last !== undefined && change.from - (last.at(-1)?.to ?? 0) <= 2 * context) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function growth(hunk: readonly LineChange[]): number {
  return hunk.reduce((sum, { from, to, lines }) => sum + lines.length - (to - from), 0);
}

function showHunk(hunk: readonly LineChange[], lines: FileLines, shift: number): string {
  const from = Math.max(0, (hunk[0]?.from ?? 0) - context);
  const to = Math.min(lines.count, (hunk.at(-1)?.to ?? 0) + context);
  let [text, at] = ['', from];
  for (const change of hunk) {
    text += asBytes(' ', lines, at, change.from) + asBytes('-', lines, change.from, change.to);
    for (const line of change.lines) text += showLine('+', line);
    at = change.to;
  }
  const count = to - from;
  return `@@ -${hunkRange(from, count)} +${hunkRange(from + shift, count + growth(hunk))} @@\n${text}${asBytes(' ', lines, at, to)}`;
}

/** Lines are counted from 1; an empty range is named by the line before it (POSIX diff -u). */
function hunkRange(from: number, count: number): string {
  return count === 1 ? `${from + 1}` : `${count === 0 ? from : from + 1},${count}`;
}

function asBytes(sign: string, lines: FileLines, from: number, to: number): string {
  let text = '';
  for (let line = from; line < to; line += 1) text += showLine(sign, lines.at(line));
  return text;
}

function showLine(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

const gitEscapes: Readonly<Record<string, string>> = {
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '"': '"',
  '\\': '\\',
};

/** A path as git writes it: special bytes in quotes and octal (quote.c); a path with spaces is followed by a tab. */
function showName(side: string, path: string): string {
  const name = `${side}/${path.replace(/^(?:\.?\/+)+/, '')}`;
  const bytes = Buffer.from(name).toString('latin1');
  // eslint-disable-next-line no-control-regex -- these are the bytes that git quotes
  const odd = /[\x00-\x1f"\\\x7f-\xff]/g;
  if (odd.test(bytes)) return `"${bytes.replace(odd, escapeByte)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

function escapeByte(byte: string): string {
  const letter = gitEscapes[byte];
  return letter === undefined ? `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}` : `\\${letter}`;
}
