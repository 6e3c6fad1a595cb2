import {setMaxListeners} from 'node:events';
import {built} from './package.js';
import {watchLikeElement, type ReadInvoice} from './viewers.js';

const {EventStreamController} = await built.eventStream();

/** What the proxy asks of a reader who comes back, ms. */
const RETRY = 1000;

// The controllers listen to a page, which is never hidden here.
const page = new EventTarget();
setMaxListeners(0, page);
globalThis.window ??= page as typeof window;

/** Keeps a stream, and reads seldom while it speaks, as the element does. */
export function watchStream(read: ReadInvoice, open: () => Promise<ReadableStream<Uint8Array>>) {
  const stream = new EventStreamController({
    open,
    piece: () => RETRY * (1 + Math.random()),
    change: () => polling.replan(),
    isHidden: () => false,
  });
  const polling = watchLikeElement(read, () => stream.isLive);
  return {
    stop() {
      stream.close();
      polling.stop();
    },
  };
}
