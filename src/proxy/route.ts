import {invoiceKey} from './invoice-key.js';
import type {RequestKind} from './telemetry.js';

/** What a path asks for. */
export interface Route {
  readonly kind: Exclude<RequestKind, 'preflight'> | 'outside';
  /** Of the invoice, in lower case; empty where the path names none. */
  readonly key: string;
  /** The methods that it takes. */
  readonly allow: string;
}

const READ = 'GET, HEAD, OPTIONS';
const EVENTS = 'GET, OPTIONS';

/** @param prefix the base path with a slash at its end */
export function parseRoute(pathname: string, prefix: string): Route {
  if (!pathname.startsWith(prefix)) return {kind: 'outside', key: '', allow: READ};
  const path = pathname.slice(prefix.length);
  if (path === 'webhooks') return {kind: 'webhook', key: '', allow: READ};
  if (path === 'health') return {kind: 'health', key: '', allow: READ};
  const isStream = path.endsWith('/events');
  const key = invoiceKey(isStream ? path.slice(0, -'/events'.length) : path);
  if (!key) return {kind: 'other', key: '', allow: READ};
  return isStream ? {kind: 'events', key, allow: EVENTS} : {kind: 'read', key, allow: READ};
}
