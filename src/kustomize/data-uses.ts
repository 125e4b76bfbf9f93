import { addTo } from '../collections.ts';
import { list } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { kindOfGenerator, type GeneratedData } from './generated-data.ts';
import type { Mentions } from './mentions.ts';

/** A kustomization that makes a file part of an object. */
export interface DataUse extends Pick<GeneratedData, 'kind'> {
  readonly by: Kustomization;
}

/** The uses of each file, spelled as by `KustomizeFiles.locate`. */
export type DataUses = ReadonlyMap<string, readonly DataUse[]>;

/** The kustomizations that make files part of objects, themselves or by the generators that they name. */
export function dataUsesIn(
  mentions: Mentions,
  actors: ReadonlyMap<Kustomization, Actor>,
  files: KustomizeFiles,
): DataUses {
  const found = new Map<string, DataUse[]>();
  for (const [place, all] of mentions)
    for (const { by, at } of all) {
      const kind = kindOfGenerator.get(String(at[0]));
      if (kind !== undefined) addTo(found, place, { by, kind });
    }
  for (const [by, { data }] of [...actors].filter(([{ object }]) => list(object, 'generators').length > 0))
    for (const { kind, file } of data ?? [])
      if (file !== '') addTo(found, files.resolve(by.directory, file), { by, kind });
  return found;
}
