import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Deposit} from '../../src/core/invoice.js';
import {silence} from '../api/fake-fetch.js';
import {calypsoError, invoiceText, KEY, setUp, type Upstream} from './fixture.js';

const HASH = '0x10c2eba81f0acc458a5c02c40ef709ede784240f0f5701e5cbb4454e30c7f3a1';
const deposit = (id: string, createdDate = '2025-07-05T11:00:00Z', fields = '') =>
  `{"id":"${id}","amount":0.010000000000000001,"currency":"ETH","transactionHash":"${HASH}","createdDate":"${createdDate}"${fields}}`;
const page = (...deposits: string[]) =>
  `{"result":[${deposits.join()}],"page":1,"size":50,"total":1,"totalElements":${deposits.length}}`;

/** A Calypso with one invoice of this type, whose deposits are what `list` answers. */
const withDeposits =
  (list: () => Response | Promise<Response>, type = 'UNLIMITED'): Upstream =>
  (key, _, path) =>
    path === 'invoice' ? new Response(invoiceText(key, `"type":"${type}","amount":null`)) : list();

const depositsOf = async (response: Response) => {
  assert.equal(response.status, 200);
  return ((await response.json()) as {deposits?: Deposit[]}).deposits;
};
const answerTo = async (text: string) =>
  depositsOf(await setUp(withDeposits(() => new Response(text))).read());

describe('an invoice that takes any number of payments', () => {
  for (const type of ['UNLIMITED', 'UNLIMITED_LINKED'])
    it(`${type} has its deposits, and of them what the payer may see`, async () => {
      const stuffed = deposit(
        'a',
        undefined,
        ',"serviceFee":42.4242,"account":"CANARY","senderAddress":"CANARY"',
      );
      const {read} = setUp(withDeposits(() => new Response(page(stuffed)), type));
      assert.deepEqual(await depositsOf(await read()), [
        {
          id: 'a',
          amount: '0.010000000000000001',
          currency: 'ETH',
          transactionHash: HASH,
          createdDate: '2025-07-05T11:00:00Z',
        },
      ]);
    });

  it('has an empty list where nothing was paid', async () => {
    assert.deepEqual(await answerTo(page()), []);
  });

  it('is asked for the latest 50 by its key', async () => {
    const {read, calls} = setUp(withDeposits(() => new Response(page())));
    await read();
    const [, {url, body} = assert.fail()] = calls;
    assert.equal(url, 'https://api.calypso.example/api/v1/invoice/deposit-history');
    assert.deepEqual(JSON.parse(body).payload, {
      idempotencyKey: KEY,
      pageSize: 50,
      sort: 'DESC',
      properties: 'createdDate',
    });
  });

  it('has the newest first, each once, whatever order Calypso has', async () => {
    const list = await answerTo(
      page(
        deposit('old', '2025-07-04T23:00:00.123456'),
        deposit('new', '2025-07-05T12:00:00+02:00'),
        deposit('newest', '2025-07-05T11:00:00Z'),
        deposit('new', '2025-07-05T12:00:00+02:00'),
      ),
    );
    assert.deepEqual(
      list?.map(({id}) => id),
      ['newest', 'new', 'old'],
    );
  });

  it('has 50 at most, the newest', async () => {
    const many = Array.from({length: 60}, (_, minute) =>
      deposit(String(minute), `2025-07-05T11:${String(minute).padStart(2, '0')}:00Z`),
    );
    const list = await answerTo(page(...many));
    assert.deepEqual([list?.length, list?.[0]?.id, list?.at(-1)?.id], [50, '59', '10']);
  });

  it('costs one read of each a second, however many look on', async () => {
    const {read, calls, advance} = setUp(withDeposits(() => new Response(page(deposit('a')))));
    for (const expected of [2, 2, 4]) {
      await Promise.all(Array.from({length: 50}, () => read()));
      assert.equal(calls.length, expected);
      advance(500);
    }
  });

  it('has another ETag with every deposit', async () => {
    let list = page(deposit('a'));
    const {read, advance} = setUp(withDeposits(() => new Response(list)));
    const first = (await read()).headers.get('ETag') ?? '';
    advance(1000);
    assert.equal((await read(KEY, {'If-None-Match': first})).status, 304);
    list = page(deposit('a'), deposit('b'));
    advance(1000);
    assert.equal((await read(KEY, {'If-None-Match': first})).status, 200);
  });
});

describe('deposits that cannot be read', () => {
  for (const [what, list] of [
    ['a refusal', () => calypsoError('000')],
    ['a network error', () => Promise.reject(new TypeError('fetch failed'))],
    ['HTML', () => new Response('<html>')],
    ['no list', () => new Response('{"result":{}}')],
    ['no result', () => new Response('{}')],
    ['a list of nulls', () => new Response(page('null'))],
    ['a list of texts', () => new Response(page('"a"'))],
    ['an amount that is none', () => new Response(page(deposit('a'), '{"id":"b","amount":"ten"}'))],
    // Calypso's own sample has this comma (How to create an Unlimited Invoice via API).
    ['a comma too many', () => new Response(page(deposit('a')).replace('}]', '},]'))],
  ] as [string, () => Response | Promise<Response>][])
    it(`${what}: the invoice is answered without them`, async () => {
      assert.equal(await depositsOf(await setUp(withDeposits(list)).read()), undefined);
    });

  it('silence: the invoice waits for 1.5 s, and is answered without them', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    let asked = false;
    const {read} = setUp(
      withDeposits(() => {
        asked = true;
        return silence();
      }),
    );
    let answered = false;
    const answer = read().finally(() => (answered = true));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    while (!asked) await turn();
    t.mock.timers.tick(1499);
    for (let time = 0; time < 10; time++) await turn();
    assert.equal(answered, false);
    t.mock.timers.tick(1);
    assert.equal(await depositsOf(await answer), undefined);
  });

  it('a client that cannot list them: the invoice is answered as it is', async () => {
    const client = {getInvoice: async () => ({state: 'PENDING_PAYMENT', type: 'UNLIMITED'})};
    assert.equal(await depositsOf(await setUp(undefined, {client}).read()), undefined);
  });
});

describe('an invoice for one payment', () => {
  for (const type of ['SINGLE', 'SINGLE_FIAT', 'BOUND', 'TOMORROW'])
    it(`${type} costs no read of deposits`, async () => {
      const {read, calls} = setUp(withDeposits(() => assert.fail('listed'), type));
      assert.equal(await depositsOf(await read()), undefined);
      assert.equal(calls.length, 1);
    });
});
