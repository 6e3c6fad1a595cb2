import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch, silence} from '../api/fake-fetch.js';
import {assertProblem, calypsoError, KEY, MERCHANT, setUp, type Upstream} from './fixture.js';

describe('an error of Calypso', () => {
  for (const [what, errorCode, status] of [
    ['an unknown invoice', '004', 404],
    ['a wrong key', '002', 502],
    ['a wrong signature', '003', 502],
    ['a wrong timestamp', '011', 502],
    ['an internal error', '000', 502],
    ['a bad request', '001', 502],
    ['a code that nobody knows', '404', 502],
    ['a code with a sting', '__proto__', 502],
  ] as const)
    it(`${what} (${errorCode}): ${status}`, async () => {
      for (const upstreamStatus of [200, 400, 404, 500])
        await assertProblem(await setUp(() => calypsoError(errorCode, upstreamStatus)).read(), status);
    });

  for (const [errorCode, word] of [
    ['002', /key/],
    ['003', /signature/],
    ['011', /clock/],
  ] as const)
    it(`${errorCode} tells the merchant where to look`, async () => {
      const response = await setUp(() => calypsoError(errorCode)).read();
      assert.match(((await response.json()) as {detail: string}).detail, word);
    });
});

describe('an answer that is none of Calypso', () => {
  const html = '<!doctype html><title>CANARY</title>';
  for (const [what, upstream] of [
    ['HTML', () => new Response(html)],
    ['a 404 in HTML', () => new Response(html, {status: 404})],
    ['a 500 without JSON', () => new Response('CANARY', {status: 500})],
    ['a 503 with JSON', () => Response.json({CANARY: 1}, {status: 503})],
    ['a 429', () => new Response(null, {status: 429})],
    ['a redirect', () => Response.redirect('https://evil.example/')],
    ['an empty body', () => new Response('')],
    ['a 204', () => new Response(null, {status: 204})],
    ['a truncated body', () => new Response('{"state":"PAID","amount":1')],
    ['an array', () => new Response('[{"state":"PAID"}]')],
    ['null', () => new Response('null')],
    ['a network error', () => Promise.reject(new TypeError('CANARY ECONNREFUSED 10.0.0.7'))],
    ['an error that is none', () => Promise.reject('CANARY')],
  ] as [string, Upstream][])
    it(`${what}: 502`, async () => {
      await assertProblem(await setUp(upstream).read(), 502);
    });

  it('a client that breaks: 502', async () => {
    const client = {getInvoice: () => assert.fail('CANARY')};
    await assertProblem(await setUp(undefined, {client}).read(), 502);
  });
});

describe('a Calypso that is silent', () => {
  /** The proxy's answer after `ms`, of timers that only the test moves. */
  async function answerAfter(t: TestContext, ms: number, upstream: Upstream, timeout?: number) {
    t.mock.timers.enable({apis: ['setTimeout']});
    let arrived = () => undefined as void;
    const called = new Promise<void>((resolve) => (arrived = resolve));
    const {read} = setUp(
      (key, index) => {
        arrived();
        return upstream(key, index);
      },
      timeout === undefined ? {} : {timeout},
    );
    let answer: Response | undefined;
    void read().then((response) => (answer = response));
    await called;
    t.mock.timers.tick(ms);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    return answer;
  }

  const stalled = () => new Response(new ReadableStream({start: (c) => c.enqueue(new Uint8Array([123]))}));

  for (const [what, upstream] of [
    ['from the beginning', silence],
    ['after the headers', stalled],
  ] as const) {
    it(`${what}: 504 after 8 s`, async (t) => {
      const answer = await answerAfter(t, 8000, upstream);
      assert.ok(answer);
      await assertProblem(answer, 504);
    });

    it(`${what}: has 8 s`, async (t) => {
      assert.equal(await answerAfter(t, 7999, upstream), undefined);
    });
  }

  it('has the time that the option gives', async (t) => {
    const answer = await answerAfter(t, 50, silence, 50);
    assert.ok(answer);
    await assertProblem(answer, 504);
  });

  it('has no longer than the client gives it', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const {fetch, calls} = fakeFetch(silence);
    const baseUrl = 'https://api.calypso.example';
    const client = new CalypsoClient({...MERCHANT, baseUrl, fetch, timeout: 300});
    let status: number | undefined;
    void setUp(undefined, {client})
      .read()
      .then((answer) => (status = answer.status));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    while (calls.length === 0) await turn();
    t.mock.timers.tick(300);
    for (let turns = 0; turns < 5; turns++) await turn();
    assert.equal(status, 504);
  });

  it('is given up even where the client keeps no deadline', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const asked: unknown[] = [];
    const client = {
      getInvoice: (...call: unknown[]) => {
        asked.push(...call);
        return silence();
      },
    };
    const answer = setUp(undefined, {client, timeout: 300}).read();
    await new Promise((resolve) => setImmediate(resolve));
    t.mock.timers.tick(300);
    await assertProblem(await answer, 504);
    const [reference, options] = asked as [object, {signal: AbortSignal}];
    assert.deepEqual(reference, {idempotencyKey: KEY});
    assert.equal(options.signal.aborted, true);
  });
});
