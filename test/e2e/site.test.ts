import { AxeBuilder } from '@axe-core/playwright';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { examples } from '../../site/src/examples.ts';
import { tool } from './tools.ts';

const program = tool('chromium', '--version');
const root = join(import.meta.dirname, '../..');
const pictures = process.env.SMI2LINKERD_SCREENSHOTS;

const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** The files of a folder on the loopback interface, read once. */
function serve(folder: string): Server {
  const files = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]));
  return createServer(({ url = '/' }, response) => {
    const name = url === '/' ? '/index.html' : url;
    const body = files.get(name);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${types[name.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`,
    });
    response.end(body);
  }).listen(0, '127.0.0.1');
}

describe.skipIf(program === undefined)('the playground in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smi2linkerd-site-'));
  let server: Server;
  let browser: Browser;
  let address = '';

  beforeAll(async () => {
    execFileSync(process.execPath, [
      '--input-type=module',
      '-e',
      `const { buildSite } = await import(${JSON.stringify(join(root, 'scripts/site.js'))}); await buildSite(${JSON.stringify(folder)});`,
    ]);
    server = serve(folder);
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({
      ...(program !== undefined && { executablePath: program }),
      args: ['--no-sandbox'],
    });
  });

  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page, runs a step in it, and holds that nothing was asked for elsewhere and nothing was said on the console. */
  async function visit(
    step: (page: Page, context: BrowserContext) => Promise<void>,
    { fragment = '', dark = false, start = address } = {},
  ): Promise<void> {
    const context = await browser.newContext({ colorScheme: dark ? 'dark' : 'light' });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => {
        said.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(start + fragment);
      await page.waitForSelector('html[data-ready]');
      await step(page, context);
      expect(said).toEqual([]);
      // The worker is a blob of the page itself.
      expect(new Set(asked.map((url) => url.replace(/#.*/, '').replace(/^(blob:).*/, '$1')))).toEqual(
        new Set([start, ...['style.css', 'playground.js'].map((name) => new URL(name, start).href), 'blob:']),
      );
    } finally {
      await context.close();
    }
  }

  /** The text of an editor, line by line; the editors draw all lines of short texts. */
  function textOf(page: Page, id: string): Promise<string> {
    return page.evaluate<string>(
      `[...document.getElementById('${id}').shadowRoot.querySelectorAll('.cm-line')]
        .filter((line) => line.closest('.cm-deletedChunk') === null).map((line) => line.textContent).join('\\n')`,
    );
  }

  async function type(page: Page, text: string): Promise<void> {
    const content = page.locator('#input .cm-content');
    await content.click();
    await page.keyboard.press('Control+A');
    // Chromium itself puts inline styles into what replaces a selection, which the policy of the page refuses.
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText(text);
    await page.waitForTimeout(400);
  }

  async function accessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }

  test.each(examples.map((example, index) => [example.title, index] as const))(
    'example “%s” shows what the library answers, and axe has no objection',
    async (_title, index) => {
      await visit(async (page) => {
        await page.selectOption('#example', String(index));
        await page.setViewportSize({ width: 1280, height: 1600 });
        await page.waitForTimeout(300);
        const { text, options } = examples[index] ?? { text: '', options: {} };
        const { files, findings, report } = convert([{ path: 'manifests.yaml', text }], options);
        expect((await textOf(page, 'result')).trimEnd()).toBe(files[0]?.text.trimEnd());
        expect(await page.locator('#findings > li').count()).toBe(findings.length);
        expect(await page.locator('#splits article h3').allTextContents()).toEqual(
          report.splits.map(
            ({ namespace, name, outcome }) => `${namespace ?? ''}/${name} ${outcome.replace('-', ' ')}`,
          ),
        );
        for (const { code } of findings) expect(await page.locator('#findings').textContent()).toContain(code);
        await accessible(page);
        if (pictures !== undefined)
          await page.screenshot({ path: join(pictures, `example-${index}.png`), fullPage: true });
      });
    },
  );

  test('typing converts, and an error is underlined and listed with its explanation', async () => {
    await visit(async (page) => {
      const text = examples[0]?.text.replace('weight: 500', 'weight: 50%') ?? '';
      await type(page, text);
      await page.waitForSelector('#findings >> text=invalid-weight');
      expect(await page.locator('#input .cm-lintRange-error').count()).toBe(1);
      await page.click('#findings summary');
      expect(await page.locator('#findings pre').textContent()).toContain('invalid-weight (error)');
      await page.click('#findings .place');
      expect(await page.evaluate('document.activeElement.id')).toBe('input');
    });
  });

  test('a page that is opened from a disk converts, too', async () => {
    await visit(
      async (page) => {
        expect(await textOf(page, 'result')).toContain('kind: ServiceProfile');
      },
      { start: pathToFileURL(join(folder, 'index.html')).href },
    );
  });

  test('while a large text is converted the page can be used, and the text that is typed then is what is shown', async () => {
    const split = (index: number): string => (examples[0]?.text ?? '').replaceAll('backend-svc', `backend-${index}`);
    const large = Array.from({ length: 3000 }, (_, index) => split(index)).join('---\n');
    await visit(async (page) => {
      await page.locator('#input .cm-content').click();
      await page.evaluate(`{
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', ${JSON.stringify(large)});
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.getElementById('input').shadowRoot.querySelector('.cm-content').dispatchEvent(event);
      }`);
      await page.waitForSelector('#status >> text=converting');
      await type(page, examples[0]?.text.replace('weight: 500', 'weight: 700') ?? '');
      await page.waitForSelector('#status >> text=converted');
      expect(await textOf(page, 'result')).toContain('weight: "700"');
      expect(await page.locator('#splits article').count()).toBe(1);
    });
  });

  test.each([
    ['has no workers', 'delete globalThis.Worker', 'worker-src blob:'],
    ['forbids workers of the page', '', "worker-src 'none'"],
  ])('a browser that %s is said to be the reason that nothing is converted', async (_name, before, policy) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.addInitScript(before);
      await page.route(address, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace('worker-src blob:', policy) });
      });
      await page.goto(address);
      await page.waitForSelector('#problem >> text=does not start the conversion', { timeout: 5000 });
      await page.waitForTimeout(400);
      expect(await page.locator('#status').textContent()).toBe('');
    } finally {
      await context.close();
    }
  });

  test('draws where the traffic of a split goes, now and as Linkerd will do it, and says it in words', async () => {
    await visit(async (page) => {
      const said = await page.evaluate<string[]>(
        "[...document.querySelectorAll('svg[role=img]')].map((one) => one.getAttribute('aria-label'))",
      );
      expect(said).toEqual(['backend-svc: backend-svc 100 %', 'backend-svc: backend-svc 50 %, failing-svc 50 %']);
      const share = (examples[0]?.text ?? '').replace('weight: 500', 'weight: 1500');
      await type(page, share);
      await page.waitForSelector('svg[aria-label="backend-svc: backend-svc 75 %, failing-svc 25 %"]');
      await type(page, 'kind: Nothing\n');
      expect(await page.locator('#splits-section').isVisible()).toBe(false);
    });
  });

  test('asks for ports where the target is a route, and makes the route of them', async () => {
    await visit(async (page) => {
      expect(await page.locator('#ports').isVisible()).toBe(false);
      await page.selectOption('#target', 'httproute');
      await page.waitForSelector('#findings >> text=ports-unknown');
      await page.fill('#ports', '8080');
      await page.waitForTimeout(400);
      expect(await textOf(page, 'result')).toContain('kind: HTTPRoute');
      expect(await textOf(page, 'result')).toContain('port: 8080');
    });
  });

  test('a wrong option shows a message, and the last result stays', async () => {
    await visit(async (page) => {
      await page.fill('#namespace', 'No Name!');
      await page.waitForTimeout(400);
      expect(await page.locator('#problem').textContent()).toContain('namespace');
      expect(await textOf(page, 'result')).toContain('kind: ServiceProfile');
    });
  });

  test('HTML in the input is shown as text', async () => {
    await visit(async (page) => {
      const hostile = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
      const text = `${examples[0]?.text ?? ''}  # ${hostile}\n---\napiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: "${hostile}"}\nspec: {service: "${hostile}", backends: []}\n`;
      await type(page, text);
      await page.waitForTimeout(200);
      expect(
        await page.locator('#findings img, #findings script, #result img, #splits img, #splits script').count(),
      ).toBe(0);
      expect(await page.locator('#splits article').count()).toBe(2);
      expect(await page.locator('#findings').textContent()).toContain('onerror=alert(1)');
    });
  });

  test('a link restores text and options, and a broken link restores nothing', async () => {
    let fragment = '';
    await visit(async (page) => {
      await type(page, 'kind: Nothing # ünï → 🎈\n');
      await page.check('#drop');
      await page.click('#share');
      await page.waitForSelector('#shared:not(:empty)');
      fragment = await page.evaluate<string>('location.hash');
      expect(await page.locator('#shared').textContent()).toContain('link');
    });
    await visit(
      async (page) => {
        expect(await textOf(page, 'input')).toContain('kind: Nothing # ünï → 🎈');
        expect(await page.isChecked('#drop')).toBe(true);
      },
      { fragment },
    );
    await visit(
      async (page) => {
        expect(await textOf(page, 'input')).toBe(examples[0]?.text);
        expect(await page.locator('#shared').textContent()).toContain('cannot be read');
        // Another link in the same tab: only the fragment changes.
        await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
        await page.waitForSelector('#status >> text=unchanged');
        expect(await textOf(page, 'input')).toContain('kind: Nothing # ünï → 🎈');
        expect(await page.isChecked('#drop')).toBe(true);
        expect(await page.locator('#shared').textContent()).toBe('');
      },
      { fragment: `${fragment.slice(0, -4)}AAAA` },
    );
  });

  test('a text that no link could restore gets none', async () => {
    await visit(async (page) => {
      await page.click('#share');
      await page.waitForSelector('#shared >> text=link is');
      const address = page.url();
      await type(page, `# ${'long '.repeat(200_000)}\n`);
      expect(await page.locator('#shared').textContent()).toBe('');
      await page.click('#share');
      await page.waitForSelector('#shared >> text=too long for a link');
      expect(page.url()).toBe(address);
    });
  });

  test('everything can be reached with the keyboard, and Tab leaves the editor', async () => {
    await visit(async (page) => {
      const reached: string[] = [];
      for (let step = 0; step < 14; step += 1) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate<string>('document.activeElement.id'));
      }
      for (const id of ['example', 'namespace', 'clusterDomain', 'drop', 'share', 'input', 'result'])
        expect(reached).toContain(id);
    });
  });

  test('is accessible in dark mode and on a narrow screen', async () => {
    await visit(
      async (page) => {
        await page.setViewportSize({ width: 400, height: 900 });
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        );
        await accessible(page);
        if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'dark-narrow.png'), fullPage: true });
      },
      { dark: true },
    );
  });
});
