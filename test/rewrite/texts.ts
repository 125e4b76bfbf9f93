/** A TrafficSplit with one backend, as the lines of a document. */
export function splitOf(name: string): string {
  return `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: ${name}, namespace: shop}
spec: {service: ${name}, backends: [{service: ${name}-v1, weight: 1}]}
`;
}

/** The same split as the pairs of a flow mapping. */
export function flowSplit(name: string): string {
  return splitOf(name).trimEnd().replaceAll('\n', ', ');
}

/** The profile of that split, as it is printed for it. */
export function profileOf(name: string): string {
  return `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: ${name}.shop.svc.cluster.local
  namespace: shop
spec:
  dstOverrides:
  - authority: ${name}-v1.shop.svc.cluster.local
    weight: "1"
`;
}
