import type {InvoiceView} from '../core/invoice-view.js';
import type {Messages} from '../locales/messages.js';
import {wordsOf} from './templates/outcome.js';
import {dueText, networkText} from './wording.js';

/** What a screen reader says when a view appears. */
export function announcement(view: InvoiceView, messages: Messages): string {
  switch (view.kind) {
    case 'loading':
      return '';
    case 'unavailable':
      return sentence(messages.views.unavailable);
    case 'awaiting': {
      const {kind} = view.due;
      if (kind === 'unreadable') return messages.amountUnreadable;
      const label = kind === 'exactly' ? messages.amountToSend : messages.amountAtLeast;
      const due = kind === 'any' ? '' : `${label}: ${dueText(view)}. `;
      const network = networkText(view.invoice.currency, messages) || messages.views.awaiting.status;
      return due + network + (view.littleTime ? ` ${messages.littleTime}` : '');
    }
    default:
      return sentence(wordsOf(view, messages));
  }
}

const sentence = ({title, text}: {title: string; text: string}) => `${title}. ${text}`;

/** Seconds left at which the timer is spoken: often enough to act, seldom enough to listen. */
const SPOKEN = [300, 60, 30];

/** The mark that was passed between two readings of the timer (seconds), if one was. */
export const crossed = (before: number, after: number): number | undefined =>
  SPOKEN.findLast((mark) => before > mark && after <= mark);
