import type { InflatedChart } from './charts.ts';
import type { BuildFlag } from './build-flags.ts';
import type { Deployer } from './deployers.ts';
import type { Kustomization } from './files.ts';
import type { GeneratedData } from './generated-data.ts';
import type { Step } from './step.ts';

/** Something that changes files on their way to a cluster: a kustomization, or a deployer of a directory. */
export interface Actor {
  /** The file that it is in, as shown to the user. */
  readonly path: string;
  readonly kustomization?: Kustomization;
  readonly deployer?: Deployer;
  readonly steps: readonly Step[];
  /** What `kustomize build` needs for a kustomization. */
  readonly flags?: readonly BuildFlag[];
  /** The charts that a kustomization inflates. */
  readonly charts?: readonly InflatedChart[];
  /** What the generators that a kustomization names make part of a ConfigMap or a Secret. */
  readonly data?: readonly GeneratedData[];
  /** The directories of the components that a deployer adds, spelled as `KustomizeFiles.locate` does. */
  readonly components?: readonly string[];
}
