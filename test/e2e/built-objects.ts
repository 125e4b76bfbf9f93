import { parseAllDocuments } from 'yaml';

interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: unknown;
}

/** What of a built stream decides about the profile of its split: names, namespaces, the split itself and its marks. */
export function decisive(stdout: string): string {
  const objects = parseAllDocuments(stdout).map((document) => document.toJS() as Manifest | null);
  const meant = objects.filter((object) => object !== null && object.metadata.namespace !== 'other');
  const shown = meant.map((object) => ({
    kind: object?.kind,
    name: object?.metadata.name,
    namespace: object?.metadata.namespace,
    ...(object?.kind === 'TrafficSplit' && { spec: object.spec, marks: marksOf(object) }),
  }));
  return JSON.stringify(shown.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)));
}

const marks = ['smi.linkerd.io/skip', 'failover.linkerd.io/controlled-by', 'failover.linkerd.io/primary-service'];

function marksOf({ metadata: { labels = {}, annotations = {} } }: Manifest): readonly string[] {
  const managed = labels['app.kubernetes.io/managed-by'] === 'linkerd-failover' ? ['managed-by'] : [];
  return [...marks.filter((mark) => mark in labels || mark in annotations), ...managed];
}
