import {readPort} from '../arguments.js';
import {UsageError} from '../usage-error.js';
import {Variables, type Environment} from '../variables.js';
import type {ForwardTarget} from './forward.js';

export interface ProxySettings {
  readonly client: {
    readonly baseUrl: string;
    readonly account: string;
    readonly key: string;
    readonly secret: string;
  };
  readonly port: number;
  readonly host: string | undefined;
  readonly basePath: string;
  readonly allowedOrigins: readonly string[];
  readonly webhookSecrets: readonly string[];
  readonly forward: ForwardTarget | undefined;
  readonly redisUrl: string | undefined;
  /** `socket`, or the header in which one's own reverse proxy says who asks. */
  readonly clientAddress: string | undefined;
  /** ms */
  readonly shutdownTimeout: number;
}

/** Which variable sets an option of the proxy or the client: theirs are the words for what cannot be used. */
const VARIABLES = new Map([
  ['baseUrl', 'CALYPSO_API_URL'],
  ['account', 'CALYPSO_ACCOUNT'],
  ['key', 'CALYPSO_KEY'],
  ['secret', 'CALYPSO_SECRET'],
  ['basePath', 'BASE_PATH'],
  ['allowedOrigins', 'ALLOWED_ORIGINS'],
  ['webhookSecrets', 'WEBHOOK_SECRETS'],
]);

/** @throws UsageError naming the variable */
export function readSettings(env: Environment): ProxySettings {
  const variables = new Variables(env);
  return {
    client: {
      baseUrl: variables.text('CALYPSO_API_URL') ?? 'https://api.calypso.money',
      account: variables.required('CALYPSO_ACCOUNT'),
      key: variables.required('CALYPSO_KEY'),
      secret: variables.required('CALYPSO_SECRET'),
    },
    port: readPort('PORT', variables.text('PORT') ?? '8080'),
    host: variables.text('HOST'),
    basePath: variables.text('BASE_PATH') ?? '/api/invoices',
    allowedOrigins: variables.list('ALLOWED_ORIGINS'),
    webhookSecrets: variables.secrets('WEBHOOK_SECRETS'),
    forward: readForward(variables),
    redisUrl: variables.secret('REDIS_URL'),
    clientAddress: readHeaderName(variables, 'CLIENT_ADDRESS'),
    shutdownTimeout: readMilliseconds(variables, 'SHUTDOWN_TIMEOUT', 9000),
  };
}

/** Names the variable in place of the option that it sets. @throws UsageError for the TypeError of an option */
export function inVariables<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const [, option = '', rest] = /^(\w+)(.*)$/s.exec(error instanceof TypeError ? error.message : '') ?? [];
    const name = VARIABLES.get(option);
    throw name ? new UsageError(`${name}${rest}`) : error;
  }
}

function readForward(variables: Variables): ForwardTarget | undefined {
  const url = variables.text('FORWARD_URL');
  if (url === undefined) return undefined;
  // It may hold a token, so it is not quoted.
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url) || new URL(url).username || new URL(url).password)
    throw new UsageError('FORWARD_URL: expected an absolute http(s) URL without a password');
  if (!variables.secrets('WEBHOOK_SECRETS').length)
    throw new UsageError('FORWARD_URL needs WEBHOOK_SECRETS: changes are learnt from webhooks');
  return {url, secret: variables.required('FORWARD_SECRET')};
}

function readHeaderName(variables: Variables, name: string): string | undefined {
  const value = variables.text(name);
  if (value !== undefined && !/^[\w-]+$/.test(value))
    throw new UsageError(
      `${name}: expected "socket" or the name of a header such as X-Real-IP, got ${JSON.stringify(value)}`,
    );
  return value;
}

function readMilliseconds(variables: Variables, name: string, otherwise: number): number {
  const value = variables.text(name) ?? String(otherwise);
  if (!/^\d{1,7}$/.test(value))
    throw new UsageError(`${name}: expected a whole number of ms, got ${JSON.stringify(value)}`);
  return Number(value);
}
