import {EventStreamController} from '../controllers/event-stream-controller.js';
import {SharedReader} from '../controllers/shared-reader.js';
import {EventStreamParser} from '../core/event-stream.js';
import type {SessionSettings} from './invoice-session.js';

/** How the element itself reads. */
export type LiveSettings = Omit<SessionSettings, 'pollInterval'>;

export interface LiveOptions {
  /** The invoice came without a read of our own, as JSON. */
  take(text: string): void;
  /** Whether somebody tells us has changed: the next read is due sooner or later than it was. */
  change(): void;
}

/** What a card learns without asking: from the proxy's stream, and from other tabs with the same invoice. */
export interface Live {
  /** Somebody tells us: reads of our own are for safety only. */
  readonly isTold: boolean;
  /** Tells the other tabs what we read. */
  publish(text: string): void;
  close(): void;
}

/** @param eventsUrl where the proxy pushes, if it does */
export function live(
  {src = '', credentials, fetch: own}: LiveSettings,
  eventsUrl: string | undefined,
  {take, change}: LiveOptions,
): Live {
  const url = new URL(src, document.baseURI);
  const fetch: typeof globalThis.fetch = own ?? ((...request) => globalThis.fetch(...request));
  const events = eventsAt(eventsUrl, url);
  let stream: EventStreamController | undefined;
  let parser = new EventStreamParser();

  const open = async (at: URL, signal: AbortSignal) => {
    parser = new EventStreamParser();
    const headers = {Accept: 'text/event-stream'};
    const response = await fetch(at.href, {headers, credentials, signal, cache: 'no-store'});
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
    if (response.status === 200 && isStream && response.body) return response.body;
    void response.body?.cancel().catch(() => undefined); // it may have broken by itself
    throw new Error(`${at.pathname} answered ${response.status}`);
  };

  const piece = (text: string) => {
    for (const {type, data} of parser.push(text))
      if (type === 'invoice') {
        shared.publish(data);
        take(data);
      }
    return parser.retry;
  };

  const lead = (isLeading: boolean) => {
    stream?.close();
    stream =
      isLeading && events
        ? new EventStreamController({open: (signal) => open(events, signal), piece, change})
        : undefined;
    change();
  };
  const shared = new SharedReader({
    name: `calypso-invoice ${url.href}`,
    take,
    lead,
    ...(own && {locks: undefined}), // answers of the page's own transport are not for other tabs
  });

  return {
    get isTold() {
      return stream ? stream.isLive : shared.isFollowing;
    },
    publish: (text) => shared.publish(text),
    close() {
      shared.close();
      stream?.close();
    },
  };
}

/** Only where it is read from, too: what pays for the stream is the same server that is believed. */
function eventsAt(eventsUrl: string | undefined, url: URL): URL | undefined {
  if (!eventsUrl) return undefined;
  try {
    const events = new URL(eventsUrl, url);
    return events.origin === url.origin ? events : undefined;
  } catch {
    return undefined;
  }
}
