import { memoisedFor } from '../collections.ts';
import { field, groupOf, isMapping, list, mapping, text, versionOf, type KubernetesObject } from '../kubernetes.ts';

/** What of a split, or of a profile in its place, the selectors of Kustomize are compared with. */
export interface Selectable {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Whether its manifest has no namespace. */
  readonly isBare?: boolean;
  /** The namespaces that kustomizations set: those above them see it there. */
  readonly setNamespaces?: readonly string[];
  /** The version in its apiVersion: `v1alpha2`. */
  readonly version: string;
  /** Its own labels. */
  readonly labels?: KubernetesObject;
  /** The keys of the labels that kustomizations may set, so that they are not compared; any if absent. */
  readonly labelsSet?: ReadonlySet<string>;
  /** The same for its annotations. */
  readonly annotations?: KubernetesObject;
  readonly annotationsSet?: ReadonlySet<string>;
  /** Whether it becomes a route: the names in a route do not include a namespace. */
  readonly isRoute?: boolean;
  /** Whether it is removed: then only what names it matters. */
  readonly isRemoved?: boolean;
  /** Whether it is dropped: then what takes a value from it finds nothing. */
  readonly drops?: boolean;
}

/** An object as selectors see it. */
export function selectable({ object }: { readonly object: KubernetesObject }): Selectable {
  const namespace = text(object, 'metadata', 'namespace');
  return {
    group: groupOf(object),
    kind: text(object, 'kind'),
    version: versionOf(object),
    name: text(object, 'metadata', 'name'),
    namespace,
    isBare: namespace === '',
    labels: mapping(object, 'metadata', 'labels'),
    annotations: mapping(object, 'metadata', 'annotations'),
  };
}

/**
 * Whether a selector may match a split. Its fields are anchored regular expressions, and missing fields match
 * everything (kustomize api/types/selector.go). Labels and annotations are only compared where no kustomization may have set
 * them: a match too many only leaves a split unconverted, with a finding.
 */
export function selects(selector: unknown, one: Selectable): boolean {
  return !isMapping(selector) || matcherOf(selector)(one);
}

/** A selector, read once: one that means no name is compared with each of a thousand splits. */
const matcherOf = memoisedFor((selector: KubernetesObject): ((one: Selectable) => boolean) => {
  const stated = exactKeys.filter((key) => text(selector, key) !== '');
  const matchers = stated.map((key) => ({ key, matches: expressionMatcher(text(selector, key)) }));
  const matchesPairs = pairsMatcherOf(selector);
  const matchesNamespace = expressionMatcher(text(selector, 'namespace'));
  return (one) =>
    matchers.every(({ key, matches }) => matches(one[key])) &&
    matchesPairs(one) !== false &&
    namespacesOfSelectable(one).some(matchesNamespace);
});

/** Whether a selector matches the labels and the annotations of an object; undefined if that is not known. */
const pairsMatcherOf = memoisedFor((selector: KubernetesObject): ((one: Selectable) => boolean | undefined) => {
  const matchesLabels = pairMatcher(text(selector, 'labelSelector'));
  const matchesAnnotations = pairMatcher(text(selector, 'annotationSelector'));
  return ({ labels, labelsSet, annotations, annotationsSet }) =>
    areAll([matchesLabels(labels, labelsSet), matchesAnnotations(annotations, annotationsSet)]);
});

/** Whether all of some things are so; undefined if that is not known. */
function areAll(all: readonly (boolean | undefined)[]): boolean | undefined {
  if (all.includes(false)) return false;
  return all.includes(undefined) ? undefined : true;
}

/** The same for its labels or its annotations alone. */
function pairMatcher(selector: string): (own?: KubernetesObject, set?: ReadonlySet<string>) => boolean | undefined {
  // Commas in brackets are between the values of one requirement.
  const requirements = (selector.match(/(?:[^,(]+|\([^)]*\)?)+/g) ?? []).map(requirementOf);
  return (pairs, set) => {
    if (requirements.length === 0) return true;
    if (pairs === undefined || set === undefined) return undefined;
    const met = requirements.map(({ key, isMet }) => {
      const own = pairs[key];
      if (set.has(key)) return undefined;
      if (own === undefined) return [...Object.keys(pairs), ...set].some(isUnsure) ? undefined : isMet(undefined);
      return typeof own !== 'string' || isOfChart(own) ? undefined : isMet(own);
    });
    return areAll(met);
  };
}

/** A requirement of a selector of labels, and which value of its label meets it. */
interface Requirement {
  readonly key: string;
  readonly isMet: (value: string | undefined) => boolean | undefined;
}

/** Reads a requirement (apimachinery pkg/labels/selector.go); of one of another form, such as `a>1`, nothing is known. */
function requirementOf(written: string): Requirement {
  const compact = written.replace(/\s+/g, ' ').trim();
  const form = /^(!?) ?([\w./-]+) ?(?:(==?|!=) ?([\w.-]*)|\b(in|notin) ?\(([^()]*)\))?$/.exec(compact);
  const [, not = '', key = '', equals, value = '', set, listed = ''] = form ?? [];
  const operator = equals ?? set;
  if (form === null || (not !== '' && operator !== undefined)) return { key: '', isMet: () => undefined };
  if (operator === undefined) return { key, isMet: (own) => (own === undefined) === (not !== '') };
  const values = set === undefined ? [value] : listed.split(',').map((one) => one.trim());
  const isWanted = operator !== '!=' && operator !== 'notin';
  return { key, isMet: (own) => (own !== undefined && values.includes(own)) === isWanted };
}

/** Whether a key of a label may be another one for Kustomize, which takes `on` and `n` for text; kubectl takes them for booleans. */
function isUnsure(key: string): boolean {
  return isOfChart(key) || key === 'true' || key === 'false';
}

/** Whether a chart makes a key or a value of a label: what it becomes is not known. */
function isOfChart(written: string): boolean {
  return written.includes('{{');
}

/** Whether a patch without a target matches a split, by its kind, name and namespace. */
export function isPatchOf(patch: unknown, one: Selectable): boolean {
  const stated = text(patch, 'metadata', 'namespace');
  const same = text(patch, 'kind') === one.kind && text(patch, 'metadata', 'name') === one.name;
  return same && (stated === '' || namespacesOfSelectable(one).includes(stated));
}

/**
 * The namespaces in which a kustomization may see an object: for Kustomize, one without a namespace is in `default`
 * (kyaml resid, IsDefaultNamespace).
 */
function namespacesOfSelectable({ namespace, isBare, setNamespaces = [] }: Selectable): readonly string[] {
  return [namespace, ...(isBare === true ? ['default'] : []), ...setNamespaces];
}

/**
 * Whether a target of a replacement may write into a split. Its selectors have expressions since Kustomize 5.8, and before that
 * plain names; what one version or the other selects counts (kustomize api/filters/replacement).
 */
export function isReplaced(target: unknown, split: Selectable): boolean {
  const select = field(target, 'select');
  if (!isMapping(select) || !selects(select, split)) return false;
  const rejected = list(target, 'reject').filter(isMapping);
  if (rejected.some((selector) => hasPairsOf(selector, split))) return false;
  return (
    !rejected.some((selector) => isRejected(selector, split, isSurelyMatched)) ||
    (isNamed(select, split) && !rejected.some((selector) => isRejected(selector, split, isEqual)))
  );
}

/** Whether a selector with plain names, of which some are stated, may name an object. */
export function isExactly(selector: unknown, one: Selectable): boolean {
  return statesName(selector) && isNamed(selector, one);
}

function statesName(selector: unknown): boolean {
  return [...exactKeys, 'namespace'].some((key) => text(selector, key) !== '');
}

function isNamed(selector: unknown, one: Selectable): boolean {
  const stated = text(selector, 'namespace');
  return (
    exactKeys.every((key) => ['', one[key]].includes(text(selector, key))) &&
    (stated === '' || namespacesOfSelectable(one).includes(stated))
  );
}

const exactKeys = ['group', 'version', 'kind', 'name'] as const;

/** Whether an entry of `reject` names an object in each namespace in which a kustomization may see it. */
function isRejected(selector: unknown, one: Selectable, matches: (written: string, value: string) => boolean): boolean {
  const isMatched = (key: (typeof exactKeys)[number] | 'namespace', value: string): boolean => {
    const written = text(selector, key);
    return written === '' || matches(written, value);
  };
  return (
    statesName(selector) &&
    exactKeys.every((key) => isMatched(key, one[key])) &&
    namespacesOfSelectable(one).every((namespace) => isMatched('namespace', namespace))
  );
}

/** Whether an entry of `reject` has the labels and annotations of an object: then its names are not compared. */
function hasPairsOf(selector: KubernetesObject, one: Selectable): boolean {
  const isStated = ['labelSelector', 'annotationSelector'].some((key) => text(selector, key) !== '');
  return isStated && pairsMatcherOf(selector)(one) === true;
}

function isEqual(written: string, value: string): boolean {
  return written === value;
}

function isSurelyMatched(expression: string, value: string): boolean {
  return expression === value || patternOf(expression)?.test(value) === true;
}

/** Regular expressions that Go and JavaScript read in the same way, as far as names need them. */
const common =
  /^(?:[\w\-/ ,:;=@#%&~!<>'"]|\.|\\[.\-+*?()|[\]{}^$\\/dw]|\[\^?(?:[\w.-]|\\[.\-dw])+\]|\((?!\?:)|\(\?:|[)|*+?^$]|\{\d{1,3}(?:,\d{0,3})?\})*$/;

/** An expression that is longer matches all values, and a value that is longer is matched by all expressions. */
export const longestCompared = 300;

/**
 * Whether an expression may match a value. One that JavaScript may read differently from Go counts as matching. So does
 * one that could take forever in a backtracking engine, unlike in Go's: one with more than three choices, or longer
 * than a name.
 */
function expressionMatcher(expression: string): (value: string) => boolean {
  if (expression === '') return () => true;
  if (/^[\w-]*$/.test(expression)) return (value) => value === expression;
  const pattern = patternOf(expression);
  return (value) =>
    pattern === undefined || value === expression || value.length > longestCompared || pattern.test(value);
}

/** An expression that is compared; undefined for one that counts as matching. */
function patternOf(expression: string): RegExp | undefined {
  const choices = expression.match(/[*+?{(]/g)?.length ?? 0;
  const isReadAlike = expression.length <= longestCompared && common.test(expression);
  if (!isReadAlike || choices > 3 || /\)[*+?{]/.test(expression)) return undefined;
  try {
    return new RegExp(`^(?:${expression})$`);
  } catch {
    return undefined;
  }
}

/** What all values that an expression matches begin with, besides itself and very long ones; '' if that is not known. */
export function startOfMatches(expression: string): string {
  if (expression.includes('|') || patternOf(expression) === undefined) return '';
  const rest = expression.replace(/^\^/, '');
  const [plain = ''] = /^[\w-]*/.exec(rest) ?? [];
  return /[*?{]/.test(rest.charAt(plain.length)) ? plain.slice(0, -1) : plain;
}

/** What all values that an expression matches end with, besides itself and very long ones; '' if that is not known. */
export function endOfMatches(expression: string): string {
  if (expression.includes('|') || patternOf(expression) === undefined) return '';
  const rest = expression.replace(/\$$/, '');
  const [plain = ''] = /[\w-]*$/.exec(rest) ?? [];
  // The letter after a backslash is part of `\d` or `\w`; expressions with other escapes of letters are not compared.
  return rest.charAt(rest.length - plain.length - 1) === '\\' ? plain.slice(1) : plain;
}
