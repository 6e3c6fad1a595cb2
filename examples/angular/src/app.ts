import {Component, signal} from '@angular/core';
import type {PaymentStatus} from 'calypso-invoice';
import {Payment} from './payment';

@Component({
  selector: 'app-root',
  imports: [Payment],
  template: `
    @switch (page()) {
      @case ('payment') {
        <app-payment [invoice]="invoice" (leave)="page.set($event ?? 'cart')" />
      }
      @case ('cart') {
        <button (click)="page.set('payment')">Pay</button>
      }
      @case ('SUCCESS') {
        <h1>Thank you!</h1>
      }
      @case ('FAILED') {
        <h1>This payment did not go through.</h1>
      }
    }
  `,
})
export class App {
  readonly invoice = new URLSearchParams(location.search).get('invoice') ?? '';
  readonly page = signal<'cart' | 'payment' | PaymentStatus>('payment');
}
