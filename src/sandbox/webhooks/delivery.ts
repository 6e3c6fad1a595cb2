/** One event on its way to one subscriber. Instants are epoch ms of sandbox time. */
export interface Delivery {
  /** Which one it is of all. */
  readonly serial: number;
  readonly requestId: string;
  /** Of the event. */
  readonly id: number;
  readonly eventType: string;
  readonly body: string;
  readonly dueAt: number;
  /** How often it was tried. */
  readonly attempts: number;
  /** No repeat is left: it waits for the subscription to be unblocked. */
  readonly isGivenUp: boolean;
}

/** An attempt, for people to look at: nothing of keys and secrets. */
export interface SandboxDelivery {
  /** Of the subscription. */
  readonly requestId: string;
  readonly url: string;
  readonly eventType: string;
  /** Of the event. */
  readonly id: number;
  /** From 1. */
  readonly attempt: number;
  /** HTTP status; null where no answer came in time. */
  readonly status: number | null;
  /** ISO 8601, sandbox time. */
  readonly at: string;
  /** When it is tried again, ISO 8601; null where it is not. */
  readonly next: string | null;
}
