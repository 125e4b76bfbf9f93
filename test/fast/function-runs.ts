import { profileTarget } from '../../src/conversion/profile-target.ts';
import { routeTarget } from '../../src/conversion/route-target.ts';
import { isKnownVersion, openResourceList, runFunction } from '../../src/krm/function.ts';
import type { Grain } from '../../src/yaml/cut.ts';

const targets = { serviceprofile: profileTarget, httproute: routeTarget };

/** What a function run returns. */
export interface Answer {
  readonly text: string;
  readonly exitCode: number;
  /** The codes of its findings, sorted. */
  readonly codes: string;
}

/** Runs the function on a list that is cut in one way; undefined if the text is no ResourceList. */
export function answered(text: string, drop: boolean, grain: Grain): Answer | undefined {
  const source = { path: '-', bytes: Buffer.from(text) };
  const root = openResourceList(source, grain);
  if (root === undefined || !isKnownVersion(root)) return undefined;
  const { output, exitCode, diagnostics } = runFunction(source, root, {
    layersWith: (config) => [{ drop, namespace: 'fallback' }, config],
    grain,
    targets,
  });
  const codes = diagnostics.map(({ code }) => code).sort();
  return { text: Buffer.concat(output).toString(), exitCode, codes: codes.join() };
}
