/** Calypso answered with an error of its own. Branch on `errorCode`: the HTTP status says little. */
export class CalypsoApiError extends Error {
  override readonly name = 'CalypsoApiError';
  /** Zero-padded, such as `004` (not found) or `016` (idempotencyKey exists). */
  readonly errorCode: string;
  readonly traceId: string | undefined;
  /** HTTP status. */
  readonly status: number;

  constructor({errorCode, message, traceId, status}: ApiErrorFields) {
    super(message);
    this.errorCode = errorCode;
    this.traceId = traceId;
    this.status = status;
  }
}

interface ApiErrorFields {
  readonly errorCode: string;
  readonly message: string;
  readonly traceId?: string | undefined;
  readonly status: number;
}

/** No usable answer came from Calypso. Whether the call took effect is unknown. */
export class CalypsoTransportError extends Error {
  override readonly name = 'CalypsoTransportError';
  /** `network`: no answer; `timeout`: not in time; `response`: an answer that is none of Calypso's. */
  readonly kind: 'network' | 'timeout' | 'response';
  /** HTTP status, where an answer came. */
  readonly status: number | undefined;

  constructor(
    kind: CalypsoTransportError['kind'],
    message: string,
    options: ErrorOptions & {status?: number} = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.status = options.status;
  }
}
