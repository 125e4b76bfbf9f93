/**
 * The branches of src/ that no test of `npm run coverage` takes, each with the text of its line (once for each branch on it) and
 * each file with the reason. Branches of lines in `unreached-lines.js`, and those that a rule in `branches.js` covers, are not repeated.
 * @type {readonly { file: string, lines: readonly string[], reason: string }[]}
 */
export const unreachedBranches = [
  {
    file: 'kustomize/builds.ts',
    lines: [
      'deploying.flatMap(({ deployer }) => deployer ?? []),',
      'const { plugin, isGuess } = deployer.deployer ?? {};',
    ],
    reason: 'what deploys a kustomization has a deployer; for the compiler of TypeScript',
  },
  {
    file: 'kustomize/builds.ts',
    lines: [
      'const flags = (): readonly string[] => (kustomization === undefined ? [] : flagsOf(kustomization, graph, files));',
      'flags: () => (top.kustomization === undefined ? [] : flagsOf(top.kustomization, graph, files)),',
    ],
    reason:
      'flags are those of kustomize build; what no kustomization builds is printed by flux build, which has none of them',
  },
  {
    file: 'kustomize/builds.ts',
    lines: [
      'const own = new Set(all.flatMap((one) => graph.actorOf(one).flags ?? []));',
      'const { charts = [], steps } = graph.actorOf(one);',
    ],
    reason:
      'the actor of a kustomization has flags and charts, that of a deployer has none; for the compiler of TypeScript',
  },
  {
    file: 'kustomize/patched-deployers.ts',
    lines: ['else if (kustomization !== undefined)'],
    reason: 'an actor has a deployer or a kustomization; for the compiler of TypeScript',
  },
  {
    file: 'kustomize/unreadable.ts',
    lines: ['visit(page.documents[document] ?? null, {'],
    reason:
      'the documents of a page are asked for by their numbers; for the compiler of TypeScript (noUncheckedIndexedAccess)',
  },
  {
    file: 'manifests/manifest.ts',
    lines: ['...(fix !== undefined && { fix }),'],
    reason: 'a document above 64 MiB, which takes too long here; test/yaml/read.test.ts reads one',
  },
  {
    file: 'mesh/backends.ts',
    lines: ['return quantity === undefined ? [] : [{ ...backend, quantity }];'],
    reason: 'the weights of backends were read as quantities before; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/kept-comments.ts',
    lines: ['for (const { contents } of (readUtf8(slice)?.documents ?? []).toReversed()) yield contents;'],
    reason: 'a source that is not UTF-8 is not changed',
  },
  {
    file: 'splits/chart-advice.ts',
    lines: [
      'const all = run.unit.kustomize?.builds(path) ?? [];',
      'const applications = run.unit.kustomize?.applicationsOf(chart) ?? [];',
      'const releases = run.unit.kustomize?.releasesOf(chart) ?? [];',
    ],
    reason: 'what knows the chart of a file are the kustomizations of the call; for the compiler of TypeScript',
  },
  {
    file: 'splits/chart-advice.ts',
    lines: ["if (step.kind !== 'patch') return false;"],
    reason: 'of the steps of a HelmRelease only patches are read; for the compiler of TypeScript',
  },
  {
    file: 'splits/chart-advice.ts',
    lines: ['const fixes = others.flatMap((build) => patchFix([build], false, namespaced(build)).fix ?? []);'],
    reason: 'there is something to do about each build that is not served; for the compiler of TypeScript',
  },
  {
    file: 'splits/rewrite-fix.ts',
    lines: ['const without = rewriteFix(run.unit.kustomize?.builds(path) ?? [], path, run);'],
    reason: 'only kustomizations of the call know what is outside of it; for the compiler of TypeScript',
  },
  {
    file: 'splits/rewritten.ts',
    lines: ['const fix = rewriteFix(run.unit.kustomize?.builds(path) ?? [], pathOf(manifest), run);'],
    reason: 'only kustomizations of the call make data of a file; for the compiler of TypeScript',
  },
  {
    file: 'kustomize/late-changes.ts',
    lines: ['if (by === undefined) return [];'],
    reason: 'what runs a function is a kustomization; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/blank-tabs.ts',
    lines: ['const lineStop = at + (stop?.index ?? 0);'],
    reason: 'the pattern also matches the end of the text; for the compiler of TypeScript',
  },
  {
    file: 'cli/check-options.ts',
    lines: ['const need = isOption(key) ? optionProblem(key, value) : undefined;'],
    reason: 'the key of a flag is always that of an option; for the compiler of TypeScript',
  },
  {
    file: 'cli/options.ts',
    lines: [
      'if (!(error instanceof CommanderError)) throw error;',
      "const complaint = explained(complaints.join(' ').replace(/\\s+/g, ' ').trim() || error.message, program);",
    ],
    reason: 'commander throws no other errors, and writes a complaint before each',
  },
  {
    file: 'cli/parameters.ts',
    lines: ['const need = isOption(key) ? optionProblem(key, typed) : undefined;'],
    reason: 'names that are no options are refused before; for the compiler of TypeScript',
  },
  {
    file: 'cli/files/gitignore.ts',
    lines: ["if (directory === '/') break;"],
    reason: 'the root of the file system as a checkout of git',
  },
  {
    file: 'cli/files/search.ts',
    lines: ["const directory = shown === '' ? '.' : shown.length > 1 ? shown.slice(0, -1) : shown;"],
    reason: 'the root of the file system as a directory of the call',
  },
  {
    file: 'cli/files/open-directory.ts',
    lines: [
      'if (found !== directory && !isSame(descriptor, directory)) throw movedError();',
      'if (found !== directory && !isSame(descriptor, directory)) throw movedError();',
      'return step(found === undefined ? directory : path);',
      'if (onWindows) return undefined;',
    ],
    reason: 'systems without /proc; test/e2e/windows.test.ts runs them',
  },
  {
    file: 'cli/files/paths.ts',
    lines: ["problems.push({ path, message: problem ?? 'no such file or directory' });"],
    reason: 'a path without a status always has a problem; for the compiler of TypeScript',
  },
  {
    file: 'cli/files/paths.ts',
    lines: [
      'return new Set(Array.from(paths, (path) => (path.startsWith(directory) ? path.slice(directory.length) : path)));',
    ],
    reason: 'globby answers with paths that begin as the pattern does; not known to happen',
  },
  {
    file: 'cli/files/paths.ts',
    lines: ['const message = error instanceof Error ? error.message : String(error);'],
    reason: 'the file system throws nothing but errors; for the compiler of TypeScript',
  },
  {
    file: 'cli/files/patterns.ts',
    lines: ['if (options === undefined) return readdirSync(path).map(withoutLineEnds);'],
    reason: 'the type of readdirSync has this form; fast-glob always asks for entries with types',
  },
  {
    file: 'cli/files/read-kustomizations.ts',
    lines: [
      'const found = { path: shown + name, directory: actual.slice(0, -1), bytes: bytes(file) ?? new Uint8Array() };',
    ],
    reason: 'a kustomization that cannot be read: the tests may run as a user who can read all files',
  },
  {
    file: 'cli/files/system-paths.ts',
    lines: ["return onWindows ? path.replaceAll('\\\\', '/') : path;"],
    reason: 'Windows; test/e2e/windows.test.ts runs it',
  },
  {
    file: 'cli/files/units.ts',
    lines: [
      'const homes = once(() => new Map((found?.found ?? []).map(({ path, folder }) => [path, folder.home])));',
      'clusterDomains: () => found?.clusterDomains ?? new Map(),',
      'return folder === undefined ? [] : searched(folder);',
    ],
    reason: 'the call is searched before anything asks, and only for files of the call',
  },
  {
    file: 'cli/files/paths.ts',
    lines: [
      "problems.push({ path: place.shown === '' ? '.' : place.shown.slice(0, -1), message: errorReason(error) });",
    ],
    reason: 'a working directory that cannot be read: the tests may run as a user who can read all directories',
  },
  {
    file: 'cli/files/write-files.ts',
    lines: [
      'if (target === undefined) continue;',
      "if (value === undefined) return outcome(plans, [], [{ path: plan.path, reason: failure ?? '' }]);",
      "return { path: failed.plan.path, reason: failed.failure ?? '' };",
    ],
    reason: 'an attempt has a value or a failure; for the compiler of TypeScript',
  },
  {
    file: 'cli/print/stream-documents.ts',
    lines: ['if (error instanceof TypeError) return true; // not UTF-8'],
    reason: 'an error of the YAML library that is none of its own: not known to happen',
  },
  {
    file: 'cli/print/stream-documents.ts',
    lines: ['if (!/^---(?:[ \\t\\r\\n]|$)/.test(latin1Text(chunks[0]?.subarray(0, 4) ?? first)))'],
    reason: 'a document has a chunk; for the compiler of TypeScript',
  },
  {
    file: 'config/config.ts',
    lines: ['for (const { keyword, params, instancePath } of validate.errors ?? []) {'],
    reason: 'the validator says why it refuses; its type allows nothing, too',
  },
  {
    file: 'convert.ts',
    lines: ['return conversion ?? { edits: [], splits: [], removed: [], broken: [] };'],
    reason: 'there is a conversion for each unit; for the compiler of TypeScript',
  },
  {
    file: 'convert.ts',
    lines: ['clusterDomains: () => call.clusterDomains?.() ?? new Map(),'],
    reason: 'asked only of calls with kustomizations, which always look for the domains',
  },
  {
    file: 'kustomize/graph.ts',
    lines: [
      'const actorOf = (one: Kustomization): Actor => actors.get(one) ?? { path: one.path, kustomization: one, steps: [] };',
      'const components = (user.components ?? []).flatMap((place) => inDirectory.get(place) ?? []);',
    ],
    reason: 'each kustomization has an actor, and each deployer a list of components; for the compiler of TypeScript',
  },
  {
    file: 'kustomize/read.ts',
    lines: [
      'if (page === undefined) return 1;',
      'return positionOf(page, isNode(node) ? (node.range?.[0] ?? 0) : 0).line;',
    ],
    reason: 'the line of a field is asked for only where the file was read and has the field',
  },
  {
    file: 'manifests/manifest.ts',
    lines: ['} else if (node !== null) openStray({ page, document }, node, value, found);'],
    reason: 'the YAML library gives an empty document a scalar that is null; its type allows no node, too',
  },
  {
    file: 'manifests/node-store.ts',
    lines: ['const documents = readUtf8(page.slice)?.documents ?? [];'],
    reason: 'a page that was read before is read again; for the compiler of TypeScript',
  },
  {
    file: 'manifests/resembling.ts',
    lines: ['if (withoutALetter(name).some((one) => near.has(one) || names.has(one))) return true;'],
    reason: 'needs two names with the same hash, which is only a filter',
  },
  {
    file: 'mesh/linkerd-regex.ts',
    lines: ['if (!(error instanceof RegexProblem)) throw error;'],
    reason: 'guards against faults of this program; none is known that comes here',
  },
  {
    file: 'mesh/quantity.ts',
    lines: ["return `${value}${suffix ?? ''}`;"],
    reason: 'quantities are cut to 64 bits and rounded to billionths, and all suffixes between are known',
  },
  {
    file: 'mesh/regex-facts.ts',
    lines: ["const [one, other] = [before.literal, last.of.kind === 'char' ? last.of.literal : undefined];"],
    reason: 'each repeated part is a character, as was asked above; for the compiler of TypeScript',
  },
  {
    file: 'mesh/route-group.ts',
    lines: ['return read.includes(undefined) ? undefined : read.flatMap((part) => part ?? []);'],
    reason: 'there is no undefined part in this case; for the compiler of TypeScript',
  },
  {
    file: 'mesh/route-weights.ts',
    lines: [
      'const whole = scaled.find((numbers): numbers is bigint[] => !numbers.includes(undefined)) ?? [];',
      'const divisor = whole.reduce(greatestCommonDivisor, 0n) || 1n;',
    ],
    reason:
      'quantities are rounded to billionths, and one of them is above zero: the other sides are for the types, and against a division by 0',
  },
  {
    file: 'mesh/weights.ts',
    lines: ['const divisor = whole.reduce(greatestCommonDivisor, 0n) || 1n;'],
    reason: 'weights that are all zero are fine as they are; against a division by 0',
  },
  {
    file: 'platform.ts',
    lines: ["heapLimit: () => process?.getBuiltinModule?.('v8')?.getHeapStatistics?.().heap_size_limit ?? smallHeap,"],
    reason: 'browsers; test/e2e/site.test.ts runs it',
  },
  {
    file: 'report/audit-findings.ts',
    lines: [
      "if (profile?.existing === undefined) return `the cluster has no ServiceProfile ${profile?.made?.metadata.name ?? ''}`;",
    ],
    reason: 'a split that is to be converted has a profile, which is there or made; for the compiler of TypeScript',
  },
  {
    file: 'report/out-of-date.ts',
    lines: [
      "const reported = new Set(found.map(({ at }) => ('manifest' in at ? at.manifest.page.slice.source : undefined)));",
    ],
    reason: 'all of these are at a manifest; for the compiler of TypeScript',
  },
  {
    file: 'report/read-report.ts',
    lines: ['const [error] = validate.errors ?? [];'],
    reason: 'the validator says why it refuses; its type allows nothing, too',
  },
  {
    file: 'report/split-report.ts',
    lines: [
      "const carried = outcome === 'converted' || outcome === 'up-to-date' ? (split?.backends ?? []) : [];",
      'if (made === undefined) return undefined;',
    ],
    reason:
      'a split with such an outcome was understood, and its profile is there or made; for the compiler of TypeScript',
  },
  {
    file: 'report/migration-steps.ts',
    lines: ['lines.push(command === undefined ? `  ${does}` : `  ${command}  # ${short ?? does}`);'],
    reason: 'each command has a short text; for the compiler of TypeScript',
  },
  {
    file: 'yaml/byte-search.ts',
    lines: [
      "return native === undefined ? slowIndexOf(range, needle, from) : native.call(range, needle, from, 'latin1');",
    ],
    reason: 'browsers; test/e2e/site.test.ts runs it',
  },
  {
    file: 'yaml/list-scan/spans.ts',
    lines: ["if (scan.refused === '') scan.refused = 'a quoted scalar or a flow that is not understood';"],
    reason: 'a scan ends with the first refusal, so that there is none before this one',
  },
  {
    file: 'yaml/odd-keys.ts',
    lines: [
      'const offset = keyOffset(key) ?? keyOffset(value) ?? keyOffset(part) ?? 0;',
      'const offset = keyOffset(key) ?? keyOffset(value) ?? keyOffset(part) ?? 0;',
      'const offset = keyOffset(key) ?? keyOffset(value) ?? keyOffset(part) ?? 0;',
      "return { offset: keyOffset(key) ?? 0, message: 'a key in braces that is not on one line with its colon' };",
      'const start = keyOffset(key) ?? 0;',
      'return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;',
    ],
    reason: 'each key that the YAML library has parsed is a node with a range; TypeScript asks for the others',
  },
  {
    file: 'yaml/page-offsets.ts',
    lines: ['return { characters: characters[at] ?? 0, bytes: bytes[at] ?? page.slice.start };'],
    reason: 'lastAtMost gives a place of its list; for the compiler of TypeScript (noUncheckedIndexedAccess)',
  },
  {
    file: 'yaml/read.ts',
    lines: ['if (error instanceof TypeError) return undefined;'],
    reason: 'an error of the YAML library that is none of its own: not known to happen',
  },
  {
    file: 'yaml/read.ts',
    lines: ['if (short !== undefined) return tooLarge(slice, size, short);'],
    reason: 'a heap that is almost full; test/yaml/read.test.ts asks memoryShort itself',
  },
  {
    file: 'yaml/source.ts',
    lines: ['if (platform.isUtf8 !== undefined) return platform.isUtf8(bytes);'],
    reason: "browsers, which have no isUtf8 of Node's; test/e2e/site.test.ts runs them",
  },
  {
    file: 'checks/cluster-domains.ts',
    lines: [
      'const own = run.unit.kustomize?.builds(path) ?? [];',
      'unit.kustomize === undefined ? new Map<string, never>() : domainsOfBuilds(unit.kustomize)(clusterDomains());',
    ],
    reason: 'asked only where a split has builds, so that there are kustomizations; for the compiler of TypeScript',
  },
  {
    file: 'checks/emptied-files.ts',
    lines: ['const places = (kustomize?.namedBy(source.path) ?? []).map(({ path, line }) => `${path}:${line}`);'],
    reason:
      'edited files belong to a unit, which always has the kustomizations of the call; for the compiler of TypeScript',
  },
  {
    file: 'checks/stale-routes.ts',
    lines: ["const split = annotation(neighbours.deployed(manifest), splitAnnotation) ?? '';"],
    reason: 'only routes with the annotation come here; for the compiler of TypeScript',
  },
  {
    file: 'checks/mentioned-splits.ts',
    lines: ["if (written === '') return holdsTrafficSplit(source.bytes, start, end); // too large to be read"],
    reason: 'a document above 64 MiB, which takes too long here; test/yaml/read.test.ts reads one',
  },
  {
    file: 'krm/function.ts',
    lines: ["if (root === undefined) throw new Error('the converted list is not read as a ResourceList');"],
    reason: 'guards against faults of this program; none is known that comes here',
  },
  {
    file: 'krm/item-index.ts',
    lines: ['? []'],
    reason: 'a list that is not UTF-8 is refused before its items are looked up',
  },
  {
    file: 'kustomize/patched-deployers.ts',
    lines: ['return isMapping(after) ? after : before;'],
    reason: 'an object of which a field below spec is written stays a mapping; for the compiler of TypeScript',
  },
  {
    file: 'plan/profile-choice.ts',
    lines: ['const builds = run.unit.kustomize?.builds(path) ?? [];'],
    reason: 'asked only where a kustomization deploys the profile; for the compiler of TypeScript',
  },
  {
    file: 'plan/profile-rivals.ts',
    lines: ["const service = parseProfileName(text(profile.object, 'metadata', 'name'))?.service ?? '';"],
    reason: 'the profile belongs to a split, thus has the name of its authority; for the compiler of TypeScript',
  },
  {
    file: 'plan/route-names.ts',
    lines: ['return unit.together ? [unit] : [path, ...(unit.kustomize?.users(path) ?? [])];'],
    reason:
      'units that are not applied at once are those of a tree, which always have the kustomizations of the call; for the compiler of TypeScript',
  },
  {
    file: 'plan/plan-routes.ts',
    lines: [
      'const made = routeWeights(split.backends.flatMap(({ weight }) => parseQuantity(weight) ?? []));',
      "return 'weights' in made ? made.weights : [];",
    ],
    reason:
      'a split whose weights are no quantities, or have no ratio of whole numbers, is refused where its backends are read',
  },
  {
    file: 'plan/route-profiles.ts',
    lines: [
      "return [parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? ''];",
      "const domain = parseProfileName(text(profile, 'metadata', 'name'))?.clusterDomain ?? clusterDomain;",
    ],
    reason:
      'the profiles of an apex are found by the Service in their names, which were read then; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/kept-comments.ts',
    lines: ['return dash ?? node.range[0];'],
    reason: 'each entry of a block list has a dash; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/block-editor.ts',
    lines: ['const colon = pair === undefined ? parent.range[0] : separatorEnd(pair);'],
    reason: 'a list of manifests is the value of the key items; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/fields.ts',
    lines: ['return found ?? elsewhere(at, key);'],
    reason: 'asked only for mappings that have something in them; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/flow-editor.ts',
    lines: ['if (page === undefined) return [];'],
    reason: 'something is taken out of each list that is asked for; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/flow.ts',
    lines: [
      'if (next === undefined) return [{ start, end }];',
      'if (comma === undefined || before === undefined) return [{ start, end }];',
    ],
    reason: 'a part that is not the first, or not the last, has a comma on that side; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/fold.ts',
    lines: ['if (sum(covered) !== sum(ranges.map(({ start, end }) => end - start))) return undefined;'],
    reason:
      'the bytes of an inserted object would have to be after its split without being the object that was found; not known to happen',
  },
  {
    file: 'rewrite/positions.ts',
    lines: ['return pair.srcToken?.sep ?? [];'],
    reason: 'each pair that was parsed has its tokens; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/positions.ts',
    lines: ["if (!isScalar(node) || node.srcToken?.type !== 'block-scalar') return false;"],
    reason: 'only block scalars end after a line end; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/read-back.ts',
    lines: [
      'if (first === undefined || last === undefined) continue;',
      'if (page === undefined) return;',
      'if (envelope === undefined || page === undefined) return;',
    ],
    reason:
      'a stretch has a page, and a list that is emptied has text around its entries; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/read-back.ts',
    lines: ['if (is.broken > 0 || !agree(was.values, is.values, true))'],
    reason: 'guards against faults of this program; none is known that comes here',
  },
  {
    file: 'rewrite/remove.ts',
    lines: ['const cuts = gone[0] === undefined ? [] : (cutsOfPage.get(gone[0].page) ?? []);'],
    reason: 'something is taken out of each list that is asked for; for the compiler of TypeScript',
  },
  {
    file: 'rewrite/typed-lists.ts',
    lines: [
      'if (first === undefined) return [];',
      'for (const one of outside) if (one.split.list !== undefined) addTo(objects, one.split.list, one);',
      'const gone = new Set(removed.filter(emptied).flatMap(({ list }) => list ?? []));',
    ],
    reason: 'these splits are in lists, and each has an object in its place; for the compiler of TypeScript',
  },
  {
    file: 'splits/find-objects.ts',
    lines: ["return first === undefined ? '' : ` in ${pathOf(first)}`;"],
    reason: 'each name in the index has an object; for the compiler of TypeScript',
  },
  {
    file: 'splits/build-fixes.ts',
    lines: [
      "const ofSteps = (deployer?.steps ?? []).map(({ where }) => where.replace(/\\[.*$/, ''));",
      "const components = (deployer?.components ?? []).length === 0 ? [] : ['kustomize.components'];",
      'const name = deployer?.overridden === undefined ? deployer?.name : deployer.path;',
      "names.set(key, (names.get(key) ?? new Set()).add(name ?? ''));",
      "const name = deployer?.name ?? '';",
      "if (isOurPlugin(deployer?.plugin ?? '')) return `take the function out of ${path}, which the plugin does not run`;",
    ],
    reason: 'these builds were chosen by their deployer; for the compiler of TypeScript',
  },
  {
    file: 'splits/apex-collisions.ts',
    lines: [
      'const joined = kustomize?.joined([...new Set(group.map(({ manifest }) => pathOf(manifest)))]) ?? new Set();',
      'const runOf = (split: ReadSplit): Run => runs.get(split) ?? first.run;',
    ],
    reason:
      'several units are those of a tree, which always have the kustomizations of the call, and each split has its run; for the compiler of TypeScript',
  },
  {
    file: 'splits/profile-sources.ts',
    lines: ["const more = isMapping(spec) ? Object.keys(spec).find((key) => key !== 'dstOverrides') : undefined;"],
    reason: 'such a profile has overrides, thus a spec that is a mapping; for the compiler of TypeScript',
  },
  {
    file: 'splits/rewritten.ts',
    lines: ["return parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? '';"],
    reason: 'the name of a profile that is a source was read before; for the compiler of TypeScript',
  },
  {
    file: 'splits/templates.ts',
    lines: [
      'if (!isMap(value)) return undefined;',
      'if (node.range === undefined || node.range === null) return false;',
    ],
    reason:
      'a node of the YAML library that is no alias, scalar or list is a mapping, and each has a range; for the compiler of TypeScript',
  },
];
