import type { Conversion, Finding } from '../../src/index.ts';
import { explain } from '../../src/findings/explanation-text.ts';

/** An element with text; the text is never read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  className?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

/** Lists the findings, each with its fix and its explanation; `goTo` shows a place in the editor. */
export function showFindings({ findings }: Conversion, goTo: (line: number, column: number) => void): void {
  const list = document.getElementById('findings');
  const summary = document.getElementById('summary');
  if (list === null || summary === null) return;
  summary.textContent = findings.length === 0 ? 'Nothing to report.' : counted(findings);
  list.replaceChildren(...findings.map((finding) => itemOf(finding, goTo)));
}

function counted(findings: readonly Finding[]): string {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return (['error', 'warning', 'info'] as const)
    .map((severity) => [count(severity), severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${severity}${number === 1 || severity === 'info' ? '' : 's'}`)
    .join(', ');
}

function itemOf(finding: Finding, goTo: (line: number, column: number) => void): HTMLLIElement {
  const { code, severity, message, fix, line, column = 1 } = finding;
  const item = document.createElement('li');
  const head = document.createElement('div');
  head.append(make('span', severity, `severity ${severity}`), ` ${code}: ${message} `);
  if (line !== undefined) {
    const place = make('button', `line ${line}`, 'place');
    place.type = 'button';
    place.addEventListener('click', () => {
      goTo(line, column);
    });
    head.append(place);
  }
  const more = document.createElement('details');
  more.append(make('summary', `About ${code}`), make('pre', explain(code)));
  item.append(head, make('div', `Fix: ${fix}`), more);
  return item;
}
