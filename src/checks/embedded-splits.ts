import { memoisedFor } from '../collections.ts';
import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { groupOf, isMapping, text } from '../kubernetes.ts';
import { kustomizationNames } from '../kustomize/files.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours, Test } from '../manifests/neighbours.ts';
import { isTrafficSplit, splitGroup } from '../mesh/traffic-split.ts';
import type { Run } from '../run.ts';
import { holdsEncodedSplit } from '../yaml/byte-search.ts';
import { isOwnReport } from './own-reports.ts';

/**
 * Reports each TrafficSplit inside another object: a Crossplane Object, an OpenShift Template, a ManifestWork, the
 * values of a HelmRelease, a string of a ConfigMap.
 */
export function reportEmbedded(neighbours: Neighbours, run: Run): void {
  for (const manifest of neighbours.of(embedsSplit)) {
    for (const field of embeddedIn(manifest)) {
      run.report({
        code: 'split-embedded',
        message: 'holds a TrafficSplit, which is not converted',
        at: { manifest, field },
      });
    }
  }
}

const embedsSplit: Test = (_, manifest) => embeddedIn(manifest).length > 0;

/** Where an object holds a TrafficSplit. */
export function embeddedIn(manifest: Manifest): readonly FieldPath[] {
  const { object } = manifest;
  return isTrafficSplit(object) || isKustomize(manifest) || isOwnReport(object) ? [] : placesIn(object);
}

/** A kustomization, a component or a transformer: it holds patches, which have their own findings. */
function isKustomize({ object, page }: Manifest): boolean {
  const { path } = page.slice.source;
  if (kustomizationNames.has(path.slice(path.lastIndexOf('/') + 1))) return true;
  return text(object, 'apiVersion') === 'builtin' || groupOf(object) === 'kustomize.config.k8s.io';
}

/** Keys whose values do not hold an object to deploy: status, and changes to other objects. */
const passedOver = new Set(['status', 'patch', 'patches', 'patchesStrategicMerge', 'patchesJson6902']);

/** Where an object holds one; looked for once, however many units it is deployed with. */
const placesIn = memoisedFor(findPlaces);

function findPlaces(object: KubernetesObject): readonly FieldPath[] {
  const kind = text(object, 'kind');
  if (kind === 'FederatedTrafficSplit') return [['spec', 'template']]; // KubeFed has a kind for each kind
  const opened = kind.endsWith('List') && Array.isArray(object.items) ? ['items'] : [];
  if (kind === 'ResourceList') opened.push('results'); // what functions say about the items
  const found: FieldPath[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown, path: FieldPath): void => {
    if (typeof value === 'string') {
      if (isManifestText(value) || isManifestText(decoded(value))) found.push(path);
      return;
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isSplitIn(value) && path.length > 0) {
      found.push(path);
      return;
    }
    const isMetadata = path.at(-1) === 'metadata';
    for (const [key, part] of Object.entries(value)) {
      if (isMetadata ? key !== 'annotations' : passedOver.has(key)) continue;
      if (key === lastApplied || (path.length === 0 && opened.includes(key))) continue;
      walk(part, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(object, []);
  return found;
}

/** The object itself, as it was before (kubectl apply). */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** What makes a manifest of a mapping with a kind: a reference has neither. Kyverno generates from `data`, or from a `clone`. */
const contents = ['spec', 'data', 'clone'];

/** A resource of a Pulumi program in YAML, which names group, version and kind in one type (pulumi.com, Kubernetes provider). */
const pulumiType = /^kubernetes:split\.smi-spec\.io\/[^:]+:TrafficSplit(?:List)?$/;

/** A TrafficSplit, or a list of them. */
function isSplitIn(value: object): boolean {
  if (isMapping(value) && pulumiType.test(text(value, 'type'))) return true;
  if (!isMapping(value) || groupOf(value) !== splitGroup) return false;
  const kind = text(value, 'kind');
  return kind === 'TrafficSplit' ? contents.some((key) => value[key] !== undefined) : kind === 'TrafficSplitList';
}

const kindLine = /(?:^|[\s{,"'-])kind["']?[ \t]*:[ \t]*["']?TrafficSplit(?:List)?(?![\w-])/m;
/** The group of splits, or a template action in its place. */
const groupLine = /(?:^|[\s{,"'-])apiVersion["']?[ \t]*:[ \t]*["']?(?:split\.smi-spec\.io\/|\{\{|\$[({]|<%|\[\[)/m;

/** What a string is in base64, as in the data of a Secret or the binaryData of a ConfigMap; '' if it holds no split. */
function decoded(value: string): string {
  if (!/^[\w+/=\s]+$/.test(value) || !holdsEncodedSplit(value)) return '';
  try {
    return atob(value);
  } catch {
    return ''; // no base64
  }
}

/** Whether a string holds the manifest of a split, outside of comments. */
function isManifestText(value: string): boolean {
  if (!value.includes('TrafficSplit')) return false;
  // A manifest may be a string of a script, or of JSON, in this string.
  const unescaped = value.replace(/\\+n/g, '\n').replace(/\\+(["'])/g, '$1');
  const read = unescaped.replace(/(^|\s)#.*$/gm, '$1');
  return kindLine.test(read) && groupLine.test(read);
}
