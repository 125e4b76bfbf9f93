import type { RunReport } from './model.ts';

/** A step of the migration of a repository. */
export interface Step {
  /** When it is taken, where that depends on what no manifest shows. */
  readonly when?: string;
  readonly does: string;
  readonly command?: string;
  /** What happens to the traffic. */
  readonly traffic: string;
}

/** The command of the audit of a cluster, which is the gate before an adaptor goes. */
export const auditCommand =
  'kubectl get trafficsplits,serviceprofiles,services,namespaces -A -o yaml | smi2linkerd --check --skip-annotation -';

/**
 * The steps that a repository needs, from what was seen in it (docs/migration.md tells them for all). Empty where nothing
 * is left to write and nothing is refused.
 */
export function stepsOf(report: RunReport): readonly Step[] {
  const { summary, command } = report;
  if (summary.converted === 0 && summary.refused === 0) return [];
  const steps = [...refused(report), ...rendered(report)];
  if (command === undefined) return steps;
  const drop = withOption(command, '--drop');
  return [
    ...steps,
    ...whileAdaptor(report, drop),
    {
      when: 'no adaptor runs',
      does: 'put the profiles in the place of the TrafficSplits, and commit',
      command: drop,
      traffic: `${splits(summary.converted)} that split nothing today come into force when this is deployed`,
    },
    {
      when: 'an adaptor runs',
      does: 'ask the cluster whether every split has its profile; only then remove the adaptor',
      command: auditCommand,
      traffic: 'none of it changes',
    },
  ];
}

function whileAdaptor({ tools = [], command = '' }: RunReport, drop: string): readonly Step[] {
  const when = 'an adaptor runs';
  const traffic = 'none of it changes: an adaptor leaves marked profiles alone';
  if (!tools.includes('argocd'))
    return [
      { when, does: 'put marked profiles in the place of the TrafficSplits, and commit', command: drop, traffic },
    ];
  const beside = withOption(command, '--skip-annotation');
  return [
    {
      when,
      does: 'write marked profiles beside the TrafficSplits, commit, and wait for the sync',
      command: beside,
      traffic,
    },
    {
      when,
      does: 'then take the TrafficSplits out, and commit: Argo CD prunes before it applies',
      command: drop,
      traffic,
    },
  ];
}

function refused({ summary }: RunReport): readonly Step[] {
  if (summary.refused === 0) return [];
  const traffic = 'they split only while an adaptor runs that takes them';
  return [{ does: `decide about ${splits(summary.refused)} that cannot be converted: see the errors`, traffic }];
}

/** What is rendered has its profile made where it is rendered. */
function rendered({ splits: all }: RunReport): readonly Step[] {
  const codes = new Set(all.flatMap((split) => split.codes));
  const traffic = 'none of it changes until the TrafficSplits go';
  return [
    ...(codes.has('kustomize-rewrites')
      ? [{ does: 'put the function into transformers: of the outermost kustomization (docs/function.md)', traffic }]
      : []),
    ...(codes.has('template-skipped')
      ? [{ does: 'make smi2linkerd the post-renderer of the chart (docs/gitops.md)', traffic }]
      : []),
  ];
}

function splits(number: number): string {
  return `${number} TrafficSplit${number === 1 ? '' : 's'}`;
}

function withOption(command: string, option: string): string {
  return command.includes(` ${option}`) ? command : command.replace('--write', `--write ${option}`);
}

/** The steps as lines of text. */
export function textOfSteps(report: RunReport): string {
  const steps = stepsOf(report);
  if (steps.length === 0) return '';
  const lines = steps.map(({ when, does, command, traffic }) => {
    const head = `  - ${when === undefined ? '' : `where ${when}: `}${does}\n`;
    return `${head}${command === undefined ? '' : `      ${command}\n`}    traffic: ${traffic}\n`;
  });
  return `steps of the migration:\n${lines.join('')}`;
}
