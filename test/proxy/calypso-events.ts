/** Events as Calypso's documents print them, to the character. */

/** How to create a Limited Invoice via API, "Successful Invoice payment scenario". */
export const FUNDS_RECEIVED = `{
"requestId": "535b0c92-32b8-4679-9d9e-56ebda031ff7",
"id": 16579,
"createdDate": "2022-08-25T12:54:48.645795",
"level": "SUCCESS",
"service": "INVOICE",
"eventType": "INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
"data": {
"type": "INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
"amount": 0.001043,
"transactionId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
"message": "invoice for client 1",
"currency": "ETH",
"externalId": null,
"fiatAmount": {},
"createdDate": "2022-08-25T12:47:28.200475",
"description": "invoice for client 1",
"paymentDate": "2022-08-25T12:54:48.605098",
"senderAddress": "0xf127e5b7666f51aa346f374213113298014f5969",
"idempotencyKey": "1be6a518-6dcd-477d-96af-dd914b1300ce",
"transactionHash": "0xa76b638428b0702b6d6721f89f4806b9853fae65315dd1f6f34ce71deae0380b",
"parentExternalId": "d9732536-acdd-41bd-87c3-ec40aeeb6a37"
}
}`;

/** The same guide: it lacks half of the envelope that the others have. */
export const PAID = `{
"id":9677,
"viewed":false,
"createdDate":"2023-03-13T11:16:53.274743",
"level":"INFO","service":"INVOICE",
"data":{
"type":"INVOICE_PAID",
"amount":0.001043,
"currency":"ETH",
"realAmount":0.001043,
"description":"test",
"idempotencyKey":"1be6a518-6dcd-477d-96af-dd914b1300ce",
"parentExternalId":"d9732536-acdd-41bd-87c3-ec40aeeb6a37"
}
}`;

/** The same guide, and How to create an Unlimited Invoice via API: the two print the same. */
export const CREDITED = `{
"requestId": "e505bbf7-0dcd-4097-b0c7-70372a5c68d3",
"id": 9974,
"createdDate": "2022-09-05T07:39:18.929518",
"level": "SUCCESS",
"service": "INVOICE",
"eventType": "INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED",
"data": {
"type": "INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED",
"amount": 0.01,
"message": "unlimited invoice for client 2",
"currency": "ETH",
"externalId": "1234",
"fiatAmount": {
"EUR": 0.919371150133309,
"USD": 1.0
},
"serviceFee": 0.0001,
"createdDate": "2022-09-05T07:39:18.929518",
"idempotencyKey": "9a995722-6dc1-4536-9d0a-8965914b45d3",
"parentExternalId": "d9732536-acdd-41bd-87c3-ec40aeeb6a37"
}
}`;

/** How to create an Unlimited Invoice via API: `transactionIds`, where the other guide has `transactionId`. */
export const DEPOSIT_RECEIVED = `{
    "requestId": "e505bbf7-0dcd-4097-b0c7-70372a5c68d3",
    "id": 20294,
    "createdDate": "2022-09-05T07:39:18.929518",
    "level": "SUCCESS",
    "service": "INVOICE",
    "eventType": "INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
    "data": {
      "type": "INVOICE_FUNDS_RECEIVED_FOR_INVOICE",
      "amount": 0.01,
      "transactionIds": [ "3fa85f64-5717-4562-b3fc-2c963f66afa6" ],
      "message": "unlimited invoice for client 2",
      "currency": "ETH",
      "externalId": "1234",
      "fiatAmount": {},
      "createdDate": "2022-09-05T07:14:43.673181",
      "description": "unlimited invoice for client 2",
      "paymentDate": "2022-09-05T07:39:18.904215",
      "senderAddress": "0xf17366cf1aa135acfe6b2b91aacd3c95610fad12",
      "idempotencyKey": "9a995722-6dc1-4536-9d0a-8965914b45d3",
      "parentExternalId": "d9732536-acdd-41bd-87c3-ec40aeeb6a37"
    }
  }`;
