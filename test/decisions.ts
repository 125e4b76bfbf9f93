/**
 * Where each row of a decision table is proven: the fixtures, whose names are sentences. `none` says why a row has none.
 * The rows are those of the notes on Linkerd's semantics (64 conditions of the input) and of what was run against profiles
 * that do not load.
 */
export interface Row {
  readonly row: string;
  readonly fixtures: readonly string[];
  readonly none?: string;
}

const row = (name: number | string, ...fixtures: readonly string[]): Row => ({ row: String(name), fixtures });

/** Conditions of the input, by number. */
export const decisions: readonly Row[] = [
  row(1, 'a-split-of-v1alpha1-is-converted', 'a-split-of-v1alpha2-is-converted'),
  row(2, 'a-profile-with-routes-gets-its-overrides-in-place'),
  row(3, 'other-overrides-are-replaced-with-a-warning'),
  row(4, 'a-profile-with-the-same-overrides-stays-as-it-is'),
  row(5, 'a-profile-skipped-by-its-owner-is-left-alone', 'a-skip-annotation-of-false-skips-too'),
  row(6, 'a-profile-of-the-service-in-another-namespace-hides-the-split'),
  row(7, 'a-profile-of-v1alpha1-keeps-its-apiversion'),
  row(8, 'two-profiles-of-one-name-are-refused'),
  row(9, 'two-splits-on-one-apex-in-one-stream-are-refused'),
  row(10, 'the-same-apex-in-two-namespaces-gives-two-profiles'),
  row(
    11,
    'a-split-of-v1alpha3-without-matches-is-converted-with-a-word',
    'a-split-of-v1alpha4-without-matches-is-converted-with-a-word',
  ),
  row(12, 'a-split-with-matches-is-refused', 'empty-matches-are-no-matches'),
  row(13, 'matches-in-a-version-without-them-are-refused'),
  row(14, 'another-version-of-the-group-is-refused', 'a-look-alike-group-is-left-alone-with-a-warning'),
  row(15, 'the-namespace-option-is-for-splits-that-name-none', 'a-split-without-a-namespace-is-refused'),
  row(16, 'a-split-with-generatename-is-converted'),
  row(17, 'a-split-without-a-spec-is-refused', 'an-empty-apex-is-refused'),
  row(18, 'an-apex-that-is-a-mapping-is-refused'),
  row(19, 'a-split-without-backends-is-refused', 'backends-that-are-null-are-refused'),
  row(20, 'no-backends-make-no-profile', 'no-backends-take-the-overrides-of-an-existing-profile-away'),
  row(21, 'a-missing-weight-is-refused', 'a-weight-that-is-null-or-a-mapping-or-a-list-is-refused'),
  row(22, 'a-backend-without-a-service-is-refused'),
  row(23, 'a-weight-of-zero-beside-others-is-converted-silently'),
  row(24, 'all-weights-zero-are-converted-with-a-warning'),
  row(25, 'a-single-backend-is-converted-silently'),
  row(26, 'weights-need-not-add-up-to-a-hundred'),
  row(27, 'weights-need-not-add-up-to-a-hundred'),
  row(28, 'a-negative-weight-is-refused'),
  row(
    29,
    'weights-that-wrap-around-are-refused-with-smaller-ones',
    'a-sum-of-429496729m-is-converted',
    'a-sum-above-429496729m-is-refused',
  ),
  row(30, 'a-weight-below-a-thousandth-is-refused-with-whole-ones'),
  row(31, 'a-weight-below-a-thousandth-is-refused-with-whole-ones'),
  row(32, 'an-unquoted-fraction-in-v1alpha2-is-converted-with-a-word'),
  row(33, 'a-quoted-weight-in-v1alpha2-is-converted-with-a-warning'),
  row(34, 'an-unquoted-fraction-in-v1alpha1-is-converted-with-a-warning'),
  row(35, 'a-weight-in-percent-is-refused', 'weights-that-are-no-numbers-in-yaml-are-refused'),
  row(36, 'weights-are-written-as-canonical-quantities', 'spaces-around-a-weight-are-trimmed-line-ends-are-not'),
  row(37, 'a-weight-without-a-digit-is-refused'),
  row(38, 'weights-are-written-as-canonical-quantities'),
  row(39, 'a-backend-named-twice-is-summed-with-a-warning'),
  row(40, 'the-apex-may-be-a-backend'),
  row(41, 'a-backend-that-is-the-apex-of-another-split-is-converted-with-a-warning'),
  row(42, 'an-apex-as-fqdn-of-its-own-namespace-is-shortened', 'an-apex-as-service-dot-namespace-is-shortened'),
  row(43, 'an-apex-in-another-namespace-is-refused'),
  row(44, 'a-backend-in-another-namespace-gets-its-right-authority'),
  row(
    45,
    'an-apex-with-a-slash-is-refused',
    'an-apex-with-a-port-is-refused',
    'an-apex-in-upper-case-is-refused',
    'an-apex-that-is-no-dns-label-is-refused',
    'a-backend-with-a-port-a-slash-or-upper-case-is-refused',
  ),
  row(46, 'an-apex-of-another-cluster-domain-is-refused', 'a-backend-of-another-cluster-domain-is-refused'),
  row(47, 'an-apex-with-a-trailing-dot-is-shortened', 'a-backend-as-fqdn-of-its-own-namespace-is-shortened'),
  row(48, 'a-split-under-linkerd-failover-is-left-alone'),
  row(
    49,
    'a-split-owned-by-a-canary-is-left-alone',
    'a-split-named-by-a-rollout-is-left-alone',
    'a-split-of-a-rollouts-own-name-is-left-alone',
    'a-split-whose-apex-is-the-target-of-a-linkerd-canary-is-left-alone',
    'a-split-whose-apex-is-the-target-of-a-canary-without-provider-is-left-alone',
  ),
  row(50, 'a-canary-beside-the-split-means-that-the-adaptor-is-still-needed'),
  row(51, 'a-headless-apex-is-converted-with-a-warning', 'an-externalname-apex-is-converted-with-a-warning'),
  row(52, 'an-externalname-backend-is-converted-with-a-warning'),
  row(53, 'a-backend-that-lacks-a-port-of-the-apex-is-converted-with-a-warning'),
  row(54, 'services-that-are-not-seen-among-others-are-an-information'),
  row(
    55,
    'an-httproute-on-the-apex-is-ignored-by-linkerd',
    'a-grpcroute-on-the-apex-is-ignored-by-linkerd',
    'an-httproute-on-a-gateway-is-no-finding',
  ),
  row(56, 'policy-annotations-of-the-apex-are-switched-off'),
  row(
    57,
    'a-profile-with-a-route-without-a-condition-is-invalid',
    'a-profile-with-a-retry-budget-with-a-bad-ttl-is-invalid',
  ),
  row(
    58,
    'an-item-of-a-compact-list-is-followed-by-its-profile',
    'the-profiles-of-a-trafficsplitlist-with-several-splits-go-after-it',
  ),
  row(59, 'the-fields-of-a-cluster-dump-are-not-copied'),
  {
    row: '60',
    fixtures: [],
    none: 'a profile in the cluster that is not in the input: docs/migration.md says what apply, replace and server-side apply do',
  },
  row(
    61,
    'skip-annotation-marks-new-profiles',
    'drop-puts-the-profile-in-the-place-of-the-split',
    'an-existing-profile-is-marked-under-drop',
  ),
  { row: '62', fixtures: [], none: 'no option for the version of Linkerd: docs/support.md names the oldest one' },
  row(63, 'a-template-in-a-file-is-left-alone-with-a-warning', 'a-template-in-a-stream-is-refused'),
  row(64, 'a-profile-of-ours-without-its-split-is-stale'),
];

/** Profiles that do not load, by what is wrong with them. */
export const unloadable: readonly Row[] = [
  row('a route without condition', 'a-profile-with-a-route-without-a-condition-is-invalid'),
  row('a response class without condition', 'a-profile-with-a-response-class-without-a-condition-is-invalid'),
  row('retryBudget without ttl', 'a-profile-with-a-retry-budget-without-ttl-is-invalid'),
  row('condition: {}', 'a-profile-with-an-empty-condition-is-invalid'),
  row('min above max', 'a-profile-with-an-inverted-status-range-is-invalid'),
  row('ttl: nonsense', 'a-profile-with-a-retry-budget-with-a-bad-ttl-is-invalid'),
  row('timeout: nonsense', 'a-profile-with-a-bad-timeout-is-invalid'),
  row('negative retryRatio', 'a-profile-with-a-negative-retry-ratio-is-invalid'),
  row('a route without name', 'a-profile-with-a-route-without-a-name-is-invalid'),
  row('timeout: 250', 'a-profile-with-a-timeout-that-is-a-number-is-invalid'),
  row('condition.not as a list', 'a-profile-with-a-condition-not-as-a-list-is-invalid'),
  row('condition.not as a mapping', 'a-profile-with-a-condition-not-as-a-mapping-is-invalid'),
  row('negative status.min', 'a-profile-with-a-negative-status-is-invalid'),
  row('opaquePorts', 'a-profile-with-opaque-ports-is-invalid'),
  row('weight 1e3.5', 'a-weight-that-the-owner-of-a-profile-wrote-is-invalid'),
  row('an unknown field', 'a-profile-with-an-unknown-field-is-invalid'),
  row('pathRegex: /[bad (accepted everywhere)', 'a-profile-with-a-bad-pathregex-is-no-finding'),
];
