import {readArguments} from '../arguments.js';
import type {Command} from '../command.js';
import {UsageError} from '../usage-error.js';
import {countLevels, textReport} from './report.js';
import {runChecks} from './run-checks.js';
import {Shop, type ShopOptions} from './shop.js';

const HELP = `Usage: calypso-invoice check <url> [options]

Holds a proxy, in whatever language, to what <calypso-invoice> needs. <url> is that of one invoice:
https://shop.example/api/invoices/1be6a518-6dcd-477d-96af-dd914b1300ce. The last UUID of its path is the
invoice's; where the path has none, the first of the query. Some twenty requests, none of which could
change anything.

  --origin <origin>         another site that may read invoices: https://shop.example
  --header <name: value>    sent with each request; can be given several times
  --json                    the findings as JSON
  --verbose                 shows what is as it should be, too

Exit code 0 where there is no error, 1 where there is one; warnings are for you to judge.`;

const OPTIONS = {
  origin: {type: 'string'},
  header: {type: 'string', multiple: true},
  json: {type: 'boolean', default: false},
  verbose: {type: 'boolean', default: false},
} as const;

export const checkCommand: Command = {
  summary: 'checks any proxy, in any language, against the contract',
  help: HELP,

  async run(args, {print}) {
    const {values, positionals} = readArguments({args: [...args], options: OPTIONS, allowPositionals: true});
    const options = readShop(positionals, values);
    const findings = await runChecks(new Shop(options));
    const {error: errors, warning: warnings} = countLevels(findings);
    print(
      values.json
        ? JSON.stringify({url: options.url.href, errors, warnings, findings}, null, 2)
        : textReport(options.url.href, findings, values.verbose),
    );
    return errors ? 1 : 0;
  },
};

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;

interface Given {
  readonly origin?: string | undefined;
  readonly header?: readonly string[] | undefined;
}

/** @throws UsageError */
export function readShop(positionals: readonly string[], {origin, header = []}: Given): ShopOptions {
  const [text, ...more] = positionals;
  if (text === undefined) throw new UsageError('expected the URL of one invoice');
  if (more.length) throw new UsageError(`expected one URL, got ${positionals.length}`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password)
    throw new UsageError('expected a URL without a password: --header "Authorization: …" sends one');
  const key = url && keyOf(url);
  if (!url || !/^https?:$/.test(url.protocol) || key === undefined)
    throw new UsageError(`expected an http(s) URL with an invoice’s UUID, got ${JSON.stringify(text)}`);
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).origin === origin))
    throw new UsageError(
      `--origin: expected an origin such as https://shop.example, got ${JSON.stringify(origin)}`,
    );
  return {url, key, origin, headers: Object.fromEntries(header.map(readHeader))};
}

/** The last UUID of the path, for a merchant's may stand before it; the first of the query where the path has none. */
const keyOf = ({pathname, search}: URL): string | undefined =>
  pathname.match(UUID)?.at(-1) ?? search.match(UUID)?.[0];

/** What stands behind the name may be a secret, so it is not quoted. */
function readHeader(text: string): [string, string] {
  const [, name, value] = /^([\w-]+):\s*([\x20-\x7e]+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError('--header: expected a name and a value, such as "Authorization: Bearer …"');
  return [name, value];
}
