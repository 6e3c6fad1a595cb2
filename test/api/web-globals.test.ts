import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createContext, runInContext} from 'node:vm';
import {build} from 'esbuild';
import type {CalypsoClient} from '../../src/api/index.js';

it('runs with the globals of a worker and nothing of Node', async () => {
  const {outputFiles} = await build({
    entryPoints: ['src/api/index.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    conditions: ['worker'],
    format: 'iife',
    globalName: 'api',
  });
  const {crypto, TextEncoder, URL, AbortController, setTimeout, clearTimeout} = globalThis;
  const fetch = async () => new Response('{"state":"PAID","amount":1.10}');
  const context = createContext({crypto, TextEncoder, URL, AbortController, setTimeout, clearTimeout, fetch});
  runInContext(outputFiles[0]?.text ?? '', context);
  const client = runInContext(
    `new api.CalypsoClient({baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: 's'})`,
    context,
  ) as CalypsoClient;
  const {state, amount} = await client.getInvoice({id: '1'});
  assert.deepEqual([state, amount], ['PAID', '1.10']);
});
