import type {ReactiveControllerHost} from 'lit';
import {TitleBadgeController} from '../controllers/title-badge-controller.js';
import {WakeLockController} from '../controllers/wake-lock-controller.js';
import type {InvoiceView} from '../core/invoice-view.js';

/** What the card does to the page around it, where the merchant asks for it. Loaded then, and only then. */
export interface PageSignsHost extends ReactiveControllerHost {
  readonly view: InvoiceView;
  readonly wakeLock: boolean;
  readonly titleBadge: boolean;
}

/** Signs that mean the same in every language. */
const BADGES: Partial<Record<InvoiceView['kind'], string>> = {
  awaiting: '…',
  detected: '✓',
  paid: '✓',
  completed: '✓',
  intervention: '!',
  expired: '!',
  declined: '×',
  archived: '×',
};

export function addPageSigns(host: PageSignsHost): void {
  new WakeLockController(host, {wanted: () => host.wakeLock && host.view.kind === 'awaiting'});
  new TitleBadgeController(host, {badge: () => (host.titleBadge ? BADGES[host.view.kind] : undefined)});
  host.requestUpdate();
}
