import {aTimeout, expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {part, read, root, show, words} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, INVOICES, invoice} from './support/invoices.js';
import {decode} from './support/qr.js';
import {noChance, stub} from './support/stub.js';

/** Each attribute with its property and its default. */
const DEFAULTS: [attribute: string, property: keyof CalypsoInvoiceElement, value: unknown][] = [
  ['src', 'src', undefined],
  ['poll-interval', 'pollInterval', 3000],
  ['redirect', 'redirect', 'auto'],
  ['redirect-delay', 'redirectDelay', 5000],
  ['redirect-target', 'redirectTarget', '_self'],
  ['return-url', 'returnUrl', undefined],
  ['qr', 'qr', 'address'],
  ['theme', 'theme', 'auto'],
  ['credentials', 'credentials', 'same-origin'],
];

const GARBAGE = [
  '',
  'banana',
  '-1',
  'NaN',
  'Infinity',
  '1e400',
  '__proto__',
  '"><img src=x onerror=alert(1)>',
];

/** Writes the attribute; null takes one away that was there. */
const set = async (el: CalypsoInvoiceElement, attribute: string, value: string | null) => {
  el.setAttribute(attribute, value ?? '1');
  await el.updateComplete;
  if (value === null) el.removeAttribute(attribute);
  await el.updateComplete;
};

const DEADLINE = 10_000;

/** The ms that are planned to pass between this read and the next, of an invoice without a countdown. */
async function plannedWait(el: CalypsoInvoiceElement): Promise<number | undefined> {
  const waits: number[] = [];
  const {setTimeout} = globalThis;
  stub(globalThis, 'setTimeout', (run: () => void, ms: number) => {
    waits.push(ms);
    return setTimeout(run, ms);
  });
  await read(el);
  stub(globalThis, 'setTimeout', setTimeout);
  return waits.findLast((ms) => ms !== DEADLINE);
}

describe('attributes', () => {
  describe('properties', () => {
    for (const [attribute, property, value] of DEFAULTS)
      it(`${attribute} is ${property}, by default ${String(value)}`, async () => {
        const el = document.createElement('calypso-invoice');
        expect(el[property]).to.equal(value);
        const written = attribute === 'poll-interval' || attribute === 'redirect-delay' ? '4000' : 'x';
        el.setAttribute(attribute, written);
        expect(String(el[property])).to.equal(written);
      });

    for (const [attribute] of DEFAULTS.filter(([attribute]) => attribute !== 'src'))
      it(`${attribute}: garbage breaks nothing`, async () => {
        const {el} = await show(invoice());
        for (const value of [...GARBAGE, null]) {
          await set(el, attribute, value);
          await read(el);
          expect(part(el, 'address')?.textContent, value ?? 'removed').to.equal(ADDRESS);
        }
        expect(errors()).to.deep.equal([]);
      });

    for (const [value, expected] of [
      [null, 3000],
      ['5000', 5000],
      ['1', 1000],
      ['0', 1000],
      ['-5', 1000],
      ['', 3000],
      [' ', 3000],
      ['banana', 3000],
      ['NaN', 3000],
      ['1e9', 3_600_000],
      ['Infinity', 3_600_000],
    ] as const)
      it(`poll-interval ${JSON.stringify(value)} waits about ${expected} ms`, async () => {
        const {el} = await show(invoice({expiration: null}));
        await set(el, 'poll-interval', value);
        stub(Math, 'random', () => 0.5);
        expect(await plannedWait(el)).to.be.closeTo(expected, 1);
      });

    for (const value of [null, '', ' ', 'banana', '-5', 'NaN'])
      it(`redirect-delay ${JSON.stringify(value)} is the default`, async () => {
        const {el, shop} = await show(invoice());
        await set(el, 'redirect-delay', value);
        shop.answer = INVOICES.completed;
        await read(el);
        expect(words(el)).to.contain('Taking you back in 5 s');
        expect(events('calypso-redirect')).to.deep.equal([]);
      });

    for (const value of ['Infinity', '1e400'])
      it(`redirect-delay ${value}: shows no wait that has no end`, async () => {
        const {el, shop} = await show(invoice());
        await set(el, 'redirect-delay', value);
        shop.answer = INVOICES.completed;
        await read(el);
        expect(words(el)).not.to.match(/Infinity|NaN/);
      });

    it('redirect taken away is `auto` again', async () => {
      const {el, shop} = await show(invoice());
      await set(el, 'redirect', 'none');
      await set(el, 'redirect', null);
      shop.answer = INVOICES.completed;
      await read(el);
      expect(words(el)).to.contain('Taking you back');
    });

    it('redirect that is changed while the payer is waiting stays', async () => {
      const {el} = await show(INVOICES.completed, {redirectDelay: 100});
      await set(el, 'redirect', 'manual');
      await aTimeout(200);
      expect(events('calypso-redirect')).to.deep.equal([]);
      expect(part(el, 'return-link')).not.to.equal(null);
    });

    for (const [value, expected] of [
      ['omit', 'omit'],
      ['include', 'include'],
      ['same-origin', 'same-origin'],
      ['banana', 'same-origin'],
      ['', 'same-origin'],
      [null, 'same-origin'],
    ] as const)
      it(`credentials ${JSON.stringify(value)} asks with ${expected}`, async () => {
        const {el, shop} = await show(invoice());
        await set(el, 'credentials', value);
        await read(el);
        expect(shop.last.credentials).to.equal(expected);
      });

    for (const value of ['banana', '', null])
      it(`qr ${JSON.stringify(value)} holds the address`, async () => {
        const {el} = await show(invoice());
        await set(el, 'qr', value);
        expect(await decode(el)).to.equal(ADDRESS);
      });

    for (const [theme, scheme] of [
      ['light', 'light'],
      ['dark', 'dark'],
      ['auto', 'light dark'],
      ['banana', 'light dark'],
      [null, 'light dark'],
    ] as const)
      it(`theme ${JSON.stringify(theme)} is the colour scheme "${scheme}"`, async () => {
        const {el} = await show(invoice());
        await set(el, 'theme', theme);
        expect(getComputedStyle(el).colorScheme).to.equal(scheme);
      });

    it('the theme can be read by the page’s own styles', async () => {
      const {el} = await show(invoice(), {theme: 'dark'});
      expect(el.getAttribute('theme')).to.equal('dark');
    });

    it('`view` and `lastUpdated` cannot be set', async () => {
      const {el} = await show(invoice());
      for (const name of ['view', 'lastUpdated'] as const)
        expect(() => Object.assign(el, {[name]: null}), name).to.throw(TypeError);
    });

    it('`hidden` hides it', async () => {
      const {el} = await show(invoice());
      el.hidden = true;
      expect(el.getClientRects().length).to.equal(0);
    });

    it('dir is inherited: address and amount stay left to right in a page from right to left', async () => {
      const {el} = await show(invoice());
      el.dir = 'rtl';
      expect(getComputedStyle(part(el, 'card')!).direction).to.equal('rtl');
      expect(getComputedStyle(part(el, 'address')!).direction).to.equal('ltr');
      expect(getComputedStyle(part(el, 'amount')!).direction).to.equal('ltr');
    });
  });

  describe('parts and states', () => {
    it('reads every view with the shortest interval that is allowed', async () => {
      noChance();
      for (const kind of ['awaiting', 'detected', 'compliance', 'intervention', 'paid'] as const) {
        const {el} = await show({...INVOICES[kind], expiration: null}, {pollInterval: 1});
        expect(await plannedWait(el), kind).to.be.at.least(900);
      }
    });

    it('has one shadow root that is open to tests and styles by part', async () => {
      const {el} = await show(invoice());
      expect(root(el).mode).to.equal('open');
    });
  });
});
