import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createInvoiceProxy} from '../../src/proxy/index.js';
import {assertProblem, assertSafe, BASE, calypsoError, KEY, setUp, SHOP} from './fixture.js';

const LISTED = 'https://checkout.example';
const withList = () => setUp(undefined, {allowedOrigins: [LISTED, 'http://localhost:5173']});

const corsOf = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control')));
const READABLE = {
  'access-control-allow-origin': LISTED,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'Retry-After, ETag, Date, Age',
};

describe('a foreign origin', () => {
  for (const origin of [
    'https://evil.example',
    'null',
    '',
    '*',
    // Tricks with the shop's own origin …
    'http://shop.example',
    'https://shop.example:8443',
    'https://shop.example.evil.example',
    'https://evilshop.example',
    'https://evil.example/shop.example',
    'https://shop.example@evil.example',
    'https://shop.example/',
    'https://shop.example%60.evil.example',
    'https://shop_example',
    'HTTPS://SHOP.EXAMPLE',
    'shop.example',
    // … and with a listed one.
    'http://checkout.example',
    'https://checkout.example:443',
    'https://checkout.example.evil.example',
    'https://evil-checkout.example',
    'https://sub.checkout.example',
    'https://checkout.example.',
    'https://Checkout.example',
    'https://checkout.example/',
    'https://checkout.example, https://evil.example',
    'https://checkout.example https://evil.example',
    'http://localhost',
    'http://localhost:51730',
    'http://127.0.0.1:5173',
  ])
    it(`"${origin}": 403 without a CORS header, and Calypso is not asked`, async () => {
      const {read, ask, reads} = withList();
      for (const response of [
        await read(KEY, {Origin: origin}),
        await read(KEY, {Origin: origin, 'Sec-Fetch-Site': 'cross-site'}),
        await read(KEY, {Origin: origin, 'Sec-Fetch-Site': 'same-site'}),
        await ask(`${BASE}/${KEY}`, {
          method: 'OPTIONS',
          headers: {Origin: origin, 'Access-Control-Request-Method': 'GET'},
        }),
      ]) {
        assert.deepEqual(corsOf(response), {});
        await assertProblem(response, 403);
      }
      assert.deepEqual(reads, []);
    });

  it('"null" is not made ours by Sec-Fetch-Site', async () => {
    await assertProblem(await setUp().read(KEY, {Origin: 'null', 'Sec-Fetch-Site': 'same-origin'}), 403);
  });

  it('is not made ours by headers that name a host', async () => {
    const headers = {
      Origin: 'https://evil.example',
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
    };
    await assertProblem(await setUp().read(KEY, headers), 403);
  });
});

describe('our own origin', () => {
  for (const [what, headers] of [
    ['no Origin', {}],
    ['the origin of the URL', {Origin: SHOP}],
    ['behind a proxy that ends TLS', {Origin: 'https://public.example', 'Sec-Fetch-Site': 'same-origin'}],
  ] as [string, HeadersInit][])
    it(`${what}: answered, and needs no CORS header`, async () => {
      const response = await setUp().read(KEY, headers);
      assert.equal(response.status, 200);
      assert.deepEqual(corsOf(response), {});
    });
});

describe('a listed origin', () => {
  it('may read the invoice, with credentials and the headers that matter', async () => {
    const response = await withList().read(KEY, {Origin: LISTED, 'Sec-Fetch-Site': 'cross-site'});
    assert.equal(response.status, 200);
    assert.deepEqual(corsOf(response), READABLE);
  });

  it('may read a 304 and every problem', async () => {
    const {read, ask} = withList();
    const headers = {Origin: LISTED};
    const down = setUp(() => calypsoError('000'), {allowedOrigins: [LISTED]});
    for (const [response, status] of [
      [await read(KEY, {...headers, 'If-None-Match': '*'}), 304],
      [await read('7', headers), 404],
      [await ask('/elsewhere', {headers}), 404],
      [await ask(`${BASE}/${KEY}`, {method: 'POST', headers}), 405],
      [await down.read(KEY, headers), 502],
    ] as const) {
      assert.equal(response.status, status);
      assert.deepEqual(corsOf(response), READABLE);
    }
  });

  it('gets a preflight that says what it may send', async () => {
    const {ask, reads} = withList();
    for (const path of [`${BASE}/${KEY}`, `${BASE}/7`]) {
      const response = await ask(path, {
        method: 'OPTIONS',
        headers: {
          Origin: LISTED,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'if-none-match',
        },
      });
      assert.equal(response.status, 204);
      assert.equal(response.body, null);
      assertSafe(response);
      assert.deepEqual(corsOf(response), {
        ...READABLE,
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'If-None-Match, Authorization',
        'access-control-max-age': '7200',
      });
    }
    assert.deepEqual(reads, []);
  });
});

describe('allowedOrigins', () => {
  const create = (allowedOrigins: unknown) =>
    createInvoiceProxy({
      client: {getInvoice: () => assert.fail('asked')},
      basePath: BASE,
      allowedOrigins: allowedOrigins as string[],
    });

  for (const entry of [
    '*',
    'null',
    '',
    'shop.example',
    '//shop.example',
    'https://shop.example/',
    'https://shop.example/path',
    'https://shop.example?a',
    'https://user@shop.example',
    'https://SHOP.example',
    'https://shop.example:443',
    'https://*.shop.example/',
    'https://münchen.example',
    'ftp://shop.example',
    'file:///',
    'blob:https://shop.example/1',
    'https://',
    ' https://shop.example',
    7,
    null,
    undefined,
  ])
    it(`${JSON.stringify(entry)} is refused by name`, () =>
      assert.throws(() => create([SHOP, entry]), {
        name: 'TypeError',
        message: `allowedOrigins[1]: expected an origin such as https://shop.example, without a path, got ${entry}`,
      }));

  for (const list of ['https://shop.example', null, {}])
    it(`${JSON.stringify(list)} is no list`, () =>
      assert.throws(() => create(list), {name: 'TypeError', message: /^allowedOrigins: /}));

  it('takes what browsers send', () => {
    create([
      'https://shop.example',
      'http://localhost:5173',
      'http://[::1]:8080',
      'https://xn--mnchen-3ya.example',
    ]);
  });
});
