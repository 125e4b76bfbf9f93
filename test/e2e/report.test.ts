import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trees } from '../cli/trees.ts';
import { profile, put, run, scratch, split } from './run.ts';
import { bundle, tool } from './tools.ts';

const program = tool('chromium', '--version');
const pictures = process.env.SMI2LINKERD_SCREENSHOTS;
const folder = scratch();
const [tree] = trees;

/** The page of a tree, as a file of its own. */
function pageOf(name: string, files: Readonly<Record<string, string>>): string {
  const tree = put(join(folder, name), files);
  const { stdout } = run(process.execPath, [bundle, '--check', '--format=html', '.'], { cwd: tree });
  put(folder, { [`${name}.html`]: stdout });
  return pathToFileURL(join(folder, `${name}.html`)).href;
}

const stale = `${split}---\n${profile.replace('"90"', '"80"')}`.replaceAll('web', 'api');
const few = {
  'k8s/web.yaml': split,
  'k8s/api.yaml': stale,
  'k8s/done.yaml': `${split}---\n${profile}`.replaceAll('web', 'done'),
  'k8s/bad.yaml': split.replace('90', '-90').replaceAll('web', 'bad').replaceAll('shop', 'pay'),
  'k8s/hostile.yaml': split.replace(
    'name: web',
    "name: '</script><script>alert(1)</script><img src=x onerror=alert(1)>'",
  ),
};

describe.skipIf(program === undefined)('the HTML report in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(program !== undefined && { executablePath: program }),
      args: ['--no-sandbox'],
    });
  });

  afterAll(async () => {
    await browser.close();
  });

  /** Opens a page; nothing may be asked for, said on the console or shown as a dialog. */
  async function visit(
    address: string,
    options: BrowserContextOptions,
    step: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    const [asked, said]: [string[], string[]] = [[], []];
    try {
      const page = await context.newPage();
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => {
        said.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(address);
      await step(page);
    } finally {
      await context.close();
    }
    expect([asked, said]).toEqual([[address], []]);
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `report-${name}.png`), fullPage: true });
  }

  test.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { colorScheme: 'light', viewport: { width: 360, height: 740 } }],
  ] as const)('%s: pleases axe, asks for nothing and runs nothing of a name', async (name, options) => {
    await visit(pageOf(`few-${name}`, few), options, async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await page.locator('.split').count()).toBe(5);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wide).toBeLessThanOrEqual(0);
      await picture(page, name);
    });
  });

  test('can be filtered with the keyboard', async () => {
    await visit(pageOf('filter', few), {}, async (page) => {
      await page.getByLabel('namespace').focus();
      await page.keyboard.type('pay');
      await expect.poll(() => page.locator('#shown').textContent()).toBe('1 of 5 TrafficSplits shown');
      await page.getByRole('button', { name: 'Show all' }).press('Enter');
      await expect.poll(() => page.locator('.split:visible').count()).toBe(5);
      await page.getByLabel('outcome').selectOption('up-to-date');
      await expect.poll(() => page.locator('.split:visible h3').allTextContents()).toEqual(['shop/done']);
    });
  });

  test('prints with all changes expanded', async () => {
    await visit(pageOf('printed', few), {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('.filter').isVisible()).toBe(false);
      expect(await page.locator('details pre').first().isVisible()).toBe(true);
      expect(await page.locator('details .plus').first().isVisible()).toBe(true);
      await picture(page, 'printed');
    });
  });

  test('keeps the rest of five thousand splits as data, and has all of them when it is asked for', async () => {
    const files = Array.from({ length: 5000 }, (_, at) => [`${at}.yaml`, split.replaceAll('web', `web${at}`)] as const);
    await visit(pageOf('many', Object.fromEntries(files)), {}, async (page) => {
      const [opened] = await page.evaluate<number[]>(
        "performance.getEntriesByType('navigation').map(({duration}) => Math.round(duration))",
      );
      console.info(`a page of 5,000 splits opened in ${String(opened)} ms`);
      expect(await page.locator('#shown').textContent()).toBe('5000 of 5000 TrafficSplits shown');
      await page.getByRole('searchbox').fill('web4999');
      await expect
        .poll(() => page.evaluate("document.querySelectorAll('script.rest').length"), {
          timeout: 120_000,
          interval: 500,
        })
        .toBe(0);
      expect(await page.locator('.split:not([hidden]) h3').allTextContents()).toEqual(['shop/web4999']);
      expect(await page.locator('.split, #changes details').count()).toBe(5000 + 5000);
      expect(await page.locator('#shown').textContent()).toBe('1 of 5000 TrafficSplits shown');
    });
  });

  test('is whole when it is printed, however long its lists are', async () => {
    const files = Array.from({ length: 450 }, (_, at) => [`${at}.yaml`, split.replaceAll('web', `web${at}`)] as const);
    await visit(pageOf('long', Object.fromEntries(files)), {}, async (page) => {
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('.split').count()).toBe(450);
      expect(await page.locator('#changes details[open] .plus').count()).toBeGreaterThan(450);
    });
  });

  test.skipIf(tree === undefined)('shows each split of real trees, and pleases axe', async () => {
    const { stdout } = run(process.execPath, [bundle, '--check', '--format=html', '-n', 'web', '.'], {
      cwd: dirname(tree ?? ''),
    });
    put(folder, { 'real.html': stdout });
    await visit(pathToFileURL(join(folder, 'real.html')).href, {}, async (page) => {
      const shown = /(\d+) of \1 TrafficSplits shown/.exec((await page.locator('#shown').textContent()) ?? '')?.[1];
      expect(await page.locator('.split').count()).toBe(Number(shown));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await picture(page, 'real');
    });
  });
});
