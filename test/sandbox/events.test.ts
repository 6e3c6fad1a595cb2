import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DAY, HOUR, names, SECOND} from './support.js';
import {start} from './webhook-fixture.js';

describe('the events of', () => {
  const deposits = ['INVOICE_MEMPOOL_FOUND', 'INVOICE_FUNDS_RECEIVED_FOR_INVOICE'];
  for (const [name, expected, run] of [
    ['expiry', ['INVOICE_EXPIRED'], async () => undefined],
    ['archiving is told by no event', [], async (w) => w.sandbox.archive(w.reference)],
    [
      'a decline',
      ['INVOICE_MEMPOOL_FOUND', 'INVOICE_COMPLIANCE_DECLINED'],
      async (w) => {
        await w.deposit({address: w.address, amount: 1, hold: 'compliance'});
        await w.sandbox.decline(w.reference);
      },
    ],
    [
      'a check',
      [...deposits, 'INVOICE_PENDING_COMPLIANCE', 'INVOICE_PAID', 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED'],
      (w) => w.deposit({address: w.address, amount: '10.234', hold: 'compliance'}),
    ],
    [
      'an intervention that is closed',
      [...deposits, 'INVOICE_PENDING_INTERVENTION'],
      async (w) => {
        await w.deposit({address: w.address, amount: 1});
        await w.advance(HOUR);
        await w.client.closeIntervention(w.reference);
      },
    ],
    [
      'an intervention that is taken',
      [
        ...deposits,
        'INVOICE_PENDING_INTERVENTION',
        'INVOICE_PAID',
        'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED',
      ],
      async (w) => {
        await w.deposit({address: w.address, amount: 1});
        await w.advance(HOUR);
        await w.client.returnToPaid(w.reference);
      },
    ],
  ] as [
    string,
    string[],
    (
      world: Awaited<ReturnType<typeof start>> & {address: string; reference: {idempotencyKey: string}},
    ) => Promise<unknown>,
  ][])
    it(name, async () => {
      const world = await start();
      const {address, idempotencyKey} = names(await world.create());
      await run({...world, address, reference: {idempotencyKey}});
      await world.advance(5 * DAY);
      assert.deepEqual(world.types(), ['INVOICE_CREATE_INVOICE', ...expected]);
      if (expected[0] === 'INVOICE_EXPIRED')
        assert.equal(world.posts[1]?.event.data['expirationDate'], '2026-01-02T06:04:05.006000');
      const intervention = world.posts.find(({event}) => event.eventType === 'INVOICE_PENDING_INTERVENTION');
      if (intervention)
        for (const field of ['amount', 'interventionType']) assert.ok(!(field in intervention.event.data));
      await world.advance(DAY);
      assert.equal(world.posts.length, expected.length + 1, 'each once');
    });

  it('UNLIMITED tells of each deposit, of its credit even after archiving, and of no state', async () => {
    const {client, deposit, advance, types, posts} = await start();
    const invoice = names(await client.createUnlimitedInvoice({currency: 'ETH', description: 'x'}));
    await deposit({address: invoice.address, amount: 1});
    await advance(20 * SECOND);
    await deposit({address: invoice.address, amount: 2});
    await advance(6 * SECOND);
    await client.archiveInvoice({idempotencyKey: invoice.idempotencyKey});
    await advance(100 * DAY);
    const [received, credited] = [
      'INVOICE_FUNDS_RECEIVED_FOR_INVOICE',
      'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED',
    ];
    assert.deepEqual(types(), ['INVOICE_CREATE_UNLIMITED_INVOICE', received, credited, received, credited]);
    const ids = posts[1]?.event.data['transactionIds'] as string[];
    assert.equal((await client.getDeposit(invoice, ids[0]!)).amount, '1');
  });

  it('advancing over several changes of several invoices tells them in order, and at each the invoice is as told', async () => {
    const {create, client, deposit, advance, posts, hooks} = await start();
    const [a, b] = [names(await create()), names(await create())];
    const seen: unknown[] = [];
    hooks.onPost = async ({event}) => {
      const {state} = await client.getInvoice({id: String(event.data['parentExternalId'])});
      if (event.eventType !== 'INVOICE_CREATE_INVOICE') seen.push([event.eventType, state]);
    };
    await deposit({address: a.address, amount: '10.234'});
    await advance(2 * SECOND);
    await deposit({address: b.address, amount: 1});
    await advance(DAY);
    assert.deepEqual(seen, [
      ['INVOICE_MEMPOOL_FOUND', 'MEM_POOL_FOUND'],
      ['INVOICE_MEMPOOL_FOUND', 'MEM_POOL_FOUND'],
      ['INVOICE_FUNDS_RECEIVED_FOR_INVOICE', 'PAID'],
      ['INVOICE_PAID', 'PAID'],
      ['INVOICE_FUNDS_RECEIVED_FOR_INVOICE', 'PENDING_INTERVENTION'],
      ['INVOICE_PENDING_INTERVENTION', 'PENDING_INTERVENTION'],
      ['INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED', 'COMPLETED'],
    ]);
    const dates = posts.map(({event}) => String(event['createdDate']));
    assert.deepEqual(dates, dates.toSorted());
  });
});
