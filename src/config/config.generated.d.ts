// Made from krm-function.yaml by scripts/config.js. Do not edit.

/** What a functionConfig may decide. */
export interface ConfigOptions {
  /** Replace each TrafficSplit by its profile or route instead of adding that after it. */
  readonly drop?: boolean;
  /** The namespace of objects that have none. */
  readonly namespace?: string;
  /** The cluster domain, the last part of the names of profiles. */
  readonly clusterDomain?: string;
  /** Annotate profiles with `smi.linkerd.io/skip`, so that an smi-adaptor does not change them; by default the same as `drop`. */
  readonly skipAnnotation?: boolean;
  /** The lowest severity that fails the run. */
  readonly failOn?: 'error' | 'warning';
  /** What a TrafficSplit becomes, a Linkerd ServiceProfile or a Gateway API HTTPRoute. */
  readonly target?: 'serviceprofile' | 'httproute';
  /** With the target httproute, the ports of an apex whose Service is not in the input; ports without a name are those of every such apex. */
  readonly ports?: string | number | Readonly<Record<string, string | number | readonly number[]>>;
  /** The version of the HTTPRoutes; Linkerd 2.14 to 2.17 only serve `v1beta1`. */
  readonly routeVersion?: 'v1' | 'v1beta1';
  /** With the target httproute, also convert ServiceProfiles that only split traffic. */
  readonly profiles?: boolean;
}

/** One of ajv's errors. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether a value is a functionConfig of ours; `validate.errors` says why it is not. */
export declare const validate: { (value: unknown): value is ConfigOptions; errors?: readonly SchemaError[] | null };

/** What each option has to be, in words. */
export declare const needs: Readonly<Record<keyof ConfigOptions, string>>;

/** The apiVersion and kind of a functionConfig of ours. */
export declare const identity: { readonly apiVersion: string; readonly kind: string };
