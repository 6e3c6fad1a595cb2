import type {CalypsoClient, CalypsoInvoice} from '../../api/index.js';
import {describeCurrency} from '../../core/currency.js';
import {multiplyDecimals, truncateDecimal, type Decimal} from '../../core/decimal.js';
import type {Sandbox} from '../../sandbox/index.js';
import type {Scenario} from './scenario.js';
import type {Deposit, NewInvoice, Step} from './step.js';

export interface PlayerOptions {
  readonly sandbox: Sandbox;
  readonly client: CalypsoClient;
  readonly wait: (ms: number) => Promise<void>;
  /** Told of each step. */
  readonly say: (line: string) => void;
}

/** Pays for what has no price. */
const UNPRICED: Decimal = '10';

/** Plays scenarios: each on one invoice, the one that is given or the last that it made itself. */
export class ScenarioPlayer {
  readonly #options: PlayerOptions;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  /** Resolves when all is done, or a step failed: the rest would be about something else. */
  async play(scenario: Scenario, given?: CalypsoInvoice): Promise<void> {
    const {wait, say} = this.#options;
    let invoice = given;
    for (const [index, step] of scenario.entries()) {
      await wait(step.after);
      const name = Object.keys(step).find((key) => key !== 'after' && step[key as keyof Step] !== undefined);
      const what = `step ${index + 1}, ${name}`;
      try {
        invoice = (await this.#take(step, invoice)) ?? invoice;
        say(`${what}: ${invoice?.idempotencyKey ?? 'done'} ${invoice?.state ?? ''}`.trimEnd());
      } catch (error) {
        say(`${what}: ${(error as Error).message}`);
        return;
      }
    }
  }

  async #take(step: Step, invoice: CalypsoInvoice | undefined): Promise<CalypsoInvoice | undefined> {
    const {sandbox} = this.#options;
    if (step.create) return this.#create(step.create);
    if (step.advance !== undefined) return void (await sandbox.advance(step.advance));
    if (step.webhooks) return void (await sandbox.webhooks(step.webhooks as object));
    if (!invoice?.idempotencyKey) throw new Error('there is no invoice yet: create one before');
    const {idempotencyKey} = invoice;
    if (step.deposit) return this.#deposit(step.deposit, invoice);
    return step.decline ? sandbox.decline({idempotencyKey}) : sandbox.archive({idempotencyKey});
  }

  #create({type, ...fields}: NewInvoice): Promise<CalypsoInvoice> {
    const {client} = this.#options;
    // Checked by its schema: each kind has the fields that its call wants.
    const invoice = fields as never;
    switch (type) {
      case 'SINGLE':
        return client.createSingleInvoice(invoice);
      case 'SINGLE_FIAT':
        return client.createSingleFiatInvoice(invoice);
      case 'BOUND':
        return client.createBoundInvoice(invoice);
      case 'UNLIMITED':
        return client.createUnlimitedInvoice(invoice);
    }
  }

  async #deposit({amount, share, hold}: Deposit, invoice: CalypsoInvoice): Promise<CalypsoInvoice> {
    const {invoiceAddress: address = '', currency = ''} = invoice;
    const due = invoice.amount ?? invoice.lowerBound ?? UNPRICED;
    const paid =
      amount ?? truncateDecimal(multiplyDecimals(due, share ?? '1'), describeCurrency(currency).scale ?? 18);
    return (await this.#options.sandbox.deposit({address, amount: paid, hold})).invoice;
  }
}
