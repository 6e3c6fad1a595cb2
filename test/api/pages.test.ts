import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoClient, type CallOptions, type PageRequest} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const REFERENCE = {idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce'};

type Items = readonly {id?: string | null | undefined; amount?: number}[];

/** A Calypso whose list has these pages; `total` as it says. */
function setUp(pages: readonly Items[], total: number | undefined = pages.length) {
  const {fetch, calls} = fakeFetch(({body}) => {
    const {pageNumber} = JSON.parse(body).payload;
    const result = pages[pageNumber - 1] ?? [];
    return Response.json({result, page: pageNumber, size: result.length, total, totalElements: 99});
  });
  const client = new CalypsoClient({
    baseUrl: 'https://api.calypso.example',
    account: '0xa',
    key: 'k',
    secret: 's',
    fetch,
  });
  return {client, calls, payloads: () => calls.map(({body}) => JSON.parse(body).payload)};
}

const ITERATORS = {
  eachInvoice: (client: CalypsoClient, page?: PageRequest, options?: CallOptions) =>
    client.eachInvoice(page, options),
  eachDeposit: (client: CalypsoClient, page?: PageRequest, options?: CallOptions) =>
    client.eachDeposit(REFERENCE, page, options),
  eachPayment: (client: CalypsoClient, page?: PageRequest, options?: CallOptions) =>
    client.eachPayment(REFERENCE, page, options),
};
const PATHS = {
  eachInvoice: 'invoice/all',
  eachDeposit: 'invoice/deposit-history',
  eachPayment: 'invoice/payment-history',
};

const idsOf = async (items: AsyncIterable<{readonly id?: string | undefined}>) => {
  const ids: (string | undefined)[] = [];
  for await (const {id} of items) ids.push(id);
  return ids;
};

for (const [name, each] of Object.entries(ITERATORS))
  describe(name, () => {
    it('reads page after page from the first, each once, with what was asked for', async () => {
      const {client, calls, payloads} = setUp([[{id: 'a'}, {id: 'b'}], [{id: 'c'}, {id: 'd'}], [{id: 'e'}]]);
      assert.deepEqual(await idsOf(each(client, {pageSize: 2, sort: 'ASC'})), ['a', 'b', 'c', 'd', 'e']);
      assert.deepEqual(
        payloads().map(({pageNumber, pageSize, sort}) => [pageNumber, pageSize, sort]),
        [1, 2, 3].map((pageNumber) => [pageNumber, 2, 'ASC']),
      );
      for (const {url} of calls)
        assert.equal(url, `https://api.calypso.example/api/v1/${PATHS[name as keyof typeof PATHS]}`);
    });

    it('gives what moved to the next page once', async () => {
      const {client} = setUp([[{id: 'b'}, {id: 'a'}], [{id: 'a'}, {id: 'z'}], [{id: 'z'}]]);
      assert.deepEqual(await idsOf(each(client)), ['b', 'a', 'z']);
    });

    it('gives each of those that have no id', async () => {
      const {client} = setUp([
        [{amount: 1}, {amount: 1}],
        [{id: null}, {id: null}],
      ]);
      assert.equal((await idsOf(each(client))).length, 4);
    });

    it('ends at the last page', async () => {
      const {client, calls} = setUp([[{id: 'a'}], [{id: 'b'}], [{id: 'c'}]], 2);
      assert.deepEqual(await idsOf(each(client)), ['a', 'b']);
      assert.equal(calls.length, 2);
    });

    it('ends at an empty page, whatever the total says', async () => {
      const {client, calls} = setUp([[{id: 'a'}], []], 1e6);
      assert.deepEqual(await idsOf(each(client)), ['a']);
      assert.equal(calls.length, 2);
    });

    it('ends where there is nothing at all', async () => {
      const {client, calls} = setUp([[]], 0);
      assert.deepEqual(await idsOf(each(client)), []);
      assert.equal(calls.length, 1);
    });

    it('ends where Calypso does not say how many pages there are', async () => {
      const {client} = setUp([[{id: 'a'}], [{id: 'a'}]], null as never);
      assert.deepEqual(await idsOf(each(client)), ['a']);
    });

    it('reads no page before it is asked for, and none after the reader stops', async () => {
      const {client, calls} = setUp([[{id: 'a'}], [{id: 'b'}], [{id: 'c'}]]);
      const items = each(client);
      assert.equal(calls.length, 0);
      for await (const {id} of items) if (id === 'b') break;
      assert.equal(calls.length, 2);
    });

    it('throws what a page throws', async () => {
      const {client} = setUp([[{id: 'a'}], [{id: 'b'}]]);
      const controller = new AbortController();
      const items = each(client, {}, {signal: controller.signal})[Symbol.asyncIterator]();
      await items.next();
      controller.abort(new Error('enough'));
      await assert.rejects(items.next(), /enough/);
    });
  });
