import type { Unreadable } from '../manifests/manifest.ts';
import { holdsTrafficSplit } from '../yaml/byte-search.ts';
import { encode } from '../yaml/source.ts';

/** Whether a document that cannot be read seems to hold a TrafficSplit. */
export function mentionsSplit({ text: written, page }: Unreadable): boolean {
  const { source, start, end } = page.slice;
  if (written === '') return holdsTrafficSplit(source.bytes, start, end); // too large to be read
  const content = withoutQuestions(withoutComments(written));
  const bytes = encode(content);
  return holdsTrafficSplit(bytes, 0, bytes.length) && !namesOnlyGroup(content) && !isAboutKinds(content);
}

/** Whether the group is named elsewhere than in an apiVersion, and the kind nowhere. */
function namesOnlyGroup(content: string): boolean {
  return content.includes('split.smi-spec.io') && !/TrafficSplit|\\|apiVersion[^\n]*split\.smi-spec\.io/.test(content);
}

/** Kinds of objects that name other kinds, but hold no objects. */
const kindsAboutKinds = new Set(['CustomResourceDefinition', 'Role', 'ClusterRole', 'AppProject']);

/** Whether each object in a text names kinds only, and nothing in it has the apiVersion of a split. */
function isAboutKinds(content: string): boolean {
  if (content.includes('split.smi-spec.io/v')) return false;
  const kinds = Array.from(content.matchAll(/^kind:[ \t]*["']?([^\s"']*)/gm), ([, kind = '']) => kind);
  return kinds.length > 0 && kinds.every((kind) => kindsAboutKinds.has(kind));
}

/** What a template asks the cluster for: whether it has a kind, or objects of it. */
const question = /\b(?:[Hh]as|lookup)\s+(?:"[^"\n]*"|`[^`\n]*`)(?:\s+"[^"\n]*")?/g;

function withoutQuestions(content: string): string {
  return content.replace(question, '');
}

function withoutComments(content: string): string {
  return withoutTemplateComments(content).split('\n').map(withoutComment).join('\n');
}

/** A number sign after a quotation mark may be part of a string. */
function withoutComment(line: string): string {
  const start = line.search(/(?:^|\s)#/);
  return start === -1 || /["']/.test(line.slice(0, start)) ? line : line.slice(0, start);
}

/** A text without the comments of Go templates; one that does not end is none. */
function withoutTemplateComments(content: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { 0: open, index } of content.matchAll(/\{\{(?:-\s)?\/\*/g)) {
    if (index < from) continue;
    const end = content.indexOf('*/', index + open.length);
    if (end === -1) break;
    kept.push(content.slice(from, index));
    from = end + 2;
  }
  return kept.join('') + content.slice(from);
}
