import { blockEditor } from './block-editor.ts';
import type { Editor } from './editor.ts';
import { flowEditor } from './flow-editor.ts';
import { isFlow } from './positions.ts';

/** The editor for a mapping or list as it is written. */
export function editorOf(collection: unknown): Editor {
  return isFlow(collection) ? flowEditor : blockEditor;
}
