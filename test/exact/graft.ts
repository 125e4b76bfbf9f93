import type { Source } from '../../src/yaml/source.ts';
import { contentOf } from './objects.ts';

/** A file into which something of ours was put; `start` and `end` are where, in bytes. */
export interface Grafted {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: grafted-canary
  namespace: grafted
spec:
  service: grafted
  backends:
  - service: grafted-v1 # stable
    weight: 90
  - service: grafted-v2
    weight: 10
`;

const profile = `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: grafted.grafted.svc.cluster.local
  namespace: grafted
spec:
  dstOverrides:
  # stable
  - authority: grafted-v1.grafted.svc.cluster.local
    weight: "50" # half
  - authority: grafted-v2.grafted.svc.cluster.local
    weight: "50"
  retryBudget: {retryRatio: 0.2, minRetriesPerSecond: 10, ttl: 10s}
`;

/** What is put into a file: a split alone, or a split and the profile that belongs to it. */
export const grafts: Readonly<Record<string, readonly string[]>> = {
  split: [split],
  'split and profile': [split, profile],
};

/** A sound file with documents put before it, behind it, and, where it has a list, with entries put into it. */
export function graft(source: Source, documents: readonly string[]): readonly Grafted[] {
  const content = contentOf(source);
  if (content === undefined || content.broken > 0) return [];
  const text = Buffer.from(source.bytes).toString();
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
  ].filter((grafted) => isSound(grafted, content.objects.length + documents.length));
}

function at(source: Source, how: string, before: string, put: string, after: string): Grafted {
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
): readonly Grafted[] {
  const dash = /^(?:items:[ \t]*\r?\n)(?:[ \t]*(?:#.*)?\r?\n)*([ ]*)-( +)\S/m.exec(text);
  const found: Grafted[] = [];
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

/** Whether all of it can be read after the graft: putting text into a file by hand does not suit every file. */
function isSound({ source }: Grafted, least: number): boolean {
  const content = contentOf(source);
  return content?.broken === 0 && content.objects.length >= least;
}
