import {metrics, SpanStatusCode, trace, type Attributes, type Span} from '@opentelemetry/api';
import type {BreakerState} from './breaker.js';
import {errorName, shortKey, type LogEntry} from './log.js';

const NAME = 'calypso-invoice';
const BREAKER = {closed: 0, 'half-open': 1, open: 2};

export type RequestKind = 'read' | 'events' | 'webhook' | 'health' | 'preflight' | 'other';

/** Metrics and spans by OpenTelemetry's API, which does nothing unless the merchant sets it up; and the log. */
export type Telemetry = ReturnType<typeof createTelemetry>;

/** @param now epoch ms */
export function createTelemetry(log: (entry: LogEntry) => void, now: () => number) {
  const meter = metrics.getMeter(NAME);
  const tracer = trace.getTracer(NAME);
  const requests = meter.createCounter('calypso.proxy.requests', {
    description: 'Requests, by kind and status.',
  });
  const reads = meter.createCounter('calypso.proxy.upstream.reads', {
    description: 'Invoices asked of Calypso.',
  });
  const latency = meter.createHistogram('calypso.proxy.upstream.duration', {unit: 's'});
  const answers = meter.createCounter('calypso.proxy.answers', {
    description:
      'Answers by source: memory and stale cost nothing, shared at most one look at the store or Calypso.',
  });
  const streams = meter.createUpDownCounter('calypso.proxy.streams', {description: 'Streams that are open.'});
  const webhooks = meter.createCounter('calypso.proxy.webhooks', {description: 'Deliveries, by status.'});
  const breaker = meter.createGauge('calypso.proxy.breaker', {description: '0 closed, 1 half-open, 2 open.'});

  /** @param key of the invoice, where one is known */
  async function span<T>(
    name: string,
    key: string | undefined,
    work: (span: Span) => Promise<T>,
  ): Promise<T> {
    return tracer.startActiveSpan(name, {attributes: attributesOf(key)}, async (span) => {
      try {
        return await work(span);
      } catch (error) {
        span.setStatus({code: SpanStatusCode.ERROR, message: errorName(error)});
        throw error;
      } finally {
        span.end();
      }
    });
  }

  return {
    log,

    request(kind: RequestKind, status: number, startedAt: number, key?: string): void {
      requests.add(1, {kind, status});
      if (kind === 'webhook') webhooks.add(1, {status});
      const level = status >= 500 ? 'warn' : 'info';
      log({level, event: 'request', what: kind, status, ms: now() - startedAt, key});
    },

    upstream<T>(key: string | undefined, work: () => Promise<T>): Promise<T> {
      const startedAt = now();
      const done = (outcome: string) => {
        reads.add(1, {outcome});
        latency.record((now() - startedAt) / 1000, {outcome});
      };
      return span('calypso upstream read', key, async () => {
        try {
          const answer = await work();
          done('ok');
          return answer;
        } catch (error) {
          done('error');
          log({level: 'warn', event: 'upstream', error: errorName(error), ms: now() - startedAt, key});
          throw error;
        }
      });
    },

    webhook: <T>(key: string, work: () => Promise<T>): Promise<T> => span('calypso webhook', key, work),

    answer: (source: 'memory' | 'shared' | 'stale'): void => answers.add(1, {source}),

    /** @returns what is called when it is closed */
    stream(key: string): () => void {
      const startedAt = now();
      const open = tracer.startSpan('calypso stream', {attributes: attributesOf(key)});
      streams.add(1);
      log({level: 'info', event: 'stream', what: 'opened', key});
      return () => {
        open.end();
        streams.add(-1);
        log({level: 'info', event: 'stream', what: 'closed', ms: now() - startedAt, key});
      };
    },

    breaker(state: BreakerState): void {
      breaker.record(BREAKER[state]);
      log({level: state === 'open' ? 'error' : 'info', event: 'breaker', what: state});
    },
  };
}

const attributesOf = (key: string | undefined): Attributes => (key ? {'calypso.invoice': shortKey(key)} : {});
