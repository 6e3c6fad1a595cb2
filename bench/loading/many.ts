import {setTimeout as pause} from 'node:timers/promises';
import type {Browser} from 'playwright';

export interface Many {
  /** ms from navigation until the last card shows its address. */
  readonly shown: number;
  /** ms of the main thread until then. */
  readonly mainThread: number;
  /** kB of the page's heap, after a collection of garbage. */
  readonly heap: number;
}

const PATIENCE = 60_000;

/** Opens a page with so many cards. */
export async function visitMany(browser: Browser, url: string, count: number): Promise<Many> {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const metric = async (wanted: string) =>
    (await session.send('Performance.getMetrics')).metrics.find(({name}) => name === wanted)?.value ?? NaN;
  await page.goto(`${url}?count=${count}`, {waitUntil: 'commit'});
  const before = await metric('TaskDuration');
  const expression = `[...document.querySelectorAll('calypso-invoice')].every((it) => it.shadowRoot?.querySelector('[part=address]')) && performance.now()`;
  let shown: number | false = false;
  for (const end = Date.now() + PATIENCE; !shown; await pause(20)) {
    if (Date.now() > end) throw new Error(`${count} cards did not show their address`);
    shown = (await session.send('Runtime.evaluate', {expression})).result.value as number | false;
  }
  const mainThread = (await metric('TaskDuration')) - before;
  await session.send('HeapProfiler.collectGarbage');
  const heap = await metric('JSHeapUsedSize');
  await context.close();
  return {shown, mainThread: mainThread * 1000, heap: heap / 1024};
}
