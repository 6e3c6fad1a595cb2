import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {credentials, DAY, names, setup, START} from './support.js';
import {start} from './webhook-fixture.js';

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
    const {create, answers, posts, sandbox, deliveries} = await start({}, 'INVOICE_CREATE_INVOICE');
    answers.hang = true;
    await create();
    while (!posts.length) await new Promise((resolve) => setTimeout(resolve, 1));
    await sandbox.close();
    assert.deepEqual([posts.length, deliveries().length], [1, 0]);
  });
});
