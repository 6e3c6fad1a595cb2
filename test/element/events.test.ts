import {aTimeout, expect} from '@open-wc/testing';
import {
  InvoiceCopyEvent,
  InvoiceErrorEvent,
  InvoiceFormatError,
  InvoiceRedirectEvent,
  InvoiceRequestError,
  InvoiceStateChangeEvent,
} from '../../src/index.js';
import {place, press, read, show, showData} from './support/card.js';
import {errors, events, forget} from './support/events.js';
import {INVOICES, invoice} from './support/invoices.js';
import {body, down, json, status} from './support/shop.js';
import {clipboard, noChance} from './support/stub.js';

const changes = () => events('calypso-state-change').map(({previousState, state}) => [previousState, state]);

describe('events', () => {
  describe('properties', () => {
    it('calypso-state-change has the state, the one before and the invoice', async () => {
      const {el} = await show(invoice());
      const [event] = events('calypso-state-change');
      expect(event).to.be.instanceOf(InvoiceStateChangeEvent);
      expect(event?.state).to.equal('PENDING_PAYMENT');
      expect(event?.previousState).to.equal(null);
      expect(event?.invoice).to.equal(el.invoice);
      expect(event?.target).to.equal(el);
    });

    it('calypso-error has the error and the time until the next read', async () => {
      noChance();
      await show(status(503, {'Retry-After': '7'}));
      const [event] = events('calypso-error');
      expect(event).to.be.instanceOf(InvoiceErrorEvent);
      expect(event?.error).to.be.instanceOf(InvoiceRequestError);
      expect((event?.error as InvoiceRequestError).status).to.equal(503);
      expect(event?.retryIn).to.equal(7000);
    });

    it('calypso-error has a field where a body cannot be read', async () => {
      await show(json({state: 7}));
      const [event] = events('calypso-error');
      expect(event?.error).to.be.instanceOf(InvoiceFormatError);
      expect((event?.error as InvoiceFormatError).field).to.equal('invoice.state');
      expect(event?.retryIn).to.be.a('number');
    });

    it('calypso-error says null where nothing will be retried', async () => {
      await showData({});
      expect(events('calypso-error').map(({retryIn}) => retryIn)).to.deep.equal([null]);
    });

    it('calypso-copy and calypso-redirect are of their classes', async () => {
      clipboard();
      const {el} = await show(invoice());
      press(el, 'copy-amount');
      press(el, 'return-link');
      await aTimeout(0);
      expect(events('calypso-copy')[0]).to.be.instanceOf(InvoiceCopyEvent);
      expect(events('calypso-redirect')[0]).to.be.instanceOf(InvoiceRedirectEvent);
    });
  });

  describe('events', () => {
    it('each state once, with the one before it', async () => {
      const {el, shop} = await show(INVOICES.awaiting, {redirect: 'none'});
      for (const kind of ['detected', 'compliance', 'paid', 'completed'] as const) {
        shop.answer = INVOICES[kind];
        await read(el);
        await read(el);
      }
      expect(changes()).to.deep.equal([
        [null, 'PENDING_PAYMENT'],
        ['PENDING_PAYMENT', 'MEM_POOL_FOUND'],
        ['MEM_POOL_FOUND', 'PENDING_COMPLIANCE_CHECK'],
        ['PENDING_COMPLIANCE_CHECK', 'PAID'],
        ['PAID', 'COMPLETED'],
      ]);
    });

    it('a view that changes by time alone is no other state', async () => {
      const {el, shop} = await show(INVOICES.awaiting);
      shop.answer = INVOICES.expired;
      await read(el);
      expect(el.view.kind).to.equal('expired');
      expect(changes()).to.deep.equal([[null, 'PENDING_PAYMENT']]);
    });

    it('an unknown state is a state', async () => {
      const {el, shop} = await show(INVOICES.awaiting);
      shop.answer = INVOICES.unknown;
      await read(el);
      expect(changes().at(-1)).to.deep.equal(['PENDING_PAYMENT', 'AWAITING_MOONRISE']);
    });

    it('tell of the state when the card shows it already', async () => {
      const {el, shop} = await show(INVOICES.awaiting);
      let shown = '';
      el.addEventListener('calypso-state-change', () => (shown = el.shadowRoot?.textContent ?? ''));
      shop.answer = INVOICES.paid;
      await read(el);
      expect(shown).to.contain('The payment has arrived');
      expect(el.matches(':state(paid)')).to.equal(true);
    });

    it('all leave shadow roots, and only the redirect can be cancelled', async () => {
      clipboard();
      const {el, shop} = await show(invoice());
      const outer = document.createElement('div');
      document.body.append(outer);
      outer.attachShadow({mode: 'open'}).append(el);
      await read(el);
      forget();
      press(el, 'copy-amount');
      press(el, 'return-link');
      for (const answer of [status(500), INVOICES.paid]) {
        shop.answer = answer;
        await read(el);
      }
      outer.remove();
      for (const [type, cancelable] of [
        ['calypso-copy', false],
        ['calypso-redirect', true],
        ['calypso-error', false],
        ['calypso-state-change', false],
      ] as const) {
        const [event, ...more] = events(type);
        expect(event, type).to.include({bubbles: true, composed: true, cancelable});
        expect(more, type).to.deep.equal([]);
      }
    });

    for (const [name, answers, told] of [
      ['one kind of trouble is told once', [status(500), status(500), status(500)], [500]],
      ['a server that flaps is one trouble', [status(500), body('<p>Bad gateway', 502), status(503)], [500]],
      ['another kind is told, too', [status(500), down, status(429)], [500, 'network', 429]],
      ['bodies that are no invoice are one kind', [json({}), json([]), body('')], ['invoice.state']],
      ['after a good answer the same trouble is news', [status(500), invoice(), status(500)], [500, 500]],
    ] as const)
      it(`calypso-error: ${name}`, async () => {
        const {el, shop} = await show(invoice());
        for (const answer of answers) {
          shop.answer = answer;
          await read(el);
        }
        expect(errors()).to.deep.equal(told);
      });

    it('calypso-error: a field that cannot be used is told once', async () => {
      const {el} = await show(invoice({expiration: 'tomorrow'}));
      await read(el);
      await read(el);
      expect(errors()).to.deep.equal(['invoice.expiration']);
    });

    it('calypso-error: an address for `src` that is none is told as one of the documented errors', async () => {
      await place({src: 'http://['});
      await aTimeout(0);
      const [event, ...more] = events('calypso-error');
      expect(more).to.deep.equal([]);
      expect(event?.error).to.satisfy(
        (error: unknown) => error instanceof InvoiceRequestError || error instanceof InvoiceFormatError,
      );
    });
  });

  describe('lifecycle', () => {
    it('another `src` begins with null again', async () => {
      const {el, shop} = await show(INVOICES.awaiting);
      shop.answer = invoice({idempotencyKey: 'b'});
      el.src = '/invoices/2';
      await el.updateComplete;
      await read(el);
      expect(changes()).to.deep.equal([
        [null, 'PENDING_PAYMENT'],
        [null, 'PENDING_PAYMENT'],
      ]);
    });

    it('another invoice as data begins with null again', async () => {
      const el = await showData(invoice());
      el.invoice = invoice({idempotencyKey: 'b'});
      await el.updateComplete;
      el.invoice = invoice({idempotencyKey: 'c', state: 'PAID'});
      await el.updateComplete;
      expect(changes()).to.deep.equal([
        [null, 'PENDING_PAYMENT'],
        [null, 'PENDING_PAYMENT'],
        [null, 'PAID'],
      ]);
    });

    it('a card that was moved tells nothing twice', async () => {
      const {el} = await show(INVOICES.awaiting);
      document.body.append(el);
      await read(el);
      el.remove();
      expect(changes().length).to.equal(1);
    });
  });
});
