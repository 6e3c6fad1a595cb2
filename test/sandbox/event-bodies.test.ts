import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSigned} from './listener.js';
import {DAY, HOUR, names} from './support.js';
import {start, UUID} from './webhook-fixture.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/;

describe('the body of an event', () => {
  it('a payment: signed, in the documented envelope, in order, each once', async () => {
    const {create, deposit, advance, posts, types, hook} = await start();
    const invoice = await create({externalId: '1234', amount: '1.5', currency: 'ETH'});
    const {address, idempotencyKey} = names(invoice);
    await advance(HOUR);
    await deposit({address, amount: '1.4999'});
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
  });

  it('tells of the money that came, and what it is worth', async () => {
    const {create, deposit, advance, posts} = await start();
    const {address} = names(await create({amount: '1.5', currency: 'ETH'}));
    await advance(HOUR);
    const {transactionHash} = await deposit({address, amount: '1.4999'});
    await advance(DAY);
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
});
