import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { flowSplit, profileOf, splitOf } from './texts.ts';

/** The profile of a split as the text of an entry in flow style. */
function flowProfile(name: string): string {
  const host = (service: string): string => `${service}.shop.svc.cluster.local`;
  return `{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: ${host(name)}, namespace: shop}, spec: {dstOverrides: [{authority: ${host(`${name}-v1`)}, weight: "1"}]}}`;
}

/**
 * A text in which `<S>` and `<T>` are splits, `<P>` and `<Q>` their profiles, `<s>` to `<q>` the same as entries of a list,
 * `<F>`, `<I>` and `<G>` the splits and the first profile in flow style.
 */
function filled(text: string, eol: string): string {
  const entry = (lines: string): string => `${lines.trimEnd().replaceAll('\n', '\n  ')}\n`;
  const parts: Readonly<Record<string, string>> = {
    S: splitOf('web'),
    T: splitOf('api'),
    P: profileOf('web'),
    Q: profileOf('api'),
    s: entry(splitOf('web')),
    t: entry(splitOf('api')),
    p: entry(profileOf('web')),
    q: entry(profileOf('api')),
    l: entry(`kind: TrafficSplitList\napiVersion: split.smi-spec.io/v1alpha2\nitems:\n- ${entry(splitOf('web'))}`),
    F: `{${flowSplit('web')}}`,
    G: flowProfile('web'),
    I: `{${flowSplit('api')}}`,
    L: 'kind: List\napiVersion: v1\n',
    X: 'kind: TrafficSplitList\napiVersion: split.smi-spec.io/v1alpha2\n',
    c: profileOf('web').trimEnd(),
    d: profileOf('api').trimEnd(),
    O: profileOf('web').replace('"1"', '"2"'),
  };
  return text.replace(/<(\w)>/g, (_, name: string) => parts[name] ?? '').replaceAll('\n', eol);
}

/** What a file becomes whose splits are dropped, and what is said. */
function dropped(text: string, eol: string): readonly [string | undefined, readonly string[]] {
  const made = convert([{ path: 'a.yaml', text: filled(text, eol) }], { drop: true, skipAnnotation: false });
  return [made.files[0]?.text, made.findings.map(({ code }) => code)];
}

// What was written beside a split takes its place, as if it had been dropped at once; any other profile stays where it is.
describe.each(['\n', '\r\n'])('a split that is dropped, and its profile, with lines that end in %j', (eol) => {
  test.each<[string, string, string]>([
    ['right after it', '<S>---\n<P>', '<P>'],
    ['right after it, with a marker above', '---\n<S>---\n<P>', '---\n<P>'],
    ['right after it, without a last line end', '<S>---\n<c>', '<c>'],
    ['right after it, before another document', '<S>---\n<P>---\na: 1\n', '<P>---\na: 1\n'],
    ['right after it, with a comment below', '<S>---\n<P># one\n', '<P># one\n'],
    ['after a comment', '<S># one\n---\n<P>', '<P># one\n'],
    ['after another document', '<S>---\na: 1\n---\n<P>', '---\na: 1\n---\n<P>'],
    ['above it', '<P>---\n<S>', '<P>'],
    ['of two, each after its own', '<S>---\n<P>---\n<T>---\n<Q>', '<P>---\n<Q>'],
    ['of two, after both', '<S>---\n<T>---\n<P>---\n<Q>', '---\n<P>---\n<Q>'],
    ['in the next entry of its list', '<L>items:\n- <s>- <p>', '<L>items:\n- <p>'],
    ['in the next entry but one', '<L>items:\n- <s>- a: 1\n- <p>', '<L>items:\n- a: 1\n- <p>'],
    ['in the entry above', '<L>items:\n- <p>- <s>', '<L>items:\n- <p>'],
    ['after its list', '<L>items:\n- <s>---\n<P>', '<L>items: []\n---\n<P>'],
    ['in the next entry of a flow list', '<L>items: [<F>, <G>]\n', '<L>items: [<G>]\n'],
    ['on the next line of a flow list', '<L>items: [\n  <F>,\n  <G>\n]\n', '<L>items: [\n  <G>\n]\n'],
    ['after its comment in a flow list', '<L>items: [\n  <F>, # one\n  <G>\n]\n', '<L>items: [\n  <G> # one\n]\n'],
    [
      'after its comment in a flow list, before a comma',
      '<L>items: [\n  <F>, # one\n  <G>,\n]\n',
      '<L>items: [\n  <G>, # one\n]\n',
    ],
    [
      'after its comment in a flow list, before another entry',
      '<L>items: [\n  <F>, # one\n  <G>,\n  {a: 1}\n]\n',
      '<L>items: [\n  <G>, # one\n  {a: 1}\n]\n',
    ],
    ['after its list of splits', '<X>items:\n- <s>---\n<P>', '<P>'],
    ['of two, after their list of splits', '<X>items:\n- <s>- <t>---\n<P>---\n<Q>', '<P>---\n<Q>'],
    ['of two, after their list in the other order', '<X>items:\n- <s>- <t>---\n<Q>---\n<P>', '<Q>---\n<P>'],
    ['above its list of splits', '<P>---\n<X>items:\n- <s>', '<P>'],
    ['after its list of splits and a document', '<X>items:\n- <s>---\na: 1\n---\n<P>', '---\na: 1\n---\n<P>'],
    ['of the first of two, after their list of splits', '<X>items:\n- <s>- <t>---\n<P>', '<P>---\n<Q>'],
    ['of the second of two, after their list of splits', '<X>items:\n- <s>- <t>---\n<Q>', '<P>---\n<Q>'],
    ['after its list of splits, with routes', '<X>items:\n- <s>---\n<P>  routes: []\n', '<P>  routes: []\n'],
    ['after its list of splits in a list', '<L>items:\n- <l>- <p>', '<L>items:\n- <p>'],
    ['of two in a flow list, and the other goes', '<L>items: [<F>, <G>, <I>]\n---\n<Q>', '<L>items: [<G>]\n---\n<Q>'],
    [
      'of two in a flow list, after another that goes',
      '<L>items: [<I>, <F>, <G>]\n---\n<Q>',
      '<L>items: [<G>]\n---\n<Q>',
    ],
    [
      'of two after its comment in a flow list, and the other goes',
      '<L>items: [\n  <F>, # one\n  <G>,\n  <I>\n]\n---\n<Q>',
      '<L>items: [\n  <G> # one\n]\n---\n<Q>',
    ],
    [
      'of two on one line of a flow list, and the other goes',
      '<L>items: [\n  <F>, <G>, <I>\n]\n---\n<Q>',
      '<L>items: [\n  <G>\n]\n---\n<Q>',
    ],
    [
      'of two, after their list of splits, without a last line end',
      '<X>items:\n- <s>- <t>---\n<P>---\n<d>',
      '<P>---\n<d>',
    ],
    [
      'of the first of two, after their list of splits, without a last line end',
      '<X>items:\n- <s>- <t>---\n<c>',
      '<P>---\n<d>',
    ],
    [
      'of the second of two, after their list of splits, without a last line end',
      '<X>items:\n- <s>- <t>---\n<d>',
      '<P>---\n<d>',
    ],
    [
      'of two after their list of splits, the first one with routes',
      '<X>items:\n- <s>- <t>---\n<P>  routes: []\n---\n<Q>',
      '<P>  routes: []\n---\n<Q>',
    ],
    ['above its list of splits in a list', '<L>items:\n- <p>- <l>', '<L>items:\n- <p>'],
  ])('%s', (_, before, after) => {
    expect(dropped(before, eol)).toEqual([filled(after, eol), []]);
  });
});

// A profile with other weights stays; a first document goes with the separator below it, if there is nothing between the two.
describe.each(['\n', '\r\n'])(
  'a first document that is dropped, and the separator before its profile, with %j',
  (eol) => {
    test.each<[string, string, string]>([
      ['without a comment', '<S>---\n<O>', '<P>'],
      ['with blank lines', '<S>\n---\n\n<O>', '\n<P>'],
      ['with white space after it', '<S>--- \t\n<O>', '<P>'],
      ['after a byte order mark', '\ufeff<S>---\n<O>', '\ufeff<P>'],
      ['after a comment', '# one\n<S>---\n<O>', '# one\n<P>'],
      ['with a comment', '<S>--- # one\n<O>', '--- # one\n<P>'],
      ['with a comment above it', '<S># one\n---\n<O>', '<P># one\n'],
      ['with a comment below it', '<S>---\n# one\n<O>', '# one\n<P>'],
      ['with a tag', '<S>--- !!map\n<O>', '--- !!map\n<P>'],
      ['with an end above it', '<S>...\n---\n<O>', '---\n<P>'],
      ['with another separator', '<S>---\n---\n<O>', '---\n---\n<P>'],
      ['with its own marker', '---\n<S>---\n<O>', '---\n<P>'],
      ['with a directive', '%YAML 1.2\n---\n<S>---\n<O>', '%YAML 1.2\n---\n<P>'],
      ['below another document', 'a: 1\n---\n<S>---\n<O>', 'a: 1\n---\n<P>'],
      ['below another document and an end', 'a: 1\n...\n<S>---\n<O>', 'a: 1\n...\n<P>'],
      ['with another document', '<S>---\na: 1\n---\n<O>', '---\na: 1\n---\n<P>'],
    ])('%s', (_, before, after) => {
      expect(dropped(before, eol)).toEqual([filled(after, eol), ['profile-overwritten']]);
    });
  },
);

// What is kept and dropped later ends in the same files as what is dropped at once.
describe.each(['\n', ''])('routes of two ports that were written beside a split, with %j at the end', (end) => {
  const services = ['web', 'web-v1'].map(
    (name) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80}, {port: 81}]}\n---\n`,
  );

  test.each([
    ['a document', '<S>'],
    ['the entry of a list', '<L>items:\n- <s>'],
    ['the entry of a list of splits', '<X>items:\n- <s>'],
    ['a line of a flow list with a comment', '<L>items: [\n  <F>, # one\n  {a: 1}\n]\n'],
    ['the last line of a flow list with a comment', '<L>items: [\n  <F>, # one\n]\n'],
  ])('take the place of %s when it is dropped', (_, split) => {
    const text = services.join('') + filled(split, '\n').replace(/\n$/, end);
    const run = (from: string, drop: boolean): string =>
      convert([{ path: 'a.yaml', text: from }], { target: 'httproute', drop }).files[0]?.text ?? '';
    const [kept, once] = [run(text, false), run(text, true)];
    expect(kept.match(/kind: HTTPRoute/g)).toHaveLength(2);
    expect(once.match(/kind: HTTPRoute/g)).toHaveLength(2);
    expect(once).not.toContain('kind: TrafficSplit,');
    expect(run(kept, true)).toBe(once);
  });
});
