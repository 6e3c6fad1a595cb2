import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {INVOICE_STATES} from '../../src/core/invoice.js';
import {DAY, HOUR, httpDriver, names, SECOND, setup, type Driver} from './support.js';

const drivers: Record<string, (world: ReturnType<typeof setup>) => Driver> = {
  'by method': ({sandbox}) => sandbox,
  'by HTTP': httpDriver,
};

for (const [way, driverOf] of Object.entries(drivers)) {
  describe(`states ${way}`, () => {
    const reached = new Set<string>();

    /** A new invoice of 10.234 USDT_TRX, its driver, and a look at it through the signed API. */
    async function start(fields?: object) {
      const world = setup();
      const {idempotencyKey, address} = names(await world.create(fields));
      const look = async () => {
        const invoice = await world.client.getInvoice({idempotencyKey});
        reached.add(invoice.state);
        return invoice;
      };
      const expect = async (state: string) => assert.equal((await look()).state, state);
      return {...driverOf(world), world, idempotencyKey, address, look, expect};
    }

    it('pays: MEM_POOL_FOUND for 5 s, PAID for 5 s, COMPLETED', async () => {
      const {deposit, advance, address, look, expect} = await start();
      const first = await look();
      assert.equal(first.state, 'PENDING_PAYMENT');
      assert.equal(first.lastDepositHash, undefined);
      const {transactionHash, tracked, invoice} = await deposit({address, amount: '10.234'});
      assert.equal(tracked, true);
      assert.equal(invoice.state, 'MEM_POOL_FOUND');
      const seen = await look();
      assert.equal(seen.state, 'MEM_POOL_FOUND');
      assert.equal(seen.lastDepositHash, transactionHash);
      assert.equal(seen.totalDebitAmount, '0');
      await advance(5 * SECOND - 1);
      await expect('MEM_POOL_FOUND');
      await advance(1);
      const paid = await look();
      assert.equal(paid.state, 'PAID');
      assert.equal(paid.totalDebitAmount, '10.234');
      assert.equal(paid.interventionType, undefined);
      assert.equal(paid.isInterventionResolved, true);
      await advance(5 * SECOND - 1);
      await expect('PAID');
      await advance(1);
      await expect('COMPLETED');
      await advance(30 * DAY);
      await expect('COMPLETED');
    });

    it('holds for compliance: MEM_POOL_FOUND, PENDING_COMPLIANCE_CHECK for 8 s, PAID', async () => {
      const {deposit, advance, address, look, expect} = await start();
      await deposit({address, amount: '10.234', hold: 'compliance'});
      await expect('MEM_POOL_FOUND');
      await advance(5 * SECOND);
      assert.equal((await look()).totalDebitAmount, '10.234');
      await expect('PENDING_COMPLIANCE_CHECK');
      await advance(8 * SECOND - 1);
      await expect('PENDING_COMPLIANCE_CHECK');
      await advance(1);
      await expect('PAID');
    });

    for (const [amount, intervention] of [
      ['10.18283', undefined],
      ['10.182829', 'UNDERPAY'],
      ['10.23', undefined],
      ['10', 'UNDERPAY'],
      ['10.234', undefined],
      ['10.234001', 'OVERPAY'],
      ['20.468', 'OVERPAY'],
    ] as const)
      it(`${amount} of 10.234: ${intervention ?? 'paid'}`, async () => {
        const {deposit, advance, address, look, expect} = await start();
        await deposit({address, amount});
        await advance(5 * SECOND);
        const {state, interventionType, isInterventionResolved, totalDebitAmount} = await look();
        assert.equal(state, intervention ? 'PENDING_INTERVENTION' : 'PAID');
        assert.equal(interventionType, intervention);
        assert.equal(isInterventionResolved, !intervention);
        assert.equal(totalDebitAmount, amount);
        await advance(30 * DAY);
        await expect(intervention ? 'PENDING_INTERVENTION' : 'COMPLETED');
      });

    it('a held deposit that is short intervenes after the check', async () => {
      const {deposit, advance, address, expect} = await start();
      await deposit({address, amount: '1', hold: 'compliance'});
      await advance(13 * SECOND - 1);
      await expect('PENDING_COMPLIANCE_CHECK');
      await advance(1);
      await expect('PENDING_INTERVENTION');
    });

    it('expires into ARCHIVED, at once and for good', async () => {
      const {advance, deposit, address, look, expect} = await start();
      await advance(3 * HOUR - 1);
      await expect('PENDING_PAYMENT');
      await advance(1);
      await expect('ARCHIVED');
      const {tracked, transactionHash, invoice} = await deposit({address, amount: '10.234'});
      assert.equal(tracked, false);
      assert.match(transactionHash, /^[\da-f]{64}$/);
      assert.equal(invoice.state, 'ARCHIVED');
      await advance(DAY);
      const {state, totalDebitAmount, lastDepositHash} = await look();
      assert.deepEqual([state, totalDebitAmount, lastDepositHash], ['ARCHIVED', '0', undefined]);
    });

    it('does not expire once a payment was seen, were it at the last moment', async () => {
      const {deposit, advance, address, expect} = await start();
      await advance(3 * HOUR - 1);
      await deposit({address, amount: '10.234'});
      await advance(1);
      await expect('MEM_POOL_FOUND');
      await advance(DAY);
      await expect('COMPLETED');
    });

    /** Seconds after the deposit of a sum, and the state they lead to. */
    const openMoments = [
      ['PENDING_PAYMENT', undefined, 0],
      ['MEM_POOL_FOUND', '10.234', 0],
      ['PENDING_COMPLIANCE_CHECK', '10.234', 5],
      ['PENDING_INTERVENTION', '1', 13],
      ['PAID', '10.234', 13],
    ] as const;
    const closings = {decline: 'DECLINED', archive: 'ARCHIVED'} as const;

    for (const [close, closed] of Object.entries(closings) as [keyof typeof closings, string][])
      for (const [state, amount, seconds] of openMoments)
        it(`${close} at ${state}: ${closed}, and nothing changes after`, async () => {
          const {expect, look, address, idempotencyKey, ...driver} = await start();
          if (amount) await driver.deposit({address, amount, hold: 'compliance'});
          await driver.advance(seconds * SECOND);
          await expect(state);
          const before = await look();
          const answer = await driver[close]({idempotencyKey});
          assert.equal(answer.state, closed);
          assert.equal((await driver.deposit({address, amount: '5'})).tracked, false);
          await driver.advance(2 * DAY);
          assert.deepEqual(await look(), {...before, state: closed, isInterventionResolved: true});
        });

    for (const close of ['decline', 'archive'] as const)
      it(`${close} of a final invoice is refused with 006`, async () => {
        for (const end of ['decline', 'archive', 'complete', 'expire'] as const) {
          const {idempotencyKey, address, look, ...driver} = await start();
          if (end === 'complete') await driver.deposit({address, amount: '10.234'});
          if (end === 'decline' || end === 'archive') await driver[end]({idempotencyKey});
          else await driver.advance(DAY);
          const before = await look();
          await assert.rejects(driver[close]({idempotencyKey}), {errorCode: '006'});
          assert.deepEqual(await look(), before);
        }
      });

    it('an invoice that is not there: 004', async () => {
      const {deposit, decline, archive, world} = await start();
      const nobody = {idempotencyKey: crypto.randomUUID()};
      await assert.rejects(decline(nobody), {errorCode: '004'});
      await assert.rejects(archive(nobody), {errorCode: '004'});
      await assert.rejects(deposit({address: 'TEoZ53apYcxrJspfCCb7PGh5CJKMiRrAMX', amount: '1'}), {
        errorCode: '004',
      });
      await assert.rejects(world.client.getInvoice(nobody), {errorCode: '004'});
    });

    it('reached every documented state', () => {
      assert.deepEqual([...reached].sort(), [...INVOICE_STATES].sort());
    });
  });
}
