import {isObject} from '../core/is-object.js';
import {Problem, TITLES} from './problem.js';

/** A failed read as other instances hear of it: in our own words, as all problems are. */
export const failureText = ({status, message, headers}: Problem): string =>
  JSON.stringify({status, message, retryAfter: headers['Retry-After']});

/** Undefined for what is no failure: instances of another version may share the store. */
export function parseFailure(text: string): Problem | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !Object.hasOwn(TITLES, String(value['status']))) return undefined;
  const {status, message, retryAfter} = value;
  if (typeof message !== 'string') return undefined;
  return new Problem(
    status as Problem['status'],
    message,
    typeof retryAfter === 'string' ? {'Retry-After': retryAfter} : {},
  );
}
