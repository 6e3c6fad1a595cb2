import {CalypsoApiError} from '../api/errors.js';

/** Calypso's "Errors" page; only the codes that the sandbox answers with. */
const MESSAGES = {
  '000': 'Internal error',
  '001': 'Bad request',
  '002': 'Invalid API key',
  '003': 'Wrong sign',
  '004': 'Requested object not found',
  '006': 'Invoice is in an incorrect state for this operation',
  '011': 'Invalid timestamp',
  '016': 'idempotencyKey already exists',
} as const;

/** What the client throws when Calypso refuses, and so do the sandbox's own methods. */
export const calypsoError = (
  errorCode: keyof typeof MESSAGES,
  message: string = MESSAGES[errorCode],
  status = errorCode === '000' ? 500 : 400,
): CalypsoApiError => new CalypsoApiError({errorCode, message, traceId: crypto.randomUUID(), status});

/** 001 in the words that Calypso has for a field: `payload.lowerBound=[Scale incorrect. …]`. */
export const invalidField = (field: string, problem: string): CalypsoApiError =>
  calypsoError('001', `${field}=[${problem}]`);
