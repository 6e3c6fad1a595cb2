import {aTimeout, expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {eventually, part, press, read, show, showData, words} from './support/card.js';
import {events, eventTypes} from './support/events.js';
import {FINAL, INVOICES, invoice, KINDS, RETURN_URL} from './support/invoices.js';
import {status} from './support/shop.js';
import {stub} from './support/stub.js';

const redirects = () => events('calypso-redirect').map(({url, paymentStatus}) => [url, paymentStatus]);
const left = () => eventually(() => redirects().length > 0, 'it stayed');

const STATUS = {completed: 'SUCCESS', declined: 'FAILED', archived: 'FAILED'} as const;
const WITH_STATUS = (status: string) =>
  `https://shop.example/return?order=1042&paymentStatus=${status}#thanks`;

/** URLs that must not be followed, and why. */
const REFUSED: Record<string, string> = {
  script: 'javascript:alert(1)',
  'script in disguise': 'JaVaScRiPt:alert(1)//https://shop.example',
  'script with a control in it': 'java\nscript:alert(1)',
  'script after a control': '\u0001javascript:alert(1)',
  data: 'data:text/html,<script>alert(1)</script>',
  vbscript: 'vbscript:msgbox(1)',
  blob: 'blob:https://shop.example/1be6a518',
  file: 'file:///etc/passwd',
  'relative path': '/return',
  'protocol-relative': '//evil.example/',
  'no slashes': 'https:evil.example',
  credentials: 'https://shop.example@evil.example/',
  backslashes: 'https:\\\\evil.example',
  'bidi control': 'https://shop.example/\u202egnp.moc',
  'zero-width space': 'https://shop\u200b.example/',
  'too long': `https://shop.example/${'a'.repeat(2048)}`,
};

describe('redirect', () => {
  describe('properties', () => {
    for (const kind of FINAL)
      it(`${kind}: leaves with paymentStatus=${STATUS[kind]}, query and fragment kept`, async () => {
        await show(INVOICES[kind], {redirectDelay: 0});
        await left();
        expect(redirects()).to.deep.equal([[WITH_STATUS(STATUS[kind]), STATUS[kind]]]);
      });

    for (const [returnUrl, expected] of [
      ['https://shop.example', 'https://shop.example/?paymentStatus=SUCCESS'],
      ['https://shop.example/r?paymentStatus=FAILED', 'https://shop.example/r?paymentStatus=SUCCESS'],
      [
        'https://shop.example/r?paymentStatus=A&paymentStatus=B&x=1',
        'https://shop.example/r?paymentStatus=SUCCESS&x=1',
      ],
      ['http://localhost:8080/r#a?b', 'http://localhost:8080/r?paymentStatus=SUCCESS#a?b'],
      [
        'https://shop.example/r?q=a%20b&u=%E2%82%AC',
        'https://shop.example/r?q=a+b&u=%E2%82%AC&paymentStatus=SUCCESS',
      ],
    ] as const)
      it(`${returnUrl} becomes ${expected}`, async () => {
        await show(invoice({state: 'COMPLETED', returnUrl}), {redirectDelay: 0});
        await left();
        expect(redirects()[0]?.[0]).to.equal(expected);
      });

    for (const kind of KINDS.filter((kind) => !(kind in STATUS)).filter((kind) => kind in INVOICES))
      it(`${kind}: never leaves by itself; the payer's own return is bare`, async () => {
        const {el} = await show(INVOICES[kind as keyof typeof INVOICES], {redirectDelay: 0});
        await aTimeout(20);
        expect(redirects()).to.deep.equal([]);
        expect(part(el, 'return-link')?.getAttribute('href')).to.equal(RETURN_URL);
        press(el, 'return-link');
        expect(redirects()).to.deep.equal([[RETURN_URL, null]]);
      });

    it('unavailable: the way back that the page names is there, and bare', async () => {
      const {el} = await show(status(404), {returnUrl: RETURN_URL, redirectDelay: 0});
      press(el, 'return-link');
      expect(redirects()).to.deep.equal([[RETURN_URL, null]]);
    });

    it("the payer's own return loses a paymentStatus that was in the URL", async () => {
      const {el} = await show(invoice({returnUrl: 'https://shop.example/r?paymentStatus=SUCCESS&x=1'}));
      expect(part(el, 'return-link')?.getAttribute('href')).to.equal('https://shop.example/r?x=1');
    });

    it('redirect="manual" leaves by the button only', async () => {
      const {el} = await show(INVOICES.completed, {redirect: 'manual', redirectDelay: 0});
      await aTimeout(20);
      expect(redirects()).to.deep.equal([]);
      press(el, 'return-link');
      expect(redirects()).to.deep.equal([[WITH_STATUS('SUCCESS'), 'SUCCESS']]);
    });

    it('redirect="none" does not leave and has no button', async () => {
      for (const kind of ['awaiting', ...FINAL] as const) {
        const {el} = await show(INVOICES[kind], {redirect: 'none', redirectDelay: 0});
        await aTimeout(20);
        expect(part(el, 'return-link'), kind).to.equal(null);
      }
      expect(redirects()).to.deep.equal([]);
    });

    it('return-url is used where the invoice brings none', async () => {
      const {el} = await show(invoice({state: 'COMPLETED', returnUrl: null}), {
        returnUrl: 'https://fallback.example/',
        redirectDelay: 0,
      });
      await left();
      expect(redirects()[0]?.[0]).to.equal('https://fallback.example/?paymentStatus=SUCCESS');
      expect(part(el, 'return-link')?.getAttribute('href')).to.contain('https://fallback.example/');
    });

    it("the invoice's returnUrl goes before return-url", async () => {
      await show(INVOICES.completed, {returnUrl: 'https://fallback.example/', redirectDelay: 0});
      await left();
      expect(redirects()[0]?.[0]).to.contain('https://shop.example/');
    });

    it('without any URL nothing is left', async () => {
      const {el} = await show(invoice({state: 'COMPLETED', returnUrl: null}), {redirectDelay: 0});
      await aTimeout(20);
      expect(redirects()).to.deep.equal([]);
      expect(part(el, 'return-link')).to.equal(null);
      expect(words(el)).to.contain('complete');
    });

    for (const [name, url] of Object.entries(REFUSED)) {
      it(`refuses as returnUrl: ${name}`, async () => {
        const {el} = await show(invoice({state: 'COMPLETED', returnUrl: url}), {redirectDelay: 0});
        await aTimeout(20);
        expect(redirects()).to.deep.equal([]);
        expect(part(el, 'return-link')).to.equal(null);
      });

      it(`refuses as return-url: ${name}`, async () => {
        const properties = {returnUrl: url, redirectDelay: 0};
        const {el} = await show(invoice({state: 'COMPLETED', returnUrl: null}), properties);
        await aTimeout(20);
        expect(redirects()).to.deep.equal([]);
        expect(part(el, 'return-link')).to.equal(null);
      });
    }

    for (const [redirectTarget, target] of [
      ['_top', '_top'],
      ['_parent', '_parent'],
      ['banana', '_self'],
    ])
      it(`redirect-target is where the link leads: ${redirectTarget}`, async () => {
        const {el} = await show(INVOICES.paid, {redirectTarget} as Partial<CalypsoInvoiceElement>);
        expect(part(el, 'return-link')?.getAttribute('target')).to.equal(target);
      });
  });

  describe('events', () => {
    it('once, and after preventDefault nothing is navigated later', async () => {
      const page = location.href;
      const {el} = await show(INVOICES.completed, {redirectDelay: 0});
      await left();
      await read(el);
      el.requestUpdate();
      await aTimeout(50);
      expect(redirects().length).to.equal(1);
      expect(location.href).to.equal(page);
    });

    it('the redirect comes after the news of the state', async () => {
      await show(INVOICES.completed, {redirectDelay: 0});
      await left();
      expect(eventTypes()).to.deep.equal(['calypso-state-change', 'calypso-redirect']);
    });

    it('a click leaves once, though the wait was running', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 300});
      press(el, 'return-link');
      await aTimeout(400);
      expect(redirects().length).to.equal(1);
    });
  });

  describe('parts and states', () => {
    it('shows the wait, which the payer can cancel', async () => {
      const {el} = await show(INVOICES.completed);
      expect(words(el)).to.contain('Taking you back in 5 s');
      press(el, 'redirect-cancel');
      await el.updateComplete;
      expect(words(el)).not.to.contain('Taking you back');
      expect(part(el, 'redirect-cancel')).to.equal(null);
      expect(part(el, 'return-link')?.getAttribute('href')).to.equal(WITH_STATUS('SUCCESS'));
    });

    it('stays for good after "Stay here"', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 200});
      press(el, 'redirect-cancel');
      await read(el);
      await aTimeout(300);
      expect(redirects()).to.deep.equal([]);
    });

    it('counts the seconds down', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 1100});
      expect(words(el)).to.contain('in 2 s');
      await eventually(() => words(el).includes('in 1 s'), 'no 1 s');
      await left();
    });

    it('a page that comes out of the back/forward cache stays, with a button', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 200});
      dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      await aTimeout(300);
      expect(redirects()).to.deep.equal([]);
      expect(part(el, 'return-link')?.className).to.contain('button');
    });
  });

  describe('lifecycle', () => {
    it('a page that the payer came back to stays, with a button', async () => {
      stub(performance, 'getEntriesByType', () => [{type: 'back_forward'}]);
      const {el} = await show(INVOICES.completed, {redirectDelay: 0});
      await aTimeout(50);
      expect(redirects()).to.deep.equal([]);
      expect(part(el, 'return-link')?.className).to.contain('button');
    });

    it('a page that the payer came back to leaves when the payment is completed only then', async () => {
      stub(performance, 'getEntriesByType', () => [{type: 'back_forward'}]);
      const {el, shop} = await show(INVOICES.paid, {redirectDelay: 0});
      shop.answer = INVOICES.completed;
      await read(el);
      await left();
    });

    it('a card that was removed before it left does not leave', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 100});
      el.remove();
      await aTimeout(200);
      expect(redirects()).to.deep.equal([]);
    });

    it('a card that was removed before its last answer was shown does not leave', async () => {
      const el = await showData(INVOICES.paid, {redirectDelay: 50});
      let leaves = false; // what is out of the page does not bubble to the window
      el.addEventListener('calypso-redirect', () => (leaves = true));
      el.invoice = INVOICES.completed;
      el.remove();
      await aTimeout(150);
      expect(leaves).to.equal(false);
    });

    it('a card that was moved leaves once', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 150});
      document.body.append(el);
      await left();
      await aTimeout(200);
      el.remove();
      expect(redirects().length).to.equal(1);
    });

    it('another `src` may leave again', async () => {
      const {el, shop} = await show(INVOICES.completed, {redirectDelay: 0});
      await left();
      shop.answer = {...INVOICES.archived, idempotencyKey: 'b'};
      el.src = '/invoices/2';
      await el.updateComplete;
      await read(el);
      await aTimeout(20);
      expect(redirects().map(([, status]) => status)).to.deep.equal(['SUCCESS', 'FAILED']);
    });

    it('another invoice as data may leave again', async () => {
      const el = await showData(INVOICES.completed, {redirectDelay: 0});
      await left();
      el.invoice = {...INVOICES.archived, idempotencyKey: 'b'};
      await el.updateComplete;
      await aTimeout(20);
      expect(redirects().map(([, status]) => status)).to.deep.equal(['SUCCESS', 'FAILED']);
    });
  });
});
