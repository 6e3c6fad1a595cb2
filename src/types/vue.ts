import type {HTMLAttributes, ReservedProps} from 'vue';
import type {CalypsoInvoiceElement, CalypsoInvoiceEventMap} from '../index.js';
import type {CalypsoInvoiceAttributes, CalypsoInvoiceProperties} from './attributes.js';

type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

/** To Vue's compiler, `poll-interval` of a template is `pollInterval`, and `@calypso-copy` is `onCalypsoCopy`. */
type Attributes = {
  [Name in keyof CalypsoInvoiceAttributes as Uncapitalize<Pascal<Name>>]?: CalypsoInvoiceAttributes[Name];
};

type Listeners = {
  [Name in keyof CalypsoInvoiceEventMap as `on${Pascal<Name>}`]?: (
    event: CalypsoInvoiceEventMap[Name],
  ) => void;
};

interface CalypsoInvoice {
  new (): CalypsoInvoiceElement & {
    $props: HTMLAttributes &
      ReservedProps &
      Attributes &
      Omit<CalypsoInvoiceProperties, keyof Attributes> &
      Listeners;
  };
}

declare module 'vue' {
  interface GlobalComponents {
    'calypso-invoice': CalypsoInvoice;
  }
}
