import * as v from 'valibot';
import {compareDecimals, parseDecimal} from '../core/decimal.js';
import {parseJson} from '../core/json.js';
import {parseInstant} from '../core/instant.js';
import {calypsoError} from './errors.js';

// Unknown fields are let through and dropped: Calypso's own samples send some. No message quotes what came.
const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.object(entries, ({expected}) => (expected === 'Object' ? 'Must be an object' : 'Must not be null'));

const text = v.string('Must be a text');
const filledText = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'Must not be blank'),
);
const uuid = v.pipe(text, v.uuid('Must be a UUID'));
const instant = v.pipe(
  text,
  v.transform((value: string) => parseInstant(value)),
  v.number('Must be an ISO 8601 instant'),
  v.transform(Math.floor),
);
const amount = v.pipe(
  v.unknown(),
  v.transform(parseDecimal),
  v.string('Must be a number'),
  v.check((value) => compareDecimals(value, '0') > 0, 'Must be greater than 0'),
);

/** What every signed call is wrapped in. */
export const Envelope = object({
  timestamp: v.pipe(v.number('Must be a number'), v.safeInteger('Must be epoch ms')),
  account: text,
  payload: v.unknown(),
});

/** Source: Calypso's Invoice API reference, "New Single Invoice". URLs are echoed unread, as Calypso types them. */
export const SingleInvoiceRequest = object({
  amount,
  currency: text,
  description: filledText,
  idempotencyKey: v.nullish(uuid),
  expiration: v.nullish(instant),
  externalId: v.nullish(text),
  returnUrl: v.nullish(text),
  supportUrl: v.nullish(text),
  logoUrl: v.nullish(text),
  fiatAvailable: v.nullish(v.boolean('Must be true or false')),
});
export type SingleInvoiceRequest = v.InferOutput<typeof SingleInvoiceRequest>;

/** How a signed call names an invoice. */
export const InvoiceReference = v.pipe(
  object({idempotencyKey: v.nullish(uuid), id: v.nullish(text)}),
  v.check(
    ({idempotencyKey, id}) => (idempotencyKey ?? id ?? null) !== null,
    'Must have an id or an idempotencyKey',
  ),
);

export const DepositRequest = object({
  address: filledText,
  amount,
  hold: v.nullish(v.literal('compliance', 'Must be "compliance" or absent')),
});

export const ClosingRequest = object({idempotencyKey: uuid});

export const AdvanceRequest = object({
  ms: v.pipe(
    v.number('Must be a number'),
    v.safeInteger('Must be a whole number'),
    v.minValue(0, 'Must not be negative'),
  ),
});

/**
 * Reads a request by its schema.
 * @param root path of `input` in the request's body
 * @throws 001 naming every field that cannot be used.
 */
export function readRequest<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  root?: 'payload',
): v.InferOutput<S> {
  const result = v.safeParse(schema, input, {abortPipeEarly: true});
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const field = [root, v.getDotPath(issue)].filter(Boolean).join('.');
    return `${field || 'body'}=[${issue.message}]`;
  });
  throw calypsoError('001', problems.join(', '));
}

/** JSON with every digit kept. @throws 001 for anything else. */
export function readJson(body: ArrayBuffer): unknown {
  try {
    return parseJson(new TextDecoder('utf-8', {fatal: true}).decode(body));
  } catch {
    throw calypsoError('001', 'body=[Must be JSON]');
  }
}
