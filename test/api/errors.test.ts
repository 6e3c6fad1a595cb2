import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import {CalypsoApiError, CalypsoClient, CalypsoTransportError} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const SECRET = 'b823a6b9ea72408583cef9ec8d67fa52';
const REFERENCE = {idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce'};

async function failure(answer: () => Response | Promise<Response>): Promise<unknown> {
  const client = new CalypsoClient({
    baseUrl: 'https://api.calypso.example',
    account: '0xa',
    key: 'k',
    secret: SECRET,
    fetch: fakeFetch(answer).fetch,
  });
  return client.getInvoice(REFERENCE).then(
    () => assert.fail('the call succeeded'),
    (error: unknown) => error,
  );
}

describe('an error of Calypso', () => {
  it('becomes a CalypsoApiError with its fields', async () => {
    const error = await failure(() =>
      Response.json({errorCode: '004', message: 'No invoice', traceId: 'abc-1'}, {status: 400}),
    );
    assert.ok(error instanceof CalypsoApiError);
    assert.deepEqual(
      [error.name, error.errorCode, error.message, error.traceId, error.status],
      ['CalypsoApiError', '004', 'No invoice', 'abc-1', 400],
    );
  });

  it('is one whatever the HTTP status says', async () => {
    for (const status of [200, 400, 401, 500]) {
      const error = await failure(() => Response.json({errorCode: '999'}, {status}));
      assert.ok(error instanceof CalypsoApiError);
      assert.deepEqual([error.errorCode, error.status, error.traceId], ['999', status, undefined]);
      assert.match(error.message, /999/);
    }
  });

  it('may have a message and a traceId of any type', async () => {
    const error = await failure(() => Response.json({errorCode: '001', message: {}, traceId: 7}));
    assert.ok(error instanceof CalypsoApiError);
    assert.equal(error.traceId, undefined);
    assert.equal(typeof error.message, 'string');
  });
});

describe('an answer that is none', () => {
  for (const [what, body, status] of [
    ['HTML', '<!doctype html><title>Log in</title>', 200],
    ['HTML of a gateway', '<html>502 Bad Gateway</html>', 502],
    ['an empty body', '', 200],
    ['a truncated body', '{"state":"PA', 200],
    ['an array', '[{"state":"PAID"}]', 200],
    ['null', 'null', 200],
    ['a text', '"PAID"', 200],
    ['a number', '42', 200],
    ['a 500 without an error code', '{"state":"PAID"}', 500],
    ['a 429 without an error code', '{}', 429],
  ] as const)
    it(`${what} becomes a CalypsoTransportError that does not quote it`, async () => {
      const error = await failure(() => new Response(body, {status}));
      assert.ok(error instanceof CalypsoTransportError);
      assert.deepEqual([error.name, error.kind, error.status], ['CalypsoTransportError', 'response', status]);
      if (body.length > 4) assert.ok(!inspect(error).includes(body.slice(0, 5)));
    });
});

describe('no answer', () => {
  it('becomes a CalypsoTransportError with its cause', async () => {
    const cause = new TypeError('fetch failed');
    const error = await failure(() => Promise.reject(cause));
    assert.ok(error instanceof CalypsoTransportError);
    assert.deepEqual([error.kind, error.status, error.cause], ['network', undefined, cause]);
  });

  it('is also a body that breaks off', async () => {
    const body = new ReadableStream({start: (controller) => controller.error(new Error('reset'))});
    const error = await failure(() => new Response(body));
    assert.ok(error instanceof CalypsoTransportError);
    assert.equal(error.kind, 'network');
  });
});

it('no error shows the secret', async () => {
  for (const answer of [
    () => Response.json({errorCode: '003', message: 'wrong sign'}),
    () => new Response('<html>'),
    () => Promise.reject(new TypeError('fetch failed')),
  ])
    assert.ok(!inspect(await failure(answer), {depth: Infinity, showHidden: true}).includes(SECRET));
});

describe('Retry-After', () => {
  for (const body of ['{"errorCode":"999"}', '<h1>Too many</h1>', '[]', '{}'])
    it(`keeps what the server says of the next try: ${body}`, async () => {
      const headers = {'Retry-After': '7'};
      const error = await failure(() => new Response(body, {status: 429, headers}));
      assert.equal((error as CalypsoApiError | CalypsoTransportError).retryAfter, '7');
    });
});
