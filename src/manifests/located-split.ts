import type { Manifest } from './manifest.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';

/** A split that was read, and the manifest it came from. */
export interface LocatedSplit {
  readonly manifest: Manifest;
  readonly split: TrafficSplit;
  /** Whether the manifest is a ServiceProfile that says what a TrafficSplit would; it cannot stay beside its route. */
  readonly isProfile?: true;
}
