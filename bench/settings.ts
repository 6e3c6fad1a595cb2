export const BASE_PATH = '/api/invoices';
/** ms; the element's own default. */
export const POLL_INTERVAL = 3000;
