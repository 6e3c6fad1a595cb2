import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DAY, names, SECOND, setup} from './support.js';

const page = {page: 1, size: 10, total: 0, totalElements: 0, result: []};

describe('pages of invoices', () => {
  async function start(count: number) {
    const world = setup();
    const made: string[] = [];
    for (let index = 0; index < count; index++) {
      const {id} = await world.create({
        description: `Tea ${index}`,
        amount: 30 - index,
        externalId: `client ${index % 2}`,
      });
      made.push(String(id));
      await world.sandbox.advance(1);
    }
    return {...world, made};
  }

  it('none: the first page is empty', async () => {
    const {client} = setup();
    assert.deepEqual(await client.listInvoices(), page);
    assert.deepEqual(await client.getInvoicesByExternalId('x'), page);
  });

  it('newest first, 10 a page; total counts pages; beyond the last there is nothing', async () => {
    const {client, made} = await start(23);
    const newest = made.toReversed();
    const ids = async (pageNumber?: number) => {
      const {result, ...rest} = await client.listInvoices(pageNumber === undefined ? {} : {pageNumber});
      assert.deepEqual(rest, {page: pageNumber ?? 1, size: 10, total: 3, totalElements: 23});
      return result.map(({id}) => id);
    };
    assert.deepEqual(await ids(), newest.slice(0, 10));
    assert.deepEqual(await ids(2), newest.slice(10, 20));
    assert.deepEqual(await ids(3), newest.slice(20));
    assert.deepEqual(await ids(4), []);
    assert.deepEqual(await ids(999_999_999), []);
    const all: unknown[] = [];
    for await (const {id} of client.eachInvoice({pageSize: 7, sort: 'ASC'})) all.push(id);
    assert.deepEqual(all, made);
  });

  it('sorted by a field that the payload names; what has no such field stays as it was', async () => {
    const {client, made} = await start(12);
    const ids = async (filter: object) =>
      (await client.listInvoices({pageSize: 100, ...filter})).result.map(({id}) => id);
    assert.deepEqual(await ids({sort: 'ASC'}), made);
    assert.deepEqual(await ids({sort: 'ASC', properties: 'amount'}), made.toReversed());
    assert.deepEqual(await ids({properties: 'amount'}), made);
    assert.deepEqual(await ids({sort: 'ASC', properties: 'createdDate'}), made);
    // Calypso's sample of a request says "text".
    assert.deepEqual(await ids({properties: 'text'}), made.toReversed());
    assert.deepEqual(await ids({properties: '__proto__'}), made.toReversed());
  });

  it('sorted where some have no such field, and where texts look like numbers', async () => {
    const {client, create} = setup();
    for (const [amount, externalId] of [
      ['3', '9'],
      [undefined, '1a'],
      ['1', '10'],
      [undefined, 'x'],
      ['2', undefined],
    ] as const)
      await (amount
        ? create({amount, ...(externalId && {externalId})})
        : client.createUnlimitedInvoice({currency: 'TRX', description: 'x', externalId}));
    const values = async (properties: 'amount' | 'externalId', sort: 'ASC' | 'DESC') =>
      (await client.listInvoices({properties, sort})).result.map((invoice) => invoice[properties]);
    assert.deepEqual(await values('amount', 'ASC'), ['1', '2', '3', undefined, undefined]);
    assert.deepEqual(await values('amount', 'DESC'), [undefined, undefined, '3', '2', '1']);
    assert.deepEqual(await values('externalId', 'ASC'), ['9', '10', '1a', 'x', undefined]);
  });

  it('by external id: several share one', async () => {
    const {client, made} = await start(5);
    const {result, totalElements, total} = await client.getInvoicesByExternalId('client 1', {pageSize: 1});
    assert.deepEqual([result.map(({id}) => id), totalElements, total], [[made[3]], 2, 2]);
    assert.equal((await client.getInvoicesByExternalId('client')).totalElements, 0);
  });

  it('by state and type', async () => {
    const {client, create, sandbox} = setup();
    const single = names(await create());
    await client.createBoundInvoice({lowerBound: 1, currency: 'TRX', description: 'x'});
    await client.createUnlimitedInvoice({currency: 'TRX', description: 'x'});
    await sandbox.deposit({address: single.address, amount: 1});
    await client.archiveInvoice(
      (await client.createUnlimitedLinkedInvoice({currency: 'TRX', description: 'x'})) as {id: string},
    );
    const types = async (filter: object) => (await client.listInvoices(filter)).result.map(({type}) => type);
    assert.deepEqual(await types({}), ['UNLIMITED_LINKED', 'UNLIMITED', 'BOUND', 'SINGLE']);
    assert.deepEqual(await types({stateNames: [], typeNames: []}), await types({}));
    assert.deepEqual(await types({stateNames: ['MEM_POOL_FOUND']}), ['SINGLE']);
    assert.deepEqual(await types({stateNames: ['PENDING_PAYMENT']}), ['UNLIMITED', 'BOUND']);
    assert.deepEqual(
      await types({stateNames: ['PENDING_PAYMENT', 'ARCHIVED'], typeNames: ['UNLIMITED_LINKED']}),
      ['UNLIMITED_LINKED'],
    );
    assert.deepEqual(await types({typeNames: ['SINGLE', 'BOUND']}), ['BOUND', 'SINGLE']);
    assert.deepEqual(await types({typeNames: ['SINGLE'], stateNames: ['PAID']}), []);
    await sandbox.advance(DAY);
    assert.deepEqual(await types({stateNames: ['ARCHIVED'], typeNames: ['BOUND']}), ['BOUND']);
  });
});

describe('deposits and payments', () => {
  it('a paid SINGLE invoice has one of each', async () => {
    const {create, client, sandbox} = setup();
    const invoice = names(await create());
    assert.deepEqual(await client.listDeposits(invoice), page);
    assert.deepEqual(await client.listPayments(invoice), page);
    const {transactionHash} = await sandbox.deposit({address: invoice.address, amount: '10.234'});
    assert.deepEqual(await client.listDeposits(invoice), page, 'not before it is confirmed');
    await sandbox.advance(5 * SECOND);
    const {
      result: [deposit],
      ...rest
    } = await client.listDeposits(invoice);
    assert.deepEqual(rest, {page: 1, size: 10, total: 1, totalElements: 1});
    const {id = '', ...fields} = deposit ?? {};
    assert.match(id, /^[\da-f-]{36}$/);
    // Zoned, as in Calypso's sample.
    assert.deepEqual(fields, {
      amount: '10.234',
      currency: 'USDT_TRX',
      transactionHash,
      createdDate: '2026-01-02T03:04:10.006Z',
    });
    assert.deepEqual(await client.getDeposit(invoice, id), deposit);
    assert.deepEqual(await client.getDeposit(invoice, id.toUpperCase()), deposit);
    const {
      result: [payment],
    } = await client.listPayments(invoice);
    assert.deepEqual(Object.keys(payment ?? {}), ['id', 'state']);
    assert.equal(payment?.state, 'IN_PROGRESS');
    assert.deepEqual(await client.getPayment(invoice, String(payment?.id)), payment);
    await sandbox.advance(5 * SECOND);
    assert.equal((await client.getPayment(invoice, String(payment?.id))).state, 'COMPLETED');
    await assert.rejects(client.getDeposit(invoice, crypto.randomUUID()), {errorCode: '004'});
    await assert.rejects(client.getPayment(invoice, id), {errorCode: '004'});
    const other = names(await create());
    await assert.rejects(client.getDeposit(other, id), {errorCode: '004'});
    await assert.rejects(client.getPayment(other, String(payment?.id)), {errorCode: '004'});
  });

  it('a declined payment is DECLINED', async () => {
    const {create, client, sandbox} = setup();
    const invoice = names(await create());
    await sandbox.deposit({address: invoice.address, amount: '10.234', hold: 'compliance'});
    await sandbox.advance(6 * SECOND);
    await sandbox.decline(invoice);
    assert.deepEqual(
      (await client.listPayments(invoice)).result.map(({state}) => state),
      ['DECLINED'],
    );
  });

  it('of an unlimited invoice: newest first, pages, and all of them', async () => {
    const {client, sandbox, call} = setup();
    const invoice = names(await client.createUnlimitedInvoice({currency: 'ETH', description: 'x'}));
    for (let index = 1; index <= 12; index++) {
      await sandbox.deposit({address: invoice.address, amount: `0.0${index}`});
      await sandbox.advance(SECOND);
    }
    await sandbox.advance(4 * SECOND);
    const amounts = async (request: object) =>
      (await client.listDeposits(invoice, request)).result.map(({amount}) => amount);
    assert.deepEqual(await amounts({pageSize: 3}), ['0.012', '0.011', '0.010']);
    assert.deepEqual(await amounts({pageSize: 3, sort: 'ASC', pageNumber: 2}), ['0.04', '0.05', '0.06']);
    assert.deepEqual(
      await amounts({pageSize: 5, sort: 'ASC', properties: 'amount', pageNumber: 1}),
      ['0.010', '0.01', '0.011', '0.012', '0.02'].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1)),
    );
    const all = [];
    for await (const {id} of client.eachDeposit(invoice, {pageSize: 5})) all.push(id);
    assert.equal(new Set(all).size, 12);
    const payments = (await client.listPayments(invoice, {pageSize: 100})).result.map(({state}) => state);
    assert.deepEqual(payments.filter((state) => state === 'COMPLETED').length, 7);
    assert.equal(payments[0], 'IN_PROGRESS');
    // Calypso's sample of this answer has a comma too much, and is no JSON.
    const {text} = await call(
      'invoice/deposit-history',
      JSON.stringify({idempotencyKey: invoice.idempotencyKey, pageSize: 1}),
    );
    assert.match(
      text,
      /^\{"result":\[\{"id":"[^"]+","amount":0\.012,"currency":"ETH","transactionHash":"0x[\da-f]{64}","createdDate":"[^"]+Z"\}\],"page":1,"size":1,"total":12,"totalElements":12\}$/,
    );
  });
});
