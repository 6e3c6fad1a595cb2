import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';
import {SECRET, setUp, START, turns, type Answer} from './moved-time.js';

const REFERENCE = {idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce'};
const NEW = {currency: 'ETH', description: 'Tea'};
/** Longer than any pause that is not asked for. */
const BACK_OFF = 500;

const paused = (retryAfter: string, status = 429) =>
  new Response('', {status, headers: {'Retry-After': retryAfter}});
/** Asks for patience as often as it is said to, then answers; `at` are the ms at which it was asked. */
function patient(retryAfter: string, {times = Infinity, status = 429} = {}) {
  const at: number[] = [];
  const answer: Answer = (index) => {
    at.push(Date.now() - START);
    return index < times ? paused(retryAfter, status) : Response.json({state: 'PAID'});
  };
  return {at, answer};
}
const date = (ms: number) => new Date(START + ms).toUTCString();

const isFrom = (value: number | undefined, least: number, most: number) =>
  assert.ok(value !== undefined && value >= least && value <= most, `${value} is not ${least} to ${most}`);

describe('a Retry-After that the call has time for', () => {
  for (const [status, retryAfter] of [
    [429, '3'],
    [503, '3'],
    [429, date(3000)],
  ] as const)
    it(`is waited for: ${status}, ${retryAfter}`, async (t) => {
      const {at, answer} = patient(retryAfter, {times: 1, status});
      const {client, settle} = setUp(t, answer, {now: () => Date.now()});
      assert.equal((await settle(client.getInvoice(REFERENCE))).state, 'PAID');
      assert.equal(at.length, 2);
      isFrom(at[1], 3000, 3000 + BACK_OFF);
    });

  it('is waited for each time it comes, and some more by chance: not all shall come back at once', async (t) => {
    const chance = [0.2, 0.4];
    t.mock.method(Math, 'random', () => chance.shift() ?? 0);
    const {at, answer} = patient('2', {times: 2});
    const {client, settle} = setUp(t, answer);
    await settle(client.createUnlimitedInvoice(NEW));
    assert.deepEqual(at, [0, 2050, 4250]);
  });

  it('may be a long one, where the call has long', async (t) => {
    const {at, answer} = patient('15', {times: 1});
    const {client, settle} = setUp(t, answer, {timeout: Infinity});
    await settle(client.getInvoice(REFERENCE));
    isFrom(at[1], 15_000, 15_000 + BACK_OFF);
  });

  it('is followed by a call that is signed anew', async (t) => {
    const {client, calls, settle} = setUp(t, patient('3', {times: 1}).answer, {now: () => Date.now()});
    await settle(client.getInvoice(REFERENCE));
    const [first, second] = calls.map(({body}) => JSON.parse(body).timestamp as number);
    assert.equal(first, START);
    isFrom(second, START + 3000, START + 3000 + BACK_OFF);
    for (const {body, init} of calls)
      assert.equal(
        new Headers(init.headers).get('Sign'),
        createHmac('sha512', SECRET).update(body).digest('hex'),
      );
  });
});

describe('a Retry-After that the call has no time for', () => {
  for (const [status, retryAfter] of [
    [429, '10'],
    [503, '3600'],
    [503, '9'.repeat(400)],
    [429, date(60_000)],
  ] as const)
    it(`is handed on at once: ${status}, ${retryAfter.slice(0, 40)}`, async (t) => {
      const {client, calls, settle} = setUp(t, patient(retryAfter, {status}).answer, {now: () => Date.now()});
      await assert.rejects(settle(client.getInvoice(REFERENCE)), {
        name: 'CalypsoTransportError',
        kind: 'response',
        status,
        retryAfter,
      });
      assert.equal(calls.length, 1);
      isFrom(Date.now() - START, 0, 100);
    });

  it('is one that is longer than what is left', async (t) => {
    const {at, answer} = patient('3');
    const {client, settle} = setUp(t, answer);
    const call = settle(client.getInvoice(REFERENCE, {timeout: 5000}));
    await assert.rejects(call, {kind: 'response', status: 429, retryAfter: '3'});
    assert.equal(at.length, 2);
    isFrom(Date.now() - START, 3000, 3000 + BACK_OFF);
  });

  it('is one that a create has used up for the read after it', async (t) => {
    const {client, calls, settle} = setUp(t, (index) =>
      index === 1 ? Response.json({errorCode: '016'}, {status: 400}) : paused('3'),
    );
    const call = settle(client.createUnlimitedInvoice(NEW, {timeout: 5000}));
    await assert.rejects(call, {name: 'CalypsoApiError', errorCode: '016'});
    assert.equal(calls.length, 3);
    isFrom(Date.now() - START, 3000, 3000 + BACK_OFF);
  });

  it('is one of a call that is not repeated', async (t) => {
    const {client, calls, settle} = setUp(t, patient('1').answer);
    await assert.rejects(settle(client.archiveInvoice(REFERENCE)), {status: 429, retryAfter: '1'});
    await assert.rejects(settle(client.getInvoice(REFERENCE, {retries: 0})), {retryAfter: '1'});
    assert.equal(calls.length, 2);
  });
});

describe('a Retry-After that says nothing', () => {
  for (const retryAfter of ['', '0', '-5', 'soon', 'NaN', '1.5', date(-60_000)])
    it(`counts as none: ${JSON.stringify(retryAfter)}`, async (t) => {
      const {at, answer} = patient(retryAfter, {times: 1});
      const {client, settle} = setUp(t, answer, {now: () => Date.now()});
      await settle(client.getInvoice(REFERENCE));
      isFrom(at[1], 0, BACK_OFF);
    });
});

describe('waiting for Retry-After', () => {
  it('keeps no process from ending once the caller gives up', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const {fetch, calls} = fakeFetch(() => paused('5'));
    const client = new CalypsoClient({
      ...{baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: SECRET},
      fetch,
    });
    const controller = new AbortController();
    const call = client.getInvoice(REFERENCE, {signal: controller.signal});
    call.catch(() => undefined);
    while (calls.length === 0) await turns();
    await turns();
    assert.equal(timers(), before + 2);
    controller.abort(new Error('page closed'));
    await assert.rejects(call, /page closed/);
    await turns();
    assert.equal(timers(), before);
  });
});
