import type { YAMLSeq } from 'yaml';
import { isSeq } from 'yaml';
import type { OptionLayer, Options } from '../config/config.ts';
import { readConfig, resolveOptions, targetProblem } from '../config/config.ts';
import type { UnitConversion, Targets } from '../convert.ts';
import { convertAlone } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fails } from '../diagnostics/diagnostic.ts';
import { itemFileFindings } from './item-files.ts';
import { besideOf, itemsByFile } from './item-index.ts';
import { filesOfItems } from './item-kustomizations.ts';
import { newItemAnnotations, toResults } from './results.ts';
import type { FieldPath } from '../kubernetes.ts';
import { field, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { manifestsOf } from '../manifests/manifest.ts';
import { editorOf } from '../rewrite/editors.ts';
import { rootOf, setKey } from '../rewrite/fields.ts';
import { isObstacle } from '../rewrite/obstacles.ts';
import { noIntents } from '../rewrite/intents.ts';
import { readBack } from '../rewrite/read-back.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Grain } from '../yaml/cut.ts';
import { cut } from '../yaml/cut.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Value } from '../yaml/print.ts';
import type { Source } from '../yaml/source.ts';
import { joined } from '../yaml/source.ts';
import type { Edit } from '../yaml/splice.ts';
import { precedesSome, splice } from '../yaml/splice.ts';

/** The result of a run as a function. */
export interface FunctionRun {
  /** The ResourceList with its results: the chunks of the source that did not change are views of its bytes. */
  readonly output: readonly Uint8Array[];
  readonly isChanged: boolean;
  /** Whether the list has all findings in its results: some forms of `results` cannot be written into. */
  readonly hasResults: boolean;
  readonly options: Options;
  /** The conversions of the items; empty if the functionConfig is wrong. */
  readonly conversions: readonly UnitConversion[];
  readonly diagnostics: readonly Diagnostic[];
  /** 0; 1 if a finding fails the run; 2 if the functionConfig is wrong. */
  readonly exitCode: 0 | 1 | 2;
}

/**
 * The ResourceList in a source as a manifest, without its items if it is cut at them; undefined if the source is
 * anything else.
 */
export function openResourceList(source: Source, grain: Grain = 'fine'): Manifest | undefined {
  const page = cut(source, grain).envelope ?? readUtf8(cut(source, 'coarse').at(0));
  if (page === undefined) return undefined;
  const [root] = manifestsOf(page).manifests;
  if (page.problems.length > 0 || root === undefined || root.parent !== undefined) return undefined;
  return text(root.object, 'kind') === 'ResourceList' ? root : undefined;
}

/** Why a ResourceList cannot be read, with its line; undefined if it can be, or if the source is anything else. */
export function resourceListProblem(source: Source): string | undefined {
  const page = readUtf8(cut(source, 'coarse').at(0), false);
  const [problem] = page?.problems ?? [];
  if (page === undefined || problem === undefined || page.documents[0]?.get('kind') !== 'ResourceList')
    return undefined;
  return `line ${page.text.slice(0, problem.offset).split('\n').length}: ${problem.message}`;
}

/** What to write in place of an unknown version, for a fix. */
export const knownVersions = 'use config.kubernetes.io/v1 or config.kubernetes.io/v1beta1';

/** Whether a ResourceList has a supported version (functions-spec.md). */
export function isKnownVersion({ object }: Manifest): boolean {
  return /^config\.kubernetes\.io\/v1(?:beta1|alpha1)?$/.test(text(object, 'apiVersion'));
}

/** The run of a caller without exit codes for a ResourceList of a version that may mean something else: it is left as it is. */
export function refusedList(source: Source, root: Manifest, options: OptionLayer): FunctionRun {
  const version = JSON.stringify(text(root.object, 'apiVersion'));
  const diagnostic: Diagnostic = {
    code: 'invalid-config',
    message: `is a ResourceList of unknown apiVersion ${version}`,
    fix: knownVersions,
    at: { manifest: root, field: ['apiVersion'] },
  };
  return {
    output: [source.bytes],
    isChanged: false,
    hasResults: false,
    options: resolveOptions(options),
    conversions: [],
    diagnostics: [diagnostic],
    exitCode: 2,
  };
}

/** Returns all layers of options, the first one winning, with those of the functionConfig in their place. */
type LayersWith = (config: OptionLayer) => readonly OptionLayer[];

/** What the function runs with, besides its list. */
interface FunctionSetting {
  readonly layersWith: LayersWith;
  /** How finely the list is cut; `fine` if absent. */
  readonly grain?: Grain;
  /** Profiles alone if absent. */
  readonly targets?: Targets | undefined;
}

/** Runs the function: functionConfig, conversion, results. A failed run leaves the items unchanged and adds results. */
export function runFunction(
  source: Source,
  root: Manifest,
  { layersWith, grain = 'fine', targets }: FunctionSetting,
): FunctionRun {
  const config = readConfig(field(root.object, 'functionConfig'));
  const misconfigured = (diagnostics: readonly Diagnostic[]): FunctionRun => ({
    ...withResults([], diagnostics, { source, root, grain }),
    options: resolveOptions(...layersWith({})),
    conversions: [],
    diagnostics,
    exitCode: 2,
  });
  if (config.problems.length > 0)
    return misconfigured(config.problems.map(({ path, message, fix }) => invalidConfig(root, path, message, fix)));
  const layers = layersWith(config.options);
  const stray = targetProblem(...layers);
  if (stray !== undefined) {
    const fix = `remove ${stray.key} from the functionConfig, or change target`;
    return misconfigured([invalidConfig(root, [stray.key], stray.message, fix)]);
  }
  const options = resolveOptions(...layers);
  const diagnostics: Diagnostic[] = [];
  const annotations = newItemAnnotations(itemsByFile(root, cut(source, grain)));
  const unit = {
    sources: [source],
    around: () => [[source]],
    together: true,
    way: 'function' as const,
    fileOfItem: filesOfItems(root, cut(source, grain)),
    annotations: (split: Manifest, place: 'beside' | 'instead') => {
      const item = besideOf(split);
      return annotations(item.object, item === split ? place : 'beside');
    },
  };
  const conversion = convertAlone(unit, {
    options,
    report: (diagnostic) => diagnostics.push(diagnostic),
    grain,
    targets,
  });
  const itemsAfter = (): ReturnType<typeof itemsByFile> => itemsOfConverted(conversion.edits, source, grain);
  diagnostics.push(...itemFileFindings(conversion, unit.fileOfItem, itemsAfter));
  const failed = fails(diagnostics, options.failOn);
  return {
    ...withResults(failed ? [] : conversion.edits, diagnostics, { source, root, grain }),
    options,
    conversions: [conversion],
    diagnostics,
    exitCode: failed ? 1 : 0,
  };
}

/** The items of a list after a conversion, by their file. */
function itemsOfConverted(edits: readonly Edit[], source: Source, grain: Grain): ReturnType<typeof itemsByFile> {
  const converted = convertedList(edits, source, grain);
  return itemsByFile(converted.root, cut(converted.source, grain));
}

/** A list after a conversion, opened again. */
function convertedList(edits: readonly Edit[], source: Source, grain: Grain): OpenList {
  const converted = { path: source.path, bytes: joined(splice(source, edits)) };
  const root = openResourceList(converted, grain);
  if (root === undefined) throw new Error('the converted list is not read as a ResourceList');
  return { source: converted, root, grain };
}

function invalidConfig(root: Manifest, path: FieldPath, message: string, fix: string): Diagnostic {
  return {
    code: 'invalid-config',
    message,
    fix,
    at: { manifest: root, field: ['functionConfig', ...path] },
  };
}

/** A list that was opened. */
interface OpenList {
  readonly source: Source;
  readonly root: Manifest;
  readonly grain: Grain;
}

/**
 * The list after its conversion, with results. Where these would be put into what the conversion removes, or right after it,
 * or before what it adds at the end of the items, the list is opened again in between.
 */
function withResults(
  edits: readonly Edit[],
  diagnostics: readonly Diagnostic[],
  { source, root, grain }: OpenList,
): Pick<FunctionRun, 'output' | 'isChanged' | 'hasResults'> {
  const results = resultEdits(root, diagnostics);
  const isChanged = edits.length > 0 || results.length > 0;
  const hasResults = diagnostics.length === 0 || results.length > 0;
  if (!results.some((result) => edits.some((edit) => isCutAt(edit, result)) || precedesSome(result, edits)))
    return { output: splice(source, [...edits, ...results]), isChanged, hasResults };
  const converted = convertedList(edits, source, grain);
  return { output: splice(converted.source, resultEdits(converted.root, diagnostics)), isChanged, hasResults };
}

/** Whether an edit removes text of the same page up to another edit, or beyond its start. */
function isCutAt(edit: Edit, { page, start, end }: Edit): boolean {
  const [one, other] = [edit.page.slice, page.slice];
  const isSamePage = one.part !== 'entry' && one.start === other.start && one.end === other.end;
  return isSamePage && edit.text === '' && edit.start <= end && edit.end >= start;
}

/**
 * The edit of the `results:` of the list, new ones after those of earlier functions; it is read back like the conversion.
 * None if the list has `results` in a form that nothing can be added to.
 */
function resultEdits(root: Manifest, diagnostics: readonly Diagnostic[]): readonly Edit[] {
  if (diagnostics.length === 0) return [];
  const results = toResults(diagnostics) as unknown as readonly Value[];
  const there: unknown = pairOf(root.node, 'results')?.value;
  const appended = isSeq(there) && there.items.length > 0;
  const made = appended
    ? editorOf(there).addEntries(root, there as YAMLSeq.Parsed, results)
    : setKey(rootOf(root), 'results', results);
  const edits = isObstacle(made) ? [] : made;
  const intents = noIntents();
  const earlier = appended ? list(root.object, 'results') : [];
  if (edits.length > 0) intents.put(root, [{ ...root.object, results: [...earlier, ...results] }]);
  readBack(edits, intents);
  return edits;
}
