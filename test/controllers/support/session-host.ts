import {InvoiceSession, type SessionSettings} from '../../../src/element/invoice-session.js';
import {FakeHost} from './fake-host.js';

/** The element as its session knows it. */
export class SessionHost extends FakeHost implements SessionSettings {
  src: string | undefined;
  readonly pollInterval = 3000;
  readonly credentials: RequestCredentials;
  readonly fetch = undefined;
  readonly session = new InvoiceSession(this, {tell: () => undefined, checked: () => undefined});

  /** @param credentials tells the server whose requests they are */
  constructor(credentials: RequestCredentials) {
    super();
    this.credentials = credentials;
  }

  move(src: string | undefined): void {
    this.src = src;
    this.update();
  }

  override update(): void {
    this.session.sync();
    super.update();
  }

  /** The invoice's id and state, as the payer sees them. */
  get shown(): readonly [id: string | undefined, state: string | undefined] {
    const {invoice} = this.session;
    return [invoice?.idempotencyKey, invoice?.state];
  }
}
