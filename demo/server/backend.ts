import {randomBytes} from 'node:crypto';
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox, type Sandbox} from '../../src/sandbox/index.js';
import {SettingsError} from './settings-error.js';
import type {Settings} from './settings.js';

/** What the shop talks to. */
export interface Backend {
  readonly client: CalypsoClient;
  readonly sandbox?: Sandbox;
  close(): Promise<void>;
}

/**
 * A sandbox on this machine, reached as Calypso would be: over HTTP, by signed calls, with keys made for this run.
 * @param now epoch ms
 * @param dataFile where it keeps its state; it forgets where absent
 * @throws SettingsError where the file cannot be used
 */
export async function startSandbox(now = Date.now, dataFile?: string) {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  const credentials = {account: `0x${random(20)}`, key: random(16), secret: random(16)};
  const sandbox = createSandbox({...credentials, now, dataFile});
  await sandbox.ready.catch((error: unknown) => {
    throw new SettingsError(inWords(error));
  });
  const listening = await sandbox.listen(0);
  const close = async () => {
    await listening.close();
    await sandbox.close();
  };
  return {client: new CalypsoClient({baseUrl: listening.url, ...credentials}), sandbox, credentials, close};
}

function inWords(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND') return '--data needs the package lmdb: npm install lmdb';
  return `--data: the file cannot be used. ${message}`;
}

/** The real API where there is a client of it, else a sandbox. */
export const connect = async ({client, dataFile}: Settings): Promise<Backend> =>
  client ? {client, close: async () => undefined} : startSandbox(Date.now, dataFile);
