import {Hono} from 'hono';
import {CalypsoApiError, type CalypsoClient} from '../../../src/api/index.js';
import type {SandboxDelivery} from '../../../src/sandbox/index.js';
import type {OfficeDeliveries} from '../../office.js';
import {problem} from '../problem.js';
import type {Subscriptions} from '../subscriptions.js';
import {answer} from './answer.js';
import {history} from './history.js';
import {invoices} from './invoices.js';
import {rates} from './rates.js';
import {webhooks} from './webhooks.js';

export interface OfficeOptions {
  readonly client: CalypsoClient;
  readonly subscriptions: Subscriptions;
  /** Oldest first. */
  readonly deliveries: () => readonly SandboxDelivery[];
  /** The state that the shop's own books have for an invoice. */
  readonly told: (key: string) => string | undefined;
}

/** How many deliveries are shown. */
const LATEST = 25;

/** The merchant's back office. Whoever reaches it may do all of it: a real one needs a login. */
export function createOffice({client, subscriptions, deliveries, told}: OfficeOptions): Hono {
  return new Hono()
    .route('/invoices', invoices(client, told))
    .route('/invoices', history(client))
    .route('/rates', rates(client))
    .route('/webhooks', webhooks(subscriptions))
    .get('/deliveries', () => {
      const latest = deliveries().slice(-LATEST).reverse();
      return answer<OfficeDeliveries>({deliveries: latest});
    })
    .onError((error) => {
      if (error instanceof CalypsoApiError) return problem(409, inWords(error));
      console.error('office:', error);
      return problem(502, 'Calypso could not be asked. Please try again in a moment.');
    });
}

function inWords({errorCode, message}: CalypsoApiError): string {
  if (errorCode === '004') return 'Calypso has no such record.';
  if (errorCode === '006') return 'The invoice has moved on: its state does not allow this any more.';
  return `Calypso refused: ${message} (${errorCode}).`;
}
