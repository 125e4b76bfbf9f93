/** The name of an option in flags and in the parameters of Argo CD: `cluster-domain` for `clusterDomain`. */
export function dashedName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
