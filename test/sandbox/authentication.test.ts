import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {credentials, DAY, names, setup, sign, START, type Answer} from './support.js';

const PATH = '/api/v1/invoice';
const PAYLOAD = '"payload":{"id":"x"}';
const body = (timestamp: unknown = START, account: unknown = credentials.account) =>
  `{"timestamp":${JSON.stringify(timestamp)},"account":${JSON.stringify(account)},${PAYLOAD}}`;

/** The shape of every refusal, and nothing of the secret in it. */
function refused(answer: Answer, errorCode: string, status = 400) {
  assert.equal(answer.json['errorCode'], errorCode, answer.text);
  assert.equal(answer.status, status);
  assert.deepEqual(Object.keys(answer.json), ['errorCode', 'message', 'traceId']);
  assert.match(String(answer.json['traceId']), /^[\da-f-]{36}$/);
  assert.ok(String(answer.json['message']));
  assert.equal(answer.headers.get('Content-Type'), 'application/json');
  assert.ok(!answer.text.includes(credentials.secret));
}

describe('authentication', () => {
  it('lets a good call through to its payload', async () => refused(await setup().post(PATH, body()), '004'));

  for (const Key of ['', 'x', credentials.secret, credentials.key.toUpperCase()])
    it(`002 for the key ${JSON.stringify(Key)}`, async () =>
      refused(await setup().post(PATH, body(), {Key}), '002'));

  const good = sign(body());
  for (const [name, Sign] of Object.entries({
    none: '',
    'no hex': 'z'.repeat(128),
    'capital letters': good.toUpperCase(),
    'cut short': good.slice(0, -2),
    'too long': `${good}00`,
    'one digit off': good.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    'of another body': sign(`${body()} `),
    'by another secret': sign(body(), 'another'),
    'by the secret as bytes': sign(body(), Buffer.from(credentials.secret, 'hex') as never),
  }))
    it(`003 for a sign that is ${name}`, async () =>
      refused(await setup().post(PATH, body(), {Sign}), '003'));

  it('answers without any header: 002', async () => {
    refused(await setup().request(PATH, {method: 'POST', body: body()}), '002');
  });

  it('takes the published vector as signed', async () => {
    const Sign =
      'b16e9d45f49f2069becbc4f108b237bee588cfc353fe9501df103e692acbc68d482a10d34c12bea22fedde7e28e1b8e57a6a0a373b0e9a27c5257bd8b36e13b9';
    const {json} = await setup().post(PATH, '{"timestamp":1}', {Sign});
    // Beyond 003: only the missing fields are wrong with it.
    assert.equal(json['errorCode'], '001');
  });

  it('reads the very bytes: spaces, order and unicode are the client’s', async () => {
    const text = `\n{ "account" : "${credentials.account}", "payload":{"id":"é€😀"},\t"timestamp":${START} }\n`;
    refused(await setup().post(PATH, text), '004');
    // The same text in another form of bytes is not what was signed.
    refused(await setup().post(PATH, text, {Sign: sign(text.normalize('NFD'))}), '003');
  });

  for (const offset of [-180_000, -179_999, 0, 179_999, 180_000])
    it(`a timestamp ${offset} ms off is fine`, async () =>
      refused(await setup().post(PATH, body(START + offset)), '004'));

  for (const offset of [-180_001, 180_001, -DAY, DAY, 1 - START, Math.round(START / 1000) - START])
    it(`011 for a timestamp ${offset} ms off`, async () =>
      refused(await setup().post(PATH, body(START + offset)), '011'));

  it('measures the timestamp by the real clock, also after the sandbox was put forward', async () => {
    const {post, sandbox, clock, create, client} = setup();
    await sandbox.advance(3 * DAY);
    refused(await post(PATH, body(START)), '004');
    refused(await post(PATH, body(START + 3 * DAY)), '011');
    const {idempotencyKey} = names(await create());
    clock.time += 60_000;
    assert.equal((await client.getInvoice({idempotencyKey})).state, 'PENDING_PAYMENT');
  });

  for (const account of ['', '0x', `0x${'0'.repeat(40)}`, 'x'.repeat(1000)])
    it(`001 for the account ${account.slice(0, 20)}`, async () => {
      const answer = await setup().post(PATH, body(START, account));
      refused(answer, '001');
      assert.equal(answer.json['message'], 'account=[Unknown account]');
    });

  it('an account is the same in any case, as its checksum is only spelling', async () =>
    refused(await setup().post(PATH, body(START, credentials.account.replace('c195df', 'C195DF'))), '004'));

  it('is asked for before anything about the request is said', async () => {
    const {post} = setup();
    refused(await post('/api/v1/invoice/single/create', 'no JSON', {Key: 'x'}), '002');
    refused(await post('/api/v1/invoice/single/create', 'no JSON', {Sign: 'x'}), '003');
  });

  it('meets a client with a wrong secret as an API error', async () => {
    const {sandbox} = setup();
    const client = new CalypsoClient({
      ...credentials,
      secret: 'wrong',
      baseUrl: 'https://sandbox.example',
      now: () => START,
      fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    });
    await assert.rejects(client.getInvoice({id: 'x'}), {
      name: 'CalypsoApiError',
      errorCode: '003',
      status: 400,
    });
  });

  for (const name of ['account', 'key', 'secret'])
    it(`a sandbox without ${name} is not made`, () => {
      for (const value of ['', undefined, null, 1])
        assert.throws(
          () => createSandbox({...credentials, [name]: value}),
          (error) => error instanceof TypeError && error.message.startsWith(`${name}: `),
        );
    });
});

describe('paths and methods', () => {
  for (const path of [
    '/',
    '/api/v1',
    '/api/v1/invoice/',
    '/api/v1/invoices',
    '/sandbox',
    '/sandbox/pay',
    '/x',
  ])
    it(`404 for ${path}`, async () => refused(await setup().post(path, body()), '001', 404));

  for (const path of [
    '/api/v1/invoice',
    '/api/v1/invoice/single/create',
    '/sandbox/deposit',
    '/sandbox/advance',
  ])
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS'])
      it(`405 for ${method} ${path}`, async () => {
        const answer = await setup().request(path, {method});
        refused(answer, '001', 405);
        assert.equal(answer.headers.get('Allow'), 'POST');
      });

  it('000 for what nobody thought of, without its words', async () => {
    const {sandbox, clock, request} = setup();
    Object.defineProperty(clock, 'time', {
      get: () => {
        throw new Error(`no clock, and ${credentials.secret}`);
      },
    });
    refused(await request('/sandbox/advance', {method: 'POST', body: '{"ms":1}'}), '000', 500);
    await assert.rejects(sandbox.advance(1), /no clock/);
  });
});
