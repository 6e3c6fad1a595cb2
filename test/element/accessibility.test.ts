import {aTimeout, expect} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {part, press, read, root, show, tidy} from './support/card.js';
import {ANSWERS, INVOICES, invoice, KINDS} from './support/invoices.js';
import {can, itNeeds} from './support/needs.js';
import {status} from './support/shop.js';
import {clipboard, noClipboard} from './support/stub.js';

const LOGO = new URL('/test/element/support/logo.svg', location.href).href;

/** What can be reached by keyboard, in the order of the page. */
const focusable = (el: CalypsoInvoiceElement): HTMLElement[] =>
  Array.from(root(el).querySelectorAll<HTMLElement>('a[href], button')).filter(
    (it) => it.getClientRects().length,
  );

const nameOf = (control: HTMLElement): string =>
  tidy(control.getAttribute('aria-label') ?? control.textContent);

/** Cards that have more in them than their view needs. */
const VARIANTS: Record<string, Record<string, unknown>> = {
  'with a logo and fiat': invoice({logoUrl: LOGO, fiatAmount: '9.41', fiatCurrency: 'EUR'}),
  'with an address that is withheld': invoice({invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}),
  'of an unlimited invoice': invoice({type: 'UNLIMITED', amount: null, deposits: [{id: '1', amount: '1'}]}),
  'with nothing but a state': {state: 'PENDING_PAYMENT'},
};

describe('accessibility', () => {
  afterEach(async () => {
    if (can('emulate-media')) await emulateMedia({colorScheme: 'light', forcedColors: 'none'});
  });

  describe('accessibility', () => {
    for (const kind of KINDS)
      for (const theme of ['light', 'dark'] as const)
        it(`${kind}, ${theme}: axe finds nothing`, async () => {
          const {el} = await show(ANSWERS[kind], {theme});
          await expect(el).to.be.accessible();
        });

    for (const [name, answer] of Object.entries(VARIANTS))
      for (const theme of ['light', 'dark'] as const)
        it(`a card ${name}, ${theme}: axe finds nothing`, async () => {
          const {el} = await show(answer, {theme});
          await expect(el).to.be.accessible();
        });

    itNeeds('emulate-media', 'by the colours of the machine: axe finds nothing', async () => {
      await emulateMedia({colorScheme: 'dark'});
      const {el} = await show(invoice());
      expect(getComputedStyle(part(el, 'card')!).backgroundColor).not.to.equal('rgb(255, 255, 255)');
      await expect(el).to.be.accessible();
    });

    for (const theme of ['light', 'dark'] as const)
      it(`notices, ${theme}: axe finds nothing`, async () => {
        noClipboard();
        const {el, shop} = await show(invoice(), {theme});
        press(el, 'copy-address');
        shop.answer = status(500);
        await aTimeout(0);
        await read(el);
        await expect(el).to.be.accessible();
      });

    it('the card is a region with a name, busy only while it loads', async () => {
      for (const kind of ['loading', 'awaiting'] as const) {
        const {el} = await show(ANSWERS[kind]);
        const card = part(el, 'card');
        expect(card?.localName).to.equal('section');
        expect(card?.getAttribute('aria-label')).to.equal('Payment');
        expect(card?.getAttribute('aria-busy')).to.equal(String(kind === 'loading'));
      }
    });

    it('the timer is a timer, which nobody hears every second', async () => {
      const {el} = await show(invoice());
      const timer = root(el).querySelector('[role=timer]');
      expect(timer?.getAttribute('aria-live') ?? 'off').to.equal('off');
      expect(
        timer?.closest('[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]'),
      ).to.equal(null);
    });

    it('all but the live region keeps still', async () => {
      for (const kind of KINDS) {
        const {el} = await show(ANSWERS[kind]);
        const loud = root(el).querySelectorAll('[aria-live], [role=status], [role=alert], [role=log]');
        expect(loud.length, kind).to.equal(1);
      }
    });

    it('what is only drawn is hidden from screen readers', async () => {
      const {el} = await show(INVOICES.detected);
      for (const drawn of root(el).querySelectorAll('i, .badge'))
        expect(drawn.getAttribute('aria-hidden')).to.equal('true');
    });

    it('the steps are a list, with the one under way marked', async () => {
      const {el} = await show(INVOICES.detected);
      expect(part(el, 'steps')?.localName).to.equal('ol');
      expect(root(el).querySelectorAll('[aria-current=step]').length).to.equal(1);
    });

    for (const kind of KINDS)
      it(`${kind}: every control has a name of its own, and is big enough for a finger`, async () => {
        const {el} = await show(ANSWERS[kind]);
        const names = focusable(el).map(nameOf);
        expect(names).not.to.include('');
        expect(new Set(names).size).to.equal(names.length);
        for (const control of focusable(el).filter(({part}) => part.value !== 'explorer-link'))
          expect(control.getBoundingClientRect().height, nameOf(control)).to.be.at.least(24);
      });

    it('the visible label of a button is in its name, also after copying', async () => {
      clipboard();
      const {el} = await show(invoice());
      const expectSame = () => {
        for (const button of root(el).querySelectorAll('button'))
          expect(nameOf(button).toLowerCase()).to.contain(tidy(button.textContent).toLowerCase());
      };
      expectSame();
      press(el, 'copy-amount');
      await aTimeout(0);
      await el.updateComplete;
      expectSame();
    });

    for (const kind of KINDS)
      it(`${kind}: the keyboard reaches every control, in order, and shows where it is`, async () => {
        const {el} = await show(ANSWERS[kind]);
        const [before, after] = [document.createElement('button'), document.createElement('button')];
        el.before(before);
        // Past the last control of a page some browsers go on to their own, and a page without the focus shows none.
        el.after(after);
        before.focus();
        for (const control of focusable(el)) {
          await sendKeys({press: 'Tab'});
          expect(root(el).activeElement, nameOf(control)).to.equal(control);
          expect(getComputedStyle(control).outlineStyle, nameOf(control)).not.to.equal('none');
        }
        await sendKeys({press: 'Tab'});
        expect(document.activeElement).to.equal(after);
      });

    it('controls come in the order in which they are needed', async () => {
      const {el} = await show(invoice());
      expect(focusable(el).map(({part}) => part.value)).to.deep.equal([
        'copy-amount',
        'copy-address',
        'return-link',
        'refresh',
      ]);
    });

    it('the focus stays where it is when an answer comes that changes nothing', async () => {
      const {el} = await show(invoice());
      part(el, 'copy-address')?.focus();
      await read(el);
      expect(root(el).activeElement).to.equal(part(el, 'copy-address'));
    });

    itNeeds(
      'emulate-media',
      'a QR code needs no colours of its own in forced colours, and axe finds nothing there',
      async () => {
        await emulateMedia({forcedColors: 'active'});
        const {el} = await show(invoice());
        await expect(el).to.be.accessible();
      },
    );
  });

  describe('parts and states', () => {
    for (const width of [320, 280])
      for (const kind of KINDS)
        it(`${kind}: fits into ${width} px`, async () => {
          await setViewport({width, height: 800});
          const {el} = await show(ANSWERS[kind]);
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
          for (const control of focusable(el)) {
            const {left, right} = control.getBoundingClientRect();
            expect(left, nameOf(control)).to.be.at.least(0);
            expect(right, nameOf(control)).to.be.at.most(width);
          }
          await setViewport({width: 800, height: 600});
        });

    it('fits into 320 px with the longest amount and address', async () => {
      await setViewport({width: 320, height: 800});
      const amount = '1234567890123456789012.123456789012345678';
      const invoiceAddress = 'bc1pqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3wf0qm';
      const {el} = await show(invoice({amount, currency: 'BTC', invoiceAddress}));
      expect(part(el, 'amount')?.textContent).to.contain(amount);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await setViewport({width: 800, height: 600});
    });

    it('fits in a page from right to left', async () => {
      await setViewport({width: 320, height: 800});
      document.documentElement.dir = 'rtl';
      const {el} = await show(invoice());
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(part(el, 'card')!.scrollWidth).to.be.at.most(part(el, 'card')!.clientWidth);
      document.documentElement.dir = '';
      await setViewport({width: 800, height: 600});
    });
  });
});
