import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import fc from 'fast-check';
import {loadAddressCheck} from '../../src/element/address-check-loader.js';
import {LIFE} from './support/shop.js';
import {recovery, step, type Recovery, type Step} from './support/steps.js';
import {settle, stopTime} from './support/time.js';
import {imported, NOTHING, Cards} from './support/cards.js';

const FINAL = LIFE.at(-1);
/** ms in which a card knows what is true once the network works, and where nobody tells it that its stream is dead. */
const BLIND = 15_000;
const UNTOLD = 33_000;
/** ms that a read may hang in a connection that is dead. */
const DEADLINE = 10_000;
/** ms by which a fake clock that goes in steps may be late. */
const SLACK = 500;

/** Orders that once left a card blind. */
const ONCE_BLIND: [Step[], Recovery][] = [
  // It learned by a stream and a read at once, and took the answer that it dropped for the one it showed.
  [
    [
      {do: 'disconnect', card: 0},
      {do: 'answer', which: 0, isLate: false},
      {do: 'answer', which: 0, isLate: false},
      {do: 'pass', ms: 3500},
      {do: 'advance', invoice: 'a'},
      {do: 'deliver', which: 0},
      {do: 'deliver', which: 0},
      {do: 'advance', invoice: 'a'},
      {do: 'answer', which: 0, isLate: false},
    ],
    {reads: 'answered', streams: 'silent', steps: 0, random: 0.5},
  ],
  // Another card that knew more told it again and again that nothing was new.
  [
    [
      {do: 'answer', which: 0, isLate: false},
      {do: 'pass', ms: 1},
      {do: 'answer', which: 0, isLate: false},
      {do: 'deliver', which: 0},
    ],
    {reads: 'answered', streams: 'silent', steps: 1, random: 0},
  ],
];

describe('two cards of one page', () => {
  it('in any order of events read one at a time, show what is true, and leave nothing behind', async (test) => {
    const time = stopTime(test);
    void loadAddressCheck();
    await time.pass(3000); // it has a timer of its own, once

    const property = fc.asyncProperty(
      fc.array(step, {minLength: 5, maxLength: 40}),
      recovery,
      async (steps, end) => {
        const page = new Cards(test, time, 2, end.streams !== 'none');
        const chance = mock.method(Math, 'random', () => end.random);
        try {
          await play(page, steps, time.pass);
          await recover(page, end, time.pass);
        } finally {
          chance.mock.restore();
          await page.close();
        }
        assert.deepEqual(page.held, NOTHING);
      },
    );
    await fc.assert(property, {
      numRuns: 150,
      examples: ONCE_BLIND,
      includeErrorInReport: true,
    });
  });

  it('that are moved while they begin to listen listen once', async (test) => {
    const page = new Cards(test, stopTime(test), 2);
    try {
      for (let move = 0; move < 3; move++) {
        for (const request of page.pending) request.answer();
        await settle();
        for (const card of page.cards) card.disconnect();
        for (const card of page.cards) card.connect();
      }
      for (const request of page.pending) request.answer();
      await imported();
      assert.equal(page.held.channels, 2);
    } finally {
      await page.close();
    }
    assert.deepEqual(page.held, NOTHING);
  });
});

async function play(page: Cards, steps: readonly Step[], pass: (ms: number) => Promise<void>) {
  const {cards} = page;
  let before = cards.map(({shown}) => shown);
  for (const step of steps) {
    await take(page, step, pass);
    await settle();
    const reads = page.pending.filter(({isStream}) => !isStream);
    for (const [index, {src, shown, isConnected, credentials}] of cards.entries()) {
      const own = reads.filter((read) => read.credentials === credentials);
      assert.ok(own.length <= (isConnected && src ? 1 : 0), `${own.length} reads of one card`);
      const [invoice, state] = shown;
      if (invoice !== undefined) assert.equal(invoice, src?.at(-1), 'another invoice is shown');
      const [invoiceBefore, stateBefore] = before[index] ?? [];
      if (invoice === invoiceBefore && stateBefore === FINAL) assert.equal(state, FINAL, 'went back');
    }
    const heard = [...page.shop.streams].map(({invoice}) => invoice);
    assert.equal(new Set(heard).size, heard.length, 'two streams of one invoice');
    before = cards.map(({shown}) => shown);
  }
}

async function take({cards, pending, shop, browser}: Cards, step: Step, pass: (ms: number) => Promise<void>) {
  const card = 'card' in step ? cards[step.card] : undefined;
  const request = 'which' in step ? pending.at(-1 - step.which) : undefined;
  const stream = 'which' in step ? [...shop.streams].at(-1 - step.which) : undefined;
  switch (step.do) {
    case 'advance':
      return shop.advance(step.invoice);
    case 'connect':
      return void (card?.isConnected || card?.connect());
    case 'disconnect':
      return void (card?.isConnected && card.disconnect());
    case 'refresh':
      return void card?.session.refresh();
    case 'source':
      return card?.move(step.invoice === null ? undefined : `/invoices/${step.invoice}`);
    case 'answer':
      request?.answer(step.isLate);
      return imported();
    case 'fail':
      return request?.fail(step.how);
    case 'deliver':
      return stream?.deliver();
    case 'cut':
      return stream?.cut();
    case 'hide':
    case 'show':
      return browser.setHidden(step.do === 'hide');
    case 'wake':
      return browser.wake(step.type);
    case 'pass':
      return pass(step.ms);
  }
}

/** The payer looks, and from now on the network works: what is true must be shown in time. */
async function recover(page: Cards, end: Recovery, pass: (ms: number) => Promise<void>): Promise<void> {
  const {shop, cards} = page;
  page.browser.setHidden(false);
  shop.works = true;
  for (const invoice of ['a', 'b']) shop.advance(invoice, end.steps, end.streams === 'told');
  for (const stream of [...shop.streams])
    if (end.streams === 'told') stream.deliverAll();
    else if (end.streams === 'broken') stream.cut();
  for (const request of page.pending)
    if (end.reads === 'answered') request.answer();
    else if (end.reads === 'broken') request.fail('network');
  await imported();
  await pass((end.streams === 'silent' ? UNTOLD : BLIND) + (end.reads === 'silent' ? DEADLINE : 0) + SLACK);
  for (const {isConnected, src, shown} of cards)
    if (isConnected && src) assert.deepEqual(shown, [src.at(-1), shop.stateOf(src.at(-1) ?? '')]);
}
