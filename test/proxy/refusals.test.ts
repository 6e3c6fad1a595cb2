import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createInvoiceProxy} from '../../src/proxy/index.js';
import {assertProblem, assertSafe, BASE, KEY, setUp} from './fixture.js';

describe('a path that names no invoice', () => {
  const bare = KEY.replaceAll('-', '');
  for (const path of [
    `${BASE}/`,
    BASE,
    `${BASE}/7`,
    `${BASE}/not-a-uuid`,
    `${BASE}/${bare}`,
    `${BASE}/{${KEY}}`,
    `${BASE}/urn:uuid:${KEY}`,
    `${BASE}/${KEY.slice(0, -1)}`,
    `${BASE}/${KEY}0`,
    `${BASE}/${KEY.replace('1', 'g')}`,
    `${BASE}/${KEY.slice(0, 8)}${KEY.slice(9)}-`,
    `${BASE}/${KEY}/`,
    `${BASE}/${KEY}/x.css`,
    `${BASE}/${KEY}.json`,
    `${BASE}/${KEY};a=1`,
    `${BASE}/${KEY}%00`,
    `${BASE}/${KEY}%0a`,
    `${BASE}/%31${KEY.slice(1)}`,
    `${BASE}//${KEY}`,
    `${BASE}/x/../../${KEY}`,
    `${BASE}/__proto__`,
    `${BASE}x/${KEY}`,
    `/API/INVOICES/${KEY}`,
    `/other${BASE}/${KEY}`,
    `/${KEY}`,
    '/',
  ])
    it(`${path}: 404, and Calypso is not asked`, async () => {
      const {ask, reads} = setUp();
      await assertProblem(await ask(path), 404);
      assert.deepEqual(reads, []);
    });
});

describe('a method that does not read', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
    it(`${method}: 405, and Calypso is not asked`, async () => {
      const {ask, reads} = setUp();
      const response = await ask(`${BASE}/${KEY}`, {method});
      assert.equal(response.headers.get('Allow'), 'GET, HEAD, OPTIONS');
      await assertProblem(response, 405);
      assert.deepEqual(reads, []);
    });

  it('OPTIONS says what may be done', async () => {
    const {ask, reads} = setUp();
    const response = await ask(`${BASE}/${KEY}`, {method: 'OPTIONS'});
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('Allow'), 'GET, HEAD, OPTIONS');
    assertSafe(response);
    assert.deepEqual(reads, []);
  });
});

describe('authorize', () => {
  it('is asked with the request and the key in lower case', async () => {
    const asked: unknown[] = [];
    const {read} = setUp(undefined, {
      authorize: (request, key) => asked.push([request.headers.get('Cookie'), key]) > 0,
    });
    assert.equal((await read(KEY.toUpperCase(), {Cookie: 'session=1'})).status, 200);
    assert.deepEqual(asked, [['session=1', KEY]]);
  });

  for (const [what, answer] of [
    ['false', () => false],
    ['a promise of false', () => Promise.resolve(false)],
    ['nothing', () => undefined],
    ['an object', () => ({ok: false})],
  ] as const)
    it(`answers ${what}: 403, and Calypso is not asked`, async () => {
      const {read, reads} = setUp(undefined, {authorize: answer as () => boolean});
      await assertProblem(await read(), 403);
      assert.deepEqual(reads, []);
    });

  for (const [what, answer] of [
    ['throws', () => assert.fail('CANARY database password')],
    ['rejects', () => Promise.reject(new Error('CANARY database password'))],
    ['throws no error', () => Promise.reject('CANARY')],
  ] as [string, () => Promise<boolean>][])
    it(`${what}: 500, and says nothing of it`, async () => {
      const {read, reads} = setUp(undefined, {authorize: answer});
      await assertProblem(await read(), 500);
      assert.deepEqual(reads, []);
    });

  it('is asked for every request, also where the answer is in the cache', async () => {
    const {read, reads} = setUp(undefined, {authorize: ({headers}) => headers.get('Cookie') === 'mine'});
    assert.equal((await read(KEY, {Cookie: 'mine'})).status, 200);
    await assertProblem(await read(KEY, {Cookie: 'other'}), 403);
    await assertProblem(await read(KEY, {Cookie: 'other', 'If-None-Match': '*'}), 403);
    assert.deepEqual(reads, [KEY]);
  });

  it('is not asked about what is no invoice', async () => {
    const {ask} = setUp(undefined, {authorize: () => assert.fail('asked')});
    await assertProblem(await ask(`${BASE}/7`), 404);
    assert.equal((await ask(`${BASE}/${KEY}`, {method: 'OPTIONS'})).status, 204);
    await assertProblem(await ask(`${BASE}/${KEY}`, {method: 'POST'}), 405);
  });
});

describe('options', () => {
  const client = {getInvoice: () => assert.fail('asked')};

  for (const basePath of [
    undefined,
    null,
    7,
    '',
    'api',
    'https://a.example/api',
    '//a',
    '//',
    '/\\',
    '/a b',
    '/a?b',
    '/a#b',
    '/ä',
    '/a/../b',
  ])
    it(`basePath: ${basePath} is refused by name`, () =>
      assert.throws(() => createInvoiceProxy({client, basePath: basePath as string}), {
        name: 'TypeError',
        message: `basePath: expected a path such as /api/invoices, got ${basePath}`,
      }));

  for (const basePath of ['/api/invoices/', '/api/invoices//', '/', '/%C3%A4', '/a.b_c~d'])
    it(`basePath: ${basePath} is taken`, async () => {
      const {ask} = setUp(undefined, {basePath});
      assert.equal((await ask(`${basePath.replace(/\/+$/, '')}/${KEY}`)).status, 200);
    });

  for (const value of [undefined, null, {}, {getInvoice: 1}])
    it(`client: ${JSON.stringify(value)} is refused by name`, () =>
      assert.throws(() => createInvoiceProxy({client: value as typeof client, basePath: BASE}), {
        name: 'TypeError',
        message: /^client: /,
      }));

  it('onInvoice without webhookSecrets is refused by name: nothing would ever call it', () =>
    assert.throws(() => createInvoiceProxy({client, basePath: BASE, onInvoice: () => undefined}), {
      name: 'TypeError',
      message: /^onInvoice: expected webhookSecrets /,
    }));

  for (const timeout of [0, -1, NaN])
    it(`timeout: ${timeout} is refused by name`, () =>
      assert.throws(() => createInvoiceProxy({client, basePath: BASE, timeout}), {
        name: 'TypeError',
        message: /^timeout: /,
      }));
});
