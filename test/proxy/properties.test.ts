import assert from 'node:assert/strict';
import {it} from 'node:test';
import fc from 'fast-check';
import {assertSafe, BASE, calypsoError, invoiceText, KEY, setUp, SHOP} from './fixture.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const LISTED = 'https://checkout.example';

/** Any character; the units that fast-check has for it take seconds to set up. */
const character = fc
  .oneof(fc.nat(0x7e), fc.nat(0xd7ff), fc.integer({min: 0xe000, max: 0x10ffff}))
  .map((code) => String.fromCodePoint(code));
const anyText = fc.string({unit: character});

/** UUIDs with something wrong about them, and anything else. */
const almostUuid = fc.oneof(
  anyText,
  fc.webPath(),
  fc
    .tuple(fc.uuid(), fc.nat(35), fc.string({unit: character, maxLength: 2}))
    .map(([uuid, at, text]) => uuid.slice(0, at) + text + uuid.slice(at + 1)),
  fc.tuple(fc.uuid(), fc.string({minLength: 1})).map((parts) => parts.join('')),
  fc.tuple(fc.string({minLength: 1}), fc.uuid()).map((parts) => parts.join('')),
);

it('whatever stands in the path, Calypso is asked for a UUID or not at all', async () => {
  const {proxy, reads} = setUp();
  await fc.assert(
    fc.asyncProperty(almostUuid, fc.boolean(), async (text, encode) => {
      const segment = encode ? encodeURIComponent(text) : text;
      fc.pre(URL.canParse(`${SHOP}${BASE}/${segment}`));
      const request = new Request(`${SHOP}${BASE}/${segment}`);
      const named = new URL(request.url).pathname.slice(BASE.length + 1);
      reads.length = 0;
      const {status} = await proxy(request);
      if (UUID.test(named)) assert.equal(status, 200);
      else assert.deepEqual([status, reads], [404, []]);
      assert.ok(reads.every((key) => UUID.test(key)));
    }),
    {numRuns: 500},
  );
});

it('every UUID is asked for as it is, in lower case', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.boolean(), async (uuid, upper) => {
      const {read, reads} = setUp();
      assert.equal((await read(upper ? uuid.toUpperCase() : uuid)).status, 200);
      assert.deepEqual(reads, [uuid]);
    }),
  );
});

const headerText = fc.string({
  unit: fc.integer({min: 0x20, max: 0xff}).map((code) => String.fromCharCode(code)),
});
const headers = fc.dictionary(
  fc.constantFrom(
    'Origin',
    'If-None-Match',
    'Sec-Fetch-Site',
    'Host',
    'Authorization',
    'Range',
    'Accept',
    'Cookie',
  ),
  fc.oneof(headerText, fc.constantFrom('null', '*', SHOP, LISTED, 'same-origin', 'W/"a", "b"', 'bytes=0-1')),
);
const methods = fc.constantFrom(
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'QUERY',
  'PROPFIND',
);
const paths = fc.oneof(
  fc.constantFrom(`${BASE}/${KEY}`, `${BASE}/${KEY.toUpperCase()}`, BASE, `${BASE}/7`, '/'),
  fc.webPath().map((path) => `/${path}`),
);
const upstreams = fc.constantFrom(
  () => new Response(invoiceText()),
  () => calypsoError('004'),
  () => calypsoError('000'),
  () => new Response('<html>'),
  () => Promise.reject(new TypeError('fetch failed')),
);

it('whatever is asked, the answer is safe, and readable by listed origins only', async () => {
  await fc.assert(
    fc.asyncProperty(methods, paths, headers, upstreams, async (method, path, init, upstream) => {
      fc.pre(URL.canParse(`${SHOP}${path}`));
      const {proxy} = setUp(upstream, {allowedOrigins: [LISTED]});
      const request = new Request(new URL(`${SHOP}${path}`), {method, headers: init});
      const response = await proxy(request);
      assertSafe(response);
      const readableBy = response.headers.get('Access-Control-Allow-Origin');
      assert.equal(readableBy, request.headers.get('Origin') === LISTED ? LISTED : null);
      assert.equal(response.headers.has('Set-Cookie'), false);
      if (method === 'HEAD') assert.equal(response.body, null);
      else if (response.status >= 400)
        assert.equal(((await response.json()) as {status: number}).status, response.status);
    }),
    {numRuns: 300},
  );
});

it('any text in any visible field is served or left out, and never breaks the answer', async () => {
  const field = fc.constantFrom(
    'description',
    'state',
    'type',
    'currency',
    'returnUrl',
    'expiration',
    'lastDepositHash',
  );
  await fc.assert(
    fc.asyncProperty(field, anyText, async (name, text) => {
      const {read} = setUp(() => new Response(invoiceText(KEY, `"${name}":${JSON.stringify(text)}`)));
      const response = await read();
      if (response.status === 200)
        assert.equal(((await response.json()) as {amount: string}).amount, '10.234');
      else assert.deepEqual([name, response.status], ['state', 502]);
    }),
    {numRuns: 200},
  );
});
