import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createContext, runInContext} from 'node:vm';
import {build} from 'esbuild';
import type {CalypsoClient} from '../../src/api/index.js';
import type {createInvoiceProxy} from '../../src/proxy/index.js';
import {readEvents} from './event-reader.js';
import {BASE, invoiceText, KEY, MERCHANT, SHOP} from './fixture.js';
import {invoiceEvent, SECRET, sign, webhookRequest} from './webhook-fixture.js';

interface Bundle {
  readonly CalypsoClient: typeof CalypsoClient;
  readonly createInvoiceProxy: typeof createInvoiceProxy;
}

it('runs with the globals of a worker and nothing of Node', async () => {
  const {outputFiles} = await build({
    stdin: {
      contents: `export * from './src/api/index.ts'; export * from './src/proxy/index.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    platform: 'browser',
    conditions: ['worker'],
    format: 'iife',
    globalName: 'bundle',
  });
  const {
    crypto,
    TextEncoder,
    TextDecoder,
    URL,
    AbortController,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    ReadableStream,
    Request,
    Response,
    btoa,
  } = globalThis;
  const context = createContext({
    ...{
      crypto,
      TextEncoder,
      TextDecoder,
      URL,
      AbortController,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      ReadableStream,
      Request,
      Response,
      btoa,
    },
    fetch: async () => new Response(invoiceText()),
  });
  runInContext(outputFiles[0]?.text ?? '', context);
  const {CalypsoClient, createInvoiceProxy} = runInContext('bundle', context) as Bundle;
  const client = new CalypsoClient({...MERCHANT, baseUrl: 'https://api.calypso.example'});
  const told: unknown[] = [];
  const proxy = createInvoiceProxy({
    ...{client, basePath: BASE, webhookSecrets: [SECRET]},
    onInvoice: ({state}) => void told.push(state),
  });
  const response = await proxy(new Request(`${SHOP}${BASE}/${KEY}`));
  assert.equal(response.status, 200);
  assert.equal(((await response.json()) as {amount: string}).amount, '10.234');
  const event = JSON.stringify(invoiceEvent(1));
  assert.equal((await proxy(webhookRequest(event, {Sign: sign(event)}))).status, 200);
  assert.deepEqual(told, ['PENDING_PAYMENT']);
  const stream = readEvents(await proxy(new Request(`${SHOP}${BASE}/${KEY}/events`)));
  assert.equal(await stream.nextState(), 'PENDING_PAYMENT');
  await stream.cancel();
});
