import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch, silence} from './fake-fetch.js';

const REFERENCE = {idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce'};
const TIMED_OUT = {name: 'CalypsoTransportError', kind: 'timeout'};

/** A client whose `fetch` says when it was called, with timers that only the test moves. */
function setUp(t: TestContext, answer: () => Response | Promise<Response>, timeout?: number) {
  t.mock.timers.enable({apis: ['setTimeout']});
  let arrived = () => undefined as void;
  const called = new Promise<void>((resolve) => (arrived = resolve));
  const {fetch, calls} = fakeFetch(() => {
    arrived();
    return answer();
  });
  const client = new CalypsoClient({
    baseUrl: 'https://api.calypso.example',
    account: '0xa',
    key: 'k',
    secret: 's',
    fetch,
    ...(timeout !== undefined && {timeout}),
  });
  return {client, calls, called};
}

/** Every callback that is due, but no timer. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

const stalled = () =>
  new Response(
    new ReadableStream({start: (controller) => controller.enqueue(new TextEncoder().encode('{"state":'))}),
  );

describe('a call', () => {
  for (const [what, answer] of [
    ['a fetch that ignores its signal', silence],
    ['a body that stalls after the headers', stalled],
  ] as const)
    it(`ends after 10 s with ${what}`, async (t) => {
      const {client, called, calls} = setUp(t, answer);
      let settled = false;
      const call = client.getInvoice(REFERENCE).finally(() => (settled = true));
      call.catch(() => undefined);
      await called;
      t.mock.timers.tick(9999);
      await turn();
      assert.equal(settled, false);
      t.mock.timers.tick(1);
      await assert.rejects(call, TIMED_OUT);
      assert.equal(calls[0]?.init.signal?.aborted, true);
    });

  it("takes the client's timeout, or its own", async (t) => {
    const {client, called} = setUp(t, silence, 500);
    const usual = client.getInvoice(REFERENCE);
    const short = client.getInvoice(REFERENCE, {timeout: 50});
    await called;
    t.mock.timers.tick(50);
    await assert.rejects(short, TIMED_OUT);
    t.mock.timers.tick(450);
    await assert.rejects(usual, TIMED_OUT);
  });

  it('may be given for ever', async (t) => {
    const {client, called} = setUp(
      t,
      async () => {
        await turn();
        return new Response('{"state":"PAID"}');
      },
      Infinity,
    );
    const call = client.getInvoice(REFERENCE);
    await called;
    t.mock.timers.tick(60_000);
    assert.equal((await call).state, 'PAID');
  });

  it('ends when the caller gives up, with the reason given', async (t) => {
    const {client, called, calls} = setUp(t, silence);
    const controller = new AbortController();
    const call = client.getInvoice(REFERENCE, {signal: controller.signal});
    await called;
    const reason = new Error('page closed');
    controller.abort(reason);
    await assert.rejects(call, reason);
    assert.equal(calls[0]?.init.signal?.aborted, true);
  });

  it('does not begin for a caller who gave up before', async (t) => {
    const {client, calls} = setUp(t, silence);
    await assert.rejects(client.getInvoice(REFERENCE, {signal: AbortSignal.abort()}), {name: 'AbortError'});
    assert.equal(calls.length, 0);
  });
});
