import type {SandboxDelivery} from './delivery.js';

/** How many attempts are remembered. */
const MOST = 500;

/** The last attempts to deliver, oldest first. It is for people, and does not outlive the process. */
export class DeliveryLog {
  readonly #entries: SandboxDelivery[] = [];

  add(entry: SandboxDelivery): void {
    this.#entries.push(entry);
    if (this.#entries.length > MOST) this.#entries.shift();
  }

  list(): readonly SandboxDelivery[] {
    return [...this.#entries];
  }
}
