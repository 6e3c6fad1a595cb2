import {expect, fixture, html} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {eventually, notices, part, read, root, said} from './support/card.js';
import {ADDRESS, after, INVOICES, invoice} from './support/invoices.js';
import {down, held, Shop, silence, status, type Answer} from './support/shop.js';
import {stub} from './support/stub.js';

/** A card that its server rendered, before any answer has come. */
async function serve(answer: Answer, properties: object = {}) {
  const shop = new Shop(answer);
  const parent = await fixture(html`<div></div>`);
  const el = document.createElement('calypso-invoice');
  el.attachShadow({mode: 'open'}).innerHTML =
    `<style></style><section class="card"><b class="address">${ADDRESS}</b><a href="#x">x</a></section>`;
  Object.assign(el, {src: '/invoices/1', fetch: shop.fetch, ...properties});
  parent.append(el);
  await el.updateComplete;
  return {el, shop};
}

const isServed = (el: CalypsoInvoiceElement) => !!root(el).querySelector('style');

describe('a card that its server rendered', () => {
  it('stays as it is while no answer has come', async () => {
    const {el, shop} = await serve(silence);
    el.requestUpdate();
    await el.updateComplete;
    expect(shop.reads).to.have.length(1);
    expect(isServed(el)).to.equal(true);
    expect(root(el).textContent).to.equal(`${ADDRESS}x`);
  });

  it('is replaced at once by the first answer', async () => {
    const answer = held();
    const {el} = await serve(answer.answer);
    const seen: (string | undefined)[] = [];
    new MutationObserver(() => seen.push(root(el).querySelector('.address')?.textContent)).observe(root(el), {
      childList: true,
      subtree: true,
    });
    answer.release(invoice());
    await read(el);
    await eventually(() => !isServed(el), 'it was never replaced');
    expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
    expect(root(el).querySelectorAll('.card')).to.have.length(1);
    expect(seen.length).to.be.above(0);
    expect(new Set(seen)).to.deep.equal(new Set([ADDRESS]));
    expect(said(el)).to.contain('10.234');
  });

  it('is replaced by the invoice that the page hands over', async () => {
    const {el} = await serve(silence, {src: undefined});
    expect(isServed(el)).to.equal(true);
    Object.assign(el, {invoice: INVOICES.paid});
    await el.updateComplete;
    expect(isServed(el)).to.equal(false);
    expect(part(el, 'steps')).to.not.equal(null);
  });

  for (const [name, answer] of [
    ['is paid by now', INVOICES.completed],
    ['is over by now', invoice({expiration: after(-1)})],
    ['is gone', status(404)],
    ['cannot be read', down],
  ] as const)
    it(`says no more where to pay when the invoice ${name}`, async () => {
      const {el} = await serve(answer, {lang: 'hu'}); // whether its words are there or not
      await read(el);
      expect(isServed(el)).to.equal(false);
      expect(root(el).textContent).to.not.contain(ADDRESS);
      expect(notices(el)).to.have.length(answer === down ? 1 : 0);
    });

  it('stays for ten seconds at most', async () => {
    const timers: (readonly [ms: number | undefined, run: () => void])[] = [];
    const {setTimeout} = globalThis;
    stub(globalThis, 'setTimeout', (run: () => void, ms?: number) => {
      timers.push([ms, run]);
      return setTimeout(run, ms);
    });
    const {el} = await serve(silence, {src: undefined});
    expect(isServed(el)).to.equal(true);
    for (const [ms, run] of timers) if (ms === 10_000) run();
    await el.updateComplete;
    expect(isServed(el)).to.equal(false);
    expect(el.view.kind).to.equal('loading');
    expect(root(el).querySelector('.skeleton')).to.not.equal(null);
  });

  it('is not replaced in a language that the payer did not ask for', async () => {
    const {el} = await serve(invoice(), {lang: 'fi'});
    const seen = new Set<string | null | undefined>();
    new MutationObserver(() => seen.add(root(el).querySelector('[part=card]')?.getAttribute('lang'))).observe(
      root(el),
      {childList: true, subtree: true},
    );
    await eventually(() => !isServed(el), 'it was never replaced');
    expect(seen).to.deep.equal(new Set(['fi']));
  });

  it('hands the focus on', async () => {
    const answer = held();
    const {el} = await serve(answer.answer);
    root(el).querySelector('a')?.focus();
    answer.release(invoice());
    await read(el);
    await eventually(() => !isServed(el), 'it was never replaced');
    expect(root(el).activeElement).to.equal(part(el, 'card'));
  });
});
