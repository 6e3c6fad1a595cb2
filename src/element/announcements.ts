import {describeCurrency, networkLabel} from '../core/currency.js';
import type {AddressFault, AwaitingView, InvoiceView} from '../core/invoice-view.js';
import type {Messages} from '../locales/messages.js';
import {wordsOf} from './templates/outcome.js';

/** What a screen reader says when a view appears. */
export function announcement(view: InvoiceView, messages: Messages): string {
  switch (view.kind) {
    case 'loading':
      return '';
    case 'unavailable':
      return sentence(messages.views.unavailable);
    case 'awaiting': {
      const {symbol, network} = describeCurrency(view.invoice.currency ?? '');
      const {kind} = view.due;
      if (kind === 'unreadable') return messages.amountUnreadable;
      const label = kind === 'exactly' ? messages.amountToSend : messages.amountAtLeast;
      const due = kind === 'any' ? '' : `${label}: ${dueText(view)}. `;
      return (
        due +
        (network ? messages.onlyOnNetwork(symbol, networkLabel(network)) : messages.views.awaiting.title)
      );
    }
    default:
      return sentence(wordsOf(view, messages));
  }
}

/** "18.204 USDT", or nothing where no amount is due. */
export const dueText = ({due, invoice}: AwaitingView): string =>
  'amount' in due ? `${due.amount} ${describeCurrency(invoice.currency ?? '').symbol}` : '';

/** Why the address is not there, in words; none while it is being checked. */
export const faultText = (fault: AddressFault | undefined, {notices}: Messages): string =>
  fault === 'changed' ? notices.addressChanged : fault === 'checksum' ? notices.addressInvalid : '';

const sentence = ({title, text}: {title: string; text: string}) => `${title}. ${text}`;

/** Seconds left at which the timer is spoken: often enough to act, seldom enough to listen. */
const SPOKEN = [300, 60, 30];

/** The mark that was passed between two readings of the timer (seconds), if one was. */
export const crossed = (before: number, after: number): number | undefined =>
  SPOKEN.findLast((mark) => before > mark && after <= mark);
