import type { Manifest } from './manifest.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';

/** A split that was read, and the manifest it came from. */
export interface LocatedSplit {
  readonly manifest: Manifest;
  readonly split: TrafficSplit;
  /** Backends that a finding already names because they have no Service. */
  readonly unanswered?: readonly string[];
  /**
   * Whether the manifest is a ServiceProfile that is converted like a TrafficSplit; it cannot stay beside its route.
   */
  readonly isProfile?: true;
}
