import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {assertProblem, BASE, KEY, OTHER_KEY, setUp, SHOP} from './fixture.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

const clientAddress = (request: Request) => request.headers.get('X-Test') ?? undefined;
const twice = {burst: 2, perSecond: 0.5};

describe('a limit per invoice', () => {
  it('is none to 200 viewers who come at once', async () => {
    const {read} = setUp();
    const answers = await Promise.all(Array.from({length: 200}, () => read()));
    assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
  });

  it('refuses what is too much, says how long, and lets on after that', async () => {
    const {read, advance} = setUp(undefined, {rateLimits: {perInvoice: twice}});
    for (let time = 0; time < 2; time++) assert.equal((await read()).status, 200);
    const refused = await read(KEY.toUpperCase());
    assert.equal(refused.headers.get('Retry-After'), '2');
    await assertProblem(refused, 429);
    assert.equal((await read(OTHER_KEY)).status, 200);
    advance(1999);
    await assertProblem(await read(), 429);
    advance(1);
    assert.equal((await read()).status, 200);
    await assertProblem(await read(), 429);
  });

  it('counts streams too, and no events of Calypso', async () => {
    const {ask, deliver} = setUpWebhooks({rateLimits: {perInvoice: {burst: 1, perSecond: 1}}});
    const stream = await ask(`${BASE}/${KEY}/events`);
    await stream.body?.cancel();
    await assertProblem(await ask(`${BASE}/${KEY}/events`), 429);
    for (let time = 0; time < 5; time++) assert.equal((await deliver(invoiceEvent(1))).status, 200);
  });

  it('is not used up by who may not read', async () => {
    const {proxy} = setUp(undefined, {
      rateLimits: {perInvoice: {burst: 1, perSecond: 1}},
      authorize: (request) => request.headers.has('Authorization'),
    });
    const url = `${SHOP}${BASE}/${KEY}`;
    for (let time = 0; time < 5; time++) assert.equal((await proxy(new Request(url))).status, 403);
    assert.equal((await proxy(new Request(url, {headers: {Authorization: 'x'}}))).status, 200);
  });
});

describe('a limit per address', () => {
  const from = (address: string) => ({'X-Test': address});

  it('counts all that an address asks, before Calypso and the merchant are asked', async () => {
    let asked = 0;
    const {read, reads} = setUp(undefined, {
      clientAddress,
      rateLimits: {perAddress: twice},
      authorize: () => ++asked > 0,
    });
    await read(KEY, from('a'));
    await read(OTHER_KEY, from('a'));
    await assertProblem(await read(KEY.replace('1', '2'), from('a')), 429);
    assert.deepEqual([reads.length, asked], [2, 2]);
    assert.equal((await read(KEY, from('b'))).status, 200);
  });

  it('is none where the address is not known, whatever headers say', async () => {
    const {read} = setUp(undefined, {rateLimits: {perAddress: {burst: 1, perSecond: 1}}});
    for (let time = 0; time < 5; time++)
      assert.equal((await read(KEY, {'X-Forwarded-For': '1.2.3.4', 'X-Real-IP': '1.2.3.4'})).status, 200);
  });

  it('can be switched off, with the other or alone', async () => {
    for (const rateLimits of [false, {perAddress: false, perInvoice: false}] as const) {
      const {read} = setUp(undefined, {clientAddress, rateLimits});
      for (let time = 0; time < 2500; time++) assert.equal((await read(KEY, from('a'))).status, 200);
    }
  });
});

for (const [option, rateLimits] of [
  ['perAddress', {perAddress: {burst: 0, perSecond: 1}}],
  ['perInvoice', {perInvoice: {burst: 1, perSecond: 0}}],
  ['perInvoice', {perInvoice: 7}],
  ['perInvoice', {perInvoice: null}],
] as const)
  it(`rateLimits.${option} of ${JSON.stringify(rateLimits)} is refused by name`, () => {
    assert.throws(() => setUp(undefined, {rateLimits: rateLimits as never}), {
      name: 'TypeError',
      message: new RegExp(`^rateLimits.${option}: `),
    });
  });

for (const option of ['clientAddress', 'log', 'authorize', 'store'])
  it(`a ${option} that is none is refused by name`, () => {
    assert.throws(() => setUp(undefined, {[option]: 7}), {
      name: 'TypeError',
      message: new RegExp(`^${option}: `),
    });
  });
