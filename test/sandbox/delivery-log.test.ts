import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {credentials} from './support.js';
import {start, URL} from './webhook-fixture.js';

describe('the log', () => {
  it('is told by method and by HTTP alike, bounded, newest last, without secrets', async () => {
    const {create, advance, deliveries, request, hook} = await start({}, 'INVOICE_CREATE_INVOICE');
    for (let index = 0; index < 510; index++) await create();
    await advance(0);
    const list = deliveries();
    assert.equal(list.length, 500);
    assert.deepEqual(list.at(-1), {
      requestId: hook.requestId,
      url: URL,
      eventType: 'INVOICE_CREATE_INVOICE',
      id: 510,
      attempt: 1,
      status: 200,
      at: '2026-01-02T03:04:05.006Z',
      next: null,
    });
    const {json, text} = await request('/sandbox/deliveries');
    assert.deepEqual(json, {deliveries: list});
    for (const secret of [hook.secretKey!, hook.publicKey!, credentials.secret])
      assert.ok(!text.includes(secret));
    assert.equal((await request('/sandbox/deliveries', {method: 'POST'})).status, 405);
  });

  it('unblock over HTTP, and of nobody', async () => {
    const {post, hook, unblock} = await start({}, 'INVOICE_CREATE_INVOICE');
    const {status, json} = await post('/sandbox/unblock', JSON.stringify({requestId: hook.requestId}), {
      Key: '',
    });
    assert.deepEqual([status, json], [200, {requestId: hook.requestId}]);
    await assert.rejects(unblock({requestId: crypto.randomUUID()}), {errorCode: '004'});
    await assert.rejects(unblock({requestId: 'x'}), {
      errorCode: '001',
      message: 'requestId=[Must be a UUID]',
    });
  });
});
