import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {credentials, names, START} from './support.js';

describe('listen', () => {
  it('answers the real client over real HTTP, and gives the port back', async () => {
    const globals = [globalThis.Request, globalThis.Response];
    const sandbox = createSandbox({...credentials, now: () => START});
    const {url, port, close} = await sandbox.listen(0);
    try {
      assert.equal(url, `http://127.0.0.1:${port}`);
      const client = new CalypsoClient({...credentials, baseUrl: url, now: () => START});
      const created = await client.createSingleInvoice({
        amount: '0.000000000000000001',
        currency: 'ETH',
        description: 'Tea für zwei',
      });
      assert.deepEqual(await client.getInvoice(names(created)), created);
      const post = async (path: string, body: object) => {
        const response = await fetch(`${url}/sandbox/${path}`, {method: 'POST', body: JSON.stringify(body)});
        return (await response.json()) as Record<string, unknown>;
      };
      const {transactionHash} = await post('deposit', {
        address: created.invoiceAddress,
        amount: '0.000000000000000001',
      });
      await post('advance', {ms: 5000});
      const paid = await client.getInvoice(names(created));
      assert.equal(paid.state, 'PAID');
      assert.equal(paid.lastDepositHash, transactionHash);
      assert.equal(paid.totalDebitAmount, '0.000000000000000001');
      assert.equal((await fetch(url)).status, 404);
      assert.equal((await fetch(`${url}/api/v1/invoice`)).status, 405);
      await assert.rejects(sandbox.listen(port), {code: 'EADDRINUSE'});
    } finally {
      await close();
    }
    await assert.rejects(fetch(url));
    const again = await sandbox.listen(port);
    assert.equal(again.port, port);
    await again.close();
    assert.deepEqual([globalThis.Request, globalThis.Response], globals);
  });

  it('closes although a client is in the middle of a request', async () => {
    const {port, close} = await createSandbox(credentials).listen(0);
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write('POST /sandbox/advance HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ended = once(socket, 'close');
    await close();
    await ended;
  });

  it('is only for this machine', async () => {
    const {networkInterfaces} = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((net) => net && !net.internal && net.family === 'IPv4');
    const {port, close} = await createSandbox(credentials).listen(0);
    try {
      if (outside) await assert.rejects(fetch(`http://${outside.address}:${port}/`));
    } finally {
      await close();
    }
  });
});
