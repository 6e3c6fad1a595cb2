import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseInvoice} from '../../src/core/invoice-json.js';
import {assertProblem, assertSafe, BASE, invoiceText, KEY, OTHER_KEY, setUp} from './fixture.js';

/** The proxy's answer where Calypso's has these members. */
const answerTo = (fields: string) => setUp((key) => new Response(invoiceText(key, fields))).read();
const fieldsOf = async (fields: string) => (await (await answerTo(fields)).json()) as Record<string, unknown>;

describe('a read', () => {
  it('answers the invoice, what the payer may see of it, and the time', async () => {
    const response = await setUp().read();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'application/json');
    assert.equal(response.headers.get('Date'), 'Sat, 05 Jul 2025 12:00:00 GMT');
    assertSafe(response);
    assert.deepEqual(await response.json(), {
      state: 'PENDING_PAYMENT',
      idempotencyKey: KEY,
      type: 'SINGLE',
      amount: '10.234',
      currency: 'USDT_TRX',
      invoiceAddress: 'TEoZ53ejdfr6Q8YqvFbSZYFLkjWVPzjZ4a',
      totalDebitAmount: '0',
      createdDate: '2025-07-05T11:00:00.171538',
      expiration: '2025-07-05T14:00:00.171538',
      description: 'Tea',
      serverTime: '2025-07-05T12:00:00.000Z',
      eventsUrl: `${BASE}/${KEY}/events`,
    });
  });

  it('answers what the element reads without a complaint', async () => {
    const invoice = parseInvoice(await (await setUp().read()).json());
    assert.deepEqual(invoice.problems, []);
  });

  it('takes an upper-case UUID for the same invoice', async () => {
    const {read, reads} = setUp();
    assert.equal((await read(KEY.toUpperCase())).status, 200);
    assert.equal((await read(KEY)).status, 200);
    assert.deepEqual(reads, [KEY]);
  });

  it('takes the invoice from a Calypso that writes the UUID in upper case, or not at all', async () => {
    assert.equal((await answerTo(`"idempotencyKey":"${KEY.toUpperCase()}"`)).status, 200);
    assert.equal((await answerTo('"idempotencyKey":null')).status, 200);
  });

  it('ignores a query', async () => {
    assert.equal((await setUp().ask(`${BASE}/${KEY}?a=1`)).status, 200);
  });

  it("has the proxy's time and no other", async () => {
    const fields = await fieldsOf(
      '"serverTime":"2001-01-01T00:00:00Z","eventsUrl":"https://evil.example/events"',
    );
    assert.equal(fields['serverTime'], '2025-07-05T12:00:00.000Z');
    assert.equal(fields['eventsUrl'], `${BASE}/${KEY}/events`);
  });
});

describe('HEAD', () => {
  it('has the status and the headers of GET and no body', async () => {
    const {ask, reads} = setUp();
    const get = await ask(`${BASE}/${KEY}`);
    const head = await ask(`${BASE}/${KEY}`, {method: 'HEAD'});
    assert.equal(head.status, 200);
    assert.deepEqual([...head.headers], [...get.headers]);
    assert.equal(head.body, null);
    assert.equal(reads.length, 1);
  });

  it('has none for a problem either', async () => {
    const head = await setUp().ask(`${BASE}/nothing`, {method: 'HEAD'});
    assert.equal(head.status, 404);
    assert.equal(head.body, null);
    assertSafe(head);
  });
});

describe('an amount', () => {
  for (const [wire, expected] of [
    ['0.123456789012345678', '0.123456789012345678'],
    ['1800.000000000000000001', '1800.000000000000000001'],
    ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
    ['1E-7', '0.0000001'],
    ['1e-18', '0.000000000000000001'],
    ['0', '0'],
    ['1.10', '1.10'],
    ['"10.234"', '10.234'],
  ] as const)
    it(`${wire} is answered as "${expected}"`, async () => {
      const fields = await fieldsOf(`"amount":${wire},"totalDebitAmount":${wire},"lowerBound":${wire}`);
      assert.deepEqual(
        [fields['amount'], fields['totalDebitAmount'], fields['lowerBound']],
        [expected, expected, expected],
      );
    });

  for (const wire of ['-1', '"ten"', '"1,000"', '{}', '[]', 'true'])
    it(`${wire} makes the whole answer unusable`, async () => {
      await assertProblem(await answerTo(`"amount":${wire}`), 502);
    });

  it('that a client of another make has rounded is not served', async () => {
    const getInvoice = async () => ({state: 'PENDING_PAYMENT', amount: 0.12345678901234568 as never});
    const client = {getInvoice};
    await assertProblem(await setUp(undefined, {client}).read(), 502);
  });
});

describe('a lesser field that cannot be used', () => {
  for (const [field, wire] of [
    ['expiration', '"soon"'],
    ['createdDate', '7'],
    ['returnUrl', '"javascript:alert(1)"'],
    ['supportUrl', '"data:text/html,<script>"'],
    ['logoUrl', '"//evil.example"'],
    ['fiatAmount', '{}'],
    ['fiatAmount', '"-1"'],
    ['isInterventionResolved', '"yes"'],
    ['deposits', '{"0":1}'],
    ['description', 'null'],
  ] as const)
    it(`${field}: ${wire} is left out alone`, async () => {
      const fields = await fieldsOf(`"${field}":${wire}`);
      assert.equal(field in fields, false);
      assert.equal(fields['amount'], '10.234');
    });
});

describe('a URL', () => {
  // How to create an Unlimited Invoice via API names them so; the reference does not.
  const SNAKE =
    '"return_url":"https://a.example/","support_url":"https://b.example/","logo_url":"https://c.example/l.png"';
  const urlsOf = ({returnUrl, supportUrl, logoUrl}: Record<string, unknown>) => [
    returnUrl,
    supportUrl,
    logoUrl,
  ];

  it('is taken under the name that a guide has for it', async () => {
    const fields = await fieldsOf(SNAKE);
    assert.deepEqual(urlsOf(fields), ['https://a.example/', 'https://b.example/', 'https://c.example/l.png']);
    assert.doesNotMatch(Object.keys(fields).join(), /_/);
  });

  it('is taken under the name of the reference where it has both', async () => {
    const fields = await fieldsOf(`${SNAKE},"returnUrl":"https://d.example/","supportUrl":null`);
    assert.deepEqual(urlsOf(fields), ['https://d.example/', 'https://b.example/', 'https://c.example/l.png']);
  });

  it('is as safe under either name', async () => {
    assert.deepEqual(urlsOf(await fieldsOf('"return_url":"javascript:alert(1)"')), Array(3).fill(undefined));
  });
});

describe('an answer that is not the invoice', () => {
  for (const [what, text] of [
    ["another invoice's", invoiceText(OTHER_KEY)],
    ['one whose key is no text', invoiceText(KEY, '"idempotencyKey":{}')],
    ['one whose key only begins alike', invoiceText(`${KEY}0`)],
    ['{}', '{}'],
    ['one without a state', invoiceText(KEY, '"state":null')],
    ['one whose state is no text', invoiceText(KEY, '"state":1')],
    ['one whose address hides a character', invoiceText(KEY, '"invoiceAddress":"TEoZ\u200b53"')],
  ] as const)
    it(`${what} is never served`, async () => {
      await assertProblem(await setUp(() => new Response(text)).read(), 502);
    });
});
