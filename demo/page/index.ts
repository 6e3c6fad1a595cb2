import {ask} from './api.js';
import {byId} from './dom.js';
import {showPayment} from './payment.js';
import {showShop} from './shop.js';
import {showWallet} from './wallet.js';

const {searchParams} = new URL(location.href);
const key = searchParams.get('invoice');
const card = key === null ? undefined : showPayment(key, searchParams.get('redirect'));
if (!card) showShop();

// Nothing waits for this: a shop pays without a sandbox.
ask<{sandbox: boolean}>('/api/shop').then(
  ({sandbox}) => {
    byId('live-notice', HTMLElement).hidden = sandbox;
    byId('to-office', HTMLElement).hidden = !sandbox;
    if (sandbox && card) void showWallet(card);
  },
  (error: unknown) => console.warn(error),
);
