import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {GUIDES, SUBSCRIBED} from '../api/guide-samples.js';
import {REFERENCE_SAMPLES} from '../api/reference-samples.js';
import {ONE_DEPOSIT, SINGLE, UNLIMITED} from '../core/calypso-samples.js';
import {credentials, HOUR, setup, sign, START} from './support.js';

const KEY = '123e4567-e89b-12d3-a456-426614174000';
const SECOND_KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';

/** Names and types of an object's fields. */
const shapeOf = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, field]) => [name, typeof field]));

/** Every field of the answer is one of the sample's, of its type. */
function assertDocumented(answer: object, sample: object): void {
  const documented = shapeOf(sample);
  for (const [name, type] of Object.entries(shapeOf(answer))) assert.equal(type, documented[name], name);
}

/** A sandbox with an invoice that waits for an intervention, and a younger one whose payment was just seen. */
async function start() {
  const world = setup();
  const {client, sandbox, create} = world;
  const invoice = await create({idempotencyKey: KEY, amount: 10, externalId: 'text'});
  await sandbox.deposit({address: invoice.invoiceAddress ?? '', amount: 1});
  await sandbox.advance(5000);
  const seen = await create({idempotencyKey: SECOND_KEY, amount: 10, externalId: 'text'});
  await sandbox.deposit({address: seen.invoiceAddress ?? '', amount: 10});
  const {result: deposits} = await client.listDeposits({idempotencyKey: KEY});
  const {result: payments} = await client.listPayments({idempotencyKey: KEY});
  return {...world, ids: {id: invoice.id, transactionId: deposits[0]?.id, paymentId: payments[0]?.id}};
}

describe('the reference', () => {
  for (const {path, payload, answer} of REFERENCE_SAMPLES)
    it(`${path}: takes its payload once the placeholders are filled, and answers nothing that it does not have`, async () => {
      const isCreate = path.endsWith('create');
      const {ids, call} = isCreate ? {...setup(), ids: {}} : await start();
      const filled = {
        ...{...ids, currency: 'USDT_TRX', fiatCurrency: 'EUR', properties: 'createdDate', sort: 'DESC'},
        expiration: new Date(START + HOUR).toISOString(),
      };
      const sample = JSON.parse(payload) as Record<string, unknown>;
      const known = Object.entries(filled).filter(([name]) => name in sample);
      const {status, json} = await call(path, JSON.stringify({...sample, ...Object.fromEntries(known)}));
      assert.equal(status, 200, JSON.stringify(json));
      const documented = JSON.parse(answer) as {result?: object[]};
      assertDocumented(json, documented);
      if (!documented.result) return;
      const items = json['result'] as object[];
      assert.deepEqual(Object.keys(json), Object.keys(documented));
      assert.equal(items.length, 1);
      assertDocumented(items[0] ?? {}, documented.result[0] ?? {});
    });
});

describe('a guide', () => {
  for (const {title, path, request} of GUIDES)
    it(`${title}: is refused as printed, for its timestamp is of 1970`, async () => {
      const {status, json} = await setup().post(`/api/v1/${path}`, request, {Sign: sign(request)});
      assert.deepEqual([status, json['errorCode']], [400, '011']);
    });

  const payloadOf = (start: string) => {
    const {path, request} = GUIDES.find(({title}) => title.includes(start)) ?? assert.fail(start);
    const {account, payload} = JSON.parse(request) as {account: string; payload: Record<string, unknown>};
    assert.equal(account, credentials.account);
    return {path, payload};
  };

  for (const [title, sample] of [
    ['a Invoice via API: create', SINGLE],
    ['a Limited Invoice via API: create', SINGLE],
    ['an Unlimited Invoice via API: create', UNLIMITED],
  ] as const)
    it(`${title}: what is made, and read, has the fields of the sample and no other`, async () => {
      const {call} = setup();
      const {path, payload} = payloadOf(title);
      const made = await call(path, JSON.stringify(payload));
      assert.deepEqual(shapeOf(made.json), shapeOf(JSON.parse(sample)));
      const {id: printed} = payloadOf('Limited Invoice via API: read').payload;
      assert.equal(
        (await call('invoice', JSON.stringify({id: printed}))).json['errorCode'],
        '004',
        'its id is its own',
      );
      const read = await call('invoice', JSON.stringify({id: made.json['id']}));
      assert.deepEqual(read.json, made.json);
    });

  it('deposits: all of them, and the one that the transactionId names', async () => {
    const {call, client, sandbox} = setup();
    const {id, invoiceAddress = ''} = await client.createUnlimitedInvoice({
      currency: 'ETH',
      description: 'x',
    });
    for (const amount of ['0.01', '0.02']) await sandbox.deposit({address: invoiceAddress, amount});
    await sandbox.advance(HOUR);
    const all = payloadOf('all deposits');
    const {json} = await call(all.path, JSON.stringify({...all.payload, id}));
    const {result, ...page} = json as {result?: {id: string}[]};
    assert.deepEqual(page, {page: 1, size: 10, total: 1, totalElements: 2}, 'as the sample says');
    const one = payloadOf('one deposit');
    const transactionId = result?.[1]?.id;
    const deposit = await call(one.path, JSON.stringify({...one.payload, id, transactionId}));
    assert.deepEqual(deposit.json, result?.[1]);
    assert.deepEqual(shapeOf(deposit.json), shapeOf(JSON.parse(ONE_DEPOSIT)));
  });

  for (const title of ['Limited Invoice via API: subscribe', 'Unlimited Invoice via API: subscribe'])
    it(`${title}: its URL is none, and its answer has more than the sample`, async () => {
      const {call} = setup();
      const {path, payload} = payloadOf(title);
      const refused = await call(path, JSON.stringify(payload));
      assert.equal(refused.json['message'], 'payload.url=[Must be an http(s) URL]');
      const url = 'https://shop.example/hook';
      const {json} = await call(path, JSON.stringify({...payload, url}));
      const sample = {...JSON.parse(SUBSCRIBED), ...payload, url, createdDate: '2026-01-02T03:04:05.006000'};
      const {key, publicKey, secretKey, ...rest} = json;
      assert.deepEqual(rest, sample);
      for (const added of [key, publicKey, secretKey]) assert.match(String(added), /^[\da-f]{32}$/);
    });
});
