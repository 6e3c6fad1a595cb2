import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {InvoiceView} from '../../src/index.js';
import {part, read, root, show} from './support/card.js';
import {events, forget} from './support/events.js';
import {ADDRESS, INVOICES, invoice, KINDS, OTHER_ADDRESS} from './support/invoices.js';
import {body, down, json, status, type Answer} from './support/shop.js';

type Kind = InvoiceView['kind'];

/** What a shop may answer: an invoice of some kind, with this address or another, or trouble. */
type Step =
  | {readonly is: 'invoice'; readonly kind: keyof typeof INVOICES; readonly moved: boolean}
  | {readonly is: 'foreign' | 'failure' | 'gone' | 'garbage'};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('invoice'),
      kind: fc.constantFrom(...(Object.keys(INVOICES) as (keyof typeof INVOICES)[])),
      moved: fc.integer({min: 0, max: 9}).map((n) => n === 0),
    }),
  },
  {weight: 2, arbitrary: fc.record({is: fc.constantFrom('foreign', 'failure', 'gone', 'garbage')})},
);

const TROUBLE: Record<Exclude<Step['is'], 'invoice'>, Answer> = {
  foreign: invoice({idempotencyKey: 'another', invoiceAddress: OTHER_ADDRESS, state: 'COMPLETED'}),
  failure: down,
  gone: status(404),
  garbage: body('<h1>Hello</h1>'),
};

const answerOf = (step: Step): Answer =>
  step.is === 'invoice'
    ? json({...INVOICES[step.kind], ...(step.moved && {invoiceAddress: OTHER_ADDRESS})})
    : TROUBLE[step.is];

/** What the payer must see, by the rules and not by the code. */
class Model {
  kind: Kind = 'loading';
  address: string | undefined;
  changed = false;
  stale = false;

  take(step: Step): void {
    // A card that has never seen an invoice cannot know that this one is another's.
    const kind = step.is === 'invoice' ? step.kind : undefined;
    this.stale = kind === undefined;
    if (kind === undefined) {
      if (this.address === undefined && step.is !== 'failure') this.kind = 'unavailable';
      return;
    }
    const address = step.is === 'invoice' && step.moved ? OTHER_ADDRESS : ADDRESS;
    this.address ??= address;
    this.changed ||= address !== this.address;
    // An expired invoice is one whose payment is awaited, and a payment that was there cannot be awaited any more.
    const isOld = this.kind === 'paid' && ['awaiting', 'expired', 'detected'].includes(kind);
    if (!isOld && !['completed', 'declined', 'archived'].includes(this.kind)) this.kind = kind;
  }
}

describe('any order of answers', () => {
  describe('parts and states', () => {
    it('shows what the rules say, and an address only where it may be paid to', async function () {
      this.timeout(60_000);
      // The first answer of another's invoice would be taken for this one's, so the foreign ones come later.
      const steps = fc
        .tuple(
          fc.array(
            step.filter(({is}) => is !== 'foreign'),
            {maxLength: 2},
          ),
          step.filter(({is}) => is === 'invoice'),
          fc.array(step, {maxLength: 8}),
        )
        .map(([before, first, after]) => [...before, first, ...after]);
      await fc.assert(fc.asyncProperty(steps, play), {numRuns: 60});
    });
  });
});

async function play([first, ...steps]: Step[]): Promise<void> {
  if (!first) return;
  forget();
  const model = new Model();
  const {el, shop} = await show(answerOf(first), {redirect: 'none'});
  model.take(first);
  check();
  for (const step of steps) {
    shop.answer = answerOf(step);
    await read(el);
    model.take(step);
    check();
  }
  // Each state is told once, and each follows from the one before.
  const told = events('calypso-state-change');
  expect(told.map(({previousState}) => previousState)).to.deep.equal(
    [null, ...told.map(({state}) => state)].slice(0, -1),
  );
  el.remove();

  function check(): void {
    expect(KINDS.filter((kind) => el.matches(`:state(${kind})`))).to.deep.equal([model.kind]);
    expect(el.matches(':state(stale)')).to.equal(model.stale);
    const payable = model.kind === 'awaiting' && !model.changed;
    expect(part(el, 'address')?.textContent).to.equal(payable ? model.address : undefined);
    expect(part(el, 'qr') !== null).to.equal(payable);
    if (!payable) expect(root(el).innerHTML).not.to.match(new RegExp(`${ADDRESS}|${OTHER_ADDRESS}`));
  }
}
