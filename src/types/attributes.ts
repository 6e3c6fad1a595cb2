import type {CalypsoInvoiceElement, CalypsoInvoiceEventMap} from '../index.js';

type Reflected =
  | 'src'
  | 'pollInterval'
  | 'redirect'
  | 'redirectDelay'
  | 'redirectTarget'
  | 'returnUrl'
  | 'qr'
  | 'theme'
  | 'credentials'
  | 'wakeLock'
  | 'titleBadge';

type Kebab<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Tail>}`
  : Name;

/** What markup may write for a property of this type. */
type Written<Value> =
  Value | (Value extends number ? `${number}` : never) | (Value extends boolean ? '' : never) | undefined;

/** The attributes of `<calypso-invoice>`: `poll-interval`. */
export type CalypsoInvoiceAttributes = {
  [Name in Reflected as Kebab<Name>]?: Written<CalypsoInvoiceElement[Name]>;
};

/** The properties of `<calypso-invoice>` that a template may set: `pollInterval`. */
export type CalypsoInvoiceProperties = {
  [Name in Reflected | 'fetch']?: CalypsoInvoiceElement[Name] | undefined;
} & {
  /** An object as the proxy answers it. */
  invoice?: object | null | undefined;
};

/** Its events as a framework's templates spell them: `on` before the name of the event, for one. */
export type CalypsoInvoiceListeners<Prefix extends string> = {
  [Name in keyof CalypsoInvoiceEventMap as `${Prefix}${Name}`]?:
    ((event: CalypsoInvoiceEventMap[Name]) => void) | undefined;
};
