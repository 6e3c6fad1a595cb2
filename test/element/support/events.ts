import type {CalypsoInvoiceEventMap} from '../../../src/index.js';

const TYPES: readonly (keyof CalypsoInvoiceEventMap)[] = [
  'calypso-state-change',
  'calypso-copy',
  'calypso-error',
  'calypso-redirect',
];

const seen: Event[] = [];

// Only what bubbles reaches the window, and out of shadow roots only what is composed.
for (const type of TYPES) addEventListener(type, (event) => seen.push(event));

/** As if nothing had been told yet. */
export const forget = (): void => void (seen.length = 0);

beforeEach(forget);

/** What the elements of this test told so far, of one type. */
export const events = <Type extends keyof CalypsoInvoiceEventMap>(
  type: Type,
): CalypsoInvoiceEventMap[Type][] =>
  seen.filter((event) => event.type === type) as CalypsoInvoiceEventMap[Type][];

/** What the elements of this test told so far, in order. */
export const eventTypes = (): string[] => seen.map(({type}) => type);

/** The errors that the elements of this test told so far: the field, the HTTP status, or the kind of each. */
export const errors = (): unknown[] =>
  events('calypso-error').map(({error}) => {
    const {field, status, kind} = error as {field?: string; status?: number; kind?: string};
    return field ?? status ?? kind ?? error.name;
  });
