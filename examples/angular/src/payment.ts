import {Component, computed, CUSTOM_ELEMENTS_SCHEMA, input, output, signal} from '@angular/core';
import type {InvoiceRedirectEvent, InvoiceStateChangeEvent, PaymentStatus} from 'calypso-invoice';

@Component({
  selector: 'app-payment',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <calypso-invoice
      [src]="src()"
      [redirectDelay]="0"
      (calypso-state-change)="handleStateChange($event)"
      (calypso-redirect)="handleRedirect($event)"
    ></calypso-invoice>
    <p>
      State: <output>{{ state() }}</output>
    </p>
    <button (click)="leave.emit(null)">Back to the cart</button>
  `,
})
export class Payment {
  readonly invoice = input.required<string>();
  /** null where the payer goes before the end. */
  readonly leave = output<PaymentStatus | null>();

  readonly src = computed(() => `/api/invoices/${encodeURIComponent(this.invoice())}`);
  readonly state = signal('');

  handleStateChange({state}: InvoiceStateChangeEvent) {
    this.state.set(state);
  }

  handleRedirect(event: InvoiceRedirectEvent) {
    event.preventDefault(); // we show our own page
    this.leave.emit(event.paymentStatus);
  }
}
