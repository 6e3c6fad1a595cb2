import {REFERENCE} from '../core/calypso-samples.js';

/** What the Invoice API reference prints for one endpoint, white space aside: a payload and an answer. */
export interface ReferenceSample {
  readonly path: string;
  readonly payload: string;
  readonly answer: string;
}

const NAME = '"id":"text","idempotencyKey":"123e4567-e89b-12d3-a456-426614174000"';
const COMMON =
  '"currency":"text","description":"text","idempotencyKey":"123e4567-e89b-12d3-a456-426614174000",' +
  '"returnUrl":"text","logoUrl":"text","supportUrl":"text","externalId":"text","fiatAvailable":true';
const EXPIRATION = '"expiration":"2025-07-05T22:31:09.255Z"';
const PAGE = '"pageNumber":1,"pageSize":1,"sort":"ASC","properties":"text"';

const PAYMENT = '{"id":"text","state":"IN_PROGRESS"}';
const DEPOSIT =
  '{"id":"123e4567-e89b-12d3-a456-426614174000","amount":1,"currency":"text","transactionHash":"text",' +
  '"createdDate":"2025-07-05T22:31:09.255Z"}';
const pageOf = (item: string) => `{"result":[${item}],"page":1,"size":1,"total":1,"totalElements":1}`;

/** Every endpoint, in the order of the reference. All print the same invoice, of type SINGLE. */
export const REFERENCE_SAMPLES: readonly ReferenceSample[] = [
  {path: 'invoice', payload: `{${NAME}}`, answer: REFERENCE},
  {path: 'invoice/unlimited/create', payload: `{${COMMON}}`, answer: REFERENCE},
  {path: 'invoice/unlimited-linked/create', payload: `{${COMMON}}`, answer: REFERENCE},
  {path: 'invoice/single/create', payload: `{${EXPIRATION},"amount":1,${COMMON}}`, answer: REFERENCE},
  {
    path: 'invoice/single-fiat/create',
    payload: `{"fiatAmount":1,"fiatCurrency":"text",${EXPIRATION},${COMMON}}`,
    answer: REFERENCE,
  },
  {path: 'invoice/return-to-paid', payload: `{${NAME}}`, answer: REFERENCE},
  {path: 'invoice/payment', payload: `{"paymentId":"text",${NAME}}`, answer: PAYMENT},
  {path: 'invoice/payment-history', payload: `{${NAME},${PAGE}}`, answer: pageOf(PAYMENT)},
  {path: 'invoice/external', payload: `{"externalId":"text",${PAGE}}`, answer: pageOf(REFERENCE)},
  {
    path: 'invoice/deposit',
    payload: `{"transactionId":"123e4567-e89b-12d3-a456-426614174000",${NAME}}`,
    answer: DEPOSIT,
  },
  {path: 'invoice/deposit-history', payload: `{${NAME},${PAGE}}`, answer: pageOf(DEPOSIT)},
  {path: 'invoice/close-intervention', payload: `{${NAME}}`, answer: REFERENCE},
  {path: 'invoice/bound/create', payload: `{"lowerBound":1,${EXPIRATION},${COMMON}}`, answer: REFERENCE},
  {path: 'invoice/archive', payload: `{${NAME}}`, answer: REFERENCE},
  {
    path: 'invoice/all',
    payload: `{"stateNames":["MEM_POOL_FOUND"],"typeNames":["SINGLE"],${PAGE}}`,
    answer: pageOf(REFERENCE),
  },
];
