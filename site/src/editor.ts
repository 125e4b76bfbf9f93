import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { getChunks, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours are variables of the page, so that light and dark need one theme. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.875rem' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--panel)', borderRight: '1px solid var(--line)' },
  '&.cm-focused': { outline: '3px solid var(--link)', outlineOffset: '-3px' },
  '.cm-changedLine, .cm-insertedLine': { backgroundColor: 'var(--added) !important' },
  '.cm-changedText': { background: 'none !important' },
  '.cm-deletedChunk': { backgroundColor: 'var(--panel) !important', color: 'var(--ink)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--panel)', border: '1px solid var(--line)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--key)' },
  { tag: [tags.string, tags.content], color: 'var(--string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
  { tag: tags.comment, color: 'var(--comment)', fontStyle: 'italic' },
]);

const shared = [lineNumbers(), yaml(), syntaxHighlighting(colours), theme];

/**
 * A place for an editor whose styles are adopted by a shadow root: CodeMirror would else put a <style> element into the
 * page, which `style-src 'self'` forbids.
 */
function rootOf(parent: HTMLElement): ShadowRoot {
  return parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
}

/** The editor for manifests. Tab leaves it, so that it can be used with the keyboard alone. */
export function inputEditor(parent: HTMLElement, text: string, changed: (text: string) => void): EditorView {
  const root = rootOf(parent);
  const listener = EditorView.updateListener.of((update) => {
    if (update.docChanged) changed(update.state.doc.toString());
  });
  const label = EditorView.contentAttributes.of({ 'aria-label': 'Manifests, as YAML', tabindex: '0' });
  const extensions = [
    ...shared,
    history(),
    indentOnInput(),
    lintGutter(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    listener,
    label,
  ];
  return new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
}

/** Replaces all of an editor's text. */
export function setText(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

/** Shows the result, with what the conversion added or took away marked against the input. */
export function showResult(parent: HTMLElement, before: string, after: string): EditorView {
  const root = rootOf(parent);
  root.replaceChildren();
  const view = new EditorView({
    state: EditorState.create({
      doc: after,
      extensions: [
        ...shared,
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        unifiedMergeView({ original: before, mergeControls: false, highlightChanges: false, gutter: true }),
        EditorView.contentAttributes.of({ 'aria-label': 'Converted manifests', 'aria-readonly': 'true' }),
      ],
    }),
    parent: root,
    root,
  });
  view.scrollDOM.tabIndex = 0;
  view.scrollDOM.setAttribute('role', 'region');
  view.scrollDOM.setAttribute('aria-label', 'Converted manifests');
  const first = getChunks(view.state)?.chunks[0];
  if (first !== undefined) view.dispatch({ effects: EditorView.scrollIntoView(first.fromB, { y: 'center' }) });
  return view;
}

/** A finding at a place of the text, line and column from 1. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** Underlines the findings: from their place to the end of what is written there. */
export function setMarks(view: EditorView, marks: readonly Mark[]): void {
  const { doc } = view.state;
  const diagnostics = marks.flatMap(({ line, column, severity, message }): Diagnostic[] => {
    if (line < 1 || line > doc.lines) return [];
    const { from, to, text } = doc.line(line);
    const start = Math.min(from + column - 1, to);
    const word = /^\S+/.exec(text.slice(column - 1))?.[0].length ?? 1;
    return [{ from: start, to: Math.min(to, start + word), severity, message }];
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Puts the cursor to a line and column, and shows it. */
export function goTo(view: EditorView, line: number, column: number): void {
  const { doc } = view.state;
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const anchor = Math.min(at.from + column - 1, at.to);
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  view.focus();
}
