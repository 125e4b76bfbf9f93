import { isAlias, isScalar } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { commandWords, pathWord, shell } from '../config/advice.ts';
import { field } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import { isLocalConfig, leaveReasonOf, localConfigAnnotation, type LeaveReason } from '../mesh/leave-reasons.ts';
import type { Run } from '../run.ts';
import { ownerOf, type controllersIn } from './controllers.ts';
import { pathOf } from './names.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';

/** Reports a label or annotation because of which a split is not converted; undefined if it has none. */
export function leftByMetadata(
  manifest: Manifest,
  run: Run,
): { readonly left: Left; readonly reason: LeaveReason } | undefined {
  const reason = leaveReasonOf(manifest.object) ?? localByText(manifest);
  if (reason === undefined) return undefined;
  return { left: leave(run, metadataFinding(manifest, reason)), reason };
}

/** Whether an object is never applied to a cluster. */
export function isNeverApplied(manifest: Manifest): boolean {
  return isLocalConfig(manifest.object) || localByText(manifest) !== undefined;
}

/** The annotation of what is never applied, where its value is false in other letters than `false`: Kustomize compares the text. */
function localByText(manifest: Manifest): LeaveReason | undefined {
  // Nodes may have to be parsed again: they are asked for only where they matter.
  if (field(manifest.object, 'metadata', 'annotations', localConfigAnnotation) !== false) return undefined;
  const { node, document } = manifest;
  const map = mapAt(mapAt(node, 'metadata'), 'annotations');
  const written = map && pairOf(map, localConfigAnnotation)?.value;
  const value = isAlias(written) ? written.resolve(document) : written;
  if (!isScalar(value) || value.value !== false || value.source === 'false') return undefined;
  return { code: 'split-local-config', field: ['metadata', 'annotations', localConfigAnnotation], value: 'false' };
}

function metadataFinding(manifest: Manifest, { code, field, value }: LeaveReason): Diagnostic {
  const message = {
    'split-skipped': 'is marked to be skipped',
    'split-local-config': 'is never applied',
    'failover-controlled': `${value || 'linkerd-failover'} changes its weights at run time`,
  }[code];
  return { code, message, at: { manifest, field } };
}

/** Reports the controller that writes a split at run time; undefined if there is none. */
export function leftToController(
  placed: LocatedSplit,
  controllers: ReturnType<typeof controllersIn>,
  run: Run,
): Left | undefined {
  const owner = ownerOf(placed, controllers, run);
  if (owner === undefined) return undefined;
  const { manifest } = placed;
  const where = owner.elsewhere === undefined ? '' : ` in ${owner.elsewhere}`;
  return leave(run, {
    code: 'controller-owned',
    message: `${owner.name}${where} sets its weights`,
    ...(owner.elsewhere !== undefined && {
      fix: `move the Canary or Rollout to the Gateway API first; if it is not deployed with this file, pass only what is deployed: ${shell(commandWords(run, '--check', pathWord(pathOf(manifest))))}`,
    }),
    at: { manifest, field: owner.field },
  });
}
