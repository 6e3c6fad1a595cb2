import * as v from 'valibot';
import {compareDecimals, parseDecimal} from '../core/decimal.js';
import {parseInstant} from '../core/instant.js';
import {parseJson} from '../core/json.js';
import {calypsoError} from './errors.js';

// Unknown fields are let through and dropped: Calypso's own samples send some. No message quotes what came.
export const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    // To valibot a list is an object, too.
    v.custom((value) => !Array.isArray(value), 'Must be an object'),
    v.object(entries, ({expected}) => (expected === 'Object' ? 'Must be an object' : 'Must not be null')),
  );

export const text = v.string('Must be a text');
export const filledText = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'Must not be blank'),
);
export const uuid = v.pipe(text, v.uuid('Must be a UUID'));
export const flag = v.boolean('Must be true or false');
export const instant = v.pipe(
  text,
  v.transform((value: string) => parseInstant(value)),
  v.number('Must be an ISO 8601 instant'),
  v.transform(Math.floor),
);
export const amount = v.pipe(
  v.unknown(),
  v.transform(parseDecimal),
  v.string('Must be a number'),
  v.check((value) => compareDecimals(value, '0') > 0, 'Must be greater than 0'),
);
export const wholeNumber = v.pipe(v.number('Must be a number'), v.safeInteger('Must be a whole number'));

/** Some of the texts that Calypso has a meaning for. */
export const listOf = <const T extends readonly string[]>(options: T) =>
  v.pipe(
    v.array(v.picklist(options, 'Must be one of those that are documented'), 'Must be a list'),
    v.maxLength(100, 'Must have at most 100 items'),
  );

/**
 * Reads a request by its schema.
 * @param root path of `input` in the request's body, or in the sandbox's options
 * @throws 001 naming every field that cannot be used.
 */
export function readRequest<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  root?: 'payload' | 'webhooks',
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
