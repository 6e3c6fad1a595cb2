import {startChild} from './child.js';
import type {CrowdProcess} from './processes/crowd.js';
import type {Scope} from './scope.js';
import {BASE_PATH} from './settings.js';
import type {Instance, OpenInvoice} from './shop.js';

/** As many file descriptors as one process shall have open. */
const PER_PROCESS = 5000;

/** URLs of so many viewers: evenly over the invoices, and of each invoice evenly over the instances. */
export const urlsOf = (
  viewers: number,
  invoices: readonly OpenInvoice[],
  instances: readonly Instance[],
  suffix = '',
): string[] =>
  Array.from({length: viewers}, (_, viewer) => {
    const round = Math.floor(viewer / invoices.length);
    const {origin} = instances[round % instances.length] ?? {};
    return `${origin}${BASE_PATH}/${invoices[viewer % invoices.length]?.key}${suffix}`;
  });

/** Processes enough for viewers at these URLs, and what each is to watch. */
export const startCrowd = (scope: Scope, urls: readonly string[]) => {
  const count = Math.max(2, Math.ceil(urls.length / PER_PROCESS));
  return Array.from({length: count}, (_, index) => ({
    process: startChild<CrowdProcess>(scope, 'crowd'),
    urls: urls.filter((_, viewer) => viewer % count === index),
  }));
};
