import type { RunReport } from './model.ts';
import { noteOfPaths } from './shown-command.ts';
import { html } from './split-picture.ts';
import type { MigrationStep } from './migration-steps.ts';
import { migrationSteps } from './migration-steps.ts';

/** The steps of the migration: what comes first, and a column for each of what no manifest shows. Empty where there is none. */
export function stepsSection(report: RunReport): string {
  const steps = migrationSteps(report);
  if (steps.length === 0) return '';
  const note = noteOfPaths(steps.flatMap(({ command }) => command ?? []));
  const first = steps.filter(({ when }) => when === undefined);
  const whens = [...new Set(steps.flatMap(({ when }) => when ?? []))];
  const columns = whens.map(
    (when) => `<div><h3>If ${html(when)}</h3>${stepList(steps.filter((step) => step.when === when))}</div>`,
  );
  const ways = columns.length === 0 ? '' : `${question}<div class="ways">${columns.join('')}</div>`;
  return `<section aria-labelledby="steps"><h2 id="steps">Steps of the migration</h2>${note === '' ? '' : `<p>${note}.</p>`}${stepList(first)}${ways}</section>\n`;
}

const question =
  '<p>What comes next depends on whether an adaptor runs, which no manifest shows. This command lists it: <code>kubectl get deployments --all-namespaces --field-selector metadata.name=smi-adaptor</code>.</p>';

function stepList(steps: readonly MigrationStep[]): string {
  if (steps.length === 0) return '';
  return `<ol>${steps.map(stepItem).join('')}</ol>`;
}

function stepItem({ does, command, traffic }: MigrationStep): string {
  const run = command === undefined ? '' : `<pre tabindex="0"><code>${html(command)}</code></pre>`;
  return `<li>${html(capital(does))}.${run}<div class="soft">Traffic: ${html(traffic)}.</div></li>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
