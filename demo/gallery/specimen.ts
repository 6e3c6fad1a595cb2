import type {Json} from './fixtures.js';

/** One card of the gallery, as data. */
export interface Specimen {
  readonly name: string;
  /** Handed to the card one after the other. */
  readonly invoices?: readonly Json[];
  /** What its reads bring; without it nothing is read. */
  readonly answer?: 'never' | 'not-found' | 'no-network';
  readonly qr?: 'address' | 'uri';
  readonly redirect?: 'auto' | 'manual';
  /** A button that is pressed, and what the clipboard makes of it. */
  readonly press?: readonly [part: 'copy-amount' | 'copy-address', clipboard: 'takes' | 'refuses'];
}
