import type { RunReport } from './model.ts';
import { auditsIn, convertedIn, runPartsOf } from './run-parts.ts';
import { commandOfStep, noteOfPaths } from './shown-command.ts';
import { needsAdaptor } from './verdict.ts';
import { domainFlag, isAudit } from './words.ts';

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
function auditCommand(options: RunReport['options']): string {
  const objects = 'trafficsplits,serviceprofiles,services,namespaces';
  return `kubectl get ${objects} -A -o yaml | smi2linkerd --check --skip-annotation${domainFlag(options)} -`;
}

const sameTraffic = 'stays as it is';
const busyClients = 'clients that stay busy go to the apex until they are restarted';

/**
 * The steps that a repository needs, according to its report (docs/migration.md has those for all repositories). Empty
 * if nothing has to be written and nothing is refused.
 */
export function migrationSteps(report: RunReport): readonly MigrationStep[] {
  const { summary, options } = report;
  if (summary.converted === 0 && summary.refused === 0) return [];
  const command = report.command && commandOfStep(report.command);
  const steps = [...refusedSteps(report), ...rendered(report)];
  if (report.repositories !== undefined) return [...steps, ...ofRepositories(report)];
  if (isAudit(report)) return [...steps, ...deployed(report)];
  if (command === undefined) return steps;
  const drop = withDrop(command);
  const adaptor = options?.target === 'httproute' ? routes() : [...whileAdaptor(report, command), gate(report)];
  return [...steps, withoutAdaptor(report, drop), ...adaptor];
}

/** Each repository has a command of its own, and steps that depend on its options; an audit asks for profiles. */
function ofRepositories(report: RunReport): readonly MigrationStep[] {
  const ofFiles = runPartsOf(report).filter((part) => !isAudit(part.report));
  const number = ofFiles.reduce((sum, part) => sum + part.report.summary.converted - convertedIn(part.report), 0);
  const does = `convert ${splits(number)}: the command of each repository is above, its steps are in its own report`;
  const traffic = `${sameTraffic} where an adaptor runs; otherwise these TrafficSplits take effect`;
  const audits = auditsIn(report).flatMap((part) => deployed(part.report));
  const steps = new Map(audits.map((step) => [step.does, step]));
  return [...(number === 0 ? [] : [{ does, traffic }]), ...steps.values()];
}

function withoutAdaptor(report: RunReport, command: string): MigrationStep {
  const { splits: all, options } = report;
  const carriers = options?.target === 'httproute' ? 'routes' : 'profiles';
  if (replacesProfiles(report))
    return {
      when: 'no adaptor runs',
      does: `replace them by ${carriers}, commit, and restart the clients: see "How do I switch?" in docs/httproute.md`,
      command,
      short: 'commit, and restart the clients: see docs/httproute.md',
      traffic: busyClients,
    };
  const fresh = all.filter(({ outcome, target }) => outcome === 'converted' && (target?.before ?? []).length === 0);
  const [has, takes] = fresh.length === 1 ? ['has', 'takes'] : ['have', 'take'];
  return {
    when: 'no adaptor runs',
    does: `replace the TrafficSplits by ${carriers}, and commit`,
    command,
    short: fresh.length === 0 ? 'commit' : `commit: ${splits(fresh.length)} ${takes} effect`,
    traffic:
      fresh.length === 0
        ? 'is split as the TrafficSplits say'
        : `${splits(fresh.length)} that ${has} no effect today ${takes} effect`,
  };
}

/** Whether routes replace profiles that are in force. */
function replacesProfiles({ splits: all, diagnostics }: RunReport): boolean {
  const isConverted = all.some(({ kind, outcome }) => kind === 'ServiceProfile' && outcome === 'converted');
  return isConverted || diagnostics.some(({ code }) => code === 'profile-removed');
}

/** An audit does not see what writes TrafficSplits later: the kinds of such controllers are not in its command. */
function gate(report: RunReport): MigrationStep {
  const stays = needsAdaptor(report);
  return {
    when: 'an adaptor runs',
    does: `check the cluster: if the exit code is 0, its TrafficSplits ${stays ? 'of today can be removed, but not the adaptor' : 'and the adaptor can be removed'}`,
    command: auditCommand(report.options),
    short: stays ? 'exit 0: the TrafficSplits can go, not the adaptor' : 'exit 0: the adaptor can go',
    traffic: sameTraffic,
  };
}

/** An adaptor clears a profile without the mark once its TrafficSplit is gone. */
function whileAdaptor({ tools = [], options }: RunReport, command: string): readonly MigrationStep[] {
  const when = 'an adaptor runs';
  const dropping = { when, command: withDropAndMark(command), short: 'commit', traffic: sameTraffic };
  if (!tools.includes('argocd'))
    return [{ ...dropping, does: 'replace the TrafficSplits by marked profiles, and commit' }];
  const does = 'add marked profiles beside the TrafficSplits, commit, and wait for the sync';
  return [
    { when, does, command: withMark(command), short: 'commit, wait for the sync', traffic: sameTraffic },
    {
      when,
      does: 'check the cluster: if the exit code is 0, its TrafficSplits can be removed',
      command: auditCommand(options),
      short: 'exit 0: the TrafficSplits can go',
      traffic: sameTraffic,
    },
    { ...dropping, does: 'remove the TrafficSplits in a second commit, because Argo CD prunes before it applies' },
  ];
}

/** The profile of an adaptor takes precedence over a route, so this needs more than one step (docs/httproute.md). */
function routes(): readonly MigrationStep[] {
  const does =
    'follow "How do I switch?" in docs/httproute.md: the profiles of the adaptor take precedence over routes';
  return [{ when: 'an adaptor runs', does, traffic: busyClients }];
}

function deployed({ summary, options }: RunReport): readonly MigrationStep[] {
  if (summary.converted === 0) return [];
  const does = `deploy the profiles that smi2linkerd --skip-annotation${domainFlag(options)} makes of ${splits(summary.converted)}, then check again`;
  return [{ does, traffic: `${sameTraffic} while the adaptor runs` }];
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
    return { does: `convert what ${what}: ${how}`, traffic: `${sameTraffic} until the TrafficSplits go` };
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
    alone: 'smi2linkerd as post-renderer (examples/helm-post-renderer)',
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

/** What a command says of the TrafficSplits and of marks, in the order in which it is printed. */
const writeFlags = /^smi2linkerd --write(?: --drop)?(?: --(?:no-)?skip-annotation)?/;

/** The same command with --skip-annotation. */
function withMark(command: string): string {
  return command.replace(writeFlags, 'smi2linkerd --write --skip-annotation');
}

/** The same command with --drop, which marks the profiles unless the file of --config says otherwise. */
function withDropAndMark(command: string): string {
  return command.replace(writeFlags, (flags) => {
    const mark = flags.endsWith(' --skip-annotation') || command.includes(' --config ') ? ' --skip-annotation' : '';
    return `smi2linkerd --write --drop${mark}`;
  });
}

/**
 * The steps as lines of text, grouped by their conditions: each command, followed by what it does as a shell comment.
 * Empty if no command writes anything: then the findings say what to do.
 */
export function textOfSteps(report: RunReport): string {
  if (report.command === undefined) return '';
  const lines: string[] = [];
  let group: string | undefined = '';
  const steps = migrationSteps(report);
  for (const { when, does, command, short } of steps) {
    if (when !== group) lines.push(when === undefined ? 'first:' : `if ${when}:`);
    group = when;
    lines.push(command === undefined ? `  ${does}` : `  ${command}  # ${short ?? does}`);
  }
  const note = noteOfPaths(steps.flatMap(({ command }) => command ?? []));
  return [...lines, ...(note === '' ? [] : [note])].map((line) => `${line}\n`).join('');
}
