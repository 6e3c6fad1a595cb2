import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DEPOSITS, REFERENCE, SINGLE, UNLIMITED} from '../core/calypso-samples.js';
import {CREDITED, DEPOSIT_RECEIVED, FUNDS_RECEIVED, PAID} from './calypso-events.js';
import {setUp} from './fixture.js';
import {setUpWebhooks, sign, webhookRequest} from './webhook-fixture.js';

describe("an invoice of Calypso's documents", () => {
  /** The proxy's answer for a sample, and for the list of deposits beside it. */
  async function answerTo(sample: string, deposits = '{}') {
    const {read} = setUp((_, __, path) => new Response(path === 'invoice' ? sample : deposits));
    const response = await read(JSON.parse(sample).idempotencyKey as string);
    assert.equal(response.status, 200);
    return (await response.json()) as Record<string, unknown>;
  }
  const WITHOUT_COMMA = DEPOSITS.replace('},\n  ]', '}\n  ]');

  for (const [what, sample, hidden, decimals] of [
    ['single', SINGLE, ['id', 'fee', 'subscriptionEnabled'], {amount: '0.001', totalDebitAmount: '0'}],
    ['unlimited', UNLIMITED, ['id', 'subscriptionEnabled'], {totalDebitAmount: '0'}],
    [
      'of the reference, whose URLs are no URLs',
      REFERENCE,
      [
        ...['id', 'fee', 'subscriptionEnabled', 'externalId', 'autoconversion', 'fiatAvailable'],
        ...['returnUrl', 'logoUrl', 'supportUrl'],
      ],
      {amount: '1', totalDebitAmount: '1', fiatAmount: '1', lowerBound: '1'},
    ],
  ] as const)
    it(`${what}: is answered as it is, but for what is not the payer's`, async () => {
      const {serverTime, eventsUrl, ...fields} = await answerTo(sample);
      const shown = Object.entries(JSON.parse(sample)).filter(
        ([name]) => !(hidden as readonly string[]).includes(name),
      );
      assert.deepEqual(fields, {...Object.fromEntries(shown), ...decimals});
    });

  it('with deposits: the list, which is no JSON, is left out until its last comma is', async () => {
    assert.equal('deposits' in (await answerTo(UNLIMITED, DEPOSITS)), false);
    const deposits = JSON.parse(WITHOUT_COMMA).result as object[];
    assert.deepEqual(
      (await answerTo(UNLIMITED, WITHOUT_COMMA))['deposits'],
      deposits.map((deposit) => ({...deposit, amount: '0.01'})),
    );
  });
});

describe("an event of Calypso's documents", () => {
  for (const [what, sample, decimals] of [
    ['funds received, as a transactionId', FUNDS_RECEIVED, {amount: '0.001043'}],
    ['funds received, as transactionIds', DEPOSIT_RECEIVED, {amount: '0.01'}],
    ['paid, without requestId and eventType', PAID, {amount: '0.001043', realAmount: '0.001043'}],
    [
      'credited, with fiatAmount as an object',
      CREDITED,
      {amount: '0.01', serviceFee: '0.0001', fiatAmount: {EUR: '0.919371150133309', USD: '1.0'}},
    ],
  ] as const)
    it(`${what}: leads to its invoice by idempotencyKey, and is told as it came`, async () => {
      const {proxy, told, reads} = setUpWebhooks();
      assert.equal((await proxy(webhookRequest(sample, {Sign: sign(sample)}))).status, 200);
      const event = JSON.parse(sample) as {data: {idempotencyKey: string}};
      // The keys of the samples differ, though their parentExternalId is the same.
      assert.deepEqual(reads, [event.data.idempotencyKey]);
      assert.deepEqual(told[0]?.event, {...event, data: {...event.data, ...decimals}});
    });
});
