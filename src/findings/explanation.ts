/** Why a finding is made, and what it looks like in a manifest. */
export interface Explanation {
  /** One paragraph: what is behind it, with what Linkerd or the smi-adaptor does. */
  readonly cause: string;
  /** The smallest piece of YAML that shows it; a comment names the file where several matter. */
  readonly example: string;
}
