import type { Conversion } from '../../src/index.ts';
import { picturesOf } from '../../src/report/page-splits.ts';
import { make } from './findings.ts';

/** So many are drawn: a person looks at no more, and typing stays quick. */
const most = 50;

const words = {
  converted: 'converted',
  'up-to-date': 'up to date',
  'left-alone': 'left alone',
  refused: 'refused',
} as const;

type Split = Conversion['report']['splits'][number];

/** Draws the splits: where the traffic of each apex goes, now and as Linkerd will do it. The pictures are those of the report. */
export function showSplits({ report: { splits, options } }: Conversion): void {
  const carrier = options?.target === 'httproute' ? 'route' : 'profile';
  const section = document.getElementById('splits-section');
  const list = document.getElementById('splits');
  if (section === null || list === null) return;
  section.hidden = splits.length === 0;
  const more = splits.length > most ? [make('p', `…and ${splits.length - most} more`)] : [];
  list.replaceChildren(...splits.slice(0, most).map((split) => cardOf(split, carrier)), ...more);
}

function cardOf(split: Split, carrier: 'profile' | 'route'): HTMLElement {
  const { namespace, name, outcome, target } = split;
  const card = document.createElement('article');
  const head = make('h3', namespace === undefined ? name : `${namespace}/${name}`);
  head.append(' ', make('span', words[outcome], `badge ${outcome}`));
  const pictures = document.createElement('template');
  pictures.innerHTML = picturesOf(split, carrier); // every name in it is escaped
  card.append(head, pictures.content);
  if (target !== undefined) card.append(make('p', `${target.kind} ${target.name}`));
  return card;
}
