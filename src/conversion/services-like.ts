import { memoised } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { PageCache } from '../manifests/page-cache.ts';
import { resembling } from '../manifests/resembling.ts';
import { mentionsService } from '../manifests/searches.ts';
import type { Unit } from '../run.ts';
import type { Cut, Slice } from '../yaml/cut.ts';

/** Services to look for: by names like these, in these namespaces. */
interface ServicesWanted {
  readonly names: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
}

/**
 * Services of a unit with a name like one of these, and some others. Those whose text says that they are in a namespace
 * that is not wanted are not read, unless a build gives them another.
 */
export function servicesLike(wanted: ServicesWanted, unit: Unit, cache: PageCache): readonly Manifest[] {
  const sources = unit.servicesLike?.(wanted.names) ?? unit.sources;
  if (sources.length === 0) return [];
  const isOfUse = usefulServices(wanted);
  const givenTo = memoised((path) => {
    const given = (unit.kustomize?.namespacesBuilt(path, false) ?? []).map(({ value }) => value);
    return given.some((value) => value !== '') ? given.join(' ') : undefined;
  });
  return cache.holding(sources, {
    holds: mentionsService,
    within: (cut) => servicesIn(cut, (text) => isOfUse(text, givenTo(cut.source.path))),
  }).manifests;
}

/**
 * Returns a test for the text of a Service, which builds may give other namespaces: `given` joins them, in their order.
 */
function usefulServices({ names, namespaces }: ServicesWanted): (text: string, given: string | undefined) => boolean {
  const resembles = resembling(names);
  const others = new Map<string, number>();
  return (text, given) => {
    const namespace = given === undefined ? statedNamespace(text) : undefined;
    const isWanted = namespace === undefined || namespaces.has(namespace);
    if (!isWanted || resembles(text)) return isWanted;
    const known = given ?? namespace;
    // Those of other namespaces, as far as a text in any style tells, do not take the place of those of a wanted one.
    const place = known ?? (mayBeIn(namespaces, text) ? '(near)' : '(far)');
    const count = (others.get(place) ?? 0) + 1;
    others.set(place, count);
    return count <= (known === undefined ? otherServices : othersOfNamespace);
  };
}

/** Whether a text has one of some namespaces after a key `namespace`, or no such key. */
function mayBeIn(namespaces: ReadonlySet<string>, text: string): boolean {
  const named = Array.from(text.matchAll(/namespace\\?["']?\s*:\s*\\?["']?([a-z0-9-]+)/g), ([, name = '']) => name);
  return named.length === 0 || named.some((name) => namespaces.has(name));
}

/**
 * How many others count, of each known namespace and of those whose namespace only a parse tells: one Service in the
 * namespace of the split is enough to know that its Services are in the input, but some are patches.
 */
const [othersOfNamespace, otherServices] = [4, 20];
const latin1 = new TextDecoder('latin1');

/** Whether an entry of this kind may be, or hold, a Service; undefined is a kind that is not known. */
function mayHoldServices(kind: string | undefined): boolean {
  return kind === undefined || kind === 'Service' || kind.endsWith('List');
}

function* servicesIn(cut: Cut, isOfUse: (text: string) => boolean): Iterable<Slice> {
  const { bytes } = cut.source;
  const slices = cut.ofKind?.(mayHoldServices) ?? cut.all();
  for (const slice of slices) {
    if (!mentionsService(bytes, slice.start, slice.end)) continue;
    if (isOfUse(latin1.decode(bytes.subarray(slice.start, slice.end)))) yield slice;
  }
}

/**
 * The namespace of the only object of a text, if its metadata is a block mapping whose lines leave no doubt. The text is
 * not parsed.
 */
function statedNamespace(text: string): string | undefined {
  const at = text.indexOf('metadata');
  if (at !== text.lastIndexOf('metadata')) return undefined;
  const namespace = plainNamespace.exec(text)?.[2];
  return namespace === undefined || notStrings.test(namespace) ? undefined : namespace;
}

/** Keys of the metadata, each with its deeper lines, up to the namespace. */
const plainNamespace =
  /\n *metadata:\r?\n( +)(?:(?!namespace:)[a-zA-Z].*\r?\n(?:\1 .*\r?\n)*\1)*namespace: ([a-z0-9-]+)\r?\n/;
const notStrings = /^(?:null|true|false|y|n|yes|no|on|off|[0-9.-].*)$/;
