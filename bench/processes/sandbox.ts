import type {SandboxOptions} from '../../src/sandbox/index.js';
import {serveParent} from '../child.js';
import {listen} from '../listen.js';
import {built} from '../package.js';

/** Epoch ms of each read, by the key of the invoice. */
let reads = new Map<string, number[]>();
let since = Date.now();

async function count(request: Request): Promise<void> {
  const [, key] = /"idempotencyKey":"([^"]+)"/.exec(await request.clone().text()) ?? [];
  if (!key) return;
  const times = reads.get(key) ?? [];
  reads.set(key, times);
  times.push(Date.now());
}

const methods = {
  /** The sandbox as it ships; its reads are counted here, at Calypso's own door. */
  async start(options: Pick<SandboxOptions, 'account' | 'key' | 'secret'>): Promise<string> {
    const {createSandbox} = await built.sandbox();
    const sandbox = createSandbox(options);
    const port = await listen(async (request) => {
      if (new URL(request.url).pathname === '/api/v1/invoice') await count(request);
      return sandbox.fetch(request);
    });
    return `http://127.0.0.1:${port}`;
  },

  /** The reads since this was asked last, and how long ago that was by the clock that the reads were noted by. */
  takeReads() {
    const now = Date.now();
    const taken = {reads, seconds: (now - since) / 1000};
    reads = new Map();
    since = now;
    return taken;
  },
};
export type SandboxProcess = typeof methods;
serveParent(methods);
