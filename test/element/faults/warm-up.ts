import {waitUntil} from '@open-wc/testing';
import {Life} from './life.js';

/** Loads the built element and the files that it loads by and by: on a clock that stands still nothing is loaded. */
export async function warmUp(): Promise<void> {
  await import(new URL('../../../dist/calypso-invoice.js', import.meta.url).href);
  const el = document.createElement('calypso-invoice');
  const asked: string[] = [];
  const life = new Life(Date.now(), Infinity, Math.random);
  const fetch = async (url: unknown) => {
    asked.push(String(url));
    return Response.json({...life.tell(0, Date.now()), eventsUrl: '/events'});
  };
  Object.assign(el, {src: '/invoices/own', fetch, redirect: 'none'});
  document.body.append(el);
  const isReady = () =>
    el.view.kind === 'awaiting' && !!el.view.address && asked.some((url) => url.endsWith('/events'));
  await waitUntil(isReady, 'the built element does not start', {timeout: 9000});
  el.remove();
}
