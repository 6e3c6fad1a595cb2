import {aTimeout, expect} from '@open-wc/testing';
import {eventually, notices, part, press, reaches, read, show, words} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, FINAL, INVOICES, invoice} from './support/invoices.js';
import {body, down, held, json, silence, status, type Answer} from './support/shop.js';
import {noChance, stub} from './support/stub.js';

/** What may come in place of an invoice, and how the error tells of it. */
const TROUBLES: Record<string, [answer: Answer, error: unknown]> = {
  'no network': [down, 'network'],
  'a body that breaks off': [
    () => new Response(new ReadableStream({pull: (stream) => stream.error(new TypeError('reset'))})),
    'network',
  ],
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 409, 410, 425, 429, 500, 502, 503, 504].map((code) => [
      `${code}`,
      [status(code), code],
    ]),
  ),
  'a bad gateway in HTML': [body('<html><h1>502 Bad Gateway</h1></html>', 502), 502],
  'a captive portal': [body('<!doctype html><title>Log in to Wi-Fi</title>'), 'invoice'],
  '204': [() => new Response(null, {status: 204}), 204],
  '304 that nobody asked for': [status(304), 304],
  'an empty body': [body(''), 'invoice'],
  'JSON that breaks off': [body('{"state":"COMPLETED","amo'), 'invoice'],
  null: [json(null), 'invoice'],
  'an array': [json([INVOICES.completed]), 'invoice'],
  'a string': [json('COMPLETED'), 'invoice'],
  'an empty object': [json({}), 'invoice.state'],
  'no state': [json(invoice({state: undefined})), 'invoice.state'],
  'a state that is no text': [json(invoice({state: {}})), 'invoice.state'],
  'an error in JSON': [json({type: 'about:blank', title: 'Bad gateway', status: 502}), 'invoice.state'],
};

describe('learning', () => {
  describe('properties', () => {
    it('asks `src` for JSON, past all caches, with no header of its own', async () => {
      const {shop} = await show(invoice(), {src: '/invoices/1?x=1'});
      expect(shop.last.url).to.equal(`${location.origin}/invoices/1?x=1`);
      expect([...shop.last.headers]).to.deep.equal([['accept', 'application/json']]);
      expect(shop.last.credentials).to.equal('same-origin');
    });

    it('`lastUpdated` is the time of the last good answer, by the payer’s clock', async () => {
      const before = Date.now();
      const {el, shop} = await show(invoice());
      const first = el.lastUpdated;
      expect(first).to.be.within(before, Date.now());
      await aTimeout(5);
      shop.answer = status(500);
      await read(el);
      expect(el.lastUpdated).to.equal(first);
      shop.answer = invoice();
      await read(el);
      expect(el.lastUpdated).to.be.above(first!);
    });

    it('304: what is known is still right', async () => {
      const {el, shop} = await show(json(invoice(), {ETag: '"1"'}));
      const first = el.lastUpdated;
      await aTimeout(5);
      shop.answer = status(304);
      await read(el);
      expect(shop.last.headers.get('If-None-Match')).to.equal('"1"');
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(errors()).to.deep.equal([]);
      expect(el.lastUpdated, 'a 304 is a good answer').to.be.above(first!);
      await read(el);
      expect(shop.last.headers.get('If-None-Match'), 'after a 304').to.equal('"1"');
    });

    it('sends no If-None-Match to another origin, which would ask for a preflight', async () => {
      const {el, shop} = await show(json(invoice(), {ETag: '"1"'}), {src: 'https://api.example/invoices/1'});
      await read(el);
      expect(shop.last.headers.has('If-None-Match')).to.equal(false);
    });

    it('takes no answer that was redirected to another origin', async () => {
      const elsewhere = () => {
        const response = Response.json(invoice());
        Object.defineProperties(response, {
          redirected: {value: true},
          url: {value: 'https://evil.example/invoices/1'},
        });
        return response;
      };
      const {el} = await show(elsewhere);
      expect(el.invoice).to.equal(null);
      expect(errors().length).to.equal(1);
    });

    for (const [header, retryIn] of [
      ['7', 7000],
      ['0', 200],
      ['86400', 60_000],
      ['1000000000', 60_000],
      ['-5', 200],
      ['NaN', 200],
      ['soon', 200],
      ['', 200],
    ] as const)
      it(`429 with Retry-After "${header}" waits ${retryIn} ms`, async () => {
        noChance();
        await show(status(429, {'Retry-After': header}));
        expect(events('calypso-error').map((event) => event.retryIn)).to.deep.equal([retryIn]);
      });

    it('Retry-After is honoured though the payer has just come back to the page', async () => {
      noChance();
      const {el, shop} = await show(invoice());
      shop.answer = status(503, {'Retry-After': '30'});
      dispatchEvent(new Event('focus'));
      await read(el);
      expect(events('calypso-error').map((event) => event.retryIn)).to.deep.equal([30_000]);
    });

    it('429 with a date waits until then, by the server’s clock', async () => {
      noChance();
      const headers = {'Retry-After': 'Fri, 02 Jan 2026 03:04:15 GMT', Date: 'Fri, 02 Jan 2026 03:04:05 GMT'};
      await show(status(429, headers));
      expect(events('calypso-error').map((event) => event.retryIn)).to.deep.equal([10_000]);
    });
  });

  describe('events', () => {
    for (const [name, [answer, error]] of Object.entries(TROUBLES))
      it(`after a good answer, ${name}: the last good view stays, with one error`, async () => {
        const {el, shop} = await show(invoice());
        shop.answer = answer;
        await read(el);
        await read(el);
        expect(el.view.kind).to.equal('awaiting');
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
        expect(el.matches(':state(stale)')).to.equal(true);
        expect(notices(el).join()).to.contain('No connection to the shop');
        expect(errors()).to.deep.equal([error]);
        expect(events('calypso-state-change').length).to.equal(1);

        shop.answer = INVOICES.detected;
        await read(el);
        expect(el.view.kind).to.equal('detected');
        expect(el.matches(':state(stale)')).to.equal(false);
        expect(notices(el)).to.deep.equal([]);
      });
  });

  describe('parts and states', () => {
    for (const [name, answer] of Object.entries({
      '404': status(404),
      '410': status(410),
      'an empty object': json({}),
      HTML: body('<h1>Hello'),
    })) {
      it(`${name} first: unavailable, with a button that works`, async () => {
        const {el, shop} = await show(answer);
        expect(el.view.kind).to.equal('unavailable');
        shop.answer = invoice();
        press(el, 'refresh');
        await reaches(el, 'awaiting');
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      });

      it(`${name} first: does not say that there is no connection, for there was an answer`, async () => {
        const {el} = await show(answer);
        expect(words(el)).not.to.contain('No connection');
      });
    }

    it('404 first: asks again by itself, slowly', async () => {
      await show(status(404));
      const [wait, ...more] = events('calypso-error').map(({retryIn}) => retryIn);
      expect(wait).to.be.within(10_000, 15_000); // less what the read itself took
      expect(more).to.deep.equal([]);
    });

    it('no invoice first: recovers by itself', async () => {
      noChance();
      const {el, shop} = await show(json({}));
      shop.answer = invoice();
      await reaches(el, 'awaiting');
    });

    for (const answer of [down, status(500), status(429)])
      it('never read and no answer: loading with a notice, and it recovers by itself', async () => {
        noChance();
        const {el, shop} = await show(answer);
        expect(el.view.kind).to.equal('loading');
        expect(notices(el).join()).to.contain('No connection');
        expect(errors().length).to.equal(1);
        shop.answer = invoice();
        await reaches(el, 'awaiting');
        expect(notices(el)).to.deep.equal([]);
      });

    it('one read fails, the next brings HTML, and still it reaches paid', async () => {
      noChance();
      const {el, shop} = await show(invoice());
      const script = [down, body('<h1>Oops'), status(500), INVOICES.paid];
      const answer = (signal: AbortSignal) => {
        const next = script.shift() ?? INVOICES.paid;
        return typeof next === 'function' ? next(signal) : Response.json(next);
      };
      shop.answer = answer;
      void el.refresh();
      await reaches(el, 'paid');
    });

    it('"Check now" asks at once', async () => {
      const {el, shop} = await show(invoice());
      shop.answer = INVOICES.detected;
      press(el, 'refresh');
      await reaches(el, 'detected');
    });
  });

  describe('lifecycle', () => {
    it('has one read under way at most, whoever asks', async () => {
      const {el, shop} = await show(invoice());
      const slow = held();
      shop.answer = slow.answer;
      const reads = shop.reads.length;
      void el.refresh();
      press(el, 'refresh');
      for (const type of ['focus', 'online', 'pageshow']) dispatchEvent(new Event(type));
      document.dispatchEvent(new Event('visibilitychange'));
      expect(shop.reads.length).to.equal(reads + 1);
      slow.release(INVOICES.paid);
      await reaches(el, 'paid');
    });

    for (const [target, type] of [
      [window, 'focus'],
      [window, 'pageshow'],
      [window, 'online'],
      [document, 'visibilitychange'],
    ] as const)
      it(`asks at once on ${type}`, async () => {
        const {shop} = await show(invoice());
        const reads = shop.reads.length;
        target.dispatchEvent(new Event(type));
        expect(shop.reads.length).to.equal(reads + 1);
      });

    for (const kind of FINAL)
      it(`${kind}: asks no more`, async () => {
        noChance();
        const {shop} = await show(INVOICES[kind], {redirect: 'none', pollInterval: 1000});
        dispatchEvent(new Event('focus'));
        await aTimeout(1100);
        expect(shop.reads.length).to.equal(1);
      });

    it('a final state takes no later answer', async () => {
      const {el, shop} = await show(INVOICES.completed, {redirect: 'none'});
      for (const kind of ['awaiting', 'declined', 'intervention'] as const) {
        shop.answer = INVOICES[kind];
        await read(el);
        expect(el.view.kind).to.equal('completed');
      }
      expect(events('calypso-state-change').length).to.equal(1);
    });

    it('a paid invoice is not awaited again by an older answer that comes late', async () => {
      const {el, shop} = await show(INVOICES.paid);
      for (const [answer, kind] of [
        ['awaiting', 'paid'],
        ['detected', 'paid'],
        ['completed', 'completed'],
      ] as const) {
        shop.answer = INVOICES[answer];
        await read(el);
        expect(el.view.kind).to.equal(kind);
      }
    });

    it('asks slowly while the page is hidden, and at once when it is looked at again', async () => {
      noChance();
      const {el, shop} = await show(invoice(), {pollInterval: 1000});
      stub(document, 'hidden', true);
      await read(el);
      const reads = shop.reads.length;
      dispatchEvent(new Event('focus'));
      await aTimeout(1100);
      expect(shop.reads.length).to.equal(reads);
      stub(document, 'hidden', false);
      document.dispatchEvent(new Event('visibilitychange'));
      expect(shop.reads.length).to.equal(reads + 1);
    });

    it('goes on asking while nothing is final', async () => {
      noChance();
      const {shop} = await show(INVOICES.unknown, {pollInterval: 1000});
      await eventually(() => shop.reads.length >= 3, 'stopped');
    });

    it('a first read that hangs leaves the skeleton, and can be given up', async () => {
      const {el, shop} = await show(silence);
      el.remove();
      expect(shop.last.signal.aborted).to.equal(true);
      expect(errors()).to.deep.equal([]);
    });
  });
});
