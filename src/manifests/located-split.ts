import type { Manifest } from './manifest.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';

/** A split that was read, and the manifest it came from. */
export interface LocatedSplit {
  readonly manifest: Manifest;
  readonly split: TrafficSplit;
  /** Backends that a finding names already, since no Service is called like them. */
  readonly unanswered?: readonly string[];
  /** Whether the manifest is a ServiceProfile that says what a TrafficSplit would; it cannot stay beside its route. */
  readonly isProfile?: true;
}
