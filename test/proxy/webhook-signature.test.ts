import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createInvoiceProxy} from '../../src/proxy/index.js';
import {signatureCheck} from '../../src/proxy/signature.js';
import {assertProblem, assertSafe, BASE, MERCHANT} from './fixture.js';
import {invoiceEvent, SECRET, setUpWebhooks, sign} from './webhook-fixture.js';

const BODY = JSON.stringify(invoiceEvent(1));
const OTHER_SECRET = '0d6b7f0e4c0b4a51a1f2b6a0c4d1e9f7';

describe('a signed event', () => {
  it('is accepted, and says nothing', async () => {
    const response = await setUpWebhooks().post(BODY, {Sign: sign(BODY)});
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
    assertSafe(response);
  });

  it('is signed with the secret as text, and agrees with the published vector', async () => {
    const check = signatureCheck(['b823a6b9ea72408583cef9ec8d67fa52']);
    const vector =
      'b16e9d45f49f2069becbc4f108b237bee588cfc353fe9501df103e692acbc68d' +
      '482a10d34c12bea22fedde7e28e1b8e57a6a0a373b0e9a27c5257bd8b36e13b9';
    assert.equal(await check(new TextEncoder().encode('{"timestamp":1}'), vector), true);
  });

  it('is verified over its bytes, whatever they spell', async () => {
    const pretty = JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {message: 'Thé 🍵'}), null, 2);
    const {post, told} = setUpWebhooks();
    assert.equal((await post(new TextEncoder().encode(pretty), {Sign: sign(pretty)})).status, 200);
    assert.equal(told.length, 1);
  });

  it('is accepted with any secret while keys are changed, and with the old one no more afterwards', async () => {
    const both = setUpWebhooks({webhookSecrets: [OTHER_SECRET, SECRET]});
    assert.equal((await both.deliver(invoiceEvent(1), SECRET)).status, 200);
    assert.equal((await both.deliver(invoiceEvent(2), OTHER_SECRET)).status, 200);
    const after = setUpWebhooks({webhookSecrets: [OTHER_SECRET]});
    await assertProblem(await after.deliver(invoiceEvent(1), SECRET), 401);
  });
});

describe('a forged event', () => {
  const right = sign(BODY);
  const forgeries: [string, string, Record<string, string>][] = [
    ['without a signature', BODY, {}],
    ['with an empty one', BODY, {Sign: ''}],
    ["of another subscription's secret", BODY, {Sign: sign(BODY, OTHER_SECRET)}],
    ["of the API's secret", BODY, {Sign: sign(BODY, MERCHANT.secret)}],
    ['of the public key', BODY, {Sign: sign(BODY, MERCHANT.key), Key: MERCHANT.key}],
    ['of no secret', BODY, {Sign: sign(BODY, '')}],
    ['of the secret read as hex', BODY, {Sign: sign(BODY, Buffer.from(SECRET, 'hex').toString())}],
    ['of another body', BODY, {Sign: sign(`${BODY} `)}],
    ['with another body', BODY.replace('PAID', 'HELD'), {Sign: right}],
    ['with a space more', `${BODY} `, {Sign: right}],
    ['with the same JSON, pretty', JSON.stringify(JSON.parse(BODY), null, 2), {Sign: right}],
    ['with no body', '', {Sign: right}],
    ['cut short', BODY, {Sign: right.slice(0, -2)}],
    ['with more behind', BODY, {Sign: `${right}00`}],
    ['twice', BODY, {Sign: `${right}, ${right}`}],
    ['in base64', BODY, {Sign: Buffer.from(right, 'hex').toString('base64')}],
    ['in capitals', BODY, {Sign: right.toUpperCase()}],
    ['with a scheme', BODY, {Sign: `sha512=${right}`}],
    ['under another name', BODY, {Signature: right, 'X-Sign': right}],
    ['of zeros', BODY, {Sign: '0'.repeat(128)}],
  ];
  for (const [what, body, headers] of forgeries)
    it(`${what}: 401, and Calypso is not asked`, async () => {
      const {post, reads, told} = setUpWebhooks();
      const response = await post(body, headers);
      await assertProblem(response, 401);
      assert.deepEqual([reads, told], [[], []]);
    });
});

it('no pair of body and signature that was not made with a secret is accepted', async () => {
  const check = signatureCheck([SECRET, OTHER_SECRET]);
  const body = fc.oneof(
    fc.constant(BODY).map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({minLength: 1, maxLength: 600}),
  );
  /** With a byte changed, cut, longer, with the signature of something else or made with another secret. */
  const forgery = fc.tuple(
    fc.constantFrom('byte', 'cut', 'add', 'sign', 'secret'),
    fc.nat(),
    fc.integer({min: 1, max: 255}),
    fc.string({minLength: 1}).filter((text) => text !== SECRET && text !== OTHER_SECRET),
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(body, fc.array(forgery, {minLength: 20, maxLength: 20}), async (bytes, kinds) => {
      const signature = sign(bytes);
      assert.equal(await check(Uint8Array.from(bytes), signature), true);
      const forged = kinds.map(([kind, at, by, text]): [Uint8Array | number[], string] => {
        const place = at % bytes.length;
        if (kind === 'byte')
          return [bytes.map((byte, index) => (index === place ? byte ^ by : byte)), signature];
        if (kind === 'cut') return [bytes.slice(0, place), signature];
        if (kind === 'add') return [[...bytes, by], signature];
        return [bytes, kind === 'sign' ? sign(text, String(at)) : sign(bytes, text)];
      });
      const answers = await Promise.all(
        forged.map(([changed, signed]) => check(Uint8Array.from(changed), signed)),
      );
      assert.ok(!answers.includes(true));
      refused += answers.length;
    }),
    {numRuns: 500},
  );
  assert.equal(refused, 10_000);
});

describe('webhookSecrets', () => {
  const create = (webhookSecrets: unknown) =>
    createInvoiceProxy({
      client: {getInvoice: () => assert.fail('asked')},
      basePath: BASE,
      webhookSecrets: webhookSecrets as string[],
    });

  for (const [secrets, message] of [
    [[], /^webhookSecrets: /],
    ['', /^webhookSecrets: /],
    [null, /^webhookSecrets: /],
    [SECRET, /^webhookSecrets: /],
    [{0: SECRET}, /^webhookSecrets: /],
    [[SECRET, ''], /^webhookSecrets\[1\]: /],
    [[undefined], /^webhookSecrets\[0\]: /],
    [[[SECRET]], /^webhookSecrets\[0\]: /],
  ] as const)
    it(`${JSON.stringify(secrets)} is refused by name, and not quoted`, () =>
      assert.throws(
        () => create(secrets),
        (error) =>
          error instanceof TypeError && message.test(error.message) && !error.message.includes(SECRET),
      ));
});

it('onInvoice that is no function is refused by name', () =>
  assert.throws(() => setUpWebhooks({onInvoice: 7 as never}), {name: 'TypeError', message: /^onInvoice: /}));
