import {EventStream} from './event-stream.js';
import type {Follow} from './feeds.js';
import type {Answer, Invoices} from './invoices.js';
import {Problem, retryAfter} from './problem.js';
import type {Snapshot} from './snapshot.js';

export interface PushOptions {
  /** ms after which a stream ends and the browser opens another, 5 minutes where absent. */
  readonly maxDuration?: number;
  /** Streams of one invoice that are open at once in one instance, 1,000 where absent. */
  readonly perInvoice?: number;
  /** Streams of one address that are open at once in one instance, 100 where absent. */
  readonly perAddress?: number;
}

export interface StreamsOptions {
  readonly invoices: Invoices;
  readonly follow: Follow;
  readonly push: PushOptions;
  /** The JSON of an answer, as a read gives it. */
  readonly toJson: (key: string, answer: Answer) => string;
  /** Told of each stream; what it returns is called when the stream has ended. */
  readonly onOpen: (key: string) => () => void;
}

export interface Viewer {
  readonly key: string;
  /** Undefined where it is not known. */
  readonly address: string | undefined;
  readonly request: Request;
}

/** ms that a reader waits before it comes back: at least, and as much again by chance. */
const RETRY = 1000;
/** ms within which those come back whose instance stops. */
const RETRY_ELSEWHERE = 2000;

/** The streams of one instance. @throws TypeError naming the limit that is none. */
export function createStreams({invoices, follow, push, toJson, onOpen}: StreamsOptions) {
  const {maxDuration = 300_000, perInvoice = 1000, perAddress = 100} = push;
  for (const [name, value] of Object.entries({maxDuration, perInvoice, perAddress}))
    if (!(value > 0)) throw new TypeError(`push.${name}: expected more than 0, got ${String(value)}`);
  const open = new Set<EventStream>();
  const counts = new Map<string, number>();
  let isClosing = false;

  /** @throws Problem 429 */
  function count(name: string, limit: number): void {
    const before = counts.get(name) ?? 0;
    if (before >= limit) throw new Problem(429, 'Too many streams are open.', retryAfter(15_000));
    counts.set(name, before + 1);
  }

  function uncount(name: string): void {
    const left = (counts.get(name) ?? 1) - 1;
    if (left > 0) counts.set(name, left);
    else counts.delete(name);
  }

  /** @returns what gives the place back @throws Problem 429 */
  function takePlace({key, address}: Viewer): () => void {
    count(`invoice ${key}`, perInvoice);
    if (address === undefined) return () => uncount(`invoice ${key}`);
    try {
      count(`address ${address}`, perAddress);
    } catch (error) {
      uncount(`invoice ${key}`);
      throw error;
    }
    return () => {
      uncount(`invoice ${key}`);
      uncount(`address ${address}`);
    };
  }

  return {
    /** @throws Problem as a read, and 429, 503 */
    async open(viewer: Viewer): Promise<ReadableStream<Uint8Array>> {
      if (isClosing) throw new Problem(503, 'This instance is stopping.', retryAfter(1000));
      const {key, request} = viewer;
      const leavePlace = takePlace(viewer);
      let heard: Answer | undefined;
      let show = (answer: Answer): void => void (heard = answer);
      const leave = await follow(key, (answer) => show(answer));
      const free = () => {
        leave();
        leavePlace();
      };
      let first: Answer;
      try {
        first = await invoices.get(key);
        request.signal.throwIfAborted();
      } catch (error) {
        free();
        throw error;
      }
      const closed = onOpen(key);
      const stream = new EventStream({
        lifetime: maxDuration * (0.8 + Math.random() / 5),
        retry: RETRY * (1 + Math.random()),
        onEnd: () => {
          open.delete(stream);
          // Not its signal alone: on Node 20 that is never aborted once its Request was collected.
          request.signal.removeEventListener('abort', abort);
          free();
          closed();
        },
      });
      const abort = () => stream.end();
      request.signal.addEventListener('abort', abort);
      open.add(stream);
      show = (answer) => {
        stream.send(idOf(answer), 'invoice', toJson(key, answer));
        if (answer.final) stream.end();
      };
      show(heard ?? first);
      if (isClosing) stream.end(Math.random() * RETRY_ELSEWHERE);
      return stream.body;
    },

    /** Ends all streams; whoever reads one comes back soon, and is served by another instance. */
    close(): void {
      isClosing = true;
      for (const stream of [...open]) stream.end(Math.random() * RETRY_ELSEWHERE);
    },

    get size(): number {
      return open.size;
    },
  };
}

const idOf = ({etag}: Snapshot): string => etag.replace(/^W\/|"/g, '');
