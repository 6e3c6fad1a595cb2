import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSigned, listener} from './listener.js';
import {HOUR, names, SECOND, setup} from './support.js';
import {start, URL, UUID} from './webhook-fixture.js';

describe('a webhook subscription', () => {
  it('is answered with its keys, and listed', async () => {
    const {client, hook} = await start();
    const {requestId, key, publicKey, secretKey, ...rest} = hook;
    assert.match(requestId, UUID);
    assert.match(String(publicKey), /^[\da-f]{32}$/);
    assert.match(String(secretKey), /^[\da-f]{32}$/);
    assert.equal(key, publicKey);
    assert.equal(rest['notificationEventTypes']?.length, 10);
    assert.deepEqual(
      {...rest, notificationEventTypes: []},
      {notificationEventTypes: [], url: URL, createdDate: '2026-01-02T03:04:05.006000'},
    );
    // Calypso's sample, that asks for four events; its answer lacks the keys that the Webhook API has.
    const sample = {
      notificationEventTypes: [
        'INVOICE_FUNDS_RECEIVED_FOR_INVOICE',
        'INVOICE_PAID',
        'INVOICE_PENDING_INTERVENTION',
        'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED',
      ],
      requestId: 'bf9348b7-2c14-46d7-868c-b597852da319',
      url: 'http://shop.example/',
    };
    const second = await client.createWebhook(sample);
    assert.deepEqual({...second, ...sample}, second);
    assert.notEqual(second.secretKey, hook.secretKey);
    const [one, two, ...more] = await client.listWebhooks();
    assert.deepEqual([one, two, more], [hook, second, []]);
    await client.deleteWebhook(hook.requestId);
    assert.deepEqual(await client.listWebhooks(), [second]);
  });

  it('takes events of the other groups, too: Calypso’s own sample asks for one; none of them happens here', async () => {
    const merchant = listener();
    const {client, create, sandbox} = setup({fetch: merchant.fetch});
    const events = ['PAYOUT_CHANGE_STATUS', 'INVOICE_CREATE_INVOICE'];
    const asked = {url: URL, notificationEventTypes: events, notificationServiceTypes: ['PAYOUT']};
    const {notificationEventTypes} = await client.createWebhook(asked);
    assert.deepEqual(notificationEventTypes, events);
    await create();
    await sandbox.advance(HOUR);
    assert.deepEqual(merchant.types(), ['INVOICE_CREATE_INVOICE']);
    const all = await client.createWebhook({...asked, notificationServiceTypes: ['INVOICE']});
    assert.equal(all.notificationEventTypes?.length, 11, 'both lists count');
  });

  it('is told what it asked for, of what happens after it was made, and nothing once it is deleted', async () => {
    const merchant = listener();
    const {client, create, sandbox} = setup({fetch: merchant.fetch});
    const old = names(await create());
    await sandbox.deposit({address: old.address, amount: '10.234'});
    await sandbox.advance(5 * SECOND);
    const hook = await client.createWebhook({
      url: URL,
      notificationEventTypes: ['INVOICE_PAID', 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED'],
    });
    await sandbox.advance(0);
    assert.deepEqual(merchant.types(), []);
    const {address} = names(await create());
    await sandbox.deposit({address, amount: '10.234'});
    await sandbox.advance(5 * SECOND);
    assert.deepEqual(merchant.types(), ['INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED', 'INVOICE_PAID']);
    await client.deleteWebhook(hook.requestId);
    await sandbox.advance(HOUR);
    assert.equal(merchant.posts.length, 2);
    // A later one is not told what happened while nobody listened.
    await client.createWebhook({url: URL, notificationServiceTypes: ['INVOICE']});
    await sandbox.advance(HOUR);
    assert.equal(merchant.posts.length, 2);
  });

  it('two are told of the same event under one id, each signed with its own secret', async () => {
    const {client, create, advance, hook, posts} = await start();
    const second = await client.createWebhook({
      url: 'http://other.example/',
      notificationServiceTypes: ['INVOICE'],
    });
    await create();
    await advance(0);
    assert.deepEqual(posts.map(({url}) => url).sort(), ['http://other.example/', URL]);
    const [one, two] = [hook, second].map(({requestId}) =>
      posts.find(({event}) => event.requestId === requestId)!,
    );
    assert.equal(one?.event.id, two?.event.id);
    assert.ok(isSigned(one!, hook.secretKey!) && isSigned(two!, second.secretKey!));
    assert.ok(!isSigned(one!, second.secretKey!));
  });
});
