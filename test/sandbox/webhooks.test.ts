import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSigned, listener} from './listener.js';
import {DAY, HOUR, names, SECOND, setup} from './support.js';

const URL = 'https://shop.example/hook?a=1';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/;

/** A sandbox with one endpoint that is told everything. */
async function start(options: Parameters<typeof setup>[0] = {}) {
  const merchant = listener();
  const world = setup({fetch: merchant.fetch, ...options});
  const hook = await world.client.createWebhook({url: URL, notificationServiceTypes: ['INVOICE']});
  return {...world, ...merchant, hook, ...world.sandbox};
}

describe('a webhook subscription', () => {
  it('is answered with its keys, and listed', async () => {
    const {client, hook} = await start();
    const {requestId, key, publicKey, secretKey, ...rest} = hook;
    assert.match(requestId, UUID);
    assert.match(String(publicKey), /^[\da-f]{32}$/);
    assert.match(String(secretKey), /^[\da-f]{32}$/);
    assert.equal(key, publicKey);
    assert.equal(rest['notificationEventTypes']?.length, 10);
    assert.deepEqual(
      {...rest, notificationEventTypes: []},
      {notificationEventTypes: [], url: URL, createdDate: '2026-01-02T03:04:05.006000'},
    );
    // Calypso's sample, that asks for four events; its answer lacks the keys that the Webhook API has.
    const sample = {
      notificationEventTypes: [
        'INVOICE_FUNDS_RECEIVED_FOR_INVOICE',
        'INVOICE_PAID',
        'INVOICE_PENDING_INTERVENTION',
        'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED',
      ],
      requestId: 'bf9348b7-2c14-46d7-868c-b597852da319',
      url: 'http://shop.example/',
    };
    const second = await client.createWebhook(sample);
    assert.deepEqual({...second, ...sample}, second);
    assert.notEqual(second.secretKey, hook.secretKey);
    const [one, two, ...more] = await client.listWebhooks();
    assert.deepEqual([one, two, more], [hook, second, []]);
    await client.deleteWebhook(hook.requestId);
    assert.deepEqual(await client.listWebhooks(), [second]);
  });

  it('is told what it asked for, of what happens after it was made, and nothing once it is deleted', async () => {
    const merchant = listener();
    const {client, create, sandbox} = setup({fetch: merchant.fetch});
    const old = names(await create());
    await sandbox.deposit({address: old.address, amount: '10.234'});
    await sandbox.advance(5 * SECOND);
    const hook = await client.createWebhook({
      url: URL,
      notificationEventTypes: ['INVOICE_PAID', 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED'],
    });
    await sandbox.advance(0);
    assert.deepEqual(merchant.types(), []);
    const {address} = names(await create());
    await sandbox.deposit({address, amount: '10.234'});
    await sandbox.advance(5 * SECOND);
    assert.deepEqual(merchant.types(), ['INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED', 'INVOICE_PAID']);
    await client.deleteWebhook(hook.requestId);
    await sandbox.advance(HOUR);
    assert.equal(merchant.posts.length, 2);
    // A later one is not told what happened while nobody listened.
    await client.createWebhook({url: URL, notificationServiceTypes: ['INVOICE']});
    await sandbox.advance(HOUR);
    assert.equal(merchant.posts.length, 2);
  });

  it('two are told of the same event under one id, each signed with its own secret', async () => {
    const {client, create, advance, hook, posts} = await start();
    const second = await client.createWebhook({
      url: 'http://other.example/',
      notificationServiceTypes: ['INVOICE'],
    });
    await create();
    await advance(0);
    assert.deepEqual(posts.map(({url}) => url).sort(), ['http://other.example/', URL]);
    const [one, two] = [hook, second].map(({requestId}) =>
      posts.find(({event}) => event.requestId === requestId)!,
    );
    assert.equal(one?.event.id, two?.event.id);
    assert.ok(isSigned(one!, hook.secretKey!) && isSigned(two!, second.secretKey!));
    assert.ok(!isSigned(one!, second.secretKey!));
  });
});

describe('events', () => {
  it('a payment: signed, in the documented envelope, in order, each once', async () => {
    const {create, deposit, advance, posts, types, hook} = await start();
    const invoice = await create({externalId: '1234', amount: '1.5', currency: 'ETH'});
    const {address, idempotencyKey} = names(invoice);
    await advance(HOUR);
    const {transactionHash} = await deposit({address, amount: '1.4999'});
    await advance(DAY);
    assert.deepEqual(types(), [
      'INVOICE_CREATE_INVOICE',
      'INVOICE_MEMPOOL_FOUND',
      'INVOICE_FUNDS_RECEIVED_FOR_INVOICE',
      'INVOICE_PAID',
      'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED',
    ]);
    let last = 0;
    for (const posted of posts) {
      assert.ok(isSigned(posted, hook.secretKey!));
      assert.equal(posted.headers.get('Key'), hook.publicKey);
      const {event} = posted;
      assert.deepEqual(Object.keys(event), [
        'requestId',
        'id',
        'createdDate',
        'level',
        'service',
        'eventType',
        'data',
      ]);
      assert.ok(event.id > last);
      last = event.id;
      assert.equal(event.requestId, hook.requestId);
      assert.match(String(event['createdDate']), INSTANT);
      assert.match(String(event['level']), /^(SUCCESS|INFO|WARNING)$/);
      assert.equal(event['service'], 'INVOICE');
      const {data} = event;
      assert.equal(data['type'], event.eventType);
      assert.deepEqual(
        [
          data['parentExternalId'],
          data['externalId'],
          data['idempotencyKey'],
          data['currency'],
          data['createdDate'],
        ],
        [invoice.id, '1234', idempotencyKey, 'ETH', invoice.createdDate],
      );
    }
    const data = Object.fromEntries(posts.map(({event}) => [event.eventType, event.data]));
    const funds = data['INVOICE_FUNDS_RECEIVED_FOR_INVOICE']!;
    const [transactionId] = funds['transactionIds'] as string[];
    assert.match(transactionId!, UUID);
    const told = {
      amount: 1.4999,
      transactionId,
      fiatAmount: {},
      message: 'Tea',
      transactionHash,
    };
    assert.deepEqual({...funds, ...told}, funds);
    assert.match(String(funds['senderAddress']), /^0x[\da-fA-F]{40}$/);
    assert.match(String(funds['paymentDate']), /T04:04:10\.006000$/);
    assert.equal(data['INVOICE_MEMPOOL_FOUND']!['transactionHash'], transactionHash);
    const paid = data['INVOICE_PAID']!;
    assert.deepEqual([paid['amount'], paid['realAmount']], [1.5, 1.4999]);
    const done = data['INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED']!;
    assert.deepEqual([done['amount'], done['serviceFee']], [1.4999, 0.014999]);
    const worth = done['fiatAmount'] as Record<string, number>;
    assert.ok(worth['USD']! > 4500 && worth['EUR']! > 4000 && worth['EUR']! < worth['USD']!);
  });

  it('has every field that Calypso’s samples have; the one of INVOICE_PAID lacks half of the envelope', async () => {
    const {create, deposit, advance, posts} = await start();
    await deposit({address: names(await create()).address, amount: '10.234'});
    await advance(DAY);
    const samples: Record<string, string> = {
      INVOICE_FUNDS_RECEIVED_FOR_INVOICE:
        'type amount transactionId transactionIds message currency externalId fiatAmount createdDate description paymentDate senderAddress idempotencyKey transactionHash parentExternalId',
      INVOICE_PAID: 'type amount currency realAmount description idempotencyKey parentExternalId',
      INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED:
        'type amount message currency externalId fiatAmount serviceFee createdDate idempotencyKey parentExternalId',
    };
    for (const [type, fields] of Object.entries(samples)) {
      const {data} = posts.find(({event}) => event.eventType === type)!.event;
      for (const field of fields.split(' ')) assert.ok(field in data, `${type}.${field}`);
    }
    assert.ok(posts.every(({event}) => event.data['externalId'] === null));
  });

  it('amounts keep every digit, and are numbers', async () => {
    const {create, deposit, advance, posts} = await start();
    const amount = '1234567890123456.123456789012345678';
    await deposit({address: names(await create({currency: 'ETH', amount})).address, amount});
    await advance(DAY);
    const bodies = posts.map(({body}) => body).join('\n');
    assert.ok(bodies.includes(`"amount":${amount},"realAmount":${amount}`), bodies);
    assert.ok(bodies.includes('"serviceFee":12345678901234.561234567890123456'), bodies);
  });

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

  it('SINGLE_FIAT tells its price as a number', async () => {
    const {client, deposit, advance, posts} = await start();
    const invoice = await client.createSingleFiatInvoice({
      fiatAmount: '99.90',
      fiatCurrency: 'EUR',
      currency: 'TRX',
      description: 'x',
    });
    await deposit({address: names(invoice).address, amount: invoice.amount!});
    await advance(DAY);
    const paid = posts.find(({event}) => event.eventType === 'INVOICE_PAID')!.event.data;
    assert.deepEqual(
      [paid['fiatAmount'], paid['fiatCurrency'], paid['amount']],
      [99.9, 'EUR', Number(invoice.amount)],
    );
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
