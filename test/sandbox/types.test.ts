import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DAY, HOUR, names, SECOND, setup, START} from './support.js';

const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const iso = (time: number) => new Date(time).toISOString();
const UNLIMITED = ['UNLIMITED', 'UNLIMITED_LINKED'] as const;

/** A new invoice of each type, by the client. */
function makers({client}: ReturnType<typeof setup>) {
  const common = {currency: 'ETH', description: 'invoice for client 1', idempotencyKey: KEY};
  return {
    SINGLE: (fields = {}) => client.createSingleInvoice({amount: '0.001', ...common, ...fields}),
    SINGLE_FIAT: (fields = {}) =>
      client.createSingleFiatInvoice({fiatAmount: '100', fiatCurrency: 'EUR', ...common, ...fields}),
    BOUND: (fields = {}) => client.createBoundInvoice({lowerBound: '0.5', ...common, ...fields}),
    UNLIMITED: (fields = {}) => client.createUnlimitedInvoice({...common, ...fields}),
    UNLIMITED_LINKED: (fields = {}) => client.createUnlimitedLinkedInvoice({...common, ...fields}),
  };
}

describe('a new invoice of each type', () => {
  for (const type of UNLIMITED)
    it(`${type} has the fields of Calypso's sample, whose names and date belong to another request`, async () => {
      const {id, invoiceAddress, ...rest} = await makers(setup())[type]();
      assert.match(String(id), /^[\da-f-]{36}$/);
      assert.match(String(invoiceAddress), /^0x[\da-fA-F]{40}$/);
      assert.deepEqual(rest, {
        type,
        totalDebitAmount: '0',
        currency: 'ETH',
        state: 'PENDING_PAYMENT',
        description: 'invoice for client 1',
        createdDate: '2026-01-02T03:04:05.006000',
        idempotencyKey: KEY,
        isInterventionResolved: true,
        subscriptionEnabled: false,
      });
    });

  it('BOUND has a lower bound, and neither amount nor fee', async () => {
    const invoice = await makers(setup()).BOUND();
    assert.equal(invoice.lowerBound, '0.5');
    assert.deepEqual([invoice.amount, invoice.fee], [undefined, undefined]);
    assert.equal(invoice.expiration, iso(START + DAY).replace('Z', '000'));
  });

  it('the reference types every sample as SINGLE; ours tell the truth', async () => {
    for (const type of ['SINGLE', 'SINGLE_FIAT', 'BOUND', ...UNLIMITED] as const) {
      const world = setup();
      const invoice = await makers(world)[type]();
      assert.equal(invoice.type, type);
      assert.deepEqual(await world.client.getInvoice({idempotencyKey: KEY}), invoice);
      assert.deepEqual(await world.client.getInvoice({id: String(invoice.id)}), invoice);
    }
  });

  it('an unlimited one does not know expiration or amount, whatever is sent', async () => {
    const {call} = setup();
    const {status, json} = await call(
      'invoice/unlimited/create',
      '{"currency":"ETH","description":"x","amount":1,"lowerBound":1,"fiatAmount":1,"expiration":"2026-01-02T04:00:00Z"}',
    );
    assert.equal(status, 200);
    for (const field of ['amount', 'lowerBound', 'fiatAmount', 'expiration'])
      assert.ok(!(field in json), field);
  });

  for (const first of ['SINGLE', 'UNLIMITED'] as const)
    it(`one key is one invoice across all types, after ${first}`, async () => {
      const world = setup();
      await makers(world)[first]();
      for (const [path, fields] of [
        ['single', {amount: 1}],
        ['single-fiat', {fiatAmount: 1, fiatCurrency: 'USD'}],
        ['bound', {lowerBound: 1}],
        ['unlimited', {}],
        ['unlimited-linked', {}],
      ] as const) {
        const payload = {currency: 'ETH', description: 'x', idempotencyKey: KEY, ...fields};
        const {status, json} = await world.call(`invoice/${path}/create`, JSON.stringify(payload));
        assert.deepEqual([status, json['errorCode']], [400, '016'], path);
      }
      assert.equal((await world.client.listInvoices()).totalElements, 1);
    });

  for (const path of ['single-fiat', 'bound', 'unlimited', 'unlimited-linked'])
    it(`exactly one of many concurrent calls to ${path} gets through`, async () => {
      const {call, client} = setup();
      const payload = {
        currency: 'ETH',
        description: 'x',
        idempotencyKey: KEY,
        fiatAmount: 1,
        fiatCurrency: 'USD',
        lowerBound: 1,
      };
      const answers = await Promise.all(
        Array.from({length: 30}, () => call(`invoice/${path}/create`, JSON.stringify(payload))),
      );
      assert.equal(answers.filter(({status}) => status === 200).length, 1);
      assert.equal(answers.filter(({json}) => json['errorCode'] === '016').length, 29);
      assert.equal((await client.listInvoices()).totalElements, 1);
    });
});

describe('BOUND', () => {
  for (const [amount, state, interventionType] of [
    ['0.5', 'PAID', undefined],
    ['0.500000000000000001', 'PAID', undefined],
    ['12345', 'PAID', undefined],
    ['0.4975', 'PAID', undefined],
    ['0.497499999999999999', 'PENDING_INTERVENTION', 'UNDERPAY'],
  ] as const)
    it(`${amount} of at least 0.5: ${state}`, async () => {
      const world = setup();
      const {address} = names(await makers(world).BOUND());
      await world.sandbox.deposit({address, amount});
      await world.sandbox.advance(5 * SECOND);
      const invoice = await world.client.getInvoice({idempotencyKey: KEY});
      assert.deepEqual(
        [invoice.state, invoice.interventionType, invoice.totalDebitAmount, invoice.amount],
        [state, interventionType, amount, undefined],
      );
      await world.sandbox.advance(5 * SECOND);
      const end = interventionType ? state : 'COMPLETED';
      assert.equal((await world.client.getInvoice({idempotencyKey: KEY})).state, end);
    });

  it('expires', async () => {
    const world = setup();
    await makers(world).BOUND({currency: 'USDT_TRX'});
    await world.sandbox.advance(3 * HOUR - 1);
    assert.equal((await world.client.getInvoice({idempotencyKey: KEY})).state, 'PENDING_PAYMENT');
    await world.sandbox.advance(1);
    assert.equal((await world.client.getInvoice({idempotencyKey: KEY})).state, 'ARCHIVED');
  });
});

for (const type of UNLIMITED)
  describe(type, () => {
    async function start() {
      const world = setup();
      const {address} = names(await makers(world)[type]());
      const look = () => world.client.getInvoice({idempotencyKey: KEY});
      const expect = async (state: string, total: string) => {
        const invoice = await look();
        assert.deepEqual([invoice.state, invoice.totalDebitAmount], [state, total]);
      };
      return {...world, address, look, expect, ...world.sandbox};
    }

    it('takes any number of payments, and is never paid', async () => {
      const {deposit, advance, address, look, expect} = await start();
      const {transactionHash} = await deposit({address, amount: '0.000000000000000001'});
      assert.equal((await look()).lastDepositHash, transactionHash);
      await expect('PENDING_PAYMENT', '0');
      await advance(5 * SECOND - 1);
      await expect('PENDING_PAYMENT', '0');
      await advance(1);
      await expect('PENDING_PAYMENT', '0.000000000000000001');
      await advance(DAY);
      await deposit({address, amount: '1000', hold: 'compliance'});
      await advance(5 * SECOND);
      await expect('PENDING_PAYMENT', '1000.000000000000000001');
      await advance(30 * DAY);
      await expect('PENDING_PAYMENT', '1000.000000000000000001');
      const {interventionType, isInterventionResolved} = await look();
      assert.deepEqual([interventionType, isInterventionResolved], [undefined, true]);
    });

    it('is archived after 3 months (90 days) without a deposit', async () => {
      const {deposit, advance, address, expect} = await start();
      await advance(90 * DAY - 1);
      await expect('PENDING_PAYMENT', '0');
      await deposit({address, amount: 1});
      await advance(90 * DAY - 1);
      await expect('PENDING_PAYMENT', '1');
      await advance(1);
      await expect('ARCHIVED', '1');
      assert.equal((await deposit({address, amount: 1})).tracked, false);
    });

    it('is archived by the merchant, by API and from outside, and takes nothing more', async () => {
      for (const way of ['api', 'sandbox'] as const) {
        const {client, sandbox, deposit, advance, address, expect} = await start();
        await deposit({address, amount: 2});
        await advance(5 * SECOND);
        const reference = {idempotencyKey: KEY};
        const answer = await (way === 'api' ? client.archiveInvoice(reference) : sandbox.archive(reference));
        assert.equal(answer.state, 'ARCHIVED');
        assert.equal((await deposit({address, amount: 1})).tracked, false);
        await advance(DAY);
        await expect('ARCHIVED', '2');
        await assert.rejects(client.archiveInvoice(reference), {errorCode: '006'});
      }
    });

    it('is never declined and has no interventions: 006', async () => {
      const {sandbox, client, deposit, advance, address, expect} = await start();
      await deposit({address, amount: 2, hold: 'compliance'});
      await advance(6 * SECOND);
      await assert.rejects(sandbox.decline({idempotencyKey: KEY}), {errorCode: '006'});
      await assert.rejects(client.returnToPaid({idempotencyKey: KEY}), {errorCode: '006'});
      await assert.rejects(client.closeIntervention({idempotencyKey: KEY}), {errorCode: '006'});
      await expect('PENDING_PAYMENT', '2');
    });
  });
