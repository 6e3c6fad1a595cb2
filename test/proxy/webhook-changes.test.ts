import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {assertProblem, calypsoError, KEY, OTHER_KEY} from './fixture.js';
import {done, turn} from './passing-time.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

describe('a change', () => {
  it('is told once, whatever number of events is about it', async () => {
    const {deliverLater, change, states} = setUpWebhooks();
    change('PAID', '10.234');
    for (const [id, type] of [
      [1, 'INVOICE_FUNDS_RECEIVED_FOR_INVOICE'],
      [2, 'INVOICE_PAID'],
      [3, 'INVOICE_MEMPOOL_FOUND'],
    ] as const)
      assert.equal((await deliverLater(invoiceEvent(id, type))).status, 200);
    assert.deepEqual(states(), ['PAID']);
  });

  it('of each kind is told', async () => {
    const {deliverLater, change, told} = setUpWebhooks();
    let id = 0;
    for (const [state, total] of [
      ['PENDING_PAYMENT', '0'],
      ['PENDING_PAYMENT', '4'],
      ['PENDING_PAYMENT', '4.000000000000000001'],
      ['PENDING_INTERVENTION', '4.000000000000000001'],
      ['PAID', '4.000000000000000001'],
      ['COMPLETED', '4.000000000000000001'],
    ] as const) {
      change(state, total);
      await deliverLater(invoiceEvent(++id));
      assert.equal(told.length, id, `${state} ${total}`);
    }
  });

  it('is none where only the numeral is another', async () => {
    const {deliver, change, told} = setUpWebhooks();
    change('PAID', '1.1');
    await deliver(invoiceEvent(1));
    change('PAID', '1.10');
    await deliver(invoiceEvent(2));
    assert.equal(told.length, 1);
  });

  for (const [what, field, values] of [
    ['a resolved intervention', 'isInterventionResolved', [false, false, true]],
    ['the kind of an intervention', 'interventionType', ['UNDERPAY', 'UNDERPAY', 'OVERPAY']],
  ] as const)
    it(`of ${what} is told`, async () => {
      const {deliverLater, calypso, answer, told} = setUpWebhooks();
      for (const [id, value] of values.entries()) {
        const wire = (await answer().text()).replace(/}$/, `,"${field}":${JSON.stringify(value)}}`);
        calypso.fault = () => new Response(wire);
        await deliverLater(invoiceEvent(id));
      }
      assert.deepEqual(
        told.map(({invoice}) => invoice[field]),
        values.slice(1),
      );
    });

  it('of one invoice is none of another', async () => {
    const {deliver, told} = setUpWebhooks();
    await deliver(invoiceEvent(1));
    await deliver(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: OTHER_KEY}));
    assert.deepEqual(
      told.map(({invoice}) => invoice.idempotencyKey),
      [KEY, OTHER_KEY],
    );
  });

  it('that came and went between two events is told as it stands', async () => {
    const {deliver, change, states} = setUpWebhooks();
    change('PAID', '10.234');
    change('COMPLETED');
    await deliver(invoiceEvent(1, 'INVOICE_PAID'));
    await deliver(invoiceEvent(2, 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED'));
    assert.deepEqual(states(), ['COMPLETED']);
  });
});

describe('an event that comes again', () => {
  it('is answered, and neither read nor told again', async () => {
    const {deliver, reads, told} = setUpWebhooks();
    for (let time = 0; time < 20; time++) assert.equal((await deliver(invoiceEvent(1))).status, 200);
    assert.deepEqual([reads.length, told.length], [1, 1]);
  });

  it('signed with the secret of another subscription is the same event', async () => {
    const {deliver, told} = setUpWebhooks({webhookSecrets: ['one', 'two']});
    assert.equal((await deliver(invoiceEvent(1), 'one')).status, 200);
    assert.equal((await deliver(invoiceEvent(1), 'two')).status, 200);
    assert.equal(told.length, 1);
  });

  it('re-signed with a secret of nobody is refused, known as it is', async () => {
    const {deliver} = setUpWebhooks();
    await deliver(invoiceEvent(1));
    await assertProblem(await deliver(invoiceEvent(1), 'nobody'), 401);
  });

  it('replayed after the invoice went on changes nothing', async () => {
    const {deliver, change, states} = setUpWebhooks();
    await deliver(invoiceEvent(1, 'INVOICE_CREATE_INVOICE'));
    change('PAID', '10.234');
    await deliver(invoiceEvent(2, 'INVOICE_PAID'));
    for (const id of [1, 2, 1])
      await deliver(invoiceEvent(id, id === 1 ? 'INVOICE_CREATE_INVOICE' : 'INVOICE_PAID'));
    assert.deepEqual(states(), ['PENDING_PAYMENT', 'PAID']);
  });

  it('after the one that came later tells nothing old', async () => {
    const {deliver, change, states} = setUpWebhooks();
    change('COMPLETED', '10.234');
    await deliver(invoiceEvent(2, 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED'));
    await deliver(invoiceEvent(1, 'INVOICE_MEMPOOL_FOUND'));
    assert.deepEqual(states(), ['COMPLETED']);
  });

  it('with an id that another event of the invoice had is another event', async () => {
    const {deliver, change, states} = setUpWebhooks();
    change('PAID');
    await deliver(invoiceEvent(1, 'INVOICE_PAID'));
    change('COMPLETED');
    await deliver(invoiceEvent(1, 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED'));
    assert.deepEqual(states(), ['PAID', 'COMPLETED']);
  });

  for (const createdDate of ['2125-01-01T00:00:00', '1970-01-01T00:00:00', 'soon', null, 7])
    it(`dated ${createdDate} is a hint like any other`, async () => {
      const {deliver, told} = setUpWebhooks();
      assert.equal((await deliver({...invoiceEvent(1), createdDate})).status, 200);
      assert.equal((await deliver({...invoiceEvent(1), createdDate: '2025-07-05T12:00:00'})).status, 200);
      assert.equal(told.length, 1);
    });
});

describe('onInvoice that fails', () => {
  for (const [what, failure] of [
    [
      'throws',
      () => {
        throw new Error('CANARY database');
      },
    ],
    ['rejects', () => Promise.reject(new Error('CANARY database'))],
    ['throws no error', () => Promise.reject('CANARY')],
  ] as [string, () => unknown][])
    it(`${what}: 500, and is called again until it succeeds, and then no more`, async () => {
      let calls = 0;
      const {deliverLater} = setUpWebhooks({onInvoice: () => (++calls < 3 ? failure() : undefined)});
      await assertProblem(await deliverLater(invoiceEvent(1)), 500);
      await assertProblem(await deliverLater(invoiceEvent(1)), 500);
      for (let time = 0; time < 3; time++) assert.equal((await deliverLater(invoiceEvent(1))).status, 200);
      assert.equal(calls, 3);
    });

  it('is called by the next event too, with what is true by then', async () => {
    const states: string[] = [];
    const {deliverLater, change} = setUpWebhooks({
      onInvoice: ({state}) => {
        states.push(state);
        assert.notEqual(state, 'PAID');
      },
    });
    change('PAID', '10.234');
    assert.equal((await deliverLater(invoiceEvent(1))).status, 500);
    change('COMPLETED');
    assert.equal((await deliverLater(invoiceEvent(2))).status, 200);
    assert.equal((await deliverLater(invoiceEvent(1))).status, 200);
    assert.deepEqual(states, ['PAID', 'COMPLETED']);
  });
});

describe('Calypso that cannot be read', () => {
  for (const [what, fault, status] of [
    ['is down', () => Promise.reject(new TypeError('fetch failed')), 502],
    ['answers an error', () => calypsoError('000', 500), 502],
    ['answers HTML', () => new Response('<html>'), 502],
    ['does not know the invoice', () => calypsoError('004'), 404],
  ] as const)
    it(`${what}: ${status}, so that the event comes again, and is told once it is back`, async () => {
      const {deliverLater, calypso, told, change} = setUpWebhooks();
      change('PAID', '10.234');
      calypso.fault = fault;
      for (let time = 0; time < 3; time++) await assertProblem(await deliverLater(invoiceEvent(1)), status);
      await assertProblem(
        await deliverLater(invoiceEvent(2, 'INVOICE_PAID', {idempotencyKey: undefined})),
        status,
      );
      assert.deepEqual(told, []);
      calypso.fault = undefined;
      assert.equal((await deliverLater(invoiceEvent(1))).status, 200);
      assert.equal(told.length, 1);
    });

  it('is silent: 504', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const {deliver, calypso, reads} = setUpWebhooks();
    calypso.fault = () => new Promise(() => undefined);
    const answer = deliver(invoiceEvent(1));
    while (!reads.length) await turn();
    t.mock.timers.tick(8000);
    await assertProblem(await answer, 504);
  });
});

describe('deliveries that come together', () => {
  /** An onInvoice that waits for the test. */
  function slow() {
    const waiting: {state: string; end: (failure?: Error) => void}[] = [];
    let most = 0;
    let now = 0;
    return {
      waiting,
      most: () => most,
      onInvoice: ({state}: {state: string}) => {
        most = Math.max(most, ++now);
        return new Promise<void>((resolve, reject) =>
          waiting.push({state, end: (failure) => (now--, failure ? reject(failure) : resolve())}),
        );
      },
    };
  }
  const until = async (condition: () => boolean) => {
    for (let time = 0; !condition(); time++) {
      assert.ok(time < 1000, 'it never came');
      await turn();
    }
  };

  it('of one change tell it once, and all wait for the outcome', async () => {
    const {waiting, onInvoice, most} = slow();
    const {deliver, reads} = setUpWebhooks({onInvoice});
    let answered = 0;
    const answers = Array.from({length: 10}, (_, id) =>
      deliver(invoiceEvent(id % 5)).finally(() => answered++),
    );
    await until(() => waiting.length === 1);
    await turn();
    assert.equal(answered, 0);
    waiting[0]?.end();
    assert.deepEqual(new Set((await Promise.all(answers)).map(({status}) => status)), new Set([200]));
    assert.deepEqual([reads.length, waiting.length, most()], [1, 1, 1]);
  });

  it('try one after the other where it fails', async () => {
    const {waiting, onInvoice, most} = slow();
    const {deliver, reads} = setUpWebhooks({onInvoice});
    const answers = [1, 2, 3].map((id) => deliver(invoiceEvent(id)));
    await until(() => waiting.length === 1);
    waiting[0]?.end(new Error('down'));
    await until(() => waiting.length === 2);
    waiting[1]?.end();
    const statuses = (await Promise.all(answers)).map(({status}) => status);
    assert.deepEqual(statuses, [500, 200, 200]);
    assert.deepEqual([reads.length, waiting.length, most()], [2, 2, 1]);
  });

  it('of two changes tell both, in their order', async () => {
    const {waiting, onInvoice, most} = slow();
    const {deliver, change} = setUpWebhooks({onInvoice});
    change('PAID', '10.234');
    const first = deliver(invoiceEvent(1));
    await until(() => waiting.length === 1);
    change('COMPLETED');
    const second = deliver(invoiceEvent(2));
    await turn();
    assert.equal(waiting.length, 1);
    waiting[0]?.end();
    await until(() => waiting.length === 2);
    waiting[1]?.end();
    assert.deepEqual([(await first).status, (await second).status], [200, 200]);
    assert.deepEqual([waiting.map(({state}) => state), most()], [['PAID', 'COMPLETED'], 1]);
  });

  it('of two invoices do not wait for each other', async () => {
    const {waiting, onInvoice} = slow();
    const {deliver} = setUpWebhooks({onInvoice});
    const answers = [KEY, OTHER_KEY].map((idempotencyKey) =>
      deliver(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey})),
    );
    await until(() => waiting.length === 2);
    for (const {end} of waiting) end();
    await Promise.all(answers);
  });

  it('wait a minute for one that never ends, and go on', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const {waiting, onInvoice} = slow();
    const {deliver} = setUpWebhooks({onInvoice});
    void deliver(invoiceEvent(1));
    await until(() => waiting.length === 1);
    const second = deliver(invoiceEvent(2));
    for (let time = 0; time < 20; time++) await turn();
    t.mock.timers.tick(59_999);
    for (let time = 0; time < 20; time++) await turn();
    assert.equal(waiting.length, 1);
    t.mock.timers.tick(1);
    await until(() => waiting.length === 2);
    waiting[1]?.end();
    assert.equal((await second).status, 200);
  });
});

describe('what a payer reads', () => {
  const stateOf = async (response: Response) => ((await response.json()) as {state: string}).state;

  it('is the new state at once, warm as the cache was', async () => {
    const {deliver, read, reads, change} = setUpWebhooks();
    assert.equal(await stateOf(await read()), 'PENDING_PAYMENT');
    change('PAID', '10.234');
    assert.equal(await stateOf(await read()), 'PENDING_PAYMENT');
    await deliver(invoiceEvent(1));
    assert.equal(await stateOf(await read()), 'PAID');
    assert.deepEqual(reads, [KEY, KEY]);
  });

  it('is new also where the cache held a last state', async () => {
    const {deliver, read, change} = setUpWebhooks();
    change('ARCHIVED');
    await read();
    change('COMPLETED');
    await deliver(invoiceEvent(1));
    assert.equal(await stateOf(await read()), 'COMPLETED');
  });

  it('is new though onInvoice fails', async () => {
    const {deliver, read, change} = setUpWebhooks({onInvoice: () => assert.fail()});
    await read();
    change('PAID');
    assert.equal((await deliver(invoiceEvent(1))).status, 500);
    assert.equal(await stateOf(await read()), 'PAID');
  });

  it('is new without an onInvoice', async () => {
    const {deliver, read, change} = setUpWebhooks({onInvoice: undefined as never});
    await read();
    change('PAID');
    assert.equal((await deliver(invoiceEvent(1))).status, 200);
    assert.equal(await stateOf(await read()), 'PAID');
  });

  it('is not made old again by an earlier read that ends later', async () => {
    const {deliver, read, reads, change, calypso, answer} = setUpWebhooks();
    const old = answer();
    let release: (response: Response) => void = () => undefined;
    calypso.fault = () => new Promise((resolve) => (release = resolve));
    const early = read();
    while (!reads.length) await turn();
    calypso.fault = undefined;
    change('PAID', '10.234');
    await deliver(invoiceEvent(1));
    release(old);
    assert.equal(await stateOf(await early), 'PENDING_PAYMENT');
    await turn();
    assert.equal(await stateOf(await read()), 'PAID');
    assert.equal(reads.length, 2);
  });

  it('is shared by those who come while the event is followed', async () => {
    const {deliver, read, reads, advance, change} = setUpWebhooks();
    change('PAID');
    const delivery = deliver(invoiceEvent(1));
    while (!reads.length) await turn();
    assert.equal(await stateOf(await read()), 'PAID');
    await delivery;
    advance(999);
    await read();
    assert.equal(reads.length, 1);
  });
});

it('whatever comes in whatever order, each change is told, none twice, and the last is what stands', async (t) => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('change' as const),
      state: fc.constantFrom('MEM_POOL_FOUND', 'PAID', 'COMPLETED'),
    }),
    fc.record({
      kind: fc.constant('deliver' as const),
      id: fc.nat(6),
      fails: fc.boolean(),
      down: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 40}), fc.boolean(), async (steps, together) => {
      const heard: string[] = [];
      let fails = false;
      const {deliver, change, calypso, advance} = setUpWebhooks({
        onInvoice: ({state, totalDebitAmount}) => {
          assert.equal(fails, false);
          heard.push(`${state} ${totalDebitAmount}`);
        },
      });
      const stood: string[] = ['PENDING_PAYMENT 0'];
      let events = 0;
      for (const step of steps)
        if (step.kind === 'change') {
          change(step.state, String(++events));
          stood.push(`${step.state} ${events}`);
        } else {
          fails = step.fails;
          calypso.fault = step.down ? () => calypsoError('000') : undefined;
          // Events that were replayed, or are about what is long past, are as likely as new ones.
          const copies = Array.from({length: together ? 3 : 1}, () =>
            deliver(invoiceEvent(Math.min(step.id, events))),
          );
          const statuses = (await done(t, advance, Promise.all(copies))).map(({status}) => status);
          assert.ok(statuses.every((status) => [200, 500, 502].includes(status)));
        }
      fails = false;
      calypso.fault = undefined;
      // The last change has an event of its own, delivered until it is answered with 200.
      assert.equal((await done(t, advance, deliver(invoiceEvent(1000)))).status, 200);
      assert.equal(new Set(heard).size, heard.length);
      assert.equal(heard.at(-1), stood.at(-1));
      assert.deepEqual(
        heard,
        stood.filter((change) => heard.includes(change)),
      );
    }),
    {numRuns: 100},
  );
});
