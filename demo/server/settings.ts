import {CalypsoClient} from '../../src/api/index.js';
import type {Arguments} from './arguments.js';
import {SettingsError} from './settings-error.js';

export interface Settings {
  readonly port: number;
  /** A client of the real API; absent where none is set, and the sandbox is to stand in. */
  readonly client?: CalypsoClient;
  /** Where the sandbox keeps its state; absent where it forgets. */
  readonly dataFile?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES = {
  baseUrl: 'CALYPSO_API_URL',
  account: 'CALYPSO_ACCOUNT',
  key: 'CALYPSO_KEY',
  secret: 'CALYPSO_SECRET',
} as const;

/** @throws SettingsError */
export function readSettings(environment: Environment, {port, data: dataFile}: Arguments = {}): Settings {
  const names = Object.values(VARIABLES);
  if (dataFile && names.some((name) => environment[name]))
    throw new SettingsError(
      `--data is the sandbox's, and ${names.join(', ')} ask for the real API: leave out the one or the others.`,
    );
  const client = readClient(environment);
  return {
    port: readPort(port ?? (environment['PORT'] || '5173')),
    ...(client && {client}),
    ...(dataFile && {dataFile}),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new SettingsError('The port must be a number from 0 to 65535 (0: any that is free).');
  return port;
}

function readClient(environment: Environment): CalypsoClient | undefined {
  const names = Object.values(VARIABLES);
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    throw new SettingsError(
      `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. ` +
        `Set all of ${names.join(', ')} to use the real API, or none of them to use the sandbox.`,
    );
  const {baseUrl, account, key, secret} = VARIABLES;
  const value = (name: string) => environment[name] ?? '';
  try {
    return new CalypsoClient({
      baseUrl: value(baseUrl),
      account: value(account),
      key: value(key),
      secret: value(secret),
    });
  } catch (error) {
    // The client says which option it cannot use, and quotes no secret.
    const words = error instanceof Error ? error.message : String(error);
    throw new SettingsError(words.replace(/^baseUrl/, VARIABLES.baseUrl));
  }
}
