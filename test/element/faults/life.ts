import {pick} from './seeded.js';

export type Json = Record<string, unknown>;

const PATHS = [
  ['PENDING_PAYMENT', 'MEM_POOL_FOUND', 'PAID', 'COMPLETED'],
  ['PENDING_PAYMENT', 'MEM_POOL_FOUND', 'PAID', 'COMPLETED'],
  ['PENDING_PAYMENT', 'MEM_POOL_FOUND', 'DECLINED'],
  ['PENDING_PAYMENT', 'ARCHIVED'],
] as const;

export const OWN = {
  idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce',
  invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
  amount: '10.234',
};

export const OTHER = {
  idempotencyKey: '9a1f0c52-1f0e-4f0e-8a55-0f4d5a3f7c11',
  invoiceAddress: 'TLyqzVGLV1srkB7dToTAEqgDSfPtXRJZYH',
  amount: '7',
};

/** Of no card on the page. */
export const FOREIGN = {
  idempotencyKey: 'another',
  invoiceAddress: 'TPYmHEhy5n8TCEfYGqW2rPxsghSfzghPDn',
  amount: '99',
};

/** What really becomes of an invoice, whatever is heard of it. */
export class Life {
  readonly facts: typeof OWN;
  /** ms after the start, and the state from then on. */
  readonly #steps: readonly {readonly at: number; readonly state: string}[];
  /** Epoch ms. */
  expiration: number;

  /** Lives from 0, its last state begins at `end`. */
  constructor(start: number, end: number, random: () => number, facts = OWN) {
    const path: readonly string[] = Number.isFinite(end) ? pick(PATHS, random) : ['PENDING_PAYMENT'];
    const times = path.slice(2).map(() => 1000 + random() * (end - 1000));
    const starts = [0, ...times.sort((a, b) => a - b), end];
    this.#steps = path.map((state, index) => ({at: starts[index]!, state}));
    this.facts = facts;
    this.expiration = start + 1_800_000;
  }

  /** ms after the start at which the state becomes another. */
  get changes(): readonly number[] {
    return this.#steps.slice(1).map(({at}) => at);
  }

  get last(): string {
    return this.#steps.at(-1)!.state;
  }

  /** How many states there were before this one; one that it never has comes first. */
  rank(state: string): number {
    return this.#steps.findIndex((step) => step.state === state);
  }

  state(at: number): string {
    return this.#steps.findLast((step) => step.at <= at)!.state;
  }

  /** The invoice as the proxy tells it, with the state of `at` and the time of `now`. */
  tell(at: number, now: number): Json {
    const state = this.state(at);
    return {
      ...this.facts,
      type: 'SINGLE',
      state,
      currency: 'USDT_TRX',
      totalDebitAmount: this.rank(state) > 0 && state !== 'ARCHIVED' ? this.facts.amount : '0',
      createdDate: new Date(this.expiration - 7_200_000).toISOString(),
      expiration: new Date(this.expiration).toISOString(),
      description: 'Äpfel 🍏 für 5 €',
      isInterventionResolved: true,
      returnUrl: 'https://shop.example/return?order=1042',
      serverTime: new Date(now).toISOString(),
    };
  }
}
