import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RestProblem} from '../../src/proxy/breaker.js';
import {Problem} from '../../src/proxy/problem.js';
import {createInvoices} from '../../src/proxy/invoices.js';
import type {UpstreamInvoice} from '../../src/proxy/upstream.js';
import {KEY, OTHER_KEY} from './fixture.js';
import {stores} from './stores.js';

const invoiceIn = (state: string, more: object = {}): UpstreamInvoice => ({
  invoice: {state},
  fields: {state, ...more},
  etag: `W/"${state}${JSON.stringify(more)}"`,
  final: ['COMPLETED', 'DECLINED', 'ARCHIVED'].includes(state),
});
const until = async (condition: () => boolean) => {
  for (let turns = 0; !condition(); turns++) {
    assert.ok(turns < 5000, 'it never came');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

for (const [name, create] of Object.entries(stores))
  describe(`instances that share a ${name}`, () => {
    /** So many instances over one Calypso, each with a clock that the test moves. */
    async function setUp(count: number) {
      const shared = await create();
      const calypso = {state: 'PENDING_PAYMENT', reads: 0, fault: undefined as (() => unknown) | undefined};
      let time = 1_750_000_000_000;
      const now = () => time;
      const read = async () => {
        calypso.reads++;
        const answer = invoiceIn(calypso.state);
        await calypso.fault?.();
        return answer;
      };
      const instances = await Promise.all(
        Array.from({length: count}, async () =>
          createInvoices({store: await shared.instance(), read, now, timeout: 8000}),
        ),
      );
      const elapse = async (ms: number) => {
        await shared.elapse(ms);
        time += ms;
      };
      return {instances, calypso, elapse};
    }
    const statesOf = async (answers: Promise<{fields: object}>[]) =>
      (await Promise.all(answers)).map(({fields}) => (fields as {state: string}).state);

    it('read once for all who come together', async () => {
      const {instances, calypso} = await setUp(4);
      calypso.fault = () => new Promise((resolve) => setTimeout(resolve, 30));
      const states = await statesOf(instances.flatMap((it) => Array.from({length: 50}, () => it.get(KEY))));
      assert.deepEqual(new Set(states), new Set(['PENDING_PAYMENT']));
      assert.equal(states.length, 200);
      assert.equal(calypso.reads, 1);
    });

    it('read at most once a second, and all see a change then', async () => {
      const {instances, calypso, elapse} = await setUp(3);
      for (let second = 0; second < 5; second++) {
        calypso.state = ['PENDING_PAYMENT', 'MEM_POOL_FOUND', 'PAID', 'PAID', 'COMPLETED'][second] ?? '';
        const states = await statesOf(instances.map((it) => it.get(KEY)));
        assert.deepEqual(new Set(states), new Set([calypso.state]));
        await elapse(1000);
      }
      assert.equal(calypso.reads, 5);
      assert.deepEqual(new Set(await statesOf(instances.map((it) => it.get(KEY)))), new Set(['COMPLETED']));
      assert.equal(calypso.reads, 5, 'a last state is not read again');
    });

    it('share a failure for its second', async () => {
      const {instances, calypso, elapse} = await setUp(3);
      calypso.fault = () => Promise.reject(new Problem(404, 'There is no such invoice.'));
      for (const it of instances) await assert.rejects(it.get(KEY), {status: 404});
      assert.equal(calypso.reads, 1);
      await elapse(1000);
      calypso.fault = undefined;
      await statesOf(instances.map((it) => it.get(KEY)));
      assert.equal(calypso.reads, 2);
    });

    it('do not rest because another does', async () => {
      const {instances, calypso} = await setUp(2);
      calypso.fault = () => Promise.reject(new RestProblem(1000));
      await assert.rejects((instances[0] ?? assert.fail()).get(KEY), {status: 503});
      calypso.fault = undefined;
      assert.deepEqual(await statesOf([(instances[1] ?? assert.fail()).get(KEY)]), ['PENDING_PAYMENT']);
    });

    it('let no older answer take the place of a newer one', async () => {
      const {instances, calypso} = await setUp(2);
      const [a, b] = instances as [(typeof instances)[0], (typeof instances)[0]];
      let release = () => undefined as void;
      calypso.fault = () => new Promise<void>((resolve) => (release = resolve));
      const early = a.get(KEY);
      await until(() => calypso.reads === 1);
      calypso.fault = undefined;
      calypso.state = 'PAID';
      await b.refresh(KEY);
      release();
      await early;
      assert.deepEqual(await statesOf([a.get(KEY), b.get(KEY)]), ['PAID', 'PAID']);
    });

    it('let nothing take the place of a last state but another', async () => {
      const {instances, calypso, elapse} = await setUp(2);
      const [a, b] = instances as [(typeof instances)[0], (typeof instances)[0]];
      calypso.state = 'ARCHIVED';
      await a.get(KEY);
      for (const [state, stands] of [
        ['PENDING_PAYMENT', 'ARCHIVED'],
        ['PAID', 'ARCHIVED'],
        ['COMPLETED', 'COMPLETED'],
        ['PAID', 'COMPLETED'],
      ] as const) {
        await elapse(31_000);
        calypso.state = state;
        assert.deepEqual(await statesOf([b.get(KEY), a.get(KEY)]), [stands, stands], state);
      }
    });

    it('all hear of what one has read, once', async () => {
      const {instances, calypso, elapse} = await setUp(3);
      await instances[0]?.get(KEY);
      const heard = instances.map(() => [] as unknown[]);
      const leaves = await Promise.all(
        instances.map((it, index) => it.watch(KEY, ({fields}) => heard[index]?.push(fields['state']))),
      );
      calypso.state = 'PAID';
      await instances[1]?.refresh(KEY);
      await until(() => heard.every((states) => states.at(-1) === 'PAID'));
      assert.equal(calypso.reads, 2);
      for (const leave of leaves) leave();
      await elapse(1000);
      await instances[1]?.refresh(KEY);
      assert.ok(heard.every((states) => states.filter((state) => state === 'PAID').length === 1));
    });

    it('answer at once what another was told, though they read it a moment ago', async () => {
      const {instances, calypso, elapse} = await setUp(3);
      const states = () => statesOf(instances.map((it) => it.get(KEY)));
      await states();
      // One connection takes one after the other: who hears of this hears of all.
      for (const it of instances) await it.watch(OTHER_KEY, () => undefined);
      for (const state of ['MEM_POOL_FOUND', 'PAID']) {
        calypso.state = state;
        await instances[0]?.refresh(KEY);
        for (let turns = 0; (await states()).join() !== [state, state, state].join(); turns++) {
          assert.ok(turns < 1000, 'an instance keeps what is old');
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        await elapse(1000);
      }
      assert.equal(calypso.reads, 3);
    });

    it('lock-holder-dies: go on when the one that reads is lost', async () => {
      const {instances, calypso, elapse} = await setUp(2);
      const [a, b] = instances as [(typeof instances)[0], (typeof instances)[0]];
      calypso.fault = () => new Promise(() => undefined);
      void a.get(KEY);
      await until(() => calypso.reads === 1);
      calypso.fault = undefined;
      const answer = b.get(KEY);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(calypso.reads, 1);
      await elapse(8000);
      // Whoever came while it was waited for does not wait in vain.
      assert.deepEqual(await statesOf([answer]), ['PENDING_PAYMENT']);
    });
  });
