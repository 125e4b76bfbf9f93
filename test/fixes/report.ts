/** A finding as the text report prints it, with its fix. */
export interface Said {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly field: readonly (string | number)[];
  readonly fix: string;
}

/** The findings in a text report; those of one code that follow each other share one fix line. */
export function findingsIn(report: string): readonly Said[] {
  const found: { -readonly [Key in keyof Said]: Said[Key] }[] = [];
  const waiting: typeof found = [];
  for (const line of report.split('\n')) {
    const head = /^(.+?):(?:(\d+):\d+:)? (?:error|warning|info) ([a-z-]+): (.*?)(?: \(([^\s()]+)\))?$/.exec(line);
    const fix = /^ {4}fix: (.*)$/.exec(line)?.[1];
    if (head !== null) {
      const [, path = '', at = '1', code = '', message = '', field = ''] = head;
      const one = { path, line: Number(at), code, message, field: fieldOf(field), fix: '' };
      found.push(one);
      waiting.push(one);
    } else if (fix !== undefined) for (const one of waiting.splice(0)) one.fix = fix;
  }
  return found;
}

/** `spec.backends[1].weight`, `metadata.labels["a.b/c"]`. */
function fieldOf(shown: string): readonly (string | number)[] {
  const parts = shown.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g);
  return Array.from(
    parts,
    ([, quoted, index, plain]) => quoted ?? (index === undefined ? (plain ?? '') : Number(index)),
  );
}

/** The commands that a fix names. */
export function commandsIn(fix: string): readonly string[] {
  return Array.from(fix.matchAll(/`([^`]+)`/g), ([, command = '']) => command).filter((command) =>
    /(?:^|\| )(?:smi2linkerd|kustomize|flux|helm) /.test(command),
  );
}
