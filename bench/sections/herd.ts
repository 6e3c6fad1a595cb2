import type {Invoice} from '../../src/core/invoice.js';
import {inFakeTime} from '../fake-time.js';
import {table} from '../markdown.js';
import type {Bench, SectionResult} from '../section.js';
import {POLL_INTERVAL} from '../settings.js';
import {histogram, mean, percentile} from '../statistics.js';
import {watchStream} from '../streaming-viewer.js';
import {watchAtFixedTimes, watchLikeElement, type ReadInvoice} from '../viewers.js';

/** ms: all is well, then nothing answers, then all is well again. */
const BEFORE = 10_000;
const OUTAGE = 60_000;
const AFTER = 30_000;
const BIN = 100;
const MOST = 1.5;
const HEARTBEAT = new TextEncoder().encode(':\n\n');

/** What one client asks. */
interface Visitor {
  readonly read: ReadInvoice;
  readonly open: () => Promise<ReadableStream<Uint8Array>>;
}

/** A server that fails for a while, and notes when it was asked, and when each client was first served again. */
class Server {
  readonly requests: number[] = [];
  readonly servedAgain = new Map<number, number>();
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #state: 'up' | 'down' | 'up again' = 'up';

  visitor(client: number): Visitor {
    return {
      read: async () => {
        this.#ask(client);
        return {state: 'PENDING_PAYMENT', type: 'SINGLE'} as Invoice;
      },
      open: async () => {
        this.#ask(client);
        return new ReadableStream({
          start: (controller) => {
            this.#streams.add(controller);
            controller.enqueue(HEARTBEAT);
          },
        });
      },
    };
  }

  goDown(): void {
    this.#state = 'down';
    for (const stream of this.#streams) stream.error(new Error('gone'));
    this.#streams.clear();
  }

  comeBack(): void {
    this.#state = 'up again';
  }

  speak(): void {
    for (const stream of this.#streams) stream.enqueue(HEARTBEAT);
  }

  #ask(client: number): void {
    this.requests.push(Date.now());
    if (this.#state === 'down') throw new Error('refused');
    if (this.#state === 'up again' && !this.servedAgain.has(client)) this.servedAgain.set(client, Date.now());
  }
}

interface Client {
  readonly what: string;
  readonly watch: (visitor: Visitor) => {stop(): void};
  readonly isBound?: true;
}

const CLIENTS: readonly Client[] = [
  {what: 'the element, polling', watch: ({read}) => watchLikeElement(read), isBound: true},
  {what: 'the element, with a stream', watch: ({read, open}) => watchStream(read, open)},
  {what: 'a client that reads every 3 s', watch: ({read}) => watchAtFixedTimes(read)},
];

/** 10,000 clients that began in the same instant, and an outage of a minute. */
export async function herd({quick, say}: Bench): Promise<SectionResult> {
  const clients = quick ? 5000 : 10_000;
  const rows = [];
  const budgets = [];
  for (const {what, watch, isBound} of CLIENTS) {
    say(`${clients} × ${what}`);
    const {during, peak, average, back} = await inFakeTime((pass) => simulate(clients, watch, pass));
    const ratio = (peak / average).toFixed(2);
    rows.push([what, during, peak, Math.round(average), Number(ratio), ...back]);
    if (isBound)
      budgets.push({
        ...{what: `${what}: peak per ${BIN} ms ÷ mean`, limit: `≤ ${MOST}`, measured: ratio},
        holds: peak / average <= MOST,
      });
  }
  const head = ['', 'requests during the outage', `peak per ${BIN} ms`, `mean per ${BIN} ms`, 'peak ÷ mean'];
  const note = `A simulation: the element's own controllers and policy in Node, in a time that is faked, against a server that refuses everything for
${OUTAGE / 1000} s and answers at once before and after. All clients begin in the same instant, and the streams are all cut by the outage. Peak and mean: of all requests in
the ${AFTER / 1000} s after the outage. Polling every ${POLL_INTERVAL / 1000} s evenly would be ${Math.round((clients * BIN) / POLL_INTERVAL)} per ${BIN} ms; whoever has its stream again asks
no more, so that with streams the mean falls towards nothing: there the peak alone says something.`;
  return {
    name: 'herd',
    title: `The herd: ${clients} aligned clients after an outage`,
    markdown: [note, table([...head, 'back after, p50, s', 'p99, s'], rows)].join('\n\n'),
    budgets,
  };
}

async function simulate(clients: number, watch: Client['watch'], pass: (ms: number) => Promise<void>) {
  const server = new Server();
  const watches = Array.from({length: clients}, (_, client) => watch(server.visitor(client)));
  await pass(BEFORE);
  server.goDown();
  await pass(OUTAGE);
  server.comeBack();
  for (let passed = 0; passed < AFTER; passed += 10_000) {
    await pass(10_000);
    server.speak();
  }
  for (const {stop} of watches) stop();
  const recovery = {start: BEFORE + OUTAGE, end: BEFORE + OUTAGE + AFTER, width: BIN};
  const bins = histogram(server.requests, recovery);
  const during = server.requests.filter((at) => at > BEFORE && at <= recovery.start).length;
  const waits = [...server.servedAgain.values()].map((at) => (at - recovery.start) / 1000);
  const back = [0.5, 0.99].map((share) => Number(percentile(waits, share).toFixed(1)));
  return {during, peak: Math.max(...bins), average: mean(bins), back};
}
