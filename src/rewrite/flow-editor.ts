import type { Node, YAMLMap } from 'yaml';
import { isCollection, isNode } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import { placeIn } from '../manifests/manifest.ts';
import { printFlow, printFlowKey } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Editor, PairPlace, ValueWithComments } from './editor.ts';
import { insertFlowPart, removeFlowParts } from './flow.ts';
import { indentationOf, isMissing, lineStart, propertiesStart, separatorEnd, tokenEnd } from './positions.ts';
import { flowOf, indented, lineEndOf, outerOf, ownOuter } from './style.ts';

/** Changes collections that are written as `{…}` or `[…]`. */
export const flowEditor: Editor = {
  hasLines: false,

  print(manifest, value) {
    const { page, node } = manifest;
    const layout = flowOf(page.text, node, lineEndOf(page, manifest.start));
    const json = layout.json && !isFirstBeforeMarker(manifest);
    return printFlow(value, { ...layout, json }, outerOf(manifest, node));
  },

  end: ({ node }) => node.range[1],

  addKey,
  setValue: setFlowValue,

  removePair: ({ page }, map, pair) =>
    removeFlowParts(page, map, new Set([map.items.findIndex((item) => (item as unknown) === pair)])),

  addEntries(manifest, list, values) {
    const { page } = manifest;
    const layout = flowOf(page.text, list, lineEndOf(page, manifest.start), manifest.node);
    const indentation = indented(manifest, list.range[0], ownOuter(page.text, list) + layout.unit);
    const line = layout.unit === '' ? undefined : layout.eol + indentation;
    const space = line ?? (layout.tightComma ? '' : ' ');
    const printed = values.map((value) => printFlow(value, layout, indentation)).join(`,${space}`);
    return insertFlowPart(page, tokenEnd(list.items.at(-1)), printed, { ...layout, line });
  },

  insertAfter({ page, node }, printed, isOpen) {
    const [start, end] = node.range;
    const { text } = page;
    const before = text.slice(lineStart(text, start), start);
    const layout = flowOf(text, node, '\n');
    const isOwnLine = /^\ufeff?[ \t]*$/.test(before) && lineStart(text, start) > 0;
    const line = isOwnLine ? lineEndOf(page, start) + before : undefined;
    const separator = `,${line ?? (layout.tightComma ? '' : ' ')}`;
    return insertFlowPart(page, end, printed.join(separator), { ...layout, line, isLast: isOpen });
  },

  removeEntries(list, gone, around) {
    const page = gone[0]?.page;
    if (page === undefined) return [];
    if (gone.length === list.items.length) return [{ page, start: list.range[0], end: tokenEnd(list), text: '[]' }];
    return removeFlowParts(page, list, new Set(gone.map(({ node }) => placeIn(list, node))), around);
  },
};

/**
 * Whether a manifest is the first document of its source and ends in `...`. If it is JSON, Kubernetes' decoder reads what
 * follows as JSON, too, where it takes no such marker (apimachinery, util/yaml, YAMLOrJSONDecoder).
 */
function isFirstBeforeMarker({ page: { text, slice }, node, parent }: Manifest): boolean {
  const isFirst = parent === undefined && slice.start === 0 && text.slice(0, node.range[0]).trim() === '';
  return isFirst && /^(?:[ \t]*(?:#[^\n]*)?\r?\n)+\.\.\.(?:\s|$)/.test(text.slice(node.range[1]));
}

function addKey(manifest: Manifest, map: YAMLMap.Parsed, key: string, { value }: ValueWithComments): readonly Edit[] {
  const { page } = manifest;
  const eol = lineEndOf(page, manifest.start);
  const layout = flowOf(page.text, map.items.length > 0 ? map : manifest.node, eol);
  const last = map.items.at(-1);
  if (last === undefined) {
    const text = printFlow({ [key]: value }, layout, outerOf(manifest, map));
    return [{ page, start: map.range[0], end: map.range[1], text }];
  }
  const indentation = indented(manifest, map.range[0], ownOuter(page.text, map) + layout.unit);
  const printed = `${printFlowKey(key, layout)}${printFlow(value, layout, indentation)}`;
  const line = layout.unit === '' ? undefined : eol + indentation;
  return insertFlowPart(page, tokenEnd(last), printed, { ...layout, line });
}

function setFlowValue(
  manifest: Manifest,
  map: YAMLMap.Parsed,
  { pair, colon }: PairPlace,
  { value }: ValueWithComments,
): readonly Edit[] {
  const { page } = manifest;
  const old = pair.value as Node | null;
  const model = isCollection(old) && old.items.length > 0 ? old : map;
  const layout = flowOf(page.text, model, lineEndOf(page, manifest.start), map);
  const outer = model === map ? indented(manifest, colon, indentationOf(page.text, colon)) : outerOf(manifest, model);
  const text = printFlow(value, layout, outer);
  if (!isNode(old) || isMissing(old)) return [{ page, start: colon, end: separatorEnd(pair), text: ` ${text}` }];
  return [{ page, start: propertiesStart(pair, old), end: tokenEnd(old), text }];
}
