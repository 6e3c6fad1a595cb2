import {html, render} from 'lit';
import type {OfficeDeposit, OfficePayment} from '../../office.js';
import {ask} from '../api.js';
import {byId} from '../dom.js';
import type {RecordKind} from './history.js';
import {breakable, transaction} from './parts.js';
import {money, written} from './words.js';

const TITLES: Readonly<Record<RecordKind, string>> = {deposits: 'Deposit', payments: 'Payment'};

/** Reads one deposit or payment by its id, and shows it alone. */
export async function showRecord(kind: RecordKind, path: string): Promise<string> {
  const facts =
    kind === 'deposits'
      ? factsOfDeposit(await ask<OfficeDeposit>(path))
      : factsOfPayment(await ask<OfficePayment>(path));
  byId('record-title', HTMLElement).textContent = TITLES[kind];
  const rows = facts.map(
    ([name, value]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  render(rows, byId('record-facts', HTMLElement));
  byId('record', HTMLDialogElement).showModal();
  return '';
}

const factsOfDeposit = ({id, amount, currency, transactionHash, createdDate}: OfficeDeposit) =>
  [
    ['Amount', money(amount, currency)],
    ['Confirmed', written(createdDate)],
    ['Transaction', transaction(currency, transactionHash)],
    ['Id', id],
  ] as const;

const factsOfPayment = ({id, state = ''}: OfficePayment) =>
  [
    ['State', breakable(state)],
    ['Id', id],
  ] as const;
