import {parseArgs} from 'node:util';
import {SettingsError} from './settings-error.js';

export const HELP = `Usage: npm start -- [--port <number>] [--data <file>]

Opens the demo shop, which takes play money through an embedded sandbox, or real money
through the API that CALYPSO_API_URL, CALYPSO_ACCOUNT, CALYPSO_KEY and CALYPSO_SECRET name.

  --port <number>  5173 where neither this nor PORT is given; 0 for any that is free
  --data <file>    keeps the sandbox's invoices, time and webhooks in a file, from one start to the next
  --help, -h       shows this`;

export interface Arguments {
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly help?: boolean | undefined;
}

const OPTIONS = {
  port: {type: 'string'},
  data: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const;

/** @throws SettingsError */
export function readArguments(args: readonly string[]): Arguments {
  let values: Arguments;
  try {
    ({values} = parseArgs({args: [...args], options: OPTIONS}));
  } catch (error) {
    // The sentences after the first one are about other commands.
    const [words = ''] = (error as Error).message.split(/[.\n]\s*(?=[A-Z])/);
    throw new SettingsError(`${words}. "npm start -- --help" says what there is.`);
  }
  if (values.data === '') throw new SettingsError('--data must name a file.');
  return values;
}
