import {randomBytes} from 'node:crypto';
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox, type Sandbox} from '../../src/sandbox/index.js';

/** What the shop talks to. */
export interface Backend {
  readonly client: CalypsoClient;
  readonly sandbox?: Sandbox;
  close(): Promise<void>;
}

/**
 * A sandbox on this machine, reached as Calypso would be: over HTTP, by signed calls, with keys made for this run.
 * @param now epoch ms
 */
export async function startSandbox(now = Date.now) {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  const credentials = {account: `0x${random(20)}`, key: random(16), secret: random(16)};
  const sandbox = createSandbox({...credentials, now});
  const listening = await sandbox.listen(0);
  const close = async () => {
    await listening.close();
    await sandbox.close();
  };
  return {client: new CalypsoClient({baseUrl: listening.url, ...credentials}), sandbox, credentials, close};
}

/** @param client of the real API, where there is one */
export const connect = async (client: CalypsoClient | undefined): Promise<Backend> =>
  client ? {client, close: async () => undefined} : startSandbox();
