import { versionOf } from '../kubernetes.ts';
import type { Run } from '../run.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import type { ReadSplit } from './read-splits.ts';
import { nameOf } from './read-splits.ts';

/** Whether a kustomization of the call changes a split, so that its profile would differ per overlay; says which and how. */
export function rewrittenByKustomize({ manifest, split }: ReadSplit, run: Run): Left | undefined {
  const rewrites =
    run.unit.kustomize?.rewrites(manifest.page.slice.source.path, {
      ...split,
      version: versionOf(manifest.object),
    }) ?? [];
  if (rewrites.length === 0) return undefined;
  const how = rewrites.map(({ overlay, how: what }) => `${overlay} ${what}`).join('; ');
  const overlays = [...new Set(rewrites.map(({ overlay }) => /^(.*)\/[^/]*$/.exec(overlay)?.[1] ?? '.'))];
  return leave(run, {
    code: 'kustomize-rewrites',
    message: `TrafficSplit ${nameOf(manifest)} is rewritten: ${how}`,
    fix: `put the function in transformers: of the outermost kustomization, or run ${overlays.map((overlay) => `kustomize build ${overlay} | smi2linkerd`).join(', ')}`,
    at: { manifest, field: ['metadata', 'name'] },
  });
}
