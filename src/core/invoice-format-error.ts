/** What came is no invoice, or a field of it cannot be used. `message` names the field and what came. */
export class InvoiceFormatError extends Error {
  override readonly name = 'InvoiceFormatError';
  /** Path of the field, such as `invoice.amount` or `invoice.deposits[0].amount`. */
  readonly field: string;

  constructor(field: string, expected: string, came: unknown) {
    super(`${field}: expected ${expected}, got ${describe(came)}`);
    this.field = field;
  }
}

/** Short, harmless words for a value that may be anything. */
function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === 'number' || typeof value === 'boolean' ? `${typeof value} ${value}` : typeof value;
}
