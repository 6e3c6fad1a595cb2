import {readFileSync} from 'node:fs';
import {checkCommand} from './check/command.js';
import type {Command, Terminal} from './command.js';
import {proxyCommand} from './proxy/command.js';
import {sandboxCommand} from './sandbox/command.js';
import {UsageError} from './usage-error.js';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['proxy', proxyCommand],
  ['sandbox', sandboxCommand],
  ['check', checkCommand],
]);

const HELP = `Usage: calypso-invoice <command>

${[...COMMANDS].map(([name, {summary}]) => `  ${name.padEnd(9)}${summary}`).join('\n')}

"calypso-invoice <command> --help" says more. --version says which one this is.`;

/**
 * Runs what these arguments ask for.
 * @returns the exit code: 0, 1 where it failed, 2 where it was asked wrongly
 */
export async function main(
  [name, ...args]: readonly string[],
  terminal: Terminal & {warn(line: string): void},
): Promise<number> {
  const {print, warn} = terminal;
  try {
    if (name === undefined || name === '--help' || name === '-h') print(HELP);
    else if (name === '--version') print(version());
    else {
      const command = COMMANDS.get(name);
      if (!command) throw new UsageError(`there is no command ${JSON.stringify(name)}`);
      if (!args.includes('--help') && !args.includes('-h')) return await command.run(args, terminal);
      print(command.help);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const command = name !== undefined && COMMANDS.has(name) ? `${name} ` : '';
    warn(`calypso-invoice ${command}– ${error.message}. "calypso-invoice ${command}--help" says more.`);
    return 2;
  }
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {version: string})
    .version;
