/** Why a finding is reported, and what it looks like in a manifest. */
export interface Explanation {
  /** One paragraph: the reason, and what Linkerd or the smi-adaptor does in this case. */
  readonly cause: string;
  /** The smallest YAML that has the finding; comments name the files where several are involved. */
  readonly example: string;
}
