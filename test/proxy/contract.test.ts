import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoClient, type CalypsoInvoice} from '../../src/api/index.js';
import {INVOICE_STATES, INVOICE_TYPES} from '../../src/core/invoice.js';
import {createInvoiceProxy} from '../../src/proxy/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {silence} from '../api/fake-fetch.js';
import {assertDocumented, assertSchema, documented} from './contract.js';
import {BASE, calypsoError, invoiceText, KEY, MERCHANT, NOW, setUp, SHOP, type Upstream} from './fixture.js';
import {invoiceEvent, setUpWebhooks, sign, webhookRequest} from './webhook-fixture.js';

const INVOICE = '/{idempotencyKey}';
const WEBHOOKS = '/webhooks';
const EVENTS = '/{idempotencyKey}/events';
const HEALTH = '/health';
const LISTED = 'https://checkout.example';
const listed = {headers: {Origin: LISTED}};
const options = {allowedOrigins: [LISTED]};

/** What was answered, as the document names it. */
const seen = new Set<string>();
async function check(path: string, method: string, response: Response, status: number): Promise<void> {
  assert.equal(response.status, status);
  seen.add(await assertDocumented(path, method, response));
}

/** Every field that a payer may see, and some that nobody may. */
const FULL = `"lowerBound":1.50,"fiatAmount":1E1,"fiatCurrency":"EUR","lastFiatUpdated":"2025-07-05T11:00:00.171538",
  "interventionType":"OVERPAY","isInterventionResolved":false,"lastDepositHash":"0xab","returnUrl":"https://a.example/?b#c",
  "supportUrl":"HTTPS://b.example/","logoUrl":"http://c.example/l.png","subscriptionEnabled":true,"tomorrow":{"a":1}`;
const DEPOSITS = `{"result":[{"id":"d","amount":0.01,"currency":"ETH","transactionHash":"0x10","serviceFee":1,
  "createdDate":"2023-04-03T13:34:57.783Z"},{"amount":2}],"page":1,"size":50,"total":1,"totalElements":2}`;

const withFields =
  (fields: string): Upstream =>
  (key, _, path) =>
    new Response(path === 'invoice' ? invoiceText(key, fields) : DEPOSITS);

describe('an invoice', () => {
  for (const type of [...INVOICE_TYPES, 'TOMORROW'])
    for (const state of [...INVOICE_STATES, 'TOMORROW'])
      it(`${type} in state ${state} is as documented`, async () => {
        for (const fields of ['', FULL, '"amount":null,"fiatAmount":{},"expiration":"soon"']) {
          const wire = `"type":"${type}","state":"${state}"${fields && `,${fields}`}`;
          const {ask} = setUp(withFields(wire), options);
          for (const init of [{}, listed])
            await check(INVOICE, 'GET', await ask(`${BASE}/${KEY}`, init), 200);
          const head = {method: 'HEAD', ...listed};
          await check(INVOICE, 'HEAD', await ask(`${BASE}/${KEY}`, head), 200);
        }
      });

  it('with nothing but its state is as documented', async () => {
    const {read} = setUp(() => new Response('{"state":"PENDING_PAYMENT"}'));
    await check(INVOICE, 'GET', await read(), 200);
  });

  it('that has not changed is as documented', async () => {
    const {ask} = setUp(withFields(FULL), options);
    for (const method of ['GET', 'HEAD'])
      for (const headers of [{'If-None-Match': '*'}, {'If-None-Match': '*', ...listed.headers}])
        await check(INVOICE, method, await ask(`${BASE}/${KEY}`, {method, headers}), 304);
  });
});

describe('an invoice of the sandbox', () => {
  const sandbox = createSandbox({...MERCHANT, account: `0x${'1'.repeat(40)}`, now: () => NOW});
  const client = new CalypsoClient({
    ...MERCHANT,
    ...{account: `0x${'1'.repeat(40)}`, baseUrl: 'https://sandbox.example', now: () => NOW},
    fetch: async (input, init) => sandbox.fetch(new Request(input, init)),
  });
  /** A new proxy has an empty cache. */
  const read = (key = '') =>
    createInvoiceProxy({client, basePath: BASE})(new Request(`${SHOP}${BASE}/${key}`));

  const NEW = {currency: 'USDT_TRX', description: 'Tea', returnUrl: 'https://shop.example/'};
  const creates: Record<string, () => Promise<CalypsoInvoice>> = {
    SINGLE: () => client.createSingleInvoice({...NEW, amount: '10.5'}),
    SINGLE_FIAT: () => client.createSingleFiatInvoice({...NEW, fiatAmount: '10', fiatCurrency: 'EUR'}),
    BOUND: () => client.createBoundInvoice({...NEW, lowerBound: '5'}),
    UNLIMITED: () => client.createUnlimitedInvoice(NEW),
    UNLIMITED_LINKED: () => client.createUnlimitedLinkedInvoice(NEW),
  };
  const lives = {
    'paid and checked': ['deposit 10.5 compliance', 'advance 5000', 'advance 8000', 'advance 5000'],
    'paid twice': ['deposit 10.5', 'deposit 10.5', 'advance 5000', 'advance 5000'],
    'paid too little': ['deposit 1', 'advance 5000'],
    declined: ['deposit 10.5 compliance', 'advance 5000', 'decline'],
    'closed by the merchant': ['archive'],
    'never paid': ['advance 86400000'],
  };
  for (const [type, create] of Object.entries(creates))
    for (const [life, steps] of Object.entries(lives)) {
      // Compliance declines no invoice that takes any number of payments.
      if (life === 'declined' && type.startsWith('UNLIMITED')) continue;
      it(`${type}, ${life}, is as documented at every step`, async () => {
        const {idempotencyKey = '', invoiceAddress: address = ''} = await create();
        await check(INVOICE, 'GET', await read(idempotencyKey), 200);
        for (const step of steps) {
          const [call, amount = '', hold] = step.split(' ');
          if (call === 'deposit')
            await sandbox.deposit({address, amount, hold: hold as 'compliance' | undefined});
          if (call === 'advance') await sandbox.advance(Number(amount));
          if (call === 'decline' || call === 'archive') await sandbox[call]({idempotencyKey});
          await check(INVOICE, 'GET', await read(idempotencyKey), 200);
        }
      });
    }

  it('that it does not have is as documented', async () => {
    await check(INVOICE, 'GET', await read(KEY), 404);
  });
});

/** Five reads of other invoices open the breaker. */
async function opened(more: Parameters<typeof setUp>[1] = {}) {
  const down = setUp(() => Promise.reject(new TypeError('fetch failed')), {...options, ...more});
  for (let index = 0; index < 5; index++) await down.read(KEY.slice(0, -1) + String(index));
  return down;
}
const once = {burst: 1, perSecond: 1};

describe('what comes where less is at hand', () => {
  for (const method of ['GET', 'HEAD']) {
    it(`a stale answer to ${method} is as documented`, async () => {
      const {ask, advance, calypso} = setUpWebhooks(options);
      await ask(`${BASE}/${KEY}`);
      calypso.fault = () => Promise.reject(new TypeError('fetch failed'));
      for (const seconds of [1, 29]) {
        advance(seconds * 1000);
        for (const headers of [listed.headers, {}]) {
          const stale = await ask(`${BASE}/${KEY}`, {method, headers});
          assert.ok(stale.headers.has('Age'));
          await check(INVOICE, method, stale, 200);
        }
        await check(
          INVOICE,
          method,
          await ask(`${BASE}/${KEY}`, {method, headers: {'If-None-Match': '*'}}),
          304,
        );
      }
    });

    it(`the open breaker's answer to ${method} is as documented`, async () => {
      const {ask} = await opened();
      await check(INVOICE, method, await ask(`${BASE}/${KEY}`, {method, ...listed}), 503);
    });

    it(`${method} too often is as documented`, async () => {
      const {ask} = setUp(undefined, {...options, rateLimits: {perInvoice: once}});
      await ask(`${BASE}/${KEY}`);
      await check(INVOICE, method, await ask(`${BASE}/${KEY}`, {method, ...listed}), 429);
    });
  }

  it('a delivery to an open breaker is as documented', async () => {
    const {proxy} = await opened({webhookSecrets: ['s']});
    const event = JSON.stringify(invoiceEvent(1));
    await check(WEBHOOKS, 'POST', await proxy(webhookRequest(event, {Sign: sign(event, 's')})), 503);
  });

  it('health is as documented', async () => {
    const path = `${BASE}/health`;
    await check(HEALTH, 'GET', await setUp(undefined, options).ask(path, listed), 200);
    await check(HEALTH, 'HEAD', await setUp().ask(path, {method: 'HEAD'}), 200);
    await check(HEALTH, 'GET', await (await opened()).ask(path), 503);
    await check(HEALTH, 'POST', await setUp().ask(path, {method: 'POST'}), 405);
    await check(HEALTH, 'GET', await setUp().ask(path, {headers: {Origin: 'https://evil.example'}}), 403);
  });
});

describe('a stream', () => {
  const path = `${BASE}/${KEY}/events`;
  const answers: Record<string, [number, () => Promise<Response>]> = {
    'of events': [200, () => setUp(withFields(FULL)).ask(path)],
    'for a listed origin': [200, () => setUp(withFields(FULL), options).ask(path, listed)],
    'for a foreign origin': [403, () => setUp().ask(path, {headers: {Origin: 'https://evil.example'}})],
    'of nothing': [404, () => setUp(() => calypsoError('004'), options).ask(path, listed)],
    'that is posted': [405, () => setUp(undefined, options).ask(path, {method: 'POST', ...listed})],
    'that authorize fails on': [500, () => setUp(undefined, {authorize: () => assert.fail()}).ask(path)],
    'without Calypso': [502, () => setUp(() => new Response('<html>')).ask(path)],
    'of an open breaker': [503, async () => (await opened()).ask(path, listed)],
    'of a silent Calypso': [504, () => setUp(silence, {timeout: 1}).ask(path)],
  };
  for (const [what, [status, ask]] of Object.entries(answers))
    it(`${what} is as documented`, async () => {
      await check(EVENTS, what === 'that is posted' ? 'POST' : 'GET', await ask(), status);
    });

  it('one too many is as documented', async () => {
    const {ask} = setUp(undefined, {...options, push: {perInvoice: 1}});
    const first = await ask(path);
    await check(EVENTS, 'GET', await ask(path, listed), 429);
    await first.body?.cancel();
  });

  it('is announced as documented', async () => {
    for (const headers of [listed.headers, {}])
      await check(
        EVENTS,
        'OPTIONS',
        await setUp(undefined, options).ask(path, {method: 'OPTIONS', headers}),
        204,
      );
    const foreign = {method: 'OPTIONS', headers: {Origin: 'https://evil.example'}};
    await check(EVENTS, 'OPTIONS', await setUp().ask(path, foreign), 403);
  });
});

describe('a problem', () => {
  const problems: Record<string, [number, Parameters<typeof setUp>, Record<string, string>?]> = {
    'a foreign origin': [403, [], {Origin: 'https://evil.example'}],
    'authorize that refuses': [403, [undefined, {authorize: () => false}]],
    'authorize that fails': [500, [undefined, {authorize: () => assert.fail()}]],
    'an unknown invoice': [404, [() => calypsoError('004')]],
    'a wrong key': [502, [() => calypsoError('002')]],
    'a wrong clock': [502, [() => calypsoError('011')]],
    'an error of Calypso': [502, [() => calypsoError('000', 500)]],
    'no Calypso at all': [502, [() => Promise.reject(new TypeError('fetch failed'))]],
    HTML: [502, [() => new Response('<html>')]],
    'a bad amount': [502, [withFields('"amount":"ten"')]],
    silence: [504, [silence, {timeout: 1}]],
  };
  for (const [what, [status, [upstream, more], headers = {Origin: LISTED}]] of Object.entries(problems))
    it(`${what} is as documented`, async () => {
      for (const method of ['GET', 'HEAD']) {
        const {ask} = setUp(upstream, {...options, ...more});
        await check(INVOICE, method, await ask(`${BASE}/${KEY}`, {method, headers}), status);
      }
    });

  it('a path that names no invoice, and one of nobody, are as documented', async () => {
    for (const path of [`${BASE}/7`, `${BASE}/webhooks`, '/elsewhere'])
      await check(INVOICE, 'GET', await setUp().ask(path), 404);
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    it(`${method} is as documented`, async () => {
      for (const init of [{}, listed])
        await check(
          INVOICE,
          method,
          await setUp(undefined, options).ask(`${BASE}/${KEY}`, {method, ...init}),
          405,
        );
    });
});

describe('OPTIONS', () => {
  it('is as documented, for a listed origin and for our own', async () => {
    for (const headers of [{...listed.headers, 'Access-Control-Request-Method': 'GET'}, {Origin: SHOP}, {}])
      await check(
        INVOICE,
        'OPTIONS',
        await setUp(undefined, options).ask(`${BASE}/${KEY}`, {method: 'OPTIONS', headers}),
        204,
      );
  });

  it('of a foreign origin is as documented', async () => {
    const init = {method: 'OPTIONS', headers: {Origin: 'https://evil.example'}};
    await check(INVOICE, 'OPTIONS', await setUp().ask(`${BASE}/${KEY}`, init), 403);
  });
});

describe('a delivery', () => {
  const body = JSON.stringify(invoiceEvent(1));
  const signed = {Sign: sign(body)};
  const payout = JSON.stringify({id: 1, service: 'PAYOUT', eventType: 'PAYOUT_COMPLETED', data: {}});
  type Post = ReturnType<typeof setUpWebhooks>;
  const deliveries: Record<string, [number, (webhooks: Post) => Promise<Response>]> = {
    'that is followed': [200, ({post}) => post(body, signed)],
    'of something else': [200, ({post}) => post(payout, {Sign: sign(payout)})],
    'with an Origin': [200, ({post}) => post(body, {...signed, ...listed.headers})],
    'of no JSON': [400, ({post}) => post('x', {Sign: sign('x')})],
    'that names nothing': [400, ({post}) => post('{}', {Sign: sign('{}')})],
    'that is forged': [401, ({post}) => post(body, {Sign: sign(body, 'other')})],
    'of a foreign page': [403, ({post}) => post(body, {...signed, Origin: 'https://evil.example'})],
    'that is too large': [413, ({post}) => post('x'.repeat(65_537), signed)],
    'of an invoice that is unknown': [
      404,
      ({post, calypso}) => ((calypso.fault = () => calypsoError('004')), post(body, signed)),
    ],
    'while Calypso is down': [
      502,
      ({post, calypso}) => ((calypso.fault = () => calypsoError('000')), post(body, signed)),
    ],
  };
  for (const [what, [status, deliver]] of Object.entries(deliveries))
    it(`${what} is answered as documented`, async () => {
      await check(WEBHOOKS, 'POST', await deliver(setUpWebhooks(options)), status);
    });

  it('that onInvoice fails on is answered as documented', async () => {
    const {post} = setUpWebhooks({onInvoice: () => assert.fail()});
    await check(WEBHOOKS, 'POST', await post(body, signed), 500);
  });

  it('while Calypso is silent is answered as documented', async () => {
    const {post, calypso} = setUpWebhooks({timeout: 1});
    calypso.fault = silence;
    await check(WEBHOOKS, 'POST', await post(body, signed), 504);
  });

  it('to a proxy without secrets is answered as documented', async () => {
    await check(WEBHOOKS, 'POST', await setUp().proxy(webhookRequest(body, signed)), 404);
  });

  for (const method of ['GET', 'DELETE'])
    it(`by ${method} is answered as documented`, async () => {
      await check(WEBHOOKS, method, await setUpWebhooks().ask(`${BASE}/webhooks`, {method}), 405);
    });

  it('has a body as documented', () => {
    assertSchema(JSON.parse(body), 'WebhookEvent', 'an event');
    assertSchema(JSON.parse(payout), 'WebhookEvent', 'a payout');
  });
});

describe('the check', () => {
  const invoice = {state: 'PAID', serverTime: '2025-07-05T12:00:00.000Z'};
  const headers = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Origin',
    Date: new Date(NOW).toUTCString(),
    ETag: 'W/"a"',
  };
  const answer = (body: object, more: Record<string, string> = {}, status = 200) =>
    assertDocumented(INVOICE, 'GET', Response.json(body, {status, headers: {...headers, ...more}}));

  it('takes what is right', async () => {
    assert.equal(await answer(invoice), 'get /{idempotencyKey} 200');
  });

  for (const [what, wrong] of [
    ['an unknown field', () => answer({...invoice, fee: '1'})],
    ['a field of another type', () => answer({...invoice, amount: 1.5})],
    ['an exponent', () => answer({...invoice, amount: '1e-7'})],
    ['a script for a URL', () => answer({...invoice, returnUrl: 'javascript:alert(1)'})],
    ['an unknown field of a deposit', () => answer({...invoice, deposits: [{serviceFee: '1'}]})],
    ['a missing field', () => answer({state: 'PAID'})],
    ['an unknown header', () => answer(invoice, {'X-Powered-By': 'x'})],
    ['another value of a header', () => answer(invoice, {'Cache-Control': 'max-age=60'})],
    ['an unknown status', () => answer(invoice, {}, 203)],
    ['another type of body', () => answer(invoice, {'Content-Type': 'text/html'})],
    ['a missing header', () => assertDocumented(INVOICE, 'GET', Response.json(invoice))],
    ['no body', () => assertDocumented(INVOICE, 'GET', new Response(null, {headers}))],
    ['an unknown path', () => assertDocumented('/elsewhere', 'GET', Response.json(invoice, {headers}))],
  ] as [string, () => Promise<string>][])
    it(`refuses ${what}`, async () => {
      await assert.rejects(wrong(), {name: 'AssertionError'});
    });
});

it('every documented answer was given', () => {
  assert.deepEqual(
    documented.filter((answer) => !seen.has(answer)),
    [],
  );
});
