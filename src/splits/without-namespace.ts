import { memoisedFor } from '../collections.ts';
import { option, type Caller } from '../config/advice.ts';
import type { Options } from '../config/config.ts';
import { enumerated, several } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Build } from '../kustomize/builds.ts';
import { eachOnce, type Given } from '../kustomize/given-namespaces.ts';
import { withoutTemplates } from '../kustomize/template-actions.ts';
import { isLabel } from '../mesh/authority.ts';
import type { Run } from '../run.ts';
import { chartAdvice } from './chart-advice.ts';
import { deployerFixes, filesPipe, orByDirectoryPlugin, orByPlugin, pipes, transformersOf } from './build-fixes.ts';
import { namespacesNear } from './namespace-candidates.ts';
import { pathOf } from './names.ts';
import type { Left } from './outcome.ts';
import { leave } from './outcome.ts';
import type { ReadSplit } from './read-splits.ts';
import { templateSkipped } from './templates.ts';

/** Reports a split whose namespace is unknown, with the namespaces that it could be in; undefined if it is known. */
export function withoutNamespace(split: ReadSplit, run: Run): Left | undefined {
  if (split.split.namespace !== '' || run.options.target === 'httproute') return undefined;
  const { manifest } = split;
  return leave(run, {
    code: 'namespace-unknown',
    message: 'has no namespace',
    fix: namespaceFix(split, run),
    at: { manifest, field: ['metadata', 'namespace'] },
  });
}

/**
 * Reports a split in a template of a chart that is converted when the chart is rendered, or without a namespace: only
 * rendering the chart gives it one, so neither an option nor an edit should.
 */
export function leftToChart({ manifest }: ReadSplit, run: Run): Left | undefined {
  const own = text(manifest.object, 'metadata', 'namespace');
  const advice = chartAdvice(pathOf(manifest), own === '' ? '' : `namespace: ${own}`, run);
  if (advice === undefined) return undefined;
  const at = { manifest, field: ['metadata', 'name'] };
  const { servedBy, isBuilt } = advice;
  if (servedBy !== undefined) {
    const message = `is a template of a chart, and is converted by ${servedBy}`;
    return leave(run, { code: 'served-by-function', message, fix: advice.fix, at });
  }
  if (own !== '') return undefined;
  const message = 'is a template of a chart and gets its namespace from there';
  const fix = isBuilt ? advice.fix : `use smi2linkerd as a Helm post-renderer, or ${advice.fix}`;
  return leave(run, { ...templateSkipped(at, run, message, ''), fix });
}

function namespaceFix({ manifest, split }: ReadSplit, run: Run): string {
  const { kustomize } = run.unit;
  const path = pathOf(manifest);
  const near = namespacesNear(
    {
      own: manifest.page.slice.source,
      beside: run.unit.beside?.(path) ?? [],
      around: run.unit.around(new Set([split.apex]), new Set()).flat(),
    },
    split,
  );
  const given = kustomize?.namespaceCandidates(path) ?? [];
  // The text of a kustomization beside the split holds the namespace that it sets.
  const seen = namesSeen(near.length === 0 ? given : [...near, ...given]);
  const builds = kustomize?.builds(path) ?? [];
  const advice = buildFixesIn(run.options)(builds) || destinationFixIn(run.options)(builds)(given);
  if (advice !== '') return `${advice}${seen === '' ? '' : `; used nearby: ${seen}`}`;
  return `add metadata.namespace, or pass ${option(run.unit, 'namespace', 'NAMESPACE')}${seen === '' ? '' : `; used nearby: ${seen}`}`;
}

/** Candidates for a namespace as a message names them, each once; those of many files of the same builds are one list. */
const namesSeen = memoisedFor((candidates: readonly Given[]): string => {
  const known = eachOnce(candidates.filter(({ value }) => isLabel(value)));
  return several(known.map(({ value, by }) => `${value} (${by})`));
});

/**
 * Where the files of one directory are deployed once, their namespace is simpler to write than to take from a build, if it is
 * known.
 */
function areFixes(named: readonly Build[]): boolean {
  return (
    named.length > 1 ||
    named.some(({ directory, namespace }) => directory !== '' || withoutTemplates(namespace) !== namespace)
  );
}

/** The fixes for some builds, made once for all splits of a call that go through them, in however many directories. */
const buildFixesIn = memoisedFor((options: Options) =>
  memoisedFor((builds: readonly Build[]) =>
    areFixes(builds.filter(({ namespace }) => namespace !== '')) ? several(buildFixes(builds, { options }), '; ') : '',
  ),
);

/**
 * The fix where Applications put such objects into several namespaces: one in the file, or given for it, would be that of all
 * of them. The files of a directory without a kustomization have no build.
 */
const destinationFixIn = memoisedFor((options: Options) =>
  memoisedFor((builds: readonly Build[]) =>
    memoisedFor((candidates: readonly Given[]): string => {
      const built = builds.filter(({ directory }) => directory !== '');
      const ofBuilds = built.flatMap((build) =>
        (build.deployer === undefined ? (build.deployedBy ?? []) : [build.deployer]).map((deployer) => ({
          deployer,
          build,
        })),
      );
      const ofFiles = candidates.flatMap(({ deployer }) =>
        deployer === undefined ? [] : [{ deployer, build: undefined }],
      );
      const known = (built.length > 0 ? ofBuilds : ofFiles).filter(
        ({ deployer: { tool, isGuess, namespace } }) => tool === 'argocd' && !isGuess && namespace !== '',
      );
      if (new Set(known.map(({ deployer }) => deployer.namespace)).size < 2) return '';
      const commands = known.map(({ deployer, build }) => {
        const run = { options: { ...options, namespace: deployer.namespace } };
        return build === undefined ? filesPipe(deployer, run) : pipes([build], run);
      });
      const applications = known.map(({ deployer }) => deployer);
      const byPlugin =
        built.length > 0 ? orByPlugin(built, { options }) : orByDirectoryPlugin(applications, { options });
      return `run ${several([...new Set(commands)].filter((one) => one !== ''))}${byPlugin}`;
    }),
  ),
);

function buildFixes(builds: readonly Build[], run: Caller): readonly string[] {
  const plain = builds.filter(({ deployer }) => deployer === undefined);
  const named = plain.filter(({ namespace }) => namespace !== '');
  const bare = plain.filter(({ namespace }) => namespace === '');
  const rest =
    bare.length === 0 ? '' : ` and namespace: into ${enumerated([...new Set(bare.map(({ path }) => path))])}`;
  const pipe = named.length === 0 ? '' : `, or run ${pipes(named, run)}${orByPlugin(named, run)}`;
  const deployed = builds.filter(({ deployer }) => deployer !== undefined);
  const withNamespace = { options: { ...run.options, namespace: run.options.namespace ?? 'NAMESPACE' } };
  return [
    ...(plain.length === 0 ? [] : [`${transformersOf(plain, run)}${rest}${pipe}`]),
    ...deployerFixes(
      deployed.filter(({ namespace }) => namespace !== ''),
      run,
    ),
    ...deployerFixes(
      deployed.filter(({ namespace }) => namespace === ''),
      withNamespace,
    ),
  ];
}
