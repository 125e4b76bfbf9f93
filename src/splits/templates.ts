import type { Document, Node } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { memoisedFor } from '../collections.ts';
import { commandWords, quoted } from '../config/advice.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isMapping, mapping, type FieldPath } from '../kubernetes.ts';
import { variablesFromCluster } from '../kustomize/flux-objects.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { keyText } from '../manifests/manifest.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';
import type { Page } from '../yaml/read.ts';
import { isTemplated, isYttLine } from './actions.ts';
import { pipes } from './build-fixes.ts';
import { chartAdvice } from './chart-advice.ts';
import { actionInComment, type CommentAction } from './comment-actions.ts';
import { conditionAround } from './conditions.ts';

/**
 * The first field that a profile depends on and that has a template action; undefined if there is none. Strings in
 * labels and annotations are copied with their actions, so they do not count, but one in the place of all of them does.
 */
const templateIn: (manifest: Manifest) => FieldPath | undefined = memoisedFor(findTemplate);

function findTemplate(manifest: Manifest): FieldPath | undefined {
  const { node, page, document } = manifest;
  const metadata = mapAt(node, 'metadata');
  const type = templateInType({ node, page, document });
  if (type !== undefined) return type;
  const search = { text: page.text, document, seen: new Set<unknown>() };
  if (metadata === undefined) {
    const found = actionIn(pairOf(node, 'metadata')?.value, ['metadata'], search, true);
    if (found !== undefined) return found;
  }
  for (const key of ['name', 'namespace']) {
    const found = actionIn(metadata && pairOf(metadata, key)?.value, ['metadata', key], search, true);
    if (found !== undefined) return found;
  }
  for (const key of ['labels', 'annotations', 'ownerReferences']) {
    const value = metadata && pairOf(metadata, key)?.value;
    const isOneText = isScalar(isAlias(value) ? value.resolve(document) : value);
    const found = actionIn(value, ['metadata', key], search, isOneText);
    if (found !== undefined) return found;
  }
  // The matches of an HTTPRouteGroup may be at the top level.
  return firstOf(['spec', 'matches'], (key) => actionIn(pairOf(node, key)?.value, [key], search, true));
}

/** The apiVersion or the kind of an object, if it has a template action. */
export function templateInType({
  node,
  page,
  document,
}: Pick<Manifest, 'node' | 'page' | 'document'>): FieldPath | undefined {
  const search = { text: page.text, document, seen: new Set<unknown>() };
  return firstOf(['apiVersion', 'kind'], (key) => actionIn(pairOf(node, key)?.value, [key], search, true));
}

interface TemplateSearch {
  readonly text: string;
  readonly document: Document.Parsed;
  /** The nodes that were looked at: an alias may refer to the same node many times. */
  readonly seen: Set<unknown>;
}

/**
 * Finds an action in a string, if `texts` is set, or one that YAML parses as a collection: `weight: {{ .Values.w }}`,
 * `weight: [[ .w ]]`.
 */
function actionIn(value: unknown, path: FieldPath, place: TemplateSearch, texts: boolean): FieldPath | undefined {
  if (!isNode(value) || place.seen.has(value)) return undefined;
  place.seen.add(value);
  if (isAlias(value)) return actionIn(value.resolve(place.document), path, place, texts);
  if (isScalar(value)) return texts && typeof value.value === 'string' && isTemplated(value.value) ? path : undefined;
  if (isAction(value, place)) return path;
  if (isSeq(value)) return firstOf(value.items, (item, index) => actionIn(item, [...path, index], place, texts));
  if (!isMap(value)) return undefined;
  return firstOf(value.items, (pair) => {
    const key = keyText(pair.key);
    const here = key === undefined || key === '<<' ? path : [...path, key];
    return actionIn(pair.key, here, place, texts) ?? actionIn(pair.value, here, place, texts);
  });
}

function isAction(node: Node, { text }: TemplateSearch): boolean {
  if (node.range === undefined || node.range === null) return false;
  if (text.startsWith('{{', node.range[0])) return true;
  // No field that is read is a list of lists of strings.
  if (!text.startsWith('[[', node.range[0]) || !isSeq(node) || node.items.length !== 1) return false;
  const [inner] = node.items;
  return (
    isSeq(inner) &&
    inner.items.length > 0 &&
    inner.items.every((item) => isScalar(item) && typeof item.value === 'string')
  );
}

function firstOf<T, R>(all: readonly T[], find: (one: T, index: number) => R | undefined): R | undefined {
  for (const [index, one] of all.entries()) {
    const found = find(one, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The finding for a template. In files it is left for its renderer; in a stream its object would be missing, so it is
 * an error. The fix names the program that replaces the actions: `kustomize build` leaves `${X}` unchanged, and Flux
 * replaces it. A template of a chart that kustomizations inflate is theirs, and nothing is to be done if all of them run this
 * program.
 */
export function templateSkipped(
  at: { readonly manifest: Manifest; readonly field: FieldPath } | { readonly page: Page; readonly offset: number },
  run: Run,
  message: string,
  source: string,
): Diagnostic {
  const { path } = ('manifest' in at ? at.manifest.page : at.page).slice.source;
  const isProfile = 'manifest' in at && isServiceProfile(at.manifest.object);
  const advice = source.includes('{{') ? chartAdvice(path, source, run, isProfile) : undefined;
  if (advice?.servedBy !== undefined) {
    const served = `${message}; converted by ${advice.servedBy}`;
    return { code: 'served-by-function', message: served, fix: advice.fix, at };
  }
  const fix = advice?.fix ?? substitutedFix(path, source, run) ?? renderFix(source, run);
  return {
    code: 'template-skipped',
    message,
    at,
    ...(fix !== undefined && { fix }),
    ...(run.unit.together && { severity: 'error' as const }),
  };
}

/**
 * The command of each Flux Kustomization that replaces the variables of a file, and what it needs for that; undefined if that
 * is not all that is built.
 */
function substitutedFix(path: string, source: string, run: Run): string | undefined {
  const { kustomize } = run.unit;
  if (!source.includes('${') || source.includes('{{')) return undefined;
  const builds = kustomize?.builds(path) ?? [];
  const isNamed = source.includes('namespace') || run.options.namespace !== undefined;
  const flux = builds.filter(({ deployer, renames, namespace }) => {
    if (!isNamed && namespace === '') return false;
    if (deployer?.tool !== 'flux' || renames) return false;
    // Without a variable there, Flux substitutes nothing (flux2, internal/build).
    const { substitute } = mapping(deployer.object, 'spec', 'postBuild');
    const hasOwn = isMapping(substitute) && Object.keys(substitute).length > 0;
    return hasOwn || variablesFromCluster(deployer.object, source).length > 0;
  });
  const deployers = (kustomize?.users(path) ?? []).filter(({ deployer }) => deployer !== undefined);
  if (flux.length === 0 || flux.length < Math.max(builds.length, deployers.length)) return undefined;
  const copies = flux.flatMap(({ deployer }) => {
    const names = deployer === undefined ? [] : variablesFromCluster(deployer.object, source);
    return names.length === 0
      ? []
      : [`${several(names)} to postBuild.substitute of ${deployer?.name} in ${deployer?.path}`];
  });
  if (copies.length === 0) return `render first: ${pipes(flux, run)}`;
  return `copy the value of ${several(copies)}: --dry-run reads no substituteFrom; then render: ${pipes(flux, run)}`;
}

function renderFix(source: string, run: Run): string | undefined {
  const isLibrary = run.unit.way === 'library';
  const pipe = isLibrary ? '' : ` | ${commandWords(run).map(quoted).join(' ')}`;
  const after = isLibrary ? ', and convert the output' : '';
  if (source.split('\n').some(isYttLine)) return `render first: ytt -f DIR${pipe}${after}`;
  const isOther = source.includes('{{') ? /\{%-?\s/ : /<%|\{%|\[\[/;
  if (isOther.test(source)) return 'render first with the program that replaces the action, and convert what it writes';
  if (source.includes('{{')) return undefined;
  if (source.includes('$(')) return `render first: kustomize build DIR${pipe}${after}`;
  if (!/\$[{A-Za-z_]/.test(source)) return undefined;
  // Without a variable there, Flux substitutes nothing (flux2, internal/build); gettext's envsubst knows no defaults.
  const envsubst = /\$\{\w+:?[-=]/.test(source) ? 'flux envsubst --strict' : 'envsubst';
  return `render first: flux build kustomization NAME --path DIR --kustomization-file FILE --dry-run --strict-substitute${pipe}, if postBuild.substitute has a variable, or ${envsubst} <FILE${pipe}${after}`;
}

/** What a text with an action holds, as it is or in an escape. */
const mayHoldAction = /\{[{%]|[$\\]|<%|\[\[/;
/** Asked once for each page: a List is one page with all its objects. */
const mayHoldActionIn = memoisedFor(({ text }: Page) => mayHoldAction.test(text));

/** A template action because of which it is not known what an object is, or whether it is rendered. */
export interface ActionOn {
  readonly at: Parameters<typeof templateSkipped>[0];
  /** What the object has to do with it, unless it is in a comment. */
  readonly relation: string;
  /** What runs it, if it is in a comment, where it decides what is rendered. */
  readonly program?: CommentAction['program'];
  /** The text of the object, and the line of that comment. */
  readonly source: string;
}

/** The template action on which an object depends; undefined if there is none. */
export function actionOn(manifest: Manifest, kustomize: Charts | undefined): ActionOn | undefined {
  return actionsWith(kustomize ?? withoutCharts)(manifest);
}

/** What tells the chart of a template. */
export type Charts = Pick<Kustomize, 'chartOf'>;

/** Where there are no kustomizations: all units without them have this in common. */
export const withoutCharts: Charts = { chartOf: () => undefined };

/** Looked for once in each object: the units of a call may share it, and its text would be parsed again for each. */
const actionsWith = memoisedFor((charts: Charts) => memoisedFor((manifest: Manifest) => findAction(manifest, charts)));

function findAction(manifest: Manifest, kustomize: Charts): ActionOn | undefined {
  const { page } = manifest;
  const field = mayHoldActionIn(page) ? templateIn(manifest) : undefined;
  const relation = 'holds a template action';
  if (field !== undefined) return { at: { manifest, field }, relation, source: sourceOf(manifest) };
  const around = conditionAround(manifest);
  if (around !== undefined)
    return {
      at: { manifest, field: [] },
      relation: `depends on the template action ${around}`,
      source: `${around}\n${sourceOf(manifest)}`,
    };
  const comment = actionInComment(manifest, kustomize);
  if (comment === undefined) return undefined;
  const { program, offset, line } = comment;
  const at = offset === undefined ? { manifest, field: [] } : { page, offset };
  return { at, relation, program, source: program === 'ytt' ? line : `${line}\n${sourceOf(manifest)}` };
}

/** The text of a manifest, whose nodes may have to be parsed again: asked for only where it is needed. */
function sourceOf({ page, node }: Manifest): string {
  return page.text.slice(node.range[0], node.range[1]);
}
