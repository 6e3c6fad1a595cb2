/** The words of the card. Every other locale has the same keys; functions stand where a value is put in. */
export const en = {
  card: 'Payment',
  loading: 'Loading the invoice…',
  amountToSend: 'Amount to send',
  amountChanged: (amount: string) => `The rate has moved. The amount is now ${amount}.`,
  amountAtLeast: 'Send at least',
  anyAmount: 'Any amount',
  amountUnreadable: 'The exact amount could not be read. Please do not pay yet, and ask the shop.',
  approximately: (fiat: string) => `≈ ${fiat}`,
  rateAge: (minutes: number) => (minutes < 1 ? 'rate just now' : `rate ${minutes} min old`),
  toThisAddress: 'To this address',
  onlyOnNetwork: (symbol: string, network: string) =>
    `Send only ${symbol} on ${network}. Money sent on another network is lost.`,
  qrCode: (address: string) => `QR code of the address ${address}`,
  copy: 'Copy',
  copyAmount: 'Copy amount',
  copyAddress: 'Copy address',
  copied: 'Copied',
  amountCopied: 'Amount copied',
  addressCopied: (ending: string) => `Address copied. Check that it ends in ${ending}.`,
  copyFailed: 'Copying is not allowed here: the text is selected.',
  timeLeft: 'Time left',
  timeLeftAnnounced: (seconds: number) =>
    seconds >= 60
      ? `${seconds / 60} minutes left to pay`.replace(/^1 minutes/, '1 minute')
      : `${seconds} seconds left to pay`,
  timeIsUp: 'The time is up. Please do not pay now.',
  checking: 'Checking…',
  checkNow: 'Check now',
  tryAgain: 'Try again',
  due: 'Due',
  received: 'Received',
  shortBy: 'Short by',
  overBy: 'Too much by',
  receivedSoFar: 'Received so far',
  transaction: 'Transaction',
  usuallyWithin: (minutes: number) =>
    minutes < 60 ? `Usually within ${minutes} minutes` : `Usually within ${Math.round(minutes / 60)} hours`,
  support: 'Contact the shop',
  back: 'Back to the shop',
  backIn: (seconds: number) => `Taking you back in ${seconds}\u00a0s`,
  stay: 'Stay here',
  steps: {seen: 'Seen on the network', confirming: 'Confirming', checked: 'Checking', done: 'Done'},
  views: {
    unavailable: {
      title: 'This invoice cannot be shown',
      text: 'Please go back to the shop and try from there.',
      status: 'Not available',
    },
    awaiting: {title: 'Waiting for your payment', text: '', status: 'Waiting for your payment'},
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
      title: 'The shop has settled this payment',
      text: 'Nothing is left to do. This page goes on checking.',
    },
    status: 'Waiting for the shop',
  },
  notices: {
    trouble:
      'No connection to the shop right now. A payment that you have sent is safe; this page goes on trying.',
    addressChanged:
      'The address of this invoice has changed. Do not pay to either of them, and contact the shop.',
    addressInvalid: 'The address of this invoice is not valid, so it is not shown. Please contact the shop.',
  },
};
