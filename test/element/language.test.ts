import {expect} from '@open-wc/testing';
import {registerMessages} from '../../src/index.js';
import {loaders} from '../../src/localize/loaders.js';
import {eventually, part, place, press, read, said, show, tidy, words} from './support/card.js';
import {ADDRESS, INVOICES, invoice} from './support/invoices.js';
import {clipboard} from './support/stub.js';

const {documentElement: html} = document;

describe('language', () => {
  const before = {lang: html.lang, dir: html.dir};
  afterEach(() => Object.assign(html, before));

  describe('properties', () => {
    for (const [tag, load] of Object.entries(loaders))
      it(`${tag}: every word of the card is of this language, and it says which`, async () => {
        const {messages} = await load();
        const {el} = await show(invoice(), {lang: tag});
        await eventually(() => words(el).includes(messages.copyAddress), 'stayed in English');
        expect(words(el)).to.contain(messages.amountToSend);
        expect(part(el, 'card')?.lang).to.equal(tag);
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
        expect(part(el, 'amount')?.textContent).to.contain('10.234');
      });

    it('is that of the nearest lang, through shadow roots, and follows it', async () => {
      const outer = document.createElement('div');
      outer.lang = 'de';
      document.body.append(outer);
      const inner = outer.attachShadow({mode: 'open'});
      const {el} = await show(INVOICES.paid, {redirect: 'none'});
      inner.append(el);
      await eventually(() => words(el).includes('Bezahlt'), 'is not in German');
      outer.lang = 'fr';
      el.requestUpdate();
      await eventually(() => words(el).includes('Payé'), 'is not in French');
      outer.remove();
    });

    it('follows a lang that changes inside the shadow root that it stands in', async () => {
      const outer = document.createElement('div');
      document.body.append(outer);
      const {el} = await show(INVOICES.completed, {redirect: 'none', lang: 'en'});
      outer.attachShadow({mode: 'open'}).append(el);
      await read(el);
      el.lang = 'de';
      await eventually(() => part(el, 'card')?.lang === 'de', 'stayed in English');
      outer.remove();
    });

    it('switches while it is shown, without a word to the server', async () => {
      html.lang = 'en';
      const {el, shop} = await show(INVOICES.detected, {pollInterval: 3_600_000});
      expect(words(el)).to.contain('Payment seen');
      html.lang = 'nl';
      await eventually(() => !words(el).includes('Payment seen'), 'stayed in English');
      expect(part(el, 'card')?.lang).to.equal('nl');
      expect(shop.reads.length).to.equal(1);
    });

    it('is English where the language is not known, numbers too', async () => {
      const {el} = await show(invoice({fiatAmount: '1234.5', fiatCurrency: 'EUR'}), {lang: 'tlh'});
      expect(words(el)).to.contain('Copy address');
      expect(part(el, 'fiat')?.textContent).to.contain('€1,234.50');
      expect(part(el, 'card')?.lang).to.equal('en');
    });

    it('fiat and times are written as the language does', async () => {
      const {el} = await show(INVOICES.detected, {lang: 'de', redirect: 'none'});
      await eventually(() => words(el).includes('5 Minuten'), 'the usual time is not in German');
    });

    it("says a merchant's words, and further languages", async () => {
      registerMessages('en', {copyAddress: 'Take the address'});
      registerMessages('is', {copyAddress: 'Afrita heimilisfang'});
      const english = await show(invoice(), {lang: 'en'});
      const icelandic = await show(invoice(), {lang: 'is'});
      registerMessages('en', {copyAddress: 'Copy address'});
      expect(words(english.el)).to.contain('Take the address');
      expect(words(icelandic.el)).to.contain('Afrita heimilisfang');
    });
  });

  describe('direction', () => {
    for (const tag of ['ar', 'he', 'fa'])
      it(`${tag} runs from right to left by itself; address and amount do not`, async () => {
        const {el} = await show(invoice(), {lang: tag});
        await eventually(() => part(el, 'card')?.dir === 'rtl', 'stayed left to right');
        expect(getComputedStyle(part(el, 'address')!).direction).to.equal('ltr');
        expect(getComputedStyle(part(el, 'amount')!).direction).to.equal('ltr');
        // What stands inside a sentence is isolated, and does not break.
        expect(part(el, 'network')?.textContent).to.contain('\u2066TRON\u00a0(TRC\u201120)\u2069');
      });

    it('is that of the page where it says one', async () => {
      html.dir = 'ltr';
      const {el} = await show(invoice(), {lang: 'ar'});
      await eventually(() => part(el, 'card')?.lang === 'ar', 'stayed in English');
      expect(getComputedStyle(part(el, 'card')!).direction).to.equal('ltr');
    });
  });

  describe('accessibility', () => {
    it('what is said is in the language of the card', async () => {
      clipboard();
      const {el} = await show(invoice(), {lang: 'de'});
      await eventually(() => words(el).includes('Adresse kopieren'), 'is not in German');
      press(el, 'copy-address');
      await eventually(() => said(el).includes('Adresse kopiert'), 'says nothing in German');
    });
  });

  it('an element that is removed follows no language any more', async () => {
    const el = await place({invoice: INVOICES.paid, redirect: 'none'});
    const parent = el.parentElement!;
    el.remove();
    html.lang = 'it';
    await Promise.resolve();
    expect(el.isUpdatePending).to.equal(false);
    parent.append(el);
    await eventually(() => tidy(part(el, 'card')?.lang) === 'it', 'does not catch up');
  });
});
