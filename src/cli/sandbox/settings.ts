import {isHttpUrl} from '../../sandbox/webhooks/requests.js';
import {readArguments, readPort} from '../arguments.js';
import {UsageError} from '../usage-error.js';
import {readScenario, type Scenario} from './scenario.js';

export interface SandboxSettings {
  readonly port: number;
  readonly dataFile: string | undefined;
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  /** Where the events of invoices are posted. */
  readonly webhook: string | undefined;
  readonly scenario: Scenario | undefined;
}

const OPTIONS = {
  port: {type: 'string', default: '4010'},
  data: {type: 'string'},
  account: {type: 'string', default: '0x5a4db0c0ffee5a4db0c0ffee5a4db0c0ffee5a4d'},
  key: {type: 'string', default: 'sandbox-key'},
  secret: {type: 'string', default: 'sandbox-secret'},
  webhook: {type: 'string'},
  scenario: {type: 'string'},
} as const;

/** @throws UsageError naming the option */
export function readSettings(args: readonly string[]): SandboxSettings {
  const {values} = readArguments({args: [...args], options: OPTIONS});
  for (const [name, value] of Object.entries(values))
    if (value === '') throw new UsageError(`--${name}: expected a text that is not empty`);
  const {port, data, account, key, secret, webhook, scenario} = values;
  if (webhook !== undefined && !isHttpUrl(webhook))
    throw new UsageError('--webhook: expected an absolute http(s) URL without a password');
  return {
    port: readPort('--port', port),
    dataFile: data,
    account,
    key,
    secret,
    webhook,
    scenario: scenario === undefined ? undefined : readScenario(scenario),
  };
}
