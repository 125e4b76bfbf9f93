/** Valid YAML that is easy to get wrong by searching its text: what looks like a separator, a comment or a manifest is none. */
export const difficultStreams: readonly string[] = [
  'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    ---\n    kind: TrafficSplit\n    # no comment\n  b: |+\n    kept\n\n\n',
  'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |2-\n      indented\n    less\n  b: >-\n    folded\n\n    text\n',
  "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: \"a quoted text\n    over lines # no comment\n    --- no separator\"\n  b: 'it''s\n    one'\n",
  'apiVersion: v1\nkind: ConfigMap\nmetadata: &m\n  labels: &l {app: web}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: &l\n    <<: {a: b}\n    c: d\n  annotations: *l\n',
  '# licence\n\n---\n---\n# nothing\n---\napiVersion: v1\nkind: List\nitems: []\n',
  'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  data:\n    a: |\n      - kind: TrafficSplit\n# between\n-   apiVersion: v1\n    kind: Secret\n',
  'apiVersion: v1\nkind: List\nitems:\n    -\n        apiVersion: v1\n        kind: ConfigMap\n',
  '%YAML 1.2\n---\napiVersion: v1\nkind: ConfigMap\n...\n# after\n---\napiVersion: v1\nkind: Secret\n...\n',
  '{apiVersion: v1, kind: ConfigMap, data: {a: "}", b: \'---\', c: [1, 2]}}\n',
  '\ufeffapiVersion: v1\r\nkind: ConfigMap\r\ndata:\r\n  a: |\r\n    one\r\n    two\r\n',
  '? apiVersion\n: v1\n? kind\n: ConfigMap\n? data\n: ? a\n  : b\n',
  'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: !!str 1\n  b: !!binary aGVsbG8=\n  c: 2001-01-01\n  d: 0x1F\n  e: on\n  f: ~\n',
  'apiVersion: v1\nkind: ConfigMap\ndata: {a: b\n  , c: d # comment\n  }   \n\n\n\n',
  'apiVersion: v1\nkind: ConfigMap\ndata:\n  h\u00e9llo: \ud83d\ude80 \u4f60\u597d\n  tab:\t"a\\tb"\t# comment',
  'plain text, no mapping\n',
  '- a\n- list\n- of: things\n',
];
