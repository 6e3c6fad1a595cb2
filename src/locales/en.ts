/**
 * The words of the card. Every other locale has the same keys; functions stand where a value is put in. What they
 * are given is ready to be shown: times come from `Intl`, as "5 minutes", "in 5 seconds" or "12 seconds ago".
 */
export const en = {
  /** How the language is written: 'ltr' or 'rtl'. */
  direction: 'ltr',
  card: 'Payment',
  loading: 'Loading the invoice…',
  amountToSend: 'Amount to send',
  amountChanged: (amount: string) => `The rate has moved. The amount is now ${amount}.`,
  amountAtLeast: 'Send at least',
  anyAmount: 'Any amount',
  amountUnreadable: 'The exact amount could not be read. Please do not pay yet, and ask the shop.',
  /** @param ago "3 minutes ago", "now" */
  rateAge: (ago: string) => `rate: ${ago}`,
  fromExchange: 'From an exchange? This is the amount that must arrive, after its fees.',
  toThisAddress: 'To this address',
  onlyOnNetwork: (symbol: string, network: string) =>
    `Send only ${symbol} on ${network}. Money sent on another network is lost.`,
  qrCode: (address: string) => `QR code of the address ${address}`,
  qrHolds: 'The QR code holds',
  qrAddress: 'Address only',
  qrUri: 'With amount',
  openWallet: 'Open in a wallet',
  noWallet: 'No wallet opened? Copy the amount and the address instead.',
  copy: 'Copy',
  copyAmount: 'Copy amount',
  copyAddress: 'Copy address',
  copied: 'Copied',
  amountCopied: 'Amount copied',
  addressCopied: (ending: string) => `Address copied. Check that it ends in ${ending}.`,
  copyFailed: 'Copying is not allowed here: the text is selected.',
  timeLeft: 'Time left',
  /** @param time "5 minutes" */
  timeLeftAnnounced: (time: string) => `${time} left to pay`,
  littleTime: 'Little time is left. Do not send a payment that may come too late.',
  timeIsUp: 'The time is up. Please do not pay now.',
  checking: 'Checking…',
  checkNow: 'Check now',
  /** @param ago "12 seconds ago", "now" */
  lastChecked: (ago: string) => `Last checked ${ago}`,
  /** As the `ago` of what is not older than some seconds. */
  justNow: 'now',
  tryAgain: 'Try again',
  due: 'Due',
  received: 'Received',
  shortBy: 'Short by',
  overBy: 'Too much by',
  receivedSoFar: 'Received so far',
  transaction: 'Transaction',
  /** @param time "5 minutes" */
  usuallyWithin: (time: string) => `Usually within ${time}`,
  support: 'Contact the shop',
  back: 'Back to the shop',
  alreadySent: 'I have already sent it',
  /** @param soon "in 5 seconds" */
  backIn: (soon: string) => `Taking you back ${soon}`,
  stay: 'Stay here',
  steps: {seen: 'Seen on the network', confirming: 'Confirming', checked: 'Checking', done: 'Done'},
  views: {
    unavailable: {
      title: 'This invoice cannot be shown',
      text: 'Please go back to the shop and try from there.',
    },
    awaiting: {status: 'Waiting for your payment'},
    expired: {
      title: 'The time to pay is over',
      text: 'Please do not pay now. If you have sent the money already, stay here: this page goes on checking.',
      status: 'Checking whether a payment arrived',
    },
    detected: {
      title: 'Payment seen',
      text: 'It is on its way. Nothing more to do: you can close this page.',
      status: 'Waiting for confirmation',
    },
    compliance: {
      title: 'The payment is being checked',
      text: 'A routine check that can take a while. Nothing more to do: you can close this page.',
      status: 'Being checked',
    },
    paid: {
      title: 'Paid',
      text: 'The payment has arrived. Thank you.',
      status: 'Waiting for settlement',
    },
    completed: {title: 'Payment complete', text: 'Everything has arrived. Thank you.', status: 'Done'},
    declined: {
      title: 'The payment was not accepted',
      text: 'Please contact the shop, and do not send the payment again.',
      status: 'Not accepted',
    },
    archived: {
      title: 'This invoice is closed',
      text: 'Do not send money to its address any more. If you have sent it already, contact the shop.',
      status: 'Closed',
    },
    unknown: {
      title: 'One moment, please',
      text: 'The state of this payment is not clear yet. Please do not pay again: this page goes on checking.',
      status: 'Checking',
    },
  },
  intervention: {
    underpaid: {
      title: 'Less arrived than was due',
      text: 'The shop will look at it and get in touch. Please do not send a second payment.',
    },
    overpaid: {
      title: 'More arrived than was due',
      text: 'The shop will look at it and get in touch. Please do not send anything more.',
    },
    other: {
      title: 'The shop has to look at this payment',
      text: 'It will get in touch. Please do not send a second payment.',
    },
    resolved: {
      title: 'The shop has dealt with this payment',
      text: 'Nothing is left to do. This page goes on checking.',
    },
    status: 'Waiting for the shop',
  },
  notices: {
    offline: 'You are offline. A payment that you have sent is safe; this page goes on once you are back.',
    trouble:
      'No connection to the shop right now. A payment that you have sent is safe; this page goes on trying.',
    addressChanged:
      'The address of this invoice has changed. Do not pay to either of them, and contact the shop.',
    addressInvalid: 'The address of this invoice is not valid, so it is not shown. Please contact the shop.',
  },
};
