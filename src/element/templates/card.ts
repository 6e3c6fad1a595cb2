import type {InvoiceView} from '../../core/invoice-view.js';
import type {Texts} from '../../localize/registry.js';

/** What the templates see of the element: the view, and what the payer can do. */
export interface Card extends Texts {
  readonly view: InvoiceView;
  /** What the code holds, where the chain has a choice. */
  readonly qr: 'address' | 'uri' | 'none';
  /** The link to a wallet app led nowhere. */
  readonly walletMissing: boolean;
  /** What was copied last, or could not be. */
  readonly copied: {readonly field: 'amount' | 'address'; readonly ok: boolean} | null;
  /** Epoch ms by the server's clock. */
  readonly now: number;
  /** The amount is not the one that was shown first. */
  readonly requoted: boolean;
  /** Reads fail at the moment. */
  readonly isTroubled: boolean;
  /** The browser says that there is no network. */
  readonly offline: boolean;
  /** Where the payer goes back to, already checked. */
  readonly returnUrl: string | undefined;
  readonly returnTarget: string;
  /** Until the payer is taken back; null where that will not happen by itself. */
  readonly secondsLeft: number | null;
  /** The page put content of its own between the tags. */
  readonly hasFallback: boolean;
  copy(field: 'amount' | 'address', value: string): void;
  chooseQr(qr: 'address' | 'uri'): void;
  openWallet(): void;
  /** Absent where there is nobody to ask. */
  readonly refresh: (() => void) | undefined;
  leave(event: MouseEvent): void;
  stay(): void;
}
