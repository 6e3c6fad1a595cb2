import {after, BY_VIEW, intervened, invoiceOf, type Json} from './fixtures.js';
import type {Specimen} from './specimen.js';

const single = (...changes: Json[]): Pick<Specimen, 'invoices'> => ({
  invoices: changes.map((fields) => invoiceOf('SINGLE', fields)),
});

const BITCOIN: Json = {
  currency: 'BTC',
  amount: '0.00013413',
  expiration: after(21_600),
  invoiceAddress: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
};

const ETHER: Json = {
  currency: 'ETH',
  amount: '1234.006271843901237654',
  invoiceAddress: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
};

/** What seldom comes and has to look well all the same. */
const CASES = {
  'long-description': single({
    description:
      'Order 1042: two bags of Sidamo, whole beans, one bag of Huila ground for a moka pot, 100 paper filters, ' +
      'and a gift card for Fräulein Donaudampfschifffahrtsgesellschaftskapitänswitwe',
  }),
  'bare-invoice': single({
    description: null,
    logoUrl: null,
    supportUrl: null,
    returnUrl: null,
    fiatAmount: null,
  }),
  'many-decimals': single(ETHER),
  'unknown-currency': single({currency: 'NEWCOIN_L3', invoiceAddress: 'nc1q8zk2v7x4w9r5t3y6u'}),
  'missing-logo': single({logoUrl: 'missing'}),
  'wide-logo': single({logoUrl: 'wide'}),
  trouble: {...single({}), answer: 'no-network'},
  'changed-address': single({}, {invoiceAddress: 'TLyqzVGLV1srkB7dToTAEqgDSfPtXRJZYH'}),
  'invalid-address': single({invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}),
  'unreadable-amount': single({amount: null}),
  requoted: single({}, {amount: '18.377'}),
  'little-time': single({expiration: after(240)}),
  underpaid: single(intervened('16', {interventionType: 'UNDERPAY'})),
  overpaid: single(intervened('20.5', {interventionType: 'OVERPAY'})),
  'other-intervention': single(intervened('18.204', {interventionType: 'SANCTIONED_BY_THE_MOON'})),
  'resolved-intervention': single(intervened('16', {isInterventionResolved: true})),
  'copied-amount': {...single({}), press: ['copy-amount', 'takes']},
  'copied-address': {...single({}), press: ['copy-address', 'takes']},
  'copy-refused': {...single({}), press: ['copy-address', 'refuses']},
  bitcoin: {...single(BITCOIN), qr: 'uri'},
  leaving: {...single(BY_VIEW.completed), redirect: 'auto'},
} as const satisfies Record<string, Omit<Specimen, 'name'>>;

export type SpecialCase = keyof typeof CASES;

export const SPECIAL_CASES = Object.keys(CASES) as SpecialCase[];

export const specialCase = (name: SpecialCase): Specimen => ({name, ...CASES[name]});
