/** A request as Calypso's guides print it, to the character, and where it is to be sent. */
export interface Guide {
  readonly title: string;
  readonly path: string;
  readonly request: string;
}

const LIMITED = 'How to create a Limited Invoice via API';
const UNLIMITED = 'How to create an Unlimited Invoice via API';

/** All of them. Their timestamp, as ms, is of 1970. */
export const GUIDES: readonly Guide[] = [
  {
    title: 'How to create a Invoice via API: create',
    path: 'invoice/single/create',
    request: `{
  "timestamp": 13292792792,
  "account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
  "payload": {
    "amount": 0.001,
    "currency": "ETH",
    "description": "invoice for client 1",
    "idempotencyKey": "1be6a518-6dcd-477d-96af-dd914b1300ce",
    "type": "SINGLE"
  }
}`,
  },
  {
    title: `${LIMITED}: create`,
    path: 'invoice/single/create',
    request: `{
"timestamp": 13292792792,
"account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
"payload": {
"amount": 0.001,
"currency": "ETH",
"description": "invoice for client 1",
"idempotencyKey": "1be6a518-6dcd-477d-96af-dd914b1300ce"
}
}`,
  },
  {
    title: `${LIMITED}: read`,
    path: 'invoice',
    request: `{
"timestamp": 13292792792,
"account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
"payload": {
"id": "d9732536-acdd-41bd-87c3-ec40aeeb6a37"
}
}`,
  },
  {
    title: `${LIMITED}: subscribe`,
    path: 'subscription/webhook/create',
    request: `{
"timestamp": 13292792792,
"account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
"payload": {
"notificationEventTypes": [
"INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
"INVOICE_PAID",
"INVOICE_PENDING_INTERVENTION",
"INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED"
],
"requestId": "bf9348b7-2c14-46d7-868c-b597852da319",
"url": "Your App URL"
}
}`,
  },
  {
    title: `${UNLIMITED}: create`,
    path: 'invoice/unlimited/create',
    request: `{
  "timestamp": 13292792792,
  "account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
  "payload": {
    "currency": "ETH",
    "description": "invoice for client 1",
    "idempotencyKey": "1be6a518-6dcd-477d-96af-dd914b1300ce"
  }
}`,
  },
  {
    title: `${UNLIMITED}: read`,
    path: 'invoice',
    request: `{
  "timestamp": 13292792792,
  "account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
  "payload": {
    "id": "d9732536-acdd-41bd-87c3-ec40aeeb6a37"
  }
}`,
  },
  {
    title: `${UNLIMITED}: all deposits`,
    path: 'invoice/deposit-history',
    request: `{
  "timestamp": 13292792792,
  "account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
  "payload": {
    "id": "d9732536-acdd-41bd-87c3-ec40aeeb6a37"
  }
}`,
  },
  {
    title: `${UNLIMITED}: one deposit, to the path of the text beside it; that of its curl is of all deposits`,
    path: 'invoice/deposit',
    request: `{
  "timestamp": 13292792792,
  "account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
  "payload": {
    "id": "d9732536-acdd-41bd-87c3-ec40aeeb6a37",
    "transactionId": "3fa85f64-5717-4562-b3fc-2c963f66afa6"
  }
}`,
  },
  {
    title: `${UNLIMITED}: subscribe`,
    path: 'subscription/webhook/create',
    request: `{
  "timestamp": 13292792792,
  "account": "0xc195df92dd9db2a8f28e597981f113d6e7582f8b",
  "payload": {
    "notificationEventTypes": [
      "INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
      "INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED"
    ],
    "requestId": "bf9348b7-2c14-46d7-868c-b597852da319",
    "url": "Your App URL"
  }
}`,
  },
];

/** The answers to the two subscriptions: without the keys that the Webhook API has. */
export const SUBSCRIBED = `{
"requestId": "bf9348b7-2c14-46d7-868c-b597852da319",
"notificationEventTypes": [
"INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
"INVOICE_PAID",
"INVOICE_PENDING_INTERVENTION",
"INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED"
],
"url": "Your App URL",
"createdDate": "2022-08-22T08:24:00.307535"
}`;
export const SUBSCRIBED_UNLIMITED = `{
    "requestId": "bf9348b7-2c14-46d7-868c-b597852da319",
    "notificationEventTypes": [
      "INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
      "INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED"
    ],
    "url": "Your App URL",
    "createdDate": "2022-08-22T08:24:00.307535"
}`;
