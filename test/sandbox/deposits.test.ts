import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {names, SECOND, setup} from './support.js';

describe('several deposits', () => {
  async function start() {
    const world = setup();
    const {idempotencyKey, address} = names(await world.create({amount: '10'}));
    const pay = (amount: string, hold?: 'compliance') => world.sandbox.deposit({address, amount, hold});
    const status = async () => {
      const {state, totalDebitAmount, interventionType} = await world.client.getInvoice({idempotencyKey});
      return [state, totalDebitAmount, interventionType];
    };
    return {...world, idempotencyKey, address, pay, status, wait: world.sandbox.advance};
  }

  it('a second one while the first is in the mempool joins in: judged together, when both are through', async () => {
    const {pay, status, wait, client, idempotencyKey} = await start();
    await pay('4');
    await wait(3 * SECOND);
    const {transactionHash} = await pay('6');
    assert.equal((await client.getInvoice({idempotencyKey})).lastDepositHash, transactionHash);
    await wait(2 * SECOND);
    assert.deepEqual(await status(), ['MEM_POOL_FOUND', '4', undefined]);
    await wait(3 * SECOND - 1);
    assert.deepEqual(await status(), ['MEM_POOL_FOUND', '4', undefined]);
    await wait(1);
    assert.deepEqual(await status(), ['PAID', '10', undefined]);
    await wait(5 * SECOND);
    assert.deepEqual(await status(), ['COMPLETED', '10', undefined]);
  });

  it('two full payments at once are too much', async () => {
    const {pay, status, wait} = await start();
    await pay('10');
    await pay('10');
    await wait(5 * SECOND);
    assert.deepEqual(await status(), ['PENDING_INTERVENTION', '20', 'OVERPAY']);
  });

  it('a second one during the check of the first waits for it', async () => {
    const {pay, status, wait} = await start();
    await pay('4', 'compliance');
    await wait(6 * SECOND);
    await pay('6');
    assert.deepEqual(await status(), ['PENDING_COMPLIANCE_CHECK', '4', undefined]);
    await wait(5 * SECOND);
    assert.deepEqual(await status(), ['PENDING_COMPLIANCE_CHECK', '10', undefined]);
    await wait(2 * SECOND);
    assert.deepEqual(await status(), ['PAID', '10', undefined]);
  });

  it('an intervention stays one, whatever is sent later: it is counted, not judged', async () => {
    const {pay, status, wait} = await start();
    await pay('4');
    await wait(5 * SECOND);
    assert.deepEqual(await status(), ['PENDING_INTERVENTION', '4', 'UNDERPAY']);
    assert.equal((await pay('6')).tracked, true);
    assert.deepEqual(await status(), ['PENDING_INTERVENTION', '4', 'UNDERPAY']);
    await wait(5 * SECOND);
    assert.deepEqual(await status(), ['PENDING_INTERVENTION', '10', 'UNDERPAY']);
    await pay('90');
    await wait(60 * SECOND);
    assert.deepEqual(await status(), ['PENDING_INTERVENTION', '100', 'UNDERPAY']);
  });

  it('a paid invoice stays paid, whatever is sent later', async () => {
    const {pay, status, wait} = await start();
    await pay('10');
    await wait(5 * SECOND);
    assert.equal((await pay('3')).tracked, true);
    await wait(5 * SECOND - 1);
    assert.deepEqual(await status(), ['PAID', '10', undefined]);
    await wait(1);
    assert.equal((await status())[0], 'COMPLETED');
    assert.equal((await pay('3')).tracked, false);
  });

  it('any spelling of an EVM or bech32 address is the same address; base58 is not so lax', async () => {
    const {create, sandbox} = await start();
    for (const currency of ['ETH', 'BTC', 'LTC']) {
      const {address} = names(await create({currency, amount: 1}));
      assert.equal((await sandbox.deposit({address: address.toLowerCase(), amount: 1})).tracked, true);
    }
    const {address} = names(await create());
    await assert.rejects(sandbox.deposit({address: address.toLowerCase(), amount: 1}), {errorCode: '004'});
  });

  it('sums keep all of 18 decimals', async () => {
    const {create, client, sandbox} = await start();
    const {address, idempotencyKey} = names(await create({currency: 'ETH', amount: '0.000000000000000003'}));
    await sandbox.deposit({address, amount: '0.000000000000000001'});
    await sandbox.deposit({address, amount: '0.000000000000000002'});
    await sandbox.advance(5 * SECOND);
    const {state, totalDebitAmount} = await client.getInvoice({idempotencyKey});
    assert.deepEqual([state, totalDebitAmount], ['PAID', '0.000000000000000003']);
  });
});
