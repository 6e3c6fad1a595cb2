/** Answers as Calypso's documents print them, to the character. */

/** How to create a Limited Invoice via API, "Response example". */
export const SINGLE = `{ "id": "d9732536-acdd-41bd-87c3-ec40aeeb6a37", "invoiceAddress": "0xc7721217b3e919eeb618c5155df278da58521aef", "type": "SINGLE", "amount": 0.001, "fee": 0.000042026017236, "totalDebitAmount": 0, "currency": "ETH", "state": "PENDING_PAYMENT", "description": "invoice for client 1", "createdDate": "2022-08-25T12:47:28.200475", "idempotencyKey": "1be6a518-6dcd-477d-96af-dd914b1300ce", "expiration": "2022-09-24T12:47:28.171538", "isInterventionResolved": true, "subscriptionEnabled": false }`;

/** How to create an Unlimited Invoice via API, "Get data about specific invoice". */
export const UNLIMITED = `{
      "id": "d9732536-acdd-41bd-87c3-ec40aeeb6a37",
      "invoiceAddress": "0x1a8201e316e5012cf3608c65b6f9d428ca4544ef",
      "type": "UNLIMITED",
      "totalDebitAmount": 0,
      "currency": "ETH",
      "state": "PENDING_PAYMENT",
      "description": "invoice for client 1",
      "createdDate": "2022-09-01T16:19:54.350408",
      "idempotencyKey": "4d1d24ba-da67-4324-ba3f-f33b6354ba39",
      "isInterventionResolved": true,
      "subscriptionEnabled": false
  }`;

/** The Invoice API reference, "Get a specific Invoice": every field there is. */
export const REFERENCE = `{
  "id": "text",
  "invoiceAddress": "text",
  "type": "SINGLE",
  "amount": 1,
  "fee": 1,
  "totalDebitAmount": 1,
  "currency": "text",
  "state": "MEM_POOL_FOUND",
  "lastDepositHash": "text",
  "description": "text",
  "createdDate": "2025-07-05T22:31:09.255Z",
  "idempotencyKey": "123e4567-e89b-12d3-a456-426614174000",
  "expiration": "2025-07-05T22:31:09.255Z",
  "fiatAmount": 1,
  "fiatCurrency": "text",
  "lastFiatUpdated": "2025-07-05T22:31:09.255Z",
  "interventionType": "OVERPAY",
  "isInterventionResolved": true,
  "subscriptionEnabled": true,
  "returnUrl": "text",
  "logoUrl": "text",
  "supportUrl": "text",
  "externalId": "text",
  "lowerBound": 1,
  "autoconversion": {
    "targetCurrency": "text",
    "amount": 1
  },
  "fiatAvailable": true
}`;

/** How to create an Unlimited Invoice via API, the first of "Get all deposits". */
export const DEPOSIT = `{
      "id": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
      "amount": 0.01,
      "currency": "ETH",
      "transactionHash": "0x10c2eba81f0acc458a5c02c40ef709ede784240f0f5701e5cbb4454e30c7f3a1",
      "createdDate": "2023-04-03T13:34:57.783Z"
    }`;

/** The same guide, "Get all deposits": the comma behind the last one makes it no JSON. */
export const DEPOSITS = `{
  "result": [
    {
      "id": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
      "amount": 0.01,
      "currency": "ETH",
      "transactionHash": "0x10c2eba81f0acc458a5c02c40ef709ede784240f0f5701e5cbb4454e30c7f3a1",
      "createdDate": "2023-04-03T13:34:57.783Z"
    },
    {
      "id": "9d71b4c3-b158-489e-ac96-5a73a90c423c",
      "amount": 0.01,
      "currency": "ETH",
      "transactionHash": "0x9c6d1f02e042a08c9f5cef9a0af7a9bc8f6ceac9152f37cd2ee9fec442703060",
      "createdDate": "2023-04-02T13:34:57.783Z"
    },
  ],
  "page": 1,
  "size": 10,
  "total": 1,
  "totalElements": 2
}`;

/** The same guide, "Get specific deposit". */
export const ONE_DEPOSIT = `{
  "id": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  "amount": 0.01,
  "currency": "ETH",
  "transactionHash": "0x10c2eba81f0acc458a5c02c40ef709ede784240f0f5701e5cbb4454e30c7f3a1",
  "createdDate": "2023-04-03T13:31:53.601Z"
}`;
