import {fileURLToPath} from 'node:url';
import {test as base, expect, type BrowserContextOptions, type Page} from '@playwright/test';
import {queryOf, type Picture} from '../../../demo/gallery/picture.js';
import {NOW} from '../../../demo/gallery/fixtures.js';
import {listen} from '../../../demo/server/listen.js';
import {SECURITY_HEADERS} from '../../../demo/server/security.js';
import {readStaticFiles} from '../../../demo/server/static-files.js';

const PAGES = fileURLToPath(new URL('../../../demo/dist', import.meta.url));
/** One picture has a logo that is not there. */
const EXPECTED = '/no-such-logo.svg';

interface Fixtures {
  /** A page that many pictures are looked at in: the gallery keeps nothing from one to the next. */
  readonly gallery: Gallery;
}

/** The built gallery over real HTTP with the demo's own headers, and nothing behind it. */
export const test = base.extend<Fixtures, {origin: string; opened: Gallery}>({
  // Grey and unhinted text differs least from machine to machine, and makes the smallest pictures.
  launchOptions: [
    async ({launchOptions}, use) => {
      const args = [...(launchOptions.args ?? []), '--disable-lcd-text', '--font-render-hinting=none'];
      await use({...launchOptions, args});
    },
    {scope: 'worker'},
  ],
  origin: [
    async ({}, use) => {
      const files = await readStaticFiles(PAGES);
      const fetch = async (request: Request) => {
        const response = files(new URL(request.url).pathname) ?? new Response(null, {status: 404});
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
        return response;
      };
      const server = await listen(fetch, 0);
      await use(`http://localhost:${server.port}`);
      await server.close();
    },
    {scope: 'worker'},
  ],
  opened: [
    async ({browser, origin}, use) => {
      const gallery = await Gallery.open(origin, (options) => browser.newContext(options));
      await use(gallery);
      await gallery.page.context().close();
    },
    {scope: 'worker'},
  ],
  gallery: async ({opened}, use) => {
    await opened.page.context().setOffline(false);
    await opened.page.emulateMedia({forcedColors: 'none'});
    await use(opened);
    expect(opened.faults.splice(0)).toEqual([]);
  },
});

type NewContext = (
  options: BrowserContextOptions,
) => ReturnType<import('@playwright/test').Browser['newContext']>;

export class Gallery {
  /** Console and page errors, violations of the policy, requests to other origins. */
  readonly faults: string[] = [];
  readonly page: Page;

  static async open(origin: string, newContext: NewContext): Promise<Gallery> {
    const context = await newContext({
      baseURL: origin,
      locale: 'en-GB',
      viewport: {width: 1280, height: 1600},
    });
    const page = await context.newPage();
    // Time stands still: what a card says of it is the same in every picture.
    await page.clock.install({time: NOW});
    await page.clock.pauseAt(Date.parse(NOW) + 1000);
    return new Gallery(page, origin);
  }

  constructor(page: Page, origin: string) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith(EXPECTED))
        this.faults.push(message.text());
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.origin !== origin) this.faults.push(`request to ${url.origin}`);
    });
  }

  /** Shows a picture, once nothing in it will change. */
  async show(picture: Partial<Picture>): Promise<void> {
    await this.page.goto(`/demo/gallery.html?${queryOf(picture)}`);
    await expect(this.page.locator('#wall')).toHaveAttribute('aria-busy', 'false');
  }

  get card() {
    return this.page.locator('calypso-invoice');
  }
}

export {expect};
