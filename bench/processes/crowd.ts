import {Agent, get, type IncomingMessage, type RequestOptions} from 'node:http';
import {setTimeout as pause} from 'node:timers/promises';
import type {Invoice} from '../../src/core/invoice.js';
import {serveParent} from '../child.js';
import {built} from '../package.js';
import type {SeenChange} from '../pages.js';
import {watchAtFixedTimes, watchLikeElement, type ReadInvoice} from '../viewers.js';

const {EventStreamParser} = await built.eventStreamParser();

const PATIENCE = 20_000;
/** ms until a stream that was refused is tried again, and how often. */
const RETRY = 1000;
const TRIES = 20;
/** Streams that are being opened at once. */
const AT_ONCE = 100;

let changes: SeenChange[] = [];
let latencies: number[] = [];
let failures = 0;
let isOver = false;
const stops: (() => void)[] = [];

const keyOf = (url: string) => /[\da-f-]{36}/.exec(url)?.[0] ?? '';

const request = (url: string, options: RequestOptions) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const call = get(url, {...options, timeout: PATIENCE}, resolve);
    call.on('error', reject).on('timeout', () => call.destroy(new Error('no answer')));
  });

/** Over a connection of its own, which is kept, as each browser has one. */
function readerOf(url: string): ReadInvoice {
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  let last: Invoice | undefined;
  let etag: string | undefined;
  stops.push(() => agent.destroy());
  return async (signal) => {
    const startedAt = performance.now();
    try {
      const headers = {Accept: 'application/json', ...(etag && {'If-None-Match': etag})};
      const response = await request(url, {agent, headers, ...(signal && {signal})});
      const text = (await response.setEncoding('utf8').toArray()).join('');
      if (response.statusCode === 304 && last) return last;
      if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
      etag = response.headers.etag;
      return (last = JSON.parse(text) as Invoice);
    } catch (error) {
      if (!isOver) failures++;
      throw error;
    } finally {
      if (!isOver) latencies.push(performance.now() - startedAt);
    }
  };
}

/** As a browser does, it comes back where it was refused. */
async function openStream(url: string, tries = TRIES): Promise<void> {
  const response = await request(url, {agent: false, headers: {Accept: 'text/event-stream'}});
  if (response.statusCode !== 200) {
    response.destroy();
    if (tries <= 1) throw new Error(`a stream answered ${response.statusCode}`);
    await pause(RETRY);
    return openStream(url, tries - 1);
  }
  const parser = new EventStreamParser();
  const key = keyOf(url);
  let shown: string | undefined;
  stops.push(() => response.destroy());
  const speaks = new Promise<void>((resolve) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      for (const {type, data} of parser.push(text)) {
        if (type !== 'invoice') continue;
        const {state} = JSON.parse(data) as Invoice;
        if (shown !== undefined && state !== shown) changes.push({key, state, at: Date.now()});
        shown = state;
        resolve();
      }
    });
  });
  response.on('close', () => isOver || failures++).on('error', () => undefined);
  await speaks;
}

const methods = {
  /** Opens a stream at each URL; resolves once all have spoken. */
  async stream(urls: readonly string[]): Promise<void> {
    const left = [...urls];
    const work = async () => {
      for (let url = left.pop(); url; url = left.pop()) await openStream(url);
    };
    await Promise.all(Array.from({length: AT_ONCE}, work));
  },

  /** Somebody who polls at each URL; they come evenly within `ramp` ms. */
  async poll({urls, ramp, client}: {urls: readonly string[]; ramp: number; client: 'element' | 'fixed'}) {
    const watch = client === 'element' ? watchLikeElement : watchAtFixedTimes;
    const startedAt = Date.now();
    for (const [index, url] of urls.entries()) {
      const dueIn = startedAt + (index / urls.length) * ramp - Date.now();
      if (dueIn > 1) await pause(dueIn);
      stops.push(watch(readerOf(url)).stop);
    }
  },

  takeChanges() {
    const taken = changes;
    changes = [];
    return taken;
  },

  /** ms that each poll since the last call took, and how many polls or streams failed. */
  takePolls() {
    const taken = {latencies, failures};
    latencies = [];
    failures = 0;
    return taken;
  },

  stop() {
    isOver = true;
    for (const stop of stops.splice(0)) stop();
  },
};
export type CrowdProcess = typeof methods;
serveParent(methods);
