import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DAY, names, SECOND, setup} from './support.js';

async function start(amount?: string) {
  const world = setup();
  const {idempotencyKey, address} = names(await world.create());
  const reference = {idempotencyKey};
  if (amount) await world.sandbox.deposit({address, amount});
  await world.sandbox.advance(5 * SECOND);
  const look = async () => {
    const invoice = await world.client.getInvoice(reference);
    return [
      invoice.state,
      invoice.interventionType,
      invoice.isInterventionResolved,
      invoice.totalDebitAmount,
    ];
  };
  return {...world, reference, address, look, advance: world.sandbox.advance};
}

describe('an intervention', () => {
  for (const [amount, type, fee] of [
    ['1', 'UNDERPAY', '0.01'],
    ['20.468', 'OVERPAY', '0.20468'],
  ] as const) {
    it(`${type}: return-to-paid takes the money as it came, PAID for 5 s, COMPLETED`, async () => {
      const {client, reference, look, advance} = await start(amount);
      assert.deepEqual(await look(), ['PENDING_INTERVENTION', type, false, amount]);
      await advance(DAY);
      const answer = await client.returnToPaid(reference);
      assert.equal(answer.state, 'PAID');
      assert.equal(answer.fee, fee, 'the fee is of what came');
      assert.deepEqual(await look(), ['PAID', type, true, amount]);
      await advance(5 * SECOND - 1);
      assert.deepEqual(await look(), ['PAID', type, true, amount]);
      await advance(1);
      assert.deepEqual(await look(), ['COMPLETED', type, true, amount]);
      await assert.rejects(client.returnToPaid(reference), {errorCode: '006'});
    });

    it(`${type}: close-intervention is a mark; archiving can follow, another resolution cannot`, async () => {
      const {client, reference, look, advance} = await start(amount);
      const answer = await client.closeIntervention(reference);
      assert.equal(answer.isInterventionResolved, true);
      await advance(DAY);
      assert.deepEqual(await look(), ['PENDING_INTERVENTION', type, true, amount]);
      await assert.rejects(client.closeIntervention(reference), {errorCode: '006'});
      await assert.rejects(client.returnToPaid(reference), {errorCode: '006'});
      assert.equal((await client.archiveInvoice(reference)).state, 'ARCHIVED');
      assert.deepEqual(await look(), ['ARCHIVED', type, true, amount]);
    });
  }

  for (const method of ['returnToPaid', 'closeIntervention'] as const)
    it(`${method} is refused with 006 in every other state`, async () => {
      const refused = (world: Awaited<ReturnType<typeof start>>) =>
        assert.rejects(world.client[method](world.reference), {errorCode: '006'});
      await refused(await start());
      const paid = await start('10.234');
      await refused(paid);
      await paid.advance(5 * SECOND);
      await refused(paid);
      const seen = await start();
      await seen.sandbox.deposit({address: seen.address, amount: 1, hold: 'compliance'});
      await refused(seen);
      await seen.advance(5 * SECOND);
      await refused(seen);
      for (const end of ['decline', 'archive'] as const) {
        const ended = await start('1');
        await ended.sandbox[end](ended.reference);
        await refused(ended);
      }
    });

  it('archiving is for what is not final: 006 after COMPLETED', async () => {
    const {client, reference, advance} = await start('10.234');
    await advance(5 * SECOND);
    await assert.rejects(client.archiveInvoice(reference), {errorCode: '006'});
    const open = await start();
    assert.equal((await open.client.archiveInvoice(open.reference)).state, 'ARCHIVED');
  });
});
