import { field, isMapping, list, text } from '../kubernetes.ts';
import { isOwnMark, skipAnnotation } from '../mesh/service-profile.ts';
import { writtenPaths } from './json-patch.ts';
import { pathsWritten, setsOwnNamespace } from './rewrites.ts';
import { isExactly, isPatchOf, isReplaced, selects, type Selectable } from './selectors.ts';
import type { Step } from './step.ts';

/** What a split became: an object that is made now, or one that exists and says what the split says. */
export interface ResultOfSplit extends Selectable {
  readonly isNew: boolean;
  /** Whether it has the overrides of the split: then it says so whoever owns it. */
  readonly isEqual?: boolean;
  /** Whether it has the skip annotation, without which an smi-adaptor takes its overrides away. */
  readonly isMarked?: boolean;
}

/**
 * What a step does to what a split became, for a message; undefined if it leaves the effect of the split as it is. A
 * patch that expects more than a new object has fails, and nothing is built any more.
 */
export function resultChangeOf(step: Step, result: ResultOfSplit): string | undefined {
  const { where } = step;
  const kind = result.kind === 'ServiceProfile' ? 'profile' : 'route';
  if (step.kind === 'patch') return changesResult(step, result) ? `patches its ${kind} (${where})` : undefined;
  if (step.kind === 'fields')
    return step.targets.some(({ select }) => selects(select, result))
      ? `writes fields of its ${kind} (${where})`
      : undefined;
  if (step.kind !== 'replacement') return undefined;
  const changes = step.targets.some((target) => isReplaced(target, result) && writesEffect(target, result));
  if (changes) return `replaces fields of its ${kind} (${where})`;
  // A source that two objects match fails (kustomize api/filters/replacement).
  const isTaken = result.isNew && step.sources?.some((source) => isExactly(source, result)) === true;
  return isTaken ? `takes values from what may be its ${kind} (${where})` : undefined;
}

function changesResult({ target, patches }: Extract<Step, { kind: 'patch' }>, result: ResultOfSplit): boolean {
  if (target === undefined) return patches.some((patch) => isPatchOf(patch, result) && mergesEffect(patch, result));
  if (!selects(target, result)) return false;
  return patches.length === 0 || patches.some((patch) => patchesEffect(patch, result));
}

function patchesEffect(patch: unknown, result: ResultOfSplit): boolean {
  if (setsOwnNamespace(patch, result)) return false;
  if (Array.isArray(patch)) return patch.some((operation) => operatesOnEffect(operation, result));
  return !isMapping(patch) || mergesEffect(patch, result);
}

/** The fields that say which requests go where: those of other hosts than the hostnames of a route are answered 404. */
const effects = ['dstOverrides', 'hostnames', 'parentRefs', 'rules'];
/** Fields that a new object may have besides; one that it does not know, of a patch for other kinds, makes it invalid. */
const harmless = ['routes', 'retryBudget'];
const harmlessPath = new RegExp(`^/(?:spec/(?:${harmless.join('|')})|metadata/(?:labels|annotations))$`);

function mergesEffect(patch: unknown, { isNew, isEqual, isMarked }: ResultOfSplit): boolean {
  const spec = field(patch, 'spec');
  if (isMarked === true && mergesMark(field(patch, 'metadata'))) return true;
  const mark = field(patch, 'metadata', 'annotations', skipAnnotation);
  if (!isNew && isEqual !== true && isOwnersMark(mark)) return true;
  if (field(patch, '$patch') !== undefined || field(spec, '$patch') !== undefined) return true;
  if (!isMapping(spec)) return isMapping(patch) && 'spec' in patch;
  return Object.keys(spec).some((key) => effects.includes(key) || (isNew && !harmless.includes(key)));
}

/** Whether a merge takes the skip annotation away: by null, or by a directive. */
function mergesMark(metadata: unknown): boolean {
  if (!isMapping(metadata)) return false;
  const annotations = field(metadata, 'annotations');
  return (
    [metadata, annotations].some((one) => field(one, '$patch') !== undefined) ||
    annotations === null ||
    field(annotations, skipAnnotation) === null
  );
}

/**
 * Whether a value of the skip annotation is the word of the owner of a profile that exists: no smi-adaptor changes it where
 * it has one.
 */
function isOwnersMark(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && isOwnMark(value));
}

const annotationsPath = '/metadata/annotations';
const markPath = `${annotationsPath}/${skipAnnotation.replace('/', '~1')}`;

/** Whether an operation of a JSON patch (RFC 6902) sets the skip annotation for the owner of a profile. */
function operatesOwnersMark(operation: unknown): boolean {
  if (!['add', 'replace'].includes(text(operation, 'op'))) return false;
  const path = text(operation, 'path');
  if (path === markPath) return isOwnersMark(field(operation, 'value'));
  return path === annotationsPath && isOwnersMark(field(operation, 'value', skipAnnotation));
}

/** Whether an operation of a JSON patch (RFC 6902) takes the skip annotation away. */
function operatesOnMark(operation: unknown): boolean {
  const kind = text(operation, 'op');
  const writes = ['add', 'replace', 'copy', 'move'].includes(kind) && text(operation, 'path') === annotationsPath;
  if (writes && field(operation, 'value', skipAnnotation) === undefined) return true;
  const gone = kind === 'remove' ? text(operation, 'path') : kind === 'move' ? text(operation, 'from') : '';
  return [annotationsPath, markPath].includes(gone);
}

/** Whether an operation of a JSON patch (RFC 6902) changes the effect, or fails on an object that has little else. */
function operatesOnEffect(operation: unknown, { isNew, isEqual, isMarked }: ResultOfSplit): boolean {
  if (isMarked === true && operatesOnMark(operation)) return true;
  if (!isNew && isEqual !== true && operatesOwnersMark(operation)) return true;
  if (writtenPaths(operation).some(isEffect)) return true;
  return isNew && (text(operation, 'op') !== 'add' || !harmlessPath.test(text(operation, 'path')));
}

const effectPath = new RegExp(
  `^(?:|/spec|/metadata|/metadata/name(?:space)?|/spec/(?:${effects.join('|')})(?:/.*)?)$`,
  's',
);

function isEffect(path: string): boolean {
  return effectPath.test(path);
}

/** The skip annotation, or all annotations, as a path of `fieldPaths`: its dots are escaped, or it is in brackets. */
const markOfReplacement = /^metadata\.annotations(?:$|\.(?:\[smi\.linkerd\.io\/skip\]|smi\\\.linkerd\\\.io\/skip)$)/;

function writesEffect(target: unknown, { isNew, isEqual }: ResultOfSplit): boolean {
  const written = list(target, 'fieldPaths').map(String);
  if (!isNew && isEqual !== true && written.some((path) => markOfReplacement.test(path))) return true;
  const paths = pathsWritten(target);
  if (paths.some(isEffect)) return true;
  return isNew && paths.length > 0 && field(target, 'options', 'create') !== true;
}
