import { blockEditor } from './block-editor.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Editor } from './editor.ts';
import { flowEditor } from './flow-editor.ts';
import { layoutOf } from './layout.ts';
import { isFlow } from './positions.ts';

/** The editor for a mapping or list as it is written. */
export function editorOf(collection: unknown): Editor {
  return isFlow(collection) ? flowEditor : blockEditor;
}

/** The editor for what is put after a manifest or in its place. */
export function editorBeside(manifest: Manifest): Editor {
  return layoutOf(manifest).isFlow ? flowEditor : blockEditor;
}
