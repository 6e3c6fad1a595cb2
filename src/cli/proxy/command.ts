import {CalypsoClient} from '../../api/index.js';
import {createInvoiceProxy} from '../../proxy/index.js';
import {readArguments} from '../arguments.js';
import type {Command} from '../command.js';
import {serve} from '../serve.js';
import {clientAddress} from './client-address.js';
import {createForward} from './forward.js';
import {jsonLog} from './json-log.js';
import {connectRedis} from './redis.js';
import {inVariables, readSettings} from './settings.js';

const HELP = `Usage: calypso-invoice proxy

Answers <calypso-invoice> at {BASE_PATH}/{idempotencyKey}, from these environment variables:

  CALYPSO_ACCOUNT    merchant account, 0x…
  CALYPSO_KEY        public API key
  CALYPSO_SECRET     secret API key
  CALYPSO_API_URL    https://api.calypso.money where not set
  PORT               8080 where not set
  HOST               address to listen at; all of them where not set
  BASE_PATH          /api/invoices where not set
  ALLOWED_ORIGINS    other sites that may read invoices: https://shop.example,…
  WEBHOOK_SECRETS    secretKey of the webhook subscription; several while it is changed
  FORWARD_URL        where each change is posted, signed with FORWARD_SECRET
  FORWARD_SECRET     for the header Sign: HMAC-SHA512 of the raw body, lowercase hex
  REDIS_URL          what several instances share; needs the package redis
  CLIENT_ADDRESS     who asks: "socket", or the header that your reverse proxy sets (X-Real-IP)
  SHUTDOWN_TIMEOUT   ms that a stop may take, 9000 where not set

Secrets and REDIS_URL can be in files: CALYPSO_SECRET_FILE=/run/secrets/calypso. What happens is
logged to stdout, one JSON object a line. {BASE_PATH}/health says whether requests should come.
SIGTERM and SIGINT stop it: streams are told to come back elsewhere, reads under way are answered.`;

export const proxyCommand: Command = {
  summary: 'answers <calypso-invoice> from environment variables',
  help: HELP,

  async run(args, {env, print, untilSignal}) {
    readArguments({args, options: {}});
    const {redisUrl, forward, shutdownTimeout, port, host, ...settings} = readSettings(env);
    const log = jsonLog(print);
    const shared = redisUrl === undefined ? undefined : await connectRedis(redisUrl);
    const peers = new WeakMap<Request, string>();
    const proxy = inVariables(() =>
      createInvoiceProxy({
        client: new CalypsoClient(settings.client),
        basePath: settings.basePath,
        allowedOrigins: settings.allowedOrigins,
        log,
        ...(settings.webhookSecrets.length && {webhookSecrets: settings.webhookSecrets}),
        ...(forward && {onInvoice: createForward({...forward, log})}),
        ...(settings.clientAddress && {clientAddress: clientAddress(settings.clientAddress, peers)}),
        ...(shared && {store: shared.store}),
      }),
    );
    const server = await serve(
      (request, address) => {
        if (address !== undefined) peers.set(request, address);
        return proxy(request);
      },
      {port, host, portName: 'PORT'},
    );
    log({level: 'info', event: 'listening', port: server.port});

    log({level: 'info', event: 'stopping', what: await untilSignal()});
    const isDone = await isDoneWithin(shutdownTimeout, async () => {
      await proxy.close();
      await server.drain();
    });
    if (!isDone) server.cut();
    shared?.close();
    log({level: isDone ? 'info' : 'warn', event: 'stopped', what: isDone ? 'drained' : 'cut'});
    return isDone ? 0 : 1;
  },
};

async function isDoneWithin(timeout: number, work: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, timeout, false);
  });
  const isDone = await Promise.race([work().then(() => true), overdue]);
  clearTimeout(timer);
  return isDone;
}
