import {LRUCache} from 'lru-cache';
import {Channels} from './channels.js';
import {MAX_INVOICES, recent} from './recent.js';
import type {InvoiceStore, StoredText} from './store.js';

/** Of each invoice what was read, who reads, and when it may be read again. */
const MAX_ENTRIES = 3 * MAX_INVOICES;
/** Characters of all texts that live long: 50,000 of them and more. */
const MAX_NOTES = 10_000_000;
/** ms; what lives longer is not pushed out by what was read: a flood of reads must not have the merchant told twice. */
const LONG = 3_600_000;

interface Entry {
  readonly text: string;
  readonly writtenAt: number;
  readonly lifetime: number;
}

export interface MemoryStoreOptions {
  /** Epoch ms. */
  readonly now?: () => number;
}

/** A store in this process's memory, the default: for one instance, or several in one process. */
export function memoryStore({now = Date.now}: MemoryStoreOptions = {}): InvoiceStore {
  const entries = recent<Entry>(MAX_ENTRIES);
  const notes = new LRUCache<string, Entry>({
    maxSize: MAX_NOTES,
    sizeCalculation: ({text}, name) => text.length + name.length,
  });
  const channels = new Channels();
  let claims = 0;

  /** A clock that was set back makes nothing young again. */
  function find(name: string): StoredText | undefined {
    const entry = notes.get(name) ?? entries.get(name);
    if (!entry) return undefined;
    const age = now() - entry.writtenAt;
    return age >= 0 && age < entry.lifetime ? {text: entry.text, age} : undefined;
  }

  const write = (name: string, text: string, lifetime: number) =>
    void (lifetime > LONG ? notes : entries).set(name, {text, writtenAt: now(), lifetime});

  return {
    healthy: true,
    get: async (name) => find(name),
    set: async (name, text, lifetime) => write(name, text, lifetime),

    async replace(name, known, text, lifetime) {
      const found = find(name);
      if (found && found.text !== known) return found;
      write(name, text, lifetime);
      return undefined;
    },

    async claim(name, lifetime) {
      if (find(name)) return undefined;
      const token = String(++claims);
      write(name, token, lifetime);
      return token;
    },

    async release(name, token, after) {
      if (find(name)?.text !== token) return false;
      write(name, token, after);
      return true;
    },

    publish: async (channel, text) => channels.emit(channel, text),

    async subscribe(channel, listener) {
      channels.add(channel, listener);
      return () => channels.delete(channel, listener);
    },

    close: async () => undefined,
  };
}
