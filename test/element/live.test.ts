import {aTimeout, expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {eventually, notices, part, place, reaches, read} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, INVOICES, invoice, type Json} from './support/invoices.js';
import {held} from './support/shop.js';
import {stub} from './support/stub.js';

const EVENTS = '/invoices/1/events';

/** A shop that pushes: answers reads, and streams what the test says. */
class PushingShop {
  reads = 0;
  streams: {signal: AbortSignal; say(text: string): void; end(): void}[] = [];
  answer: Json;
  /** What connections to the stream are answered with, in place of a stream. */
  refusal: (() => Response) | undefined;

  constructor(answer: Json) {
    this.answer = answer;
  }

  readonly fetch = async (url: unknown, {signal}: RequestInit = {}): Promise<Response> => {
    if (!String(url).endsWith(EVENTS)) {
      this.reads++;
      return Response.json({...this.answer, eventsUrl: EVENTS});
    }
    if (this.refusal) return this.refusal();
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({start: (started) => void (controller = started)});
    this.streams.push({
      signal: signal!,
      say: (text) => controller?.enqueue(new TextEncoder().encode(text)),
      end: () => controller?.close(),
    });
    return new Response(body, {headers: {'Content-Type': 'text/event-stream'}});
  };

  async push(answer: Json): Promise<void> {
    await eventually(() => this.streams.length > 0, 'nobody listens');
    this.answer = answer;
    this.streams.at(-1)?.say(`event: invoice\ndata: ${JSON.stringify({...answer, eventsUrl: EVENTS})}\n\n`);
  }
}

async function showPushed(answer: Json = invoice()): Promise<{el: CalypsoInvoiceElement; shop: PushingShop}> {
  const shop = new PushingShop(answer);
  const el = await place({src: '/invoices/1', fetch: shop.fetch, pollInterval: 1000, redirect: 'none'});
  await read(el);
  return {el, shop};
}

describe('live', () => {
  it('listens with the credentials that it reads with, whatever the attribute says', async () => {
    const asked: unknown[] = [];
    const shop = new PushingShop(invoice());
    const fetch: typeof globalThis.fetch = (url, init) => {
      asked.push(init?.credentials);
      return shop.fetch(url, init);
    };
    await place({src: '/invoices/1', fetch, credentials: 'banana' as RequestCredentials});
    await eventually(() => shop.streams.length > 0, 'nobody listens');
    expect(asked).to.deep.equal(['same-origin', 'same-origin']);
  });

  it('shows what is pushed at once, without a read', async () => {
    const {el, shop} = await showPushed();
    await shop.push(invoice());
    await aTimeout(0);
    const {reads} = shop;
    await shop.push(INVOICES.detected);
    await reaches(el, 'detected');
    expect(shop.reads).to.equal(reads);
    expect(part(el, 'address')).to.equal(null);
  });

  it('while it is told, it reads seldom', async () => {
    const {shop} = await showPushed();
    await shop.push(invoice());
    await aTimeout(0);
    const {reads} = shop;
    await aTimeout(2500);
    expect(shop.reads).to.equal(reads);
  });

  it('where the stream ends, reading goes on as before, and it listens again', async () => {
    const {el, shop} = await showPushed();
    await shop.push(invoice());
    await aTimeout(0);
    const {reads} = shop;
    shop.streams.at(-1)?.end();
    await eventually(() => shop.reads > reads, 'reads no more');
    await eventually(() => shop.streams.length > 1, 'does not listen again');
    await shop.push(INVOICES.paid);
    await reaches(el, 'paid');
  });

  for (const [what, refusal] of [
    ['502', () => new Response('<h1>Bad gateway</h1>', {status: 502})],
    ['204', () => new Response(null, {status: 204})],
    ['a page', () => new Response('<h1>Hello</h1>', {headers: {'Content-Type': 'text/html'}})],
  ] as const)
    it(`a stream that is answered with ${what} costs nothing but the stream`, async () => {
      const shop = new PushingShop(invoice());
      shop.refusal = refusal;
      const el = await place({src: '/invoices/1', fetch: shop.fetch, pollInterval: 1000, redirect: 'none'});
      await read(el);
      shop.answer = INVOICES.detected;
      await reaches(el, 'detected');
      expect(notices(el)).to.deep.equal([]);
    });

  it('ends with the invoice: a final state closes the stream', async () => {
    const {el, shop} = await showPushed();
    await shop.push(INVOICES.declined);
    await reaches(el, 'declined');
    expect(shop.streams.at(-1)?.signal.aborted).to.equal(true);
    const {reads} = shop;
    await aTimeout(1500);
    expect(shop.reads).to.equal(reads);
    expect(shop.streams.length).to.equal(1);
  });

  it('ends with the element, and with its src', async () => {
    const {el, shop} = await showPushed();
    await shop.push(invoice());
    el.src = '/invoices/2';
    await el.updateComplete;
    expect(shop.streams[0]?.signal.aborted).to.equal(true);
    await read(el);
    await eventually(() => shop.streams.length === 2, 'does not follow the other invoice');
    el.remove();
    expect(shop.streams[1]?.signal.aborted).to.equal(true);
  });

  it('what is pushed is believed no more than what is read', async () => {
    const {el, shop} = await showPushed();
    await eventually(() => shop.streams.length > 0, 'nobody listens');
    for (const data of ['{', '[]', '{"state":7}', '{"state":"PAID","idempotencyKey":"another"}'])
      shop.streams[0]?.say(`event: invoice\ndata: ${data}\n\n`);
    shop.streams[0]?.say('event: other\ndata: {"state":"PAID"}\n\n');
    await eventually(() => errors().length >= 4, 'takes it without a word');
    expect(el.view.kind).to.equal('awaiting');
    expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
    expect(events('calypso-state-change').length).to.equal(1);
  });

  it('a read that was begun before something was pushed does not take it back', async () => {
    const {el, shop} = await showPushed();
    await shop.push(invoice());
    await aTimeout(0);
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => (answer = resolve));
    const {fetch} = shop;
    el.fetch = async (url, init) => (String(url).endsWith(EVENTS) ? fetch(url, init) : late);
    const refreshed = el.refresh();
    await aTimeout(0);
    await shop.push(INVOICES.detected);
    await reaches(el, 'detected');
    answer(Response.json(invoice()));
    await refreshed;
    expect(el.view.kind).to.equal('detected');
  });

  it('a read that was overtaken is not told to other tabs', async () => {
    const shop = new PushingShop(invoice());
    const late = held();
    let isLate = false;
    stub(globalThis, 'fetch', async (url: unknown, init?: RequestInit) =>
      String(url).endsWith(EVENTS) ? shop.fetch(url, init) : isLate ? late.answer() : shop.fetch(url, init),
    );
    const el = await place({src: '/invoices/1', redirect: 'none'});
    await shop.push(invoice());
    const heard: unknown[] = [];
    const channel = new BroadcastChannel(`calypso-invoice ${new URL('/invoices/1', location.href).href}`);
    channel.onmessage = ({data}: MessageEvent<string>) => heard.push((JSON.parse(data) as Json)['state']);
    isLate = true;
    const refreshed = el.refresh();
    await aTimeout(0);
    await shop.push(INVOICES.detected);
    await reaches(el, 'detected');
    late.release(invoice());
    await refreshed;
    await aTimeout(100);
    channel.close();
    expect(heard).to.include('MEM_POOL_FOUND');
    expect(heard.at(-1)).to.equal('MEM_POOL_FOUND');
  });

  it('an address does not come back on hearsay: it is read first', async () => {
    const {el, shop} = await showPushed(INVOICES.detected);
    await eventually(() => shop.streams.length > 0, 'nobody listens');
    const {reads} = shop;
    shop.streams[0]?.say(`event: invoice\ndata: ${JSON.stringify(invoice())}\n\n`);
    await eventually(() => shop.reads > reads, 'does not ask');
    await el.updateComplete;
    expect(el.view.kind).to.equal('detected');
    expect(part(el, 'address')).to.equal(null);
  });

  for (const eventsUrl of [
    'https://elsewhere.example/events',
    'javascript:alert(1)',
    'http://',
    '//x.example/e',
  ])
    it(`listens only where it reads: not at ${eventsUrl}`, async () => {
      const urls: string[] = [];
      const el = await place({
        src: '/invoices/1',
        fetch: async (url: unknown) => {
          urls.push(String(url));
          return Response.json({...invoice(), eventsUrl});
        },
      });
      await read(el);
      await aTimeout(300);
      expect(urls.every((url) => url === new URL('/invoices/1', location.href).href)).to.equal(true);
      el.remove();
    });
});
