import type { Outcome } from '../convert.ts';
import type { ReportedFinding, RunReport, SplitReport, TargetReport } from './model.ts';
import { findingsList } from './page-parts.ts';
import { doneTest } from './run-parts.ts';
import type { BandPart } from './split-picture.ts';
import { html, splitPicture } from './split-picture.ts';
import { fileOf, findingsOf, inRepository, refusedText, sortedSplits } from './words.ts';

/** The splits as cards: those that need someone first. */
export function splitCards(report: RunReport, words: Record<Outcome, string>): readonly string[] {
  const about = findingsOf(report);
  const sorted = sortedSplits(report);
  const targets = new Map(report.repositories?.map(({ name, options }) => [name, options?.target]));
  const targetOfSplit = ({ repository }: SplitReport): string | undefined =>
    repository === undefined ? report.options?.target : targets.get(repository);
  const isMade = doneTest(report);
  const wordOf = (split: SplitReport): string =>
    split.outcome === 'converted' && isMade(split) ? 'converted' : words[split.outcome];
  return sorted.map((split) =>
    cardOf(split, about(split), wordOf(split), targetOfSplit(split) === 'httproute' ? 'route' : 'profile'),
  );
}

type Carrier = 'profile' | 'route';

function cardOf(split: SplitReport, findings: readonly ReportedFinding[], word: string, carrier: Carrier): string {
  const { namespace = '', name, outcome, repository = '', codes } = split;
  const { path = 'standard input', line } = fileOf(split);
  const place = inRepository(`${path}${line === undefined ? '' : `:${line}`}`, split);
  const full = namespace === '' ? name : `${namespace}/${name}`;
  const data = `data-namespace="${html(namespace)}" data-outcome="${outcome}" data-repository="${html(repository)}" data-codes="${html(codes.join(' '))}"`;
  return `<article class="split" ${data}><header><h3>${html(full)}</h3><span class="badge ${outcome}">${word}</span><span class="soft">${html(place)}</span></header>${picturesOf(split, carrier)}${saysState(findings) ? '' : carriersOf(split)}${findingsList(findings, split)}${refusedElsewhere(split, findings)}</article>`;
}

/** A split is also refused if what belongs to it cannot be read: that finding is about another file. */
function refusedElsewhere({ outcome }: SplitReport, findings: readonly ReportedFinding[]): string {
  if (outcome !== 'refused' || findings.some(({ severity }) => severity === 'error')) return '';
  return `<p class="soft">${refusedText}.</p>`;
}

/** What Linkerd does now, and what it will do; one picture if that is the same, or if nothing will change. */
export function picturesOf(split: SplitReport, carrier: Carrier): string {
  const { apex = split.name, outcome, target } = split;
  if (split.backends.length === 0) return '';
  const written = writtenParts(split, apex);
  const isUnsplit = split.codes.some((code) => unsplitCodes.has(code));
  if (split.kind === 'ServiceProfile') {
    // A ServiceProfile is in force as it is, whatever becomes of it.
    const caption = isUnsplit ? 'As the profile says, which is not in force' : 'As Linkerd does it';
    return `<div class="pictures">${figure(caption, apex, written)}</div>`;
  }
  const caption = isUnsplit ? `As its ${carrier} says, which is not in force` : 'As Linkerd does it';
  const figures =
    outcome === 'converted'
      ? [
          figure(
            target?.before === undefined ? 'Now, without an adaptor' : `Now, by the existing ${carrier}`,
            apex,
            nowOf(apex, target),
          ),
          figure('As Linkerd will do it', apex, written),
        ]
      : [
          figure(
            outcome === 'up-to-date' ? caption : `As the TrafficSplit says; there is no ${carrier} for it`,
            apex,
            written,
          ),
        ];
  return `<div class="pictures">${figures.join('')}</div>`;
}

/** Findings that say of a profile that it splits no traffic. */
const unsplitCodes: ReadonlySet<string> = new Set([
  'not-in-force',
  'apex-headless',
  'profile-invalid',
  'profile-namespace-mismatch',
  'profile-shadowed',
]);

/** The parts that the weights say. Where all are zero, Linkerd ignores the overrides, and no route is written. */
function writtenParts({ kind, backends }: SplitReport, apex: string): readonly BandPart[] {
  if (backends.every(({ weight }) => zero.test(weight))) return [{ name: apex, share: 100 }];
  return backends.map(({ service, share }) => ({
    name: kind === 'ServiceProfile' ? (service.split('.')[0] ?? service) : service,
    ...(share !== undefined && { share }),
  }));
}

/** A quantity of zero, whatever its suffix. */
const zero = /^[-+]?(?:0+(?:\.0*)?|\.0+)(?:[a-zA-Z]{0,2}|[eE][-+]?\d+)$/;

/** Linkerd sends all traffic to the apex if a profile has no overrides, or none with a weight above zero. */
function nowOf(apex: string, target: TargetReport | undefined): readonly BandPart[] {
  const before = target?.before ?? [];
  if (before.every(({ share }) => share === undefined)) return [{ name: apex, share: 100 }];
  return before.map(({ authority, share }) => ({
    name: authority.split('.')[0] ?? authority,
    ...(share !== undefined && { share }),
  }));
}

function figure(caption: string, apex: string, parts: readonly BandPart[]): string {
  return `<figure><figcaption>${html(caption)}</figcaption>${splitPicture(apex, parts)}</figure>`;
}

/** Whether a finding says already what there is of the target. */
function saysState(findings: readonly ReportedFinding[]): boolean {
  return findings.some(({ code }) => code === 'out-of-date');
}

const states: Record<TargetReport['state'], string> = {
  missing: 'is missing',
  different: 'exists, but differs',
  equal: 'exists and is up to date',
};

function carriersOf({ target, routes }: SplitReport): string {
  return (routes ?? (target === undefined ? [] : [target])).map(targetCard).join('');
}

function targetCard(target: TargetReport): string {
  const { kind, name, path, line, state, mark } = target;
  const place = path === '-' ? '' : ` (${path}${line === undefined ? '' : `:${line}`})`;
  const marked = mark === undefined ? '' : `, marked smi.linkerd.io/skip: ${JSON.stringify(mark)}`;
  return `<div>${html(kind)} <code>${html(name)}</code> ${states[state]}${html(place)}${html(marked)}.</div>`;
}
