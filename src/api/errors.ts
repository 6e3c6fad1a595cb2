/** Calypso answered with an error of its own. Branch on `errorCode`: the HTTP status says little. */
export class CalypsoApiError extends Error {
  override readonly name = 'CalypsoApiError';
  /** Zero-padded, such as `004` (not found) or `016` (idempotencyKey exists). */
  readonly errorCode: string;
  readonly traceId: string | undefined;
  /** HTTP status. */
  readonly status: number;
  /** The header of that name (RFC 9110: seconds or a date), where the answer had one. */
  readonly retryAfter: string | undefined;

  constructor({errorCode, message, traceId, status, retryAfter}: ApiErrorFields) {
    super(message);
    this.errorCode = errorCode;
    this.traceId = traceId;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

interface ApiErrorFields {
  readonly errorCode: string;
  readonly message: string;
  readonly traceId?: string | undefined;
  readonly status: number;
  readonly retryAfter?: string | undefined;
}

/** No usable answer came from Calypso. Whether the call took effect is unknown. */
export class CalypsoTransportError extends Error {
  override readonly name = 'CalypsoTransportError';
  /** `network`: no answer; `timeout`: not in time; `response`: an answer that is none of Calypso's. */
  readonly kind: 'network' | 'timeout' | 'response';
  /** HTTP status, where an answer came. */
  readonly status: number | undefined;
  /** The header of that name (RFC 9110: seconds or a date), where an answer came that had one. */
  readonly retryAfter: string | undefined;

  constructor(
    kind: CalypsoTransportError['kind'],
    message: string,
    options: ErrorOptions & {status?: number; retryAfter?: string | undefined} = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}
