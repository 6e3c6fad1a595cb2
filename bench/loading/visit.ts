import {setTimeout as pause} from 'node:timers/promises';
import type {Browser, Page} from 'playwright';
import {startTrace, untilShown} from './trace.js';

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
  /** ms of them for compiling and running scripts. */
  readonly script: number;
  /** Cumulative layout shift, until a second later. */
  readonly shift: number;
}

const PATIENCE = 60_000;

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
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', {rate: conditions.cpu});
  if (conditions.network)
    await session.send('Network.emulateNetworkConditions', {offline: false, ...conditions.network});
  await watch(page, address);
  const stop = await startTrace(browser);
  await page.goto(url, {waitUntil: 'commit'});
  // Asked once, not again and again, which would count among what the page does; and not by Playwright's own means: these
  // bring a script into the page that takes as long to compile as ours.
  const evaluate = async (expression: string) =>
    (await session.send('Runtime.evaluate', {expression, awaitPromise: true})).result.value as
      number | undefined;
  const shown = await Promise.race([evaluate('window.shown'), pause(PATIENCE, undefined, {ref: false})]);
  if (shown === undefined) throw new Error(`${url} did not show the address`);
  await pause(1000);
  const shift = (await evaluate('window.shift')) ?? NaN;
  const trace = await stop();
  await context.close();
  return {shown, ...untilShown(trace), shift};
}

/** Notes, in the page, when a frame with the address and the code has been drawn: it looks where something has changed, which costs next to nothing. */
const watch = (page: Page, address: string) =>
  // As text: what compiles this file may add helpers that the page has not.
  page.addInitScript(`
    let tell;
    window.shown = new Promise((resolve) => (tell = resolve));
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
    const rootOfCard = () => document.querySelector('calypso-invoice')?.shadowRoot;
    const other = () => document.querySelector('bc-payment');
    const isShown = () => {
      if (other()) return other().shadowRoot?.querySelector('bc-send-payment')?.shadowRoot?.querySelector('bci-button');
      const root = rootOfCard() ?? document.querySelector('main:not([hidden])');
      const text = root?.querySelector('[part=address], code')?.textContent.replace(/\\s/g, '');
      return text === ${JSON.stringify(address)} && root.querySelector('[part=qr] path[d], svg path[d]');
    };
    const everything = {subtree: true, childList: true, attributes: true, characterData: true};
    let isOver = false;
    const look = () => {
      if (isOver) return;
      if (rootOfCard()) observer.observe(rootOfCard(), everything);
      if (!isShown()) return;
      isOver = true;
      observer.disconnect();
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => tell(performance.mark('shown').startTime);
      requestAnimationFrame(() => drawn.port2.postMessage(null));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, everything);
    void customElements.whenDefined('calypso-invoice').then(look);
    // Others have their card deeper down.
    addEventListener('DOMContentLoaded', () => other() && setInterval(look, 16));`);
