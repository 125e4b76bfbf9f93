import type { RunReport } from './model.ts';
import { isAudit } from './words.ts';

/** A step of the migration of a repository. */
export interface MigrationStep {
  /** When to take it, if that depends on something that no manifest shows. */
  readonly when?: string;
  /** What to do, with the command if there is one. */
  readonly does: string;
  readonly command?: string;
  /** The same in a few words, as a comment after the command. */
  readonly short?: string;
  /** What happens to the traffic. */
  readonly traffic: string;
}

/** The command that audits a cluster; it has to succeed before the adaptor is removed. */
export const auditCommand =
  'kubectl get trafficsplits,serviceprofiles,services,namespaces -A -o yaml | smi2linkerd --check --skip-annotation -';

const sameCommand = 'stays as it is';

/**
 * The steps that a repository needs, according to its report (docs/migration.md has those for all repositories). Empty
 * if nothing has to be written and nothing is refused.
 */
export function migrationSteps(report: RunReport): readonly MigrationStep[] {
  const { summary, command, options } = report;
  if (summary.converted === 0 && summary.refused === 0) return [];
  const steps = [...refusedSteps(report), ...rendered(report)];
  if (isAudit(report)) return [...steps, ...deployed(report)];
  if (command === undefined) return steps;
  const drop = withDrop(command);
  const adaptor = options?.target === 'httproute' ? routes() : [...whileAdaptor(report, drop), gate];
  return [...steps, withoutAdaptor(report, drop), ...adaptor];
}

function withoutAdaptor({ splits: all, options }: RunReport, command: string): MigrationStep {
  const carriers = options?.target === 'httproute' ? 'routes' : 'profiles';
  const fresh = all.filter(({ outcome, target }) => outcome === 'converted' && (target?.before ?? []).length === 0);
  const [has, takes] = fresh.length === 1 ? ['has', 'takes'] : ['have', 'take'];
  return {
    when: 'no adaptor runs',
    does: `put ${carriers} in the place of the TrafficSplits, and commit`,
    command,
    short: fresh.length === 0 ? 'commit' : `commit: ${splits(fresh.length)} ${takes} effect`,
    traffic:
      fresh.length === 0
        ? 'is split as the TrafficSplits say'
        : `${splits(fresh.length)} that ${has} no effect today ${takes} effect`,
  };
}

const gate: MigrationStep = {
  when: 'an adaptor runs',
  does: 'ask the cluster: with exit code 0 its TrafficSplits and the adaptor can go',
  command: auditCommand,
  short: 'exit 0: the adaptor can go',
  traffic: sameCommand,
};

function whileAdaptor({ tools = [], command = '' }: RunReport, drop: string): readonly MigrationStep[] {
  const when = 'an adaptor runs';
  const dropping = { when, command: drop, short: 'commit', traffic: sameCommand };
  if (!tools.includes('argocd'))
    return [{ ...dropping, does: 'put marked profiles in the place of the TrafficSplits, and commit' }];
  const does = 'put marked profiles beside the TrafficSplits, commit, and wait for the sync';
  return [
    { when, does, command: withMark(command), short: 'commit, wait for the sync', traffic: sameCommand },
    { ...dropping, does: 'take the TrafficSplits out, and commit: Argo CD prunes before it applies' },
  ];
}

/** The profile of an adaptor takes precedence over a route, so this needs more than one step (docs/httproute.md). */
function routes(): readonly MigrationStep[] {
  const does =
    'follow "How do I switch?" in docs/httproute.md: the profiles of the adaptor take precedence over routes';
  return [{ when: 'an adaptor runs', does, traffic: 'clients that stay busy go to the apex until they are restarted' }];
}

function deployed({ summary }: RunReport): readonly MigrationStep[] {
  if (summary.converted === 0) return [];
  const does = `deploy the profiles that smi2linkerd --skip-annotation makes of ${splits(summary.converted)}, then ask again`;
  return [{ does, traffic: `${sameCommand} while the adaptor runs` }];
}

function refusedSteps({ summary }: RunReport): readonly MigrationStep[] {
  if (summary.refused === 0) return [];
  const [verb, they] = summary.refused === 1 ? ['is', 'it splits'] : ['are', 'they split'];
  return [
    {
      does: `decide about ${splits(summary.refused)} that ${verb} refused (see the errors)`,
      traffic: `${they} only while an adaptor runs`,
    },
  ];
}

/** The steps for manifests that are rendered: their profiles are written when they are rendered. */
function rendered({ splits: all, tools = [] }: RunReport): readonly MigrationStep[] {
  const codes = new Set(all.flatMap((split) => split.codes));
  const found = renderers.filter(({ code, tool }) => codes.has(code) && (tool === undefined || tools.includes(tool)));
  return found.map(({ what, alone, argocd }) => {
    const how = tools.includes('argocd') ? argocd : tools.includes('flux') ? flux : alone;
    return { does: `convert what ${what}: ${how}`, traffic: `${sameCommand} until the TrafficSplits go` };
  });
}

const flux = 'render and convert in CI (docs/flux.md)';

const renderers = [
  {
    code: 'kustomize-rewrites',
    tool: undefined,
    what: 'Kustomize builds',
    alone: 'the function in transformers: of the outermost kustomization (docs/function.md)',
    argocd: 'plugin smi2linkerd-kustomize (docs/argocd.md)',
  },
  {
    code: 'template-skipped',
    tool: 'helm',
    what: 'Helm renders',
    alone: 'smi2linkerd as post-renderer (docs/gitops.md)',
    argocd: 'plugin smi2linkerd-helm (docs/argocd.md)',
  },
] as const;

function splits(number: number): string {
  return `${number} TrafficSplit${number === 1 ? '' : 's'}`;
}

/** The same command with --drop. */
function withDrop(command: string): string {
  return command.includes(' --write --drop') ? command : command.replace('--write', '--write --drop');
}

/** The same command with --skip-annotation. */
function withMark(command: string): string {
  const flags = /^smi2linkerd --write(?: --drop)?(?: --(?:no-)?skip-annotation)?/;
  return command.replace(flags, 'smi2linkerd --write --skip-annotation');
}

/**
 * The steps as lines of text, grouped by their conditions: each command, followed by what it does as a shell comment.
 * Empty if no command writes anything: then the findings say what to do.
 */
export function textOfSteps(report: RunReport): string {
  if (report.command === undefined) return '';
  const lines: string[] = [];
  let group: string | undefined = '';
  for (const { when, does, command, short } of migrationSteps(report)) {
    if (when !== group) lines.push(when === undefined ? 'first:' : `if ${when}:`);
    group = when;
    lines.push(command === undefined ? `  ${does}` : `  ${command}  # ${short ?? does}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
