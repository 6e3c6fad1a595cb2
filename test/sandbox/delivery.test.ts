import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {listener} from './listener.js';
import {credentials, DAY, HOUR, names, SECOND, setup, START} from './support.js';

const URL = 'https://shop.example/hook';
/** The documents' own numbers, in seconds. */
const FIBONACCI = [
  30, 60, 90, 150, 240, 390, 630, 1020, 1650, 2670, 4320, 6990, 11310, 18300, 29610, 47910, 77520, 125430,
];

async function start(options: Parameters<typeof setup>[0] = {}, eventType = 'INVOICE_CREATE_INVOICE') {
  const merchant = listener();
  const world = setup({fetch: merchant.fetch, ...options});
  const hook = await world.client.createWebhook({url: URL, notificationEventTypes: [eventType]});
  return {...world, ...merchant, hook, ...world.sandbox};
}

describe('delivery', () => {
  for (const [name, status] of [
    ['200', 200],
    ['204', 204],
    ['302', 302],
    ['404', 404],
    ['500', 500],
    ['silence', new Error('connection refused')],
  ] as const)
    it(`${name} is ${name === '200' ? 'a success' : 'an error, and tried again'}`, async () => {
      const {create, advance, answers, posts, deliveries} = await start();
      answers.status = status;
      await create();
      await advance(0);
      const [entry, ...more] = deliveries();
      const isFine = name === '200';
      assert.deepEqual(more, []);
      assert.deepEqual(
        [entry?.status, entry?.attempt, entry?.next],
        [typeof status === 'number' ? status : null, 1, isFine ? null : '2026-01-02T03:04:35.006Z'],
      );
      await advance(29_999);
      assert.equal(posts.length, 1);
      await advance(1);
      assert.equal(posts.length, isFine ? 1 : 2);
    });

  it('an endpoint that does not answer in time has failed', async () => {
    const {create, advance, answers, deliveries, posts} = await start({webhooks: {timeout: 20}});
    answers.hang = true;
    await create();
    await advance(0);
    assert.equal(deliveries()[0]?.status, null);
    answers.hang = false;
    await advance(30 * SECOND);
    assert.deepEqual(
      deliveries().map(({status}) => status),
      [null, 200],
    );
    assert.equal(posts[0]?.body, posts[1]?.body);
  });

  it('repeats on the documented schedule, 19 times, and then no more until it is unblocked', async () => {
    const {create, advance, answers, deliveries, posts, unblock, hook} = await start();
    answers.status = 500;
    await create();
    await advance(30 * DAY);
    const waits = deliveries().map(
      ({at}, index, all) => (Date.parse(all[index + 1]?.at ?? at) - Date.parse(at)) / 1000,
    );
    assert.deepEqual(waits, [...FIBONACCI, FIBONACCI.at(-1), 0]);
    assert.deepEqual(
      deliveries().map(({attempt}) => attempt),
      Array.from({length: 20}, (_, index) => index + 1),
    );
    assert.equal(deliveries().at(-1)?.next, null);
    assert.equal(new Set(posts.map(({body}) => body)).size, 1, 'the same bytes each time');
    answers.status = 200;
    await advance(30 * DAY);
    assert.equal(posts.length, 20);
    assert.deepEqual(await unblock({requestId: hook.requestId}), {requestId: hook.requestId});
    await advance(0);
    assert.equal(posts.length, 21);
    await advance(30 * DAY);
    assert.equal(posts.length, 21);
  });

  it('down for hours and back: everything arrives, each once', async () => {
    const {create, advance, deposit, answers, posts, client} = await start();
    await client.createWebhook({url: URL, notificationServiceTypes: ['INVOICE']});
    answers.status = new Error('down');
    const accepted: string[] = [];
    for (let index = 0; index < 5; index++) {
      await deposit({address: names(await create()).address, amount: '10.234'});
      await advance(HOUR);
    }
    const downtime = posts.length;
    answers.status = 200;
    await advance(3 * DAY);
    for (const {event} of posts.slice(downtime)) accepted.push(`${event.requestId} ${event.id}`);
    assert.equal(accepted.length, 5 + 5 * 5);
    assert.equal(new Set(accepted).size, accepted.length);
  });

  it('more than 100 errors without a success in 10 minutes block; unblocking sends what was missed', async () => {
    const {create, advance, answers, posts, client, unblock, hook, deliveries} = await start();
    answers.status = 503;
    for (let index = 0; index < 100; index++) await create();
    await advance(0);
    assert.deepEqual([posts.length, (await client.listWebhooks())[0]?.['state']], [100, undefined]);
    await create();
    await advance(0);
    assert.deepEqual([posts.length, (await client.listWebhooks())[0]?.['state']], [101, 'BLOCKED']);
    assert.equal(deliveries().at(-1)?.next, null);
    answers.status = 200;
    await create();
    await advance(10 * DAY);
    assert.equal(posts.length, 101, 'nothing is tried while it is blocked');
    await unblock(hook);
    await advance(0);
    assert.equal(posts.length, 203);
    assert.equal(new Set(posts.slice(101).map(({event}) => event.id)).size, 102);
    assert.equal((await client.listWebhooks())[0]?.['state'], undefined);
  });

  it('a success in between, or errors long ago, do not block', async () => {
    const {create, advance, answers, client} = await start();
    for (let round = 0; round < 3; round++) {
      answers.status = 500;
      for (let index = 0; index < 60; index++) await create();
      await advance(0);
      answers.status = 200;
      await create();
      await advance(round === 1 ? 0 : 11 * 60 * SECOND);
    }
    assert.equal((await client.listWebhooks())[0]?.['state'], undefined);
  });

  it('duplicate: everything comes twice, with the same bytes', async () => {
    const {create, advance, posts} = await start({webhooks: {duplicate: true}});
    await create();
    await advance(DAY);
    assert.equal(posts.length, 2);
    assert.equal(posts[0]?.body, posts[1]?.body);
  });

  it('shuffle: events overtake one another, and none is lost', async () => {
    const {create, client, deposit, advance, ids} = await start({webhooks: {shuffle: true}});
    await client.createWebhook({url: URL, notificationServiceTypes: ['INVOICE']});
    await deposit({address: names(await create()).address, amount: '10.234'});
    await advance(20 * SECOND + 10 * SECOND);
    const all = [...new Set(ids())];
    assert.deepEqual(
      all.toSorted((a, b) => a - b),
      [1, 2, 3, 4, 5],
    );
    assert.notDeepEqual(all, [1, 2, 3, 4, 5]);
  });

  it('does not wait for a merchant who asks for time inside the handler', async () => {
    const {create, advance, hooks, sandbox, posts} = await start();
    let inner: Promise<unknown> | undefined;
    hooks.onPost = async () => void (inner ??= sandbox.advance(SECOND));
    await create();
    await advance(0);
    await inner;
    assert.deepEqual([posts.length, sandbox.now()], [1, START + SECOND]);
  });
});

describe('the log', () => {
  it('is told by method and by HTTP alike, bounded, newest last, without secrets', async () => {
    const {create, advance, deliveries, request, hook} = await start();
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
    const {post, hook, unblock} = await start();
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

describe('real time', () => {
  it('delivers without being asked, over real HTTP, and follows no redirect', async () => {
    const paths: string[] = [];
    let arrived = () => undefined as unknown;
    const twice = new Promise((resolve) => (arrived = () => paths.length >= 2 && resolve(undefined)));
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      response.writeHead(302, {Location: '/elsewhere'}).end('moved');
      arrived();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as {port: number};
    const sandbox = createSandbox(credentials);
    try {
      const {url, close} = await sandbox.listen(0);
      const api = new CalypsoClient({...credentials, baseUrl: url});
      await api.createWebhook({url: `http://127.0.0.1:${port}/hook`, notificationServiceTypes: ['INVOICE']});
      const invoice = names(await api.createSingleInvoice({amount: 1, currency: 'TRX', description: 'x'}));
      await sandbox.deposit({address: invoice.address, amount: 1});
      await twice;
      await close();
      assert.deepEqual(paths, ['/hook', '/hook']);
      assert.ok(sandbox.deliveries().every(({status}) => status === 302));
    } finally {
      await sandbox.close();
      server.closeAllConnections();
      server.close();
    }
  });

  it('now() is the sandbox’s time', async () => {
    const {sandbox, clock} = setup();
    assert.equal(sandbox.now(), START);
    await sandbox.advance(DAY);
    clock.time += 5;
    assert.equal(sandbox.now(), START + DAY + 5);
  });

  it('closing cuts off what is under way, and nothing is posted any more', async () => {
    const {create, answers, posts, sandbox, deliveries} = await start();
    answers.hang = true;
    await create();
    while (!posts.length) await new Promise((resolve) => setTimeout(resolve, 1));
    await sandbox.close();
    assert.deepEqual([posts.length, deliveries().length], [1, 0]);
  });
});
