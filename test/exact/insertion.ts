import { isYttLine } from '../../src/splits/actions.ts';
import type { Source } from '../../src/yaml/source.ts';
import { contentOf } from './objects.ts';

/** A file into which something of ours was put; `start` and `end` are where, in bytes. */
export interface Inserted {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: inserted-canary
  namespace: inserted
spec:
  service: inserted
  backends:
  - service: inserted-v1 # stable
    weight: 90
  - service: inserted-v2
    weight: 10
`;

const profile = `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: inserted.inserted.svc.cluster.local
  namespace: inserted
spec:
  dstOverrides:
  # stable
  - authority: inserted-v1.inserted.svc.cluster.local
    weight: "50" # half
  - authority: inserted-v2.inserted.svc.cluster.local
    weight: "50"
  retryBudget: {retryRatio: 0.2, minRetriesPerSecond: 10, ttl: 10s}
`;

/** What is put into a file: a split alone, or a split and the profile that belongs to it. */
export const insertions: Readonly<Record<string, readonly string[]>> = {
  split: [split],
  'split and profile': [split, profile],
};

/** How many ways there are to put documents into a file, at most. */
const places = 5;

/**
 * A valid file with documents put before it, after it, and, where it has a list, with entries put into it: of these ways
 * those whose number is asked for, since what is made is parsed, too.
 */
export function insert(
  source: Source,
  documents: readonly string[],
  isAsked: (place: number) => boolean = () => true,
): readonly Inserted[] {
  if (!Array.from({ length: places }, (_, place) => isAsked(place)).includes(true)) return [];
  const content = contentOf(source);
  if (content === undefined || content.broken > 0) return [];
  const text = Buffer.from(source.bytes).toString();
  // A split in such a file may be under a condition of ytt, and is not converted.
  if (text.split('\n').some(isYttLine)) return [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = (body: string): string => body.replaceAll('\n', eol);
  const stream = lines(documents.join('---\n'));
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const rest = text.slice(mark.length);
  const first = `${stream}${/^%/m.test(rest) ? `...${eol}` : ''}${/^(?:---|%)/.test(rest) ? '' : `---${eol}`}`;
  if (/^%.*\s*$/m.test(text.trimEnd().split('\n').at(-1) ?? '')) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return [
    at(source, 'first', mark, first, rest),
    at(source, 'last', text, `${gap}---${eol}${stream}`, ''),
    ...entries(source, content.pages.length === 1, text, documents.map(lines), eol),
  ].filter((inserted, place) => isAsked(place) && isReadable(inserted, content.objects.length + documents.length));
}

function at(source: Source, how: string, before: string, put: string, after: string): Inserted {
  const start = Buffer.byteLength(before);
  const bytes = Buffer.from(before + put + after);
  return { source: { path: `${source.path} (${how})`, bytes }, start, end: start + Buffer.byteLength(put) };
}

/** The same file as the entries of a `List`, between ours and before ours; and, where it is a list, with ours in it. */
function entries(
  source: Source,
  single: boolean,
  text: string,
  documents: readonly string[],
  eol: string,
): readonly Inserted[] {
  const dash = /^(?:items:[ \t]*\r?\n)(?:[ \t]*(?:#.*)?\r?\n)*([ ]*)-( +)\S/m.exec(text);
  const found: Inserted[] = [];
  const entry = (body: string, column: number, gap: number): string =>
    body
      .split(eol)
      .slice(0, -1)
      .map(
        (line, index) =>
          `${' '.repeat(column)}${index === 0 ? `-${' '.repeat(gap - 1)}` : ' '.repeat(gap)}${line}${eol}`,
      )
      .join('');
  if (dash !== null) {
    const column = dash[1]?.length ?? 0;
    const start = text.lastIndexOf('\n', dash.index + dash[0].length - 1) + 1;
    const put = documents.map((body) => entry(body, column, (dash[2]?.length ?? 0) + 1)).join('');
    found.push(at(source, 'item of its list', text.slice(0, start), put, text.slice(start)));
  }
  if (single && text.endsWith(eol) && /^[A-Za-z]/.test(text)) {
    const head = `apiVersion: v1${eol}kind: List${eol}items:${eol}`;
    const body = entry(text, 0, 2);
    const put = documents.map((one) => entry(one, 0, 2)).join('');
    found.push(
      at(source, 'first item beside it', head, put, body),
      at(source, 'last item beside it', head + body, put, ''),
    );
  }
  return found;
}

/** Whether all of it can be read after the insertion: putting text into a file by hand does not suit every file. */
function isReadable({ source }: Inserted, least: number): boolean {
  const content = contentOf(source);
  return content?.broken === 0 && content.objects.length >= least;
}
