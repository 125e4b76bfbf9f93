import type { Scalar } from 'yaml';
import { isAlias, isScalar, visit } from 'yaml';
import { memoisedFor } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SearchResult } from '../manifests/page-cache.ts';
import { text } from '../kubernetes.ts';
import type { Manifest, Unreadable } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { profileNameOf } from '../plan/profile-choice.ts';
import { directoryOf, nameOf } from '../splits/names.ts';
import { finderByName, holdsAction, isTemplated } from '../splits/actions.ts';
import { actionOn, templateSkipped, withoutCharts, type Charts } from '../splits/templates.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import type { Source } from '../yaml/source.ts';
import { mentionsSplit } from './mentioned-splits.ts';

/** Reports documents that mention a split and cannot be read; returns the outcome of each. */
export function reportUnreadable(found: SearchResult, run: Run): readonly Left[] {
  const splits = found.unreadable.filter(mentionsSplit);
  return [
    ...splits.map((one) => leave(run, unreadableProblem(one, run, 'a document with a TrafficSplit'))),
    ...found.foreign.map((source) => leave(run, notUtf8(source))),
  ];
}

/** A ServiceProfile that could not be read, and the name that it has or may have. */
interface HiddenProfile {
  readonly path: string;
  readonly name: string;
  problem(placed: LocatedSplit, run: Run): Diagnostic;
}

/**
 * Returns a check whether a split may be converted although some ServiceProfiles cannot be read or have template
 * actions: if one of them may be its own profile, the new one would be a second one.
 */
export function besideUnreadable(
  { unreadable, profiles }: { readonly unreadable: ReadonlySet<Unreadable>; readonly profiles: readonly Manifest[] },
  run: Run,
): (placed: LocatedSplit) => Left | undefined {
  const { together, kustomize = withoutCharts } = run.unit;
  const hidden = [...[...unreadable].flatMap(profilesIn), ...templatedProfiles(kustomize)(profiles)];
  if (hidden.length === 0) return () => undefined;
  const find = finderByName(hidden, ({ name }) => [name]);
  const readable = new Set(profiles.filter((one) => actionOn(one, kustomize) === undefined));
  return (placed) => {
    const name = profileNameOf(placed, run.options);
    const own = placed.manifest.page.slice.source.path;
    const same = find([name]);
    if (same.length === 0) return undefined;
    const known = [...readable].filter(({ object }) => text(object, 'metadata', 'name') === name);
    const nearest = known.reduce(
      (least, { page }) => Math.min(least, fileDistance(page.slice.source.path, own)),
      Infinity,
    );
    const first = same.find(({ path }) => together || fileDistance(path, own) <= nearest);
    return first && leave(run, first.problem(placed, run));
  };
}

/** How far a file is from another: the same file, the same directory, elsewhere in the unit. */
function fileDistance(path: string, own: string): number {
  return path === own ? 0 : directoryOf(path) === directoryOf(own) ? 1 : 2;
}

/** The profiles of a document that cannot be read; if it mentions a split, it has a finding of its own. */
function profilesIn(one: Unreadable): readonly HiddenProfile[] {
  if (!one.text.includes('ServiceProfile') || mentionsSplit(one)) return [];
  const problem: HiddenProfile['problem'] = ({ manifest }, run) =>
    unreadableProblem(one, run, `the ServiceProfile of TrafficSplit ${nameOf(manifest)}`);
  return [...namesIn(one)].map((name) => ({ path: one.page.slice.source.path, name, problem }));
}

/** The profiles that were read and depend on a template action. */
const templatedProfiles = memoisedFor((kustomize: Charts) =>
  memoisedFor((profiles: readonly Manifest[]) => profiles.flatMap((profile) => templatedProfile(profile, kustomize))),
);

function templatedProfile(profile: Manifest, kustomize: Charts): readonly HiddenProfile[] {
  const action = actionOn(profile, kustomize);
  if (action === undefined) return [];
  const { at, relation, program, source } = action;
  // A name such as `{{ .Values.name }}` is parsed as a mapping.
  const name = text(profile.object, 'metadata', 'name') || '{{}}';
  const problem: HiddenProfile['problem'] = ({ manifest }, run) => {
    const own = `the profile of TrafficSplit ${nameOf(manifest)}`;
    const message =
      program === undefined
        ? `${relation}, and may be ${own}`
        : `a comment of ${own} holds a template action, which ${program} runs`;
    return templateSkipped(at, run, message, source);
  };
  return [{ path: profile.page.slice.source.path, name, problem }];
}

/**
 * The values after `name:` in a text that cannot be parsed, and those that the library made out all the same. Names with a
 * template action count only in the metadata, since any other could become anything.
 */
export function namesIn(one: Unreadable): ReadonlySet<string> {
  const { text: source } = one;
  const names = Array.from(source.matchAll(/\bname["']?\s*:\s*["']?([\w.-]+)(?![\w.{$-])/g), ([, name = '']) => name);
  const own = nameInMetadata(source);
  return new Set([...names, ...(isTemplated(own) ? [own] : parsedNames(one))]);
}

/** The first `name:` in the lines below a `metadata:` that are indented; empty if there is none. */
function nameInMetadata(source: string): string {
  let isInside = false;
  for (const line of source.split('\n')) {
    const name = isInside ? /^[ \t]+name:[ \t]*["']?([^"']*)/.exec(line)?.[1] : undefined;
    if (name !== undefined) return name.trim();
    isInside = /\bmetadata:/.test(line) || (isInside && /^[ \t]/.test(line));
  }
  return '';
}

/** The values of `name` in what the library made of a document with a problem: one with a key twice is there as a whole. */
function parsedNames({ page, offset }: Unreadable): readonly string[] {
  const names: string[] = [];
  for (const document of page.documents.filter(({ range: [start, , end] }) => start <= offset && offset <= end)) {
    // The library would search the whole document for each alias.
    const anchored = new Map<string, Scalar>();
    visit(document, {
      Scalar(_, scalar) {
        if (scalar.anchor !== undefined) anchored.set(scalar.anchor, scalar);
      },
      Pair(_, { key, value }) {
        const named = isAlias(value) ? anchored.get(value.source) : value;
        if (!isScalar(key) || key.value !== 'name' || !isScalar(named)) return;
        const name = String(named.value);
        if (!isTemplated(name)) names.push(name);
      },
    });
  }
  return names;
}

/** A template, or broken YAML, or what cannot be changed. */
export function unreadableProblem(one: Unreadable, run: Run, what: string): Diagnostic {
  const { page, offset, message, text: written, fix } = one;
  const at = { page, offset };
  if (fix !== undefined) return { code: one.shared === true ? 'cannot-insert' : 'yaml-syntax', message, fix, at };
  if (holdsAction(written)) return templateSkipped(at, run, `${what} holds a template action`, written);
  return { code: 'yaml-syntax', message, at };
}

function notUtf8(source: Source): Diagnostic {
  return { code: 'not-utf8', message: 'holds a TrafficSplit but is not UTF-8', at: { source } };
}
