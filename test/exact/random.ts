/** Random streams of manifests, in random styles: made from a tape of bytes, so that fast-check can shrink what fails. */

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

interface Author {
  /** A number below `limit`, decided by the tape. */
  pick(limit: number): number;
  readonly indent: number;
  readonly dash: number;
  readonly quote: '"' | "'";
  /** One line in so many has a comment, or one above it; 0 for none. */
  readonly comments: number;
  /** One collection in so many is written in flow style; 0 for none. */
  readonly flow: number;
}

/** A stream as some author would have written it. */
export function streamOf(tape: Uint8Array): { readonly text: string; readonly path: string } {
  let at = 0;
  const pick = (limit: number): number => (tape[at++ % tape.length] ?? 0) % limit;
  const author: Author = {
    pick,
    indent: [2, 2, 4, 3][pick(4)] ?? 2,
    dash: pick(2) * 2,
    quote: pick(2) === 0 ? '"' : "'",
    comments: [0, 9, 4][pick(3)] ?? 0,
    flow: [0, 0, 12, 5][pick(4)] ?? 0,
  };
  const objects = Array.from({ length: 1 + pick(5) }, () => objectOf(author));
  const shape = pick(8);
  const text =
    shape === 0 ? jsonOf(author, objects) : shape < 3 ? listOf(author, objects) : documentsOf(author, objects);
  const eol = pick(4) === 0 ? '\r\n' : '\n';
  const whole = `${pick(9) === 0 ? '\ufeff' : ''}${text}`.replaceAll('\n', eol);
  return { text: pick(5) === 0 ? whole.trimEnd() : whole, path: pick(4) === 0 ? 'stream.yaml' : '-' };
}

const apexes = ['web', 'api', 'web-2'];
const odd = [
  'yes',
  'on',
  '1e3',
  '010',
  '0x1F',
  '1_000',
  '2001-01-01',
  '~',
  '=',
  '',
  ' x ',
  'a: b',
  '# c',
  "it's",
  '"q"',
  '*a',
  '&b',
  '!c',
  '- d',
  '---',
  '...',
  '%Y',
  'h\u00e9 \u2603 \ud83d\ude80',
  'two\nlines\n',
  '1:30',
  '.inf',
  'null',
  '<<',
  '{x}',
  '[y]',
  'a,b',
  '@z',
  '`w`',
  '{{ t }}',
  'v1.2.0',
];

function oddText(author: Author): string {
  return odd[author.pick(odd.length)] ?? '';
}

function objectOf(author: Author): Plain {
  const kind = author.pick(6);
  if (kind < 3) return splitOf(author);
  if (kind < 5) return profileOf(author);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `settings-${author.pick(9)}`, namespace: 'shop' },
    data: { [`k${author.pick(9)}`]: oddText(author), text: oddText(author) },
  };
}

function apexOf(author: Author): string {
  return apexes[author.pick(apexes.length)] ?? 'web';
}

const weights: readonly Plain[] = [0, 1, 10, 90, 100, 500, 1000, '500m', '1k', '0', 0.5, '10', '1e3'];

function splitOf(author: Author): Plain {
  const apex = apexOf(author);
  const metadata: Record<string, Plain> = { name: `${apex}-canary-${author.pick(3)}`, namespace: 'shop' };
  if (author.pick(3) === 0) metadata.labels = { app: oddText(author), tier: oddText(author) };
  if (author.pick(4) === 0) metadata.annotations = { note: oddText(author) };
  const backends = Array.from({ length: author.pick(6) }, (_, index) => ({
    service: `${apex}-v${index}`,
    weight: weights[author.pick(weights.length)] ?? 1,
  }));
  return {
    apiVersion: `split.smi-spec.io/v1alpha${1 + author.pick(2)}`,
    kind: 'TrafficSplit',
    metadata,
    spec: author.pick(2) === 0 ? { service: apex, backends } : { backends, service: apex },
  };
}

function profileOf(author: Author): Plain {
  const name = `${apexOf(author)}.shop.svc.cluster.local`;
  const metadata: Record<string, Plain> = { name, namespace: 'shop' };
  if (author.pick(3) === 0) metadata.annotations = [{ team: 'shop' }, {}, null][author.pick(3)] ?? null;
  const entry = (): Plain => ({
    authority: name.replace('.', `-v${author.pick(4)}.`),
    weight: `${(weights[author.pick(weights.length)] ?? 1) as string | number}`,
  });
  const overrides: readonly (Plain | undefined)[] = [
    undefined,
    undefined,
    null,
    [],
    [entry()],
    [entry(), entry()],
    [entry(), entry(), entry()],
  ];
  const dstOverrides = overrides[author.pick(overrides.length)];
  const routes = [{ name: 'GET /', condition: { method: 'GET', pathRegex: oddText(author) } }];
  const own = dstOverrides === undefined ? {} : { dstOverrides };
  const specs: readonly (Plain | undefined)[] = [undefined, null, {}, { routes, ...own }, { ...own, routes }, own];
  const spec = specs[author.pick(specs.length)];
  return { apiVersion: 'linkerd.io/v1alpha2', kind: 'ServiceProfile', metadata, ...(spec !== undefined && { spec }) };
}

function jsonOf(author: Author, objects: readonly Plain[]): string {
  const space = [undefined, 2, 4, '\t'][author.pick(4)];
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  if (author.pick(2) === 0) return `${JSON.stringify(list, undefined, space)}\n`;
  return objects.map((object) => `${JSON.stringify(object, undefined, space)}\n`).join('');
}

function listOf(author: Author, objects: readonly Plain[]): string {
  return `${linesOf({ apiVersion: 'v1', kind: 'List', items: objects }, author, 0).join('\n')}\n`;
}

function documentsOf(author: Author, objects: readonly Plain[]): string {
  const separators = [
    '---\n',
    '---\n',
    '\n---\n\n',
    '--- # next\n',
    '...\n---\n',
    '# end\n---\n# begin\n',
    '---\n---\n',
    '...\n# between\n---\n',
  ];
  const starts = ['', '', '---\n', '# licence\n\n', '# licence\n---\n', '%YAML 1.2\n---\n'];
  const bodies = objects.map((object) => `${linesOf(object, author, 0).join('\n')}\n`);
  const joined = bodies.reduce(
    (text, body) => `${text}${separators[author.pick(separators.length)] ?? '---\n'}${body}`,
  );
  return `${starts[author.pick(starts.length)] ?? ''}${joined}${['', '', '\n', '...\n', '---\n', '# the end\n'][author.pick(6)] ?? ''}`;
}

/** A value as lines that begin at a column; the first one is not indented. */
function linesOf(value: Plain, author: Author, column: number): string[] {
  if (typeof value !== 'object' || value === null) return [scalarOf(value, author, false)];
  if (isEmpty(value) || ((column > 0 || author.pick(4) === 0) && author.flow > 0 && author.pick(author.flow) === 0))
    return [flowOf(value, author, column)];
  const lines = Array.isArray(value)
    ? value.flatMap((entry: Plain) => entryLines(entry, author, column))
    : Object.entries(value).flatMap(([key, below]) => pairLines(key, below, author, column));
  return [lines[0]?.trimStart() ?? '', ...lines.slice(1)];
}

function entryLines(entry: Plain, author: Author, column: number): string[] {
  const pad = ' '.repeat(column);
  const [head = '', ...rest] = linesOf(entry, author, column + 2);
  return [...remark(author, pad), `${pad}- ${head}`, ...rest];
}

function pairLines(key: string, value: Plain, author: Author, column: number): string[] {
  const pad = ' '.repeat(column);
  const start = `${pad}${key}:`;
  const above = remark(author, pad);
  if (typeof value === 'string' && /^.+\n.+\n$/.test(value) && author.pick(2) === 0)
    return [
      ...above,
      `${start} |`,
      ...value
        .trimEnd()
        .split('\n')
        .map((line) => `${pad}  ${line}`),
    ];
  if (value === null && author.pick(2) === 0) return [...above, start + trailer(author)];
  if (typeof value !== 'object' || value === null)
    return [...above, `${start} ${scalarOf(value, author, false)}${trailer(author)}`];
  const below = column + (Array.isArray(value) ? author.dash : author.indent);
  const [first = '', ...rest] = linesOf(value, author, below === 0 ? 0 : below);
  const isFlow = isEmpty(value) || /^[[{]/.test(first);
  return isFlow
    ? [...above, `${start} ${first}${trailer(author)}`]
    : [...above, start + trailer(author), ' '.repeat(below) + first, ...rest];
}

/** Comments on lines of their own, which only fit where a line before them has been written. */
function remark(author: Author, pad: string): string[] {
  return author.comments > 0 && pad !== '' && author.pick(author.comments) === 0
    ? [`${pad}# remark ${author.pick(99)}`]
    : [];
}

function trailer(author: Author): string {
  return author.comments > 0 && author.pick(author.comments) === 0 ? ` # note ${author.pick(99)}` : '';
}

/** A value in flow style, on one line or over several, whose lines after the first begin at a column or after it. */
function flowOf(value: Plain, author: Author, column: number): string {
  if (typeof value !== 'object' || value === null) return scalarOf(value, author, true);
  const over = author.pick(3) === 0 && !isEmpty(value);
  const inner = over ? column + 2 : column;
  const parts = Array.isArray(value)
    ? value.map((entry: Plain) => flowOf(entry, author, inner))
    : Object.entries(value).map(([key, below]) => `${key}: ${flowOf(below, author, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const space = parts.length === 0 || author.pick(2) === 0 ? '' : ' ';
  if (!over) return `${open}${space}${parts.join(', ')}${space}${close}`;
  const lines = parts.map((part, index) => {
    const comma = index < parts.length - 1 || author.pick(3) === 0 ? ',' : '';
    const above = author.comments > 0 && author.pick(author.comments) === 0 ? `${' '.repeat(inner)}# remark\n` : '';
    return `${above}${' '.repeat(inner)}${part}${comma}${trailer(author)}\n`;
  });
  return `${open}${trailer(author)}\n${lines.join('')}${' '.repeat(column)}${close}`;
}

function scalarOf(value: Plain, author: Author, flow: boolean): string {
  if (typeof value !== 'string')
    return value === null ? (['null', '~'][author.pick(2)] ?? 'null') : JSON.stringify(value);
  if (
    /^[A-Za-z][A-Za-z0-9./-]*$/.test(value) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value) &&
    author.pick(4) > 0
  )
    return value;
  if (/^[0-9]+[mk]$/.test(value) && !flow && author.pick(2) === 0) return value;
  return author.quote === "'" && /^[ -~]*$/.test(value) ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

function isEmpty(value: Plain): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
