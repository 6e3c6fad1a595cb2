import {expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {eventually, notices, part, read, root, show, tidy} from './support/card.js';
import {errors} from './support/events.js';
import {after, invoice} from './support/invoices.js';
import {json, type Answer} from './support/shop.js';
import {stub} from './support/stub.js';

/** The proxy answers from memory, because Calypso fails. */
const stale = (age: number): Answer => json(invoice({stale: true}), {Age: String(age)});

const isStale = (el: CalypsoInvoiceElement) => el.matches(':state(stale)');
const checked = (el: CalypsoInvoiceElement) => tidy(root(el).querySelector('.checked')?.textContent);
const clock = (el: CalypsoInvoiceElement) => tidy(root(el).querySelector('[role=timer]')?.textContent);

const NOW = 1_767_323_045_000;

describe('an answer from the memory of the proxy', () => {
  // The payer's clock stands still: how old an answer is said to be does not depend on the machine.
  beforeEach(() => stub(Date, 'now', () => NOW));

  it('is as old as it says, and no trouble of the payer', async () => {
    const {el} = await show(stale(25));
    expect(isStale(el)).to.equal(true);
    expect(checked(el)).to.equal('Last checked 25 seconds ago');
    expect(el.lastUpdated).to.equal(NOW - 25_000);
    expect(notices(el)).to.deep.equal([]);
    expect(errors()).to.deep.equal([]);
    expect(part(el, 'address')).to.not.equal(null);
  });

  it('leaves the clock where it is: the time of the server is the time of its answer', async () => {
    const {el} = await show(json(invoice({stale: true, expiration: after(599.9)}), {Age: '25'}));
    expect(clock(el)).to.equal('10:00');
  });

  it('is forgotten with the next good one', async () => {
    const {el, shop} = await show(stale(25));
    shop.answer = invoice();
    await read(el);
    expect(isStale(el)).to.equal(false);
    expect(checked(el)).to.equal('Last checked now');
  });

  it('stays what it is where it was not modified', async () => {
    const {el, shop} = await show(json(invoice({stale: true}), {Age: '10', ETag: '"1~stale"'}));
    shop.answer = () => new Response(null, {status: 304, headers: {Age: '20', ETag: '"1~stale"'}});
    await read(el);
    expect(isStale(el)).to.equal(true);
    expect(checked(el)).to.equal('Last checked 20 seconds ago');
  });

  for (const age of ['', 'x', '-5', 'Infinity'])
    it(`an Age of "${age}" counts as none`, async () => {
      const {el} = await show(json(invoice(), age ? {Age: age} : {}));
      expect(isStale(el)).to.equal(false);
      expect(checked(el)).to.equal('Last checked now');
    });

  it('of another src says nothing of this one', async () => {
    const {el, shop} = await show(stale(25));
    shop.answer = invoice();
    el.src = '/invoices/2';
    await el.updateComplete;
    await eventually(() => !isStale(el), 'it stayed stale');
  });
});
