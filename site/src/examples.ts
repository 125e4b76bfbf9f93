/** A text to start from, and the options it is shown with. */
export interface Example {
  readonly title: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly text: string;
}

/** The examples of the menu, the first one is shown at the start. */
export const examples: readonly Example[] = [
  {
    title: 'A split as in Linkerd’s guide',
    options: {},
    text: `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: backend-split
  namespace: trafficsplit-sample
spec:
  service: backend-svc
  backends:
  - service: backend-svc
    weight: 500
  - service: failing-svc
    weight: 500
`,
  },
  {
    title: 'A canary with milli weights',
    options: { drop: true },
    text: `# one request in ten goes to the canary
apiVersion: split.smi-spec.io/v1alpha1
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-stable
    weight: 900m
  - service: web-canary # watch its error rate
    weight: 100m
`,
  },
  {
    title: 'A split with matches',
    options: {},
    text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  ports:
  - port: 8080
---
apiVersion: specs.smi-spec.io/v1alpha4
kind: HTTPRouteGroup
metadata:
  name: testers
  namespace: shop
spec:
  matches:
  - name: insiders
    headers:
      cookie: "^(.*?;)?(type=insider)(;.*)?$"
---
apiVersion: split.smi-spec.io/v1alpha4
kind: TrafficSplit
metadata:
  name: web-ab
  namespace: shop
spec:
  service: web
  matches:
  - kind: HTTPRouteGroup
    name: testers
  backends:
  - service: web-a
    weight: 0
  - service: web-b
    weight: 100
`,
  },
  {
    title: 'A Helm template',
    options: {},
    text: `{{- if .Values.canary.enabled }}
apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: {{ .Release.Name }}
spec:
  service: web
  backends:
  - service: web-stable
    weight: {{ sub 100 .Values.canary.weight }}
  - service: web-canary
    weight: {{ .Values.canary.weight }}
{{- end }}
`,
  },
  {
    title: 'Two splits on one apex',
    options: {},
    text: `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web-eu, namespace: shop}
spec:
  service: web
  backends:
  - {service: web-v1, weight: 80}
  - {service: web-v2, weight: 20}
---
apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web-us, namespace: shop}
spec:
  service: web
  backends:
  - {service: web-v1, weight: 50}
  - {service: web-v2, weight: 50}
`,
  },
  {
    title: 'A profile with routes that is already there',
    options: {},
    text: `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 90
  - service: web-v2
    weight: 10
---
apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: web.shop.svc.cluster.local
  namespace: shop
spec:
  routes:
  - name: GET /cart # the slow one
    condition:
      method: GET
      pathRegex: /cart
    timeout: 300ms
`,
  },
];
