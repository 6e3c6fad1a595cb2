const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** An idempotencyKey in the one spelling that invoices are looked up by; undefined for what is no UUID. */
export function invoiceKey(text: string): string | undefined {
  const key = text.toLowerCase();
  return UUID.test(key) ? key : undefined;
}
