import type {BreakerState} from './breaker.js';

const UPSTREAM = {closed: 'ok', 'half-open': 'recovering', open: 'failing'} as const;

export interface HealthFacts {
  readonly breaker: BreakerState;
  readonly isStoreHealthy: boolean;
  readonly isClosing: boolean;
}

/**
 * Whether requests should be sent to this instance, from what it knows already: Calypso is not asked. Without its store
 * it goes on from its own memory: that alone is no reason to send nobody.
 */
export function healthResponse({breaker, isStoreHealthy, isClosing}: HealthFacts): Response {
  const isDown = breaker === 'open' || isClosing;
  return Response.json(
    {
      status: isDown ? 'down' : breaker === 'closed' && isStoreHealthy ? 'ok' : 'degraded',
      upstream: UPSTREAM[breaker],
      store: isStoreHealthy ? 'ok' : 'failing',
    },
    {status: isDown ? 503 : 200},
  );
}
