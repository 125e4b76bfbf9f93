import { describe, expect, test } from 'vitest';
import { htmlForm } from '../../src/report/html.ts';
import { findingsList } from '../../src/report/page-parts.ts';
import { picturesOf } from '../../src/report/page-splits.ts';
import { check, finding, split } from './models.ts';

describe('the page of a report', () => {
  const target = {
    kind: 'ServiceProfile',
    name: 'web.shop.svc.cluster.local',
    path: 'p.yaml',
    state: 'different',
  } as const;

  test('shows that the apex gets everything where a profile has no override with a share', () => {
    const before = [{ authority: 'old.shop', weight: '0' }];
    const text = picturesOf(split('web', { target: { ...target, before } }), 'profile');
    expect(text).toContain('aria-label="web: web 100');
    expect(text).not.toContain('old');
  });

  test('shows what the overrides of a profile do', () => {
    const before = [{ authority: 'old.shop', weight: '1', share: 100 }];
    expect(picturesOf(split('web', { target: { ...target, before } }), 'profile')).toContain(
      'aria-label="web: old 100',
    );
  });

  test.each<[string, readonly string[], string, string]>([
    ['the apex alone where all weights are zero', ['0', '0m', '+0.0', '0e3'], 'profile', 'web: web 100 %'],
    ['no shares where a weight is not known', ['0', 'x'], 'profile', 'web: v0 ?, v1 ?'],
    ['the apex alone where no route is written', ['0', '0'], 'route', 'web: web 100 %'],
  ])('shows %s', (_, weights, carrier, label) => {
    const backends = weights.map((weight, at) => ({ service: `v${at}`, weight }));
    const pictures = picturesOf(split('web', { outcome: 'up-to-date', backends }), carrier as 'profile');
    expect(pictures).toContain(`aria-label="${label}"`);
  });

  test.each<[string, readonly string[], string]>([
    ['as Linkerd does it', [], 'As Linkerd does it'],
    [
      'as what its profile says where that is not in force',
      ['not-in-force'],
      'As its profile says, which is not in force',
    ],
    [
      'as what its profile says where the apex is headless',
      ['apex-headless'],
      'As its profile says, which is not in force',
    ],
  ])('shows a split that is up to date %s', (_, codes, caption) => {
    expect(picturesOf(split('web', { outcome: 'up-to-date', codes }), 'profile')).toContain(
      `<figcaption>${caption}</figcaption>`,
    );
  });

  test('shows a profile that is refused as it is in force, or is not', () => {
    const own = (codes: readonly string[]): string =>
      picturesOf(split('web', { kind: 'ServiceProfile', outcome: 'refused', codes }), 'route');
    expect(own([])).toContain('<figcaption>As Linkerd does it</figcaption>');
    expect(own(['apex-headless'])).toContain('<figcaption>As the profile says, which is not in force</figcaption>');
  });

  test('does not repeat the stream below a split that is in it', () => {
    const stream = { path: '-' };
    const shown = (path: string): string =>
      findingsList([finding('web', { ...stream, severity: 'error' })], split('web', { path }));
    expect(shown('-')).not.toContain('standard input');
    expect(shown('web.yaml')).toContain('standard input');
  });

  test('lists what was not read without anything between', () => {
    const problems = ['a', 'b'].map((path) => ({ path, message: 'cannot be read' }));
    const text = htmlForm(check({ problems }));
    expect(text).toMatch(/<ul class="error"><li>.*a.*cannot be read.*<\/li><li>.*b.*cannot be read.*<\/li><\/ul>/);
  });

  test.each<[string, 'error' | 'warning', boolean]>([
    ['an error says why', 'error', false],
    ['no finding of its own is an error', 'warning', true],
  ])('says that a refused split has another reason where %s', (_, severity, isSaid) => {
    const splits = [split('web', { outcome: 'refused' })];
    const refused = htmlForm(check({ splits, diagnostics: [finding('web', { severity })] }));
    const without = htmlForm(check({ splits, diagnostics: [] }));
    const soft = (text: string): number => text.split('<p class="soft">').length;
    expect(soft(refused) === soft(without)).toBe(isSaid);
  });
});
