import {readFile} from 'node:fs/promises';
import {createClient} from 'redis';
import type {CalypsoClientOptions} from '../../src/api/index.js';
import {serveParent} from '../child.js';
import {listen} from '../listen.js';
import {createNaiveProxy} from '../naive-proxy.js';
import {built} from '../package.js';
import {PLAIN_PATH, plainAnswer} from '../loading/plain.js';
import {jsonPage} from '../loading/ways.js';
import {elementPage, emptyPage, fixedPage} from '../pages.js';
import {BASE_PATH} from '../settings.js';

export interface InstanceOptions {
  readonly kind: 'ours' | 'naive';
  readonly client: CalypsoClientOptions;
  readonly webhookSecret?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** Whether changes are pushed to viewers. */
  readonly push: boolean;
}

/** A webhook at this door, before anything is done with it. */
export interface Arrival {
  /** Epoch ms. */
  readonly at: number;
  readonly key: string;
  readonly type: string;
}

/** ms from one look at the store to the next. */
const LOOK = 50;
const PAGES = {
  '/element': elementPage,
  '/fixed': fixedPage,
  '/json': ([key = '']: readonly string[]) => jsonPage(key),
  '/empty': emptyPage,
};

let proxy: (request: Request) => Promise<Response> = async () => new Response(null, {status: 503});
let arrivals: Arrival[] = [];
let streams = 0;
let away = 0;

async function answer(request: Request): Promise<Response> {
  const {pathname, searchParams} = new URL(request.url);
  const page = PAGES[pathname as keyof typeof PAGES];
  if (page)
    return new Response(page(searchParams.getAll('key')), {
      headers: {'Content-Type': 'text/html'},
    });
  if (pathname.startsWith(BASE_PATH)) {
    const response = await proxy(pathname.endsWith('/webhooks') ? await noteArrival(request) : request);
    if (pathname.endsWith('/events') && response.ok) streams++;
    return response;
  }
  if (pathname.startsWith(PLAIN_PATH))
    return plainAnswer(await proxy(new Request(request.url.replace(PLAIN_PATH, BASE_PATH))));
  const name = /^\/(calypso-invoice[\w-]*\.js)$/.exec(pathname)?.[1];
  return name
    ? new Response(await readFile(built.file(name)), {headers: {'Content-Type': 'text/javascript'}})
    : new Response(null, {status: 404});
}

async function noteArrival(request: Request): Promise<Request> {
  const at = Date.now();
  const {url, method, headers} = request;
  const body = await request.text();
  const {eventType, data} = JSON.parse(body) as {eventType: string; data: {idempotencyKey: string}};
  arrivals.push({at, type: eventType, key: data.idempotencyKey});
  return new Request(url, {method, headers, body});
}

const methods = {
  listen: () => listen(answer),

  async open({kind, client: options, webhookSecret, redisUrl, push}: InstanceOptions): Promise<void> {
    const [{CalypsoClient}, {createInvoiceProxy, redisStore}] = await Promise.all([
      built.api(),
      built.proxy(),
    ]);
    const client = new CalypsoClient(options);
    const redis = redisUrl ? createClient({url: redisUrl}).on('error', () => undefined) : undefined;
    await redis?.connect();
    const store = redis && redisStore(redis);
    if (store) setInterval(() => !store.healthy && away++, LOOK);
    proxy =
      kind === 'naive'
        ? createNaiveProxy(client)
        : createInvoiceProxy({
            ...{client, basePath: BASE_PATH, push: push ? {} : false},
            ...(webhookSecret && {webhookSecrets: [webhookSecret]}),
            ...(store && {store}),
          });
  },

  /** The webhooks since this was asked last. */
  takeArrivals() {
    const taken = arrivals;
    arrivals = [];
    return taken;
  },

  /** How many streams were ever opened. */
  streams: () => streams,

  /** Collects garbage, and says what is left, bytes. */
  memory() {
    gc?.();
    const {heapUsed, rss} = process.memoryUsage();
    return {heap: heapUsed, rss};
  },

  /** µs of CPU, and ms that it went on without its Redis. */
  usage() {
    const {user, system} = process.cpuUsage();
    return {cpu: user + system, away: away * LOOK};
  },
};
export type InstanceProcess = typeof methods;
serveParent(methods);
