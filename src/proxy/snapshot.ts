import {isFinal, isUnlimited} from '../core/invoice.js';
import {isObject} from '../core/is-object.js';
import type {StoredText} from './store.js';
import type {UpstreamInvoice} from './upstream.js';

/** What a payer may see of an invoice, and when that was so, by this process's clock. */
export interface Snapshot extends Pick<UpstreamInvoice, 'fields' | 'etag' | 'final'> {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Ages instead of times: the clocks of instances differ. */
export const snapshotText = ({fields, etag, startedAt, endedAt}: Snapshot): string =>
  JSON.stringify({fields, etag, took: endedAt - startedAt});

/** Undefined for what is no snapshot: instances of another version may share the store. */
export function parseSnapshot({text, age}: StoredText, now: number): Snapshot | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !isObject(value['fields'])) return undefined;
  const {fields, etag, took} = value;
  const state = (fields as {state?: unknown}).state;
  if (typeof state !== 'string' || typeof etag !== 'string' || typeof took !== 'number') return undefined;
  const endedAt = now - age;
  return {
    fields: fields,
    etag,
    final: isFinal(state),
    startedAt: endedAt - took,
    endedAt,
  };
}

const ORDER = [
  ['PENDING_PAYMENT'],
  ['MEM_POOL_FOUND'],
  ['PENDING_COMPLIANCE_CHECK', 'PENDING_INTERVENTION'],
  ['PAID'],
  ['COMPLETED', 'DECLINED', 'ARCHIVED'],
];
const PAID = 3;

const rankOf = ({fields}: Snapshot): number =>
  ORDER.findIndex((states) => states.includes(String(fields['state'])));

/**
 * Whether `answer` is news beside what is known. A read that began after the other had ended is newer; of two that
 * overlapped, the one whose state comes later in an invoice's life. A last state stays, and what is paid is not
 * awaited again.
 */
export function supersedes(answer: Snapshot, known: Snapshot): boolean {
  if (known.final && !answer.final) return false;
  const [rank, knownRank] = [rankOf(answer), rankOf(known)];
  const isOrdered = rank >= 0 && knownRank >= 0 && !isUnlimited(String(known.fields['type']));
  if (isOrdered && knownRank === PAID && rank < 2) return false;
  if (answer.startedAt >= known.endedAt) return true;
  if (answer.endedAt <= known.startedAt) return false;
  if (isOrdered && rank !== knownRank) return rank > knownRank;
  return answer.startedAt >= known.startedAt;
}
