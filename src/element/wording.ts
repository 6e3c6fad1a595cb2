import {describeCurrency, networkLabel} from '../core/currency.js';
import type {AddressFault, AwaitingView} from '../core/invoice-view.js';
import {fromNow, isolate, timeSpan} from '../localize/intl.js';
import type {Texts} from '../localize/registry.js';
import type {Messages} from '../locales/messages.js';

// Sentences that are both shown and spoken.

/** "18.204 USDT", or nothing where no amount is due. */
export const dueText = ({due, invoice}: AwaitingView): string =>
  'amount' in due ? `${due.amount} ${describeCurrency(invoice.currency ?? '').symbol}` : '';

/** On which network alone the money may be sent; nothing for a currency that we do not know. */
export function networkText(currency: string | undefined, messages: Messages): string {
  const {symbol, network} = describeCurrency(currency ?? '');
  const {direction, onlyOnNetwork} = messages;
  return network ? onlyOnNetwork(isolate(symbol, direction), isolate(networkLabel(network), direction)) : '';
}

export const requoteText = (view: AwaitingView, {amountChanged, direction}: Messages): string =>
  amountChanged(isolate(dueText(view), direction));

/** What to check once the address is copied: where it ends, and the network. */
export function copiedText({invoice}: AwaitingView, address: string, messages: Messages): string {
  const ending = isolate(address.slice(-4), messages.direction);
  return `${messages.addressCopied(ending)}\n${networkText(invoice.currency, messages)}`.trim();
}

/** Why the address is not there, in words; none while it is being checked. */
export const faultText = (fault: AddressFault | undefined, {notices}: Messages): string =>
  fault === 'changed' ? notices.addressChanged : fault === 'checksum' ? notices.addressInvalid : '';

export const troubleText = (offline: boolean, {notices}: Messages): string =>
  notices[offline ? 'offline' : 'trouble'];

/** "Taking you back in 5 seconds" */
export const backIn = (seconds: number, texts: Texts): string =>
  texts.messages.backIn(fromNow(seconds, 'second', texts));

/** "5 minutes left to pay" */
export const timeLeft = (seconds: number, {timeLeftAnnounced}: Messages, language: string): string =>
  timeLeftAnnounced(
    seconds < 60 ? timeSpan(seconds, 'second', language) : timeSpan(seconds / 60, 'minute', language),
  );
