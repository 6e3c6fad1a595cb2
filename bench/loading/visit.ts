import type {Browser, Page} from 'playwright';

export interface Conditions {
  readonly title: string;
  /** How many times slower the CPU is. */
  readonly cpu: number;
  /** As Chromium's developer tools have it; absent: that of this machine. */
  readonly network?: {
    readonly latency: number;
    readonly downloadThroughput: number;
    readonly uploadThroughput: number;
  };
}

/** A phone on a bad day; the network is what Chromium's tools call slow 3G (ms, bytes per second). */
export const SLOW_PHONE: Conditions = {
  title: '4× slower CPU, slow 3G',
  cpu: 4,
  network: {latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000},
};
export const THIS_MACHINE: Conditions = {title: 'this machine', cpu: 1};

export interface Visit {
  /** ms from navigation to the frame that has address and QR code. */
  readonly shown: number;
  /** ms of the main thread until then. */
  readonly mainThread: number;
  /** ms of them for scripts. */
  readonly script: number;
  /** Cumulative layout shift, until a second later. */
  readonly shift: number;
}

declare global {
  interface Window {
    shown?: number;
    shift: number;
  }
}

/** Comes to this page for the first time, with nothing in the cache. */
export async function visit(
  browser: Browser,
  url: string,
  address: string,
  conditions: Conditions,
): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', {rate: conditions.cpu});
  if (conditions.network)
    await session.send('Network.emulateNetworkConditions', {offline: false, ...conditions.network});
  await watch(page, address);
  await page.goto(url, {waitUntil: 'commit'});
  await page.waitForFunction(() => window.shown, undefined, {timeout: 60_000, polling: 50});
  const {metrics} = await session.send('Performance.getMetrics');
  const ms = (name: string) => (metrics.find((it) => it.name === name)?.value ?? 0) * 1000;
  const [mainThread, script] = [ms('TaskDuration'), ms('ScriptDuration')];
  await page.waitForTimeout(1000);
  const {shown = NaN, shift} = await page.evaluate(() => ({shown: window.shown, shift: window.shift}));
  await context.close();
  return {shown, mainThread, script, shift};
}

/** Notes, in the page, when a frame with the address and the code has been drawn; what it costs, it costs every page. */
const watch = (page: Page, address: string) =>
  page.addInitScript((wanted) => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.shift += (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: 'layout-shift', buffered: true});
    const isShown = () => {
      const card = document.querySelector('calypso-invoice');
      const root = card ? card.shadowRoot : document.querySelector('main:not([hidden])');
      const text = root?.querySelector('[part=address], code')?.textContent?.replace(/\s/g, '');
      return text === wanted && root?.querySelector('[part=qr] path[d], svg path[d]');
    };
    const look = () => {
      if (!isShown()) return requestAnimationFrame(look);
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => (window.shown = performance.now());
      return requestAnimationFrame(() => drawn.port2.postMessage(null));
    };
    requestAnimationFrame(look);
  }, address);
