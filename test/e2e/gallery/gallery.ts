import {fileURLToPath} from 'node:url';
import {test as base, expect, type Browser, type Page} from '@playwright/test';
import {queryOf, type Picture} from '../../../demo/gallery/picture.js';
import {NOW} from '../../../demo/gallery/fixtures.js';
import {listen} from '../../../demo/server/listen.js';
import {SECURITY_HEADERS} from '../../../demo/server/security.js';
import {readStaticFiles} from '../../../demo/server/static-files.js';

const PAGES = fileURLToPath(new URL('../../../demo/dist', import.meta.url));
/** One picture has a logo that is not there. */
const EXPECTED = '/no-such-logo.svg';

interface Fixtures {
  /** Whether time goes on. Where it stands still, what a card says of it is the same in every picture. */
  readonly ticking: boolean;
  /** A page that many pictures are looked at in: the gallery keeps nothing from one to the next. */
  readonly gallery: Gallery;
}

interface WorkerFixtures {
  readonly origin: string;
  /** The page of this worker, with time or without, opened when it is first asked for. */
  readonly galleryOf: (ticking: boolean) => Promise<Gallery>;
}

/** The built gallery over real HTTP with the demo's own headers, and nothing behind it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  ticking: [false, {option: true}],
  // Higher than a card: what is above the fold is not what is tested.
  viewport: {width: 1280, height: 1600},
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
  galleryOf: [
    async ({browser, origin}, use) => {
      const opened = new Map<boolean, Promise<Gallery>>();
      await use((ticking) => {
        const gallery = opened.get(ticking) ?? Gallery.open(browser, origin, ticking);
        opened.set(ticking, gallery);
        return gallery;
      });
      for (const gallery of opened.values()) await (await gallery).page.context().close();
    },
    {scope: 'worker'},
  ],
  gallery: async ({galleryOf, ticking, viewport}, use) => {
    const gallery = await galleryOf(ticking);
    const {page, faults} = gallery;
    await page.context().setOffline(false);
    await page.emulateMedia({forcedColors: 'none'});
    if (viewport) await page.setViewportSize(viewport);
    await use(gallery);
    expect(faults.splice(0)).toEqual([]);
  },
});

export class Gallery {
  /** Console and page errors, violations of the policy, requests to other origins. */
  readonly faults: string[] = [];
  readonly page: Page;

  static async open(browser: Browser, origin: string, ticking: boolean): Promise<Gallery> {
    const context = await browser.newContext({baseURL: origin, locale: 'en-GB'});
    const page = await context.newPage();
    if (!ticking) {
      await page.clock.install({time: NOW});
      await page.clock.pauseAt(Date.parse(NOW) + 1000);
    }
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
