import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {devNull, tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {listener} from './listener.js';
import {DAY, names, SECOND, setup} from './support.js';

let folder = '';
before(async () => void (folder = await mkdtemp(join(tmpdir(), 'sandbox-'))));
after(() => rm(folder, {recursive: true, force: true}));

describe('a sandbox with a dataFile', () => {
  it('goes on where it was: time, invoices, deposits, subscriptions, what was not delivered', async () => {
    const dataFile = join(folder, 'goes-on.db');
    const merchant = listener();
    merchant.answers.status = 500;
    const one = setup({dataFile, fetch: merchant.fetch});
    const hook = await one.client.createWebhook({
      url: 'https://shop.example',
      notificationServiceTypes: ['INVOICE'],
    });
    const first = await one.create();
    const second = await one.client.createUnlimitedInvoice({
      currency: 'ETH',
      description: 'é',
      externalId: 'c',
    });
    await one.sandbox.deposit({address: names(first).address, amount: '10.234'});
    await one.sandbox.deposit({address: names(second).address, amount: '0.000000000000000001'});
    await one.sandbox.advance(DAY);
    const look = async ({client}: typeof one) => [
      await client.listInvoices(),
      await client.listDeposits(names(second)),
      await client.listPayments(names(first)),
      await client.getInvoice(names(first)),
      await client.listWebhooks(),
    ];
    const known = await look(one);
    const missed = new Set(merchant.ids());
    await one.sandbox.close();

    const two = setup({dataFile, fetch: merchant.fetch});
    await two.sandbox.ready;
    assert.equal(two.sandbox.now(), one.clock.time + DAY);
    assert.deepEqual(await look(two), known);
    assert.equal((await two.createOnce({idempotencyKey: first.idempotencyKey})).json['errorCode'], '016');
    merchant.posts.length = 0;
    merchant.answers.status = 200;
    await two.sandbox.unblock(hook);
    await two.create();
    await two.sandbox.advance(SECOND);
    const ids = merchant.ids();
    assert.equal(new Set(ids).size, ids.length, 'each once');
    assert.deepEqual(
      ids.slice(0, -1).toSorted((a, b) => a - b),
      [...missed].toSorted((a, b) => a - b),
    );
    assert.ok(ids.at(-1)! > Math.max(...missed), 'ids go on growing');
    await two.client.deleteWebhook(hook.requestId);
    await two.sandbox.close();

    const three = setup({dataFile});
    assert.deepEqual(await three.client.listWebhooks(), []);
    assert.equal((await three.client.listInvoices()).totalElements, 3);
    await three.sandbox.close();
  });

  it('what changed while it was off is told when it is on again', async () => {
    const dataFile = join(folder, 'off.db');
    const merchant = listener();
    const one = setup({dataFile, fetch: merchant.fetch});
    await one.client.createWebhook({
      url: 'https://shop.example',
      notificationEventTypes: ['INVOICE_EXPIRED'],
    });
    await one.create();
    await one.sandbox.close();
    const two = setup({dataFile, fetch: merchant.fetch});
    two.clock.time += DAY;
    await two.sandbox.advance(0);
    assert.deepEqual(merchant.types(), ['INVOICE_EXPIRED']);
    await two.sandbox.close();
  });

  it(
    'killed in the middle of writing: everything that was acknowledged is there',
    {timeout: 60_000},
    async () => {
      const dataFile = join(folder, 'killed.db');
      const said: string[] = [];
      for (const lines of [200, 137]) {
        const script = fileURLToPath(new URL('persistence-child.ts', import.meta.url));
        const child = spawn(process.execPath, ['--import', 'tsx', script, dataFile], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let output = '';
        await new Promise<void>((resolve) => {
          child.stdout.on('data', (chunk: Buffer) => {
            output += chunk.toString();
            if (output.split('\n').length > lines) child.kill('SIGKILL');
          });
          child.once('close', () => resolve());
        });
        // The last line may be cut.
        said.push(...output.split('\n').slice(0, -1));
        assert.equal(child.signalCode, 'SIGKILL');
      }
      const again = setup({dataFile, fetch: async () => new Response()});
      again.clock.time = Date.now() + 10 * SECOND;
      const webhooks = new Set((await again.client.listWebhooks()).map(({requestId}) => requestId));
      for (const line of said) {
        const [kind, name = '', hash] = line.split(' ');
        if (kind === 'webhook') assert.ok(webhooks.has(name), line);
        if (kind === 'invoice')
          assert.equal((await again.client.getInvoice({idempotencyKey: name})).idempotencyKey, name);
        if (kind === 'deposit') {
          const {result} = await again.client.listDeposits({idempotencyKey: name});
          assert.equal(result[0]?.transactionHash, hash, line);
        }
      }
      assert.ok(said.length > 300);
      await again.sandbox.close();
    },
  );

  it('a file that is none of ours is not touched: ready, calls and listen reject', async () => {
    for (const content of ['x', 'not a database '.repeat(1000)]) {
      const dataFile = join(folder, 'text');
      await writeFile(dataFile, content);
      const {sandbox} = setup({dataFile});
      const error = {name: 'TypeError', message: /^dataFile: /};
      await assert.rejects(sandbox.ready, error);
      await assert.rejects(sandbox.advance(0), error);
      await assert.rejects(sandbox.listen(0), error);
      assert.equal(await readFile(dataFile, 'utf8'), content);
    }
    await assert.rejects(setup({dataFile: folder}).sandbox.ready);
    await assert.rejects(setup({dataFile: devNull}).sandbox.ready, {
      name: 'TypeError',
      message: /^dataFile: /,
    });
  });
});
