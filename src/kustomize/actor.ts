import type { Deployer } from './deployers.ts';
import type { Kustomization } from './files.ts';
import type { Step } from './step.ts';

/** What changes files on their way to a cluster: a kustomization, or what deploys a directory. */
export interface Actor {
  /** The file it stands in, as shown. */
  readonly path: string;
  readonly kustomization?: Kustomization;
  readonly deployer?: Deployer;
  readonly steps: readonly Step[];
}
