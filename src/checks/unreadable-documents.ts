import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Found } from '../manifests/page-cache.ts';
import type { Unreadable } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { profileNameOf } from '../plan/choose-profile.ts';
import { nameOf } from '../splits/names.ts';
import { holdsAction, templateSkipped } from '../splits/read-splits.ts';
import { holdsTrafficSplit } from '../yaml/byte-search.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import type { Source } from '../yaml/source.ts';
import { encode } from '../yaml/source.ts';

/** Reports what mentions a split and cannot be read; returns for each such document what becomes of it. */
export function reportUnreadable(found: Found, run: Run): readonly Left[] {
  const splits = found.unreadable.filter(mentionsSplit);
  return [
    ...splits.map((one) => leave(run, problemOf(one, run.unit.together, 'a document with a TrafficSplit'))),
    ...found.foreign.map((source) => leave(run, notUtf8(source))),
  ];
}

/**
 * Tells whether a split may be converted as far as documents go that cannot be read: one that mentions the split's own
 * ServiceProfile is reported, since a second profile of that name would stand beside it.
 */
export function besideUnreadable(
  unreadable: ReadonlySet<Unreadable>,
  run: Run,
): (placed: LocatedSplit) => Left | undefined {
  const { together } = run.unit;
  const byName = new Map<string, Unreadable[]>();
  for (const one of unreadable) {
    if (!one.text.includes('ServiceProfile') || mentionsSplit(one)) continue;
    for (const name of namesIn(one)) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [one]);
      else same.push(one);
    }
  }
  return (placed) => {
    const same = byName.get(profileNameOf(placed, run.options)) ?? [];
    const hidden = same.find((one) => together || isNear(one, placed));
    if (hidden === undefined) return undefined;
    return leave(run, problemOf(hidden, together, `the ServiceProfile of TrafficSplit ${nameOf(placed.manifest)}`));
  };
}

/** What stands behind `name:` in a text that has to be searched, since it cannot be read. */
function namesIn({ text }: Unreadable): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\bname["']?\s*:\s*["']?([\w.-]+)/g), ([, name = '']) => name));
}

function mentionsSplit({ text, page }: Unreadable): boolean {
  const { source, start, end } = page.slice;
  if (text === '') return holdsTrafficSplit(source.bytes, start, end); // too large to be read
  const bytes = encode(text);
  return holdsTrafficSplit(bytes, 0, bytes.length);
}

/** Whether what cannot be read stands in the split's file or directory. */
function isNear({ page }: Unreadable, { manifest }: LocatedSplit): boolean {
  return directoryOf(page.slice.source.path) === directoryOf(manifest.page.slice.source.path);
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A template, or broken YAML. */
function problemOf({ page, offset, message, text }: Unreadable, together: boolean, what: string): Diagnostic {
  const at = { page, offset };
  if (holdsAction(text)) return templateSkipped(at, together, `${what} holds a template action`);
  return { code: 'yaml-syntax', message, at };
}

function notUtf8(source: Source): Diagnostic {
  return { code: 'not-utf8', message: 'holds a TrafficSplit and is not UTF-8, so it is left as it is', at: { source } };
}
